"""Article lines from a file or standard input, with a word on every line that is none."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from onrecord.cli.edge import say
from onrecord.errors import BadLine, NothingReadable, PathMissing
from onrecord.export import article_of_line
from onrecord.reading.identity import Register

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from onrecord.records import Article

_TOLD_AT_MOST = 20
"""Bad lines that get a warning of their own; those after them are counted."""


def iter_articles(source: str, *, distinct: bool = False) -> Iterator[Article]:
    """The article of each line of `source`, a file's name or "-", as soon as it is read.

    A line that is no article line is passed over with a warning; with `distinct`, an id that an
    earlier line has gets a number, with a warning. Raises `PathMissing` where there is no such
    file, `NothingReadable` where no line was an article line.
    """
    name = "standard input" if source == "-" else source
    good, bad = 0, 0
    register = Register()
    with _opened(source) as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                article = article_of_line(line)
            except BadLine as error:
                bad += 1
                if bad <= _TOLD_AT_MOST:
                    say(f"{name}, line {number} is left out: {error}")
                continue
            good += 1
            yield _admitted(register, article, f"{name}, line {number}") if distinct else article
    if bad > _TOLD_AT_MOST:
        say(f"{name}: {bad - _TOLD_AT_MOST} more lines are left out")
    if not good:
        raise NothingReadable(_nothing_in(name, bad))


def _admitted(register: Register, article: Article, place: str) -> Article:
    """The article under an id of its own."""
    admitted, problem = register.admit(article)
    if problem:
        say(f"{place}: {problem.message}")
    return admitted


def _nothing_in(name: str, bad: int) -> str:
    """Why no article came of a source, and what to do instead."""
    what = "it is empty"
    if bad:
        lines = f"none of its {bad} lines is an" if bad > 1 else "its only line is no"
        what = f"{lines} article line"
    return f"no article in {name}: {what}; `onrecord read PATH...` makes article lines of files"


@contextmanager
def _opened(source: str) -> Iterator[BinaryIO]:
    """A file, or standard input for "-", as lines of bytes."""
    if source == "-":
        if sys.stdin is None:
            raise NothingReadable("standard input is closed; name a file of article lines")
        if sys.stdin.isatty():
            say("reading article lines from the keyboard; Ctrl-D ends them, --help tells more")
        yield sys.stdin.buffer
        return
    try:
        file = open(source, "rb")  # noqa: SIM115  closed below; only opening it may fail like this
    except FileNotFoundError:
        raise PathMissing(f"there is no file {source}") from None
    except IsADirectoryError:
        raise NothingReadable(
            f"{source} is a folder; `onrecord read {source}` makes article lines of what is in it"
        ) from None
    except OSError as error:
        raise NothingReadable(f"{source} cannot be read: {error.strerror}") from error
    with file:
        yield file
