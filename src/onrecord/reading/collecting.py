"""Files, folders, globs and standard input become a collection of articles."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from typing import TYPE_CHECKING, BinaryIO

from onrecord.options import ReadingOptions
from onrecord.reading.files import LARGEST, iter_file, too_large
from onrecord.reading.identity import Register, identified
from onrecord.reading.jsonfiles import read_json_lines
from onrecord.reading.kinds import with_place
from onrecord.reading.paths import STDIN, list_files
from onrecord.reading.sniffing import sniff_format
from onrecord.records import Article, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_BLOCK = 1 << 20


def read_paths(
    paths: Sequence[str],
    options: ReadingOptions | None = None,
    *,
    stdin: BinaryIO | None = None,
    progress: Callable[[int, int, str], None] = lambda _done, _total, _name: None,
) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """The articles that paths name, in order, and the problems of what gave none.

    What concerns one article stands in its own `problems`; that two have one id stands in both.
    `progress` is told how many of how many files are read, and the next one's name. Raises
    `PathMissing` for a path that names nothing; everything else odd is a problem.
    """
    found = list(iter_articles(paths, options, stdin=stdin, progress=progress))
    articles = tuple(one for one in found if isinstance(one, Article))
    return articles, tuple(one for one in found if isinstance(one, Problem))


def iter_articles(
    paths: Sequence[str],
    options: ReadingOptions | None = None,
    *,
    stdin: BinaryIO | None = None,
    progress: Callable[[int, int, str], None] = lambda _done, _total, _name: None,
) -> Iterator[Article | Problem]:
    """The same one by one, each as soon as it is read; paths are looked up at the call."""
    listing = list_files(paths)
    return _iter_files(
        listing.files, listing.problems, options or ReadingOptions(), stdin, progress
    )


def _iter_files(
    files: Sequence[str],
    problems: Sequence[Problem],
    options: ReadingOptions,
    stdin: BinaryIO | None,
    progress: Callable[[int, int, str], None],
) -> Iterator[Article | Problem]:
    yield from problems
    register = Register()
    for done, file in enumerate(files):
        name = os.fsencode(file).decode("utf-8", "replace")
        progress(done, len(files), name)
        for one in _read_source(file, name, options, stdin):
            if isinstance(one, Problem):
                yield one
                continue
            article, problem = register.admit(one)
            yield article
            if problem:
                yield problem
    progress(len(files), len(files), "")


def _read_source(
    file: str, name: str, options: ReadingOptions, stdin: BinaryIO | None
) -> Iterator[Article | Problem]:
    """Articles and problems of one file or of standard input."""
    try:
        if file == STDIN:
            stream = stdin if stdin is not None else getattr(sys.stdin, "buffer", None)
            if stream is None:
                yield Problem("unreadable", "standard input is closed", file=name)
                return
            yield from _read_stream(stream, name, options, None)
            return
        size = _size_of(file)
        with open(file, "rb") as opened:
            yield from _read_stream(opened, name, options, size)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        yield Problem("unreadable", f"the file cannot be read: {reason}", file=name)


def _size_of(file: str) -> int | None:
    """Bytes of a regular file, None for a pipe; raises OSError for what is neither."""
    found = os.stat(file)
    if stat.S_ISREG(found.st_mode):
        return found.st_size
    if stat.S_ISFIFO(found.st_mode) or stat.S_ISCHR(found.st_mode):
        return None
    raise OSError(0, "it is neither a file nor a pipe")


def _read_stream(
    stream: BinaryIO, name: str, options: ReadingOptions, size: int | None
) -> Iterator[Article | Problem]:
    """Articles and problems of bytes; JSON lines beyond the limit are read line by line."""
    head = _read_up_to(stream, LARGEST + 1)
    if len(head) <= LARGEST:
        yield from iter_file(name, head, options)
        return
    start = head[:_BLOCK].decode("utf-8", "replace")
    if sniff_format(start, name) == "json" and start.lstrip("\ufeff \r\n\t").startswith("{"):
        yield from _read_long(stream, head, name)
        return
    yield with_place(too_large(size if size else len(head)), None, name)


def _read_up_to(stream: BinaryIO, limit: int) -> bytes:
    """Bytes until the end or the limit, however few a pipe gives at a time."""
    parts = []
    left = limit
    while left > 0:
        part = stream.read(left)
        if not part:
            break
        parts.append(part)
        left -= len(part)
    return b"".join(parts) if len(parts) != 1 else parts[0]


def _read_long(stream: BinaryIO, head: bytes, name: str) -> Iterator[Article | Problem]:
    """Articles of JSON lines without end; each one's `source_hash` is that of its own line."""
    for number, line in enumerate(_iter_lines(stream, head), 1):
        if len(line) > LARGEST:
            yield with_place(too_large(len(line)), None, name)
            continue
        source_hash = hashlib.sha256(line).hexdigest()[:16]
        for one in read_json_lines([line.decode("utf-8-sig", "replace")], number):
            yield (
                with_place(one, None, name)
                if isinstance(one, Problem)
                else identified(one, name, source_hash)
            )


def _iter_lines(stream: BinaryIO, head: bytes) -> Iterator[bytes]:
    """Lines of what was read already and of the rest; one that is too long comes cut."""
    at = 0
    while (stop := head.find(b"\n", at)) >= 0:
        yield head[at:stop]
        at = stop + 1
    rest = head[at:]
    while piece := stream.readline(LARGEST + 2):
        yield (rest + piece).rstrip(b"\n")
        rest = b""
        if len(piece) > LARGEST and not piece.endswith(b"\n"):
            _skip_line(stream)
    if rest:
        yield rest


def _skip_line(stream: BinaryIO) -> None:
    """Read on to the end of a line."""
    while (piece := stream.readline(_BLOCK)) and not piece.endswith(b"\n"):
        pass
