"""What a person names (files, folders, globs, "-") as a list of files."""

from __future__ import annotations

import glob
import os
from typing import TYPE_CHECKING, NamedTuple

from onrecord.errors import PathMissing
from onrecord.records import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STDIN = "-"
_PAGES = (".html", ".htm", ".xhtml")
_PARTS = ("_files", ".files", "-Dateien", "_fichiers", "_archivos")
"""What browsers append to a saved page's name for the folder of its pictures and scripts."""


class Listing(NamedTuple):
    """The files to read, in order, and what there is to say of what was named."""

    files: tuple[str, ...]
    problems: tuple[Problem, ...]


def list_files(paths: Sequence[str]) -> Listing:
    """The files that paths name, each once: folders gone through in order of names.

    Hidden files and folders within a folder are left out, and so are the parts of saved pages.
    Raises `PathMissing` for a path or glob that names nothing.
    """
    files: dict[str, str] = {}
    problems: list[Problem] = []
    for path in paths:
        found = list(_named_by(path, problems))
        for file in found:
            files.setdefault(file if file == STDIN else os.path.realpath(file), file)
    return Listing(tuple(files.values()), tuple(problems))


def _named_by(path: str, problems: list[Problem]) -> Iterator[str]:
    """The files one path names."""
    if path == STDIN:
        yield path
    elif os.path.isdir(path):
        yield from _in_folder(path, problems)
    elif os.path.lexists(path):
        yield path
    else:
        matches = sorted(glob.glob(path, recursive=True)) if glob.has_magic(path) else []
        if not matches:
            raise PathMissing(_missing(path))
        for match in matches:
            if os.path.isdir(match):
                yield from _in_folder(match, problems)
            else:
                yield match


def _missing(path: str) -> str:
    what = "nothing matches" if glob.has_magic(path) else "there is no file or folder"
    return (
        f"{what} {path!r}; expected a file, a folder, a glob such as 'articles/*.html', or - for"
        " standard input; look at the spelling, and at the folder you are in"
    )


def _in_folder(folder: str, problems: list[Problem]) -> Iterator[str]:
    """The files in a folder and those below it, without hidden ones."""
    count = 0
    for root, folders, names in os.walk(folder):
        pages = {os.path.splitext(name)[0] for name in names if name.lower().endswith(_PAGES)}
        parts = sorted(name for name in folders if _is_part(name, pages))
        problems.extend(_left_out(os.path.join(root, part)) for part in parts)
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f not in parts)
        for name in sorted(names):
            if not name.startswith("."):
                count += 1
                yield os.path.join(root, name)
    if not count:
        problems.append(Problem("empty", "there is no file in the folder", file=_printable(folder)))


def _is_part(folder: str, pages: set[str]) -> bool:
    """Whether a folder holds the parts of a page that was saved beside it."""
    return any(folder.endswith(end) and folder.removesuffix(end) in pages for end in _PARTS)


def _left_out(folder: str) -> Problem:
    return Problem(
        "left-out",
        "the pictures and scripts of a saved page are left out; name the folder itself to read it",
        file=_printable(folder),
    )


def _printable(path: str) -> str:
    """A path that can be written down, whatever bytes its name has."""
    return os.fsencode(path).decode("utf-8", "replace")
