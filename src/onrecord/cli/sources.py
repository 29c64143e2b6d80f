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

_TOLD_OF_NONE = 2
"""The same where no line of the source is an article line: a page or a picture, say."""


def iter_articles(source: str) -> Iterator[Article]:
    """The article of each line of `source`, a file's name or "-", as soon as it is read.

    A line that is no article line is passed over with a warning; an id that an earlier line has
    gets a number, with a warning. Raises `PathMissing` where there is no such file,
    `NothingReadable` where no line was an article line.
    """
    name = "standard input" if source == "-" else source
    bad = _BadLines(name)
    register = Register()
    good = 0
    with _opened(source) as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                article = article_of_line(line)
            except BadLine as error:
                bad.add(number, error)
                if good:
                    bad.tell(_TOLD_AT_MOST)
                continue
            good += 1
            bad.tell(_TOLD_AT_MOST)
            yield _admitted(register, article, f"{name}, line {number}")
    bad.end(_TOLD_AT_MOST if good else _TOLD_OF_NONE)
    if not good:
        raise NothingReadable(_nothing_in(name, bad.number))


class _BadLines:
    """The lines that are no article lines; those before the first good one are told with it.

    Where there is no good one, the file is of another kind, and a few lines show that.
    """

    def __init__(self, name: str) -> None:
        self.number = 0
        self._name = name
        self._waiting: list[str] = []
        self._told = 0

    def add(self, number: int, error: BadLine) -> None:
        """Remember a bad line."""
        self.number += 1
        if self.number <= _TOLD_AT_MOST:
            self._waiting.append(f"{self._name}, line {number} is left out: {error}")

    def tell(self, limit: int) -> None:
        """Say what is waiting, up to `limit` lines in all."""
        for words in self._waiting[: limit - self._told]:
            say(words)
            self._told += 1
        self._waiting.clear()

    def end(self, limit: int) -> None:
        """Say the rest, and how many more there are."""
        self.tell(limit)
        if self.number > self._told:
            more = self.number - self._told
            say(f"{self._name}: {more} more line{'s are' if more > 1 else ' is'} left out")


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
    return (
        f"no article in {name}: {what}; `onrecord read PATH...` makes article lines of files,"
        " and every stage takes those, not what another stage wrote"
    )


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
