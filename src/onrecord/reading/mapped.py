"""A text that grows from stretches of a source and remembers where each code point stands there.

Runs are made while the text is made, so that no offset is ever searched for. Within a run text and
source agree letter by letter, but for white space, which becomes a plain space one for one.
"""

from __future__ import annotations

import html
import re
from typing import NamedTuple

from onrecord.records import Run

_SPACE = " \t\n\r\f\v\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_DROPPED = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b\u2060\ufeff\ud800-\udfff"
"""What no reader sees: control characters, soft hyphens, zero-width spaces, half surrogates."""
_ODD = re.compile(
    rf"(?P<space>[{_SPACE}]{{2,}}|[{_SPACE[1:]}])|(?P<dropped>[{_DROPPED}]+)"
    r"|(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});?)"
)


class Mapped(NamedTuple):
    """A text and the runs that lead back to its source."""

    text: str
    runs: tuple[Run, ...] = ()


class Writer:
    """Builds a `Mapped` text: `copy` takes over source, `insert` adds what stands in none.

    With `lines`, line breaks of the source stay what they are.
    """

    def __init__(self, *, lines: bool = False) -> None:
        self._lines = lines
        self._parts: list[str] = []
        self._runs: list[Run] = []
        self._length = 0
        self._after_space = True

    @property
    def length(self) -> int:
        """Code points written so far."""
        return self._length

    def insert(self, text: str) -> None:
        """Add text of no source; a line break takes the place of a space, and none comes first."""
        if text == "\n":
            if not self._length:
                return
            self._drop_space()
        if text:
            self._parts.append(text)
            self._length += len(text)
            self._after_space = text[-1].isspace()

    def copy(self, source: str, start: int, end: int, *, entities: bool = False) -> None:
        """Add `source` from `start` to `end`: white space evened out, entities decoded."""
        at = start
        for odd in _ODD.finditer(source, start, end):
            self._take(source, at, odd.start())
            at = odd.end()
            if odd.lastgroup == "space":
                self._space(odd[0], odd.start())
            elif odd.lastgroup == "entity":
                self._entity(source, odd, entities=entities)
        self._take(source, at, end)

    def keep(self, source: str, start: int, end: int) -> None:
        """Add `source` from `start` to `end` as it stands; the text begins with no white space."""
        while start < end and not self._length and source[start].isspace():
            start += 1
        if start < end:
            self._parts.append(source[start:end])
            self._map(start, end - start)

    def line_end(self, start: int) -> None:
        """Add a line break that stands at `start` of the source."""
        if self._length:
            self._parts.append("\n")
            self._map(start, 1)

    def finish(self) -> Mapped:
        """The text so far without white space at its end, and its runs."""
        text = "".join(self._parts)
        kept = text.rstrip()
        runs = list(self._runs)
        while runs and runs[-1].text_start + runs[-1].length > len(kept):
            start, source_start, _ = runs.pop()
            if start < len(kept):
                runs.append(Run(start, source_start, len(kept) - start))
        return Mapped(kept, tuple(runs))

    def _drop_space(self) -> None:
        """Take back a space at the end."""
        if not self._parts or not self._parts[-1].endswith(" "):
            return
        self._parts[-1] = self._parts[-1][:-1]
        self._length -= 1
        last = self._runs[-1] if self._runs else None
        if last and last.text_start + last.length > self._length:
            self._runs.pop()
            if last.length > 1:
                self._runs.append(last._replace(length=last.length - 1))

    def _take(self, source: str, start: int, end: int) -> None:
        """Add a stretch whose only white space is single plain spaces."""
        if start < end and self._after_space and source[start] == " ":
            start += 1
        if start >= end:
            return
        text = source[start:end]
        self._parts.append(text)
        self._map(start, len(text))
        self._after_space = text[-1] == " "

    def _space(self, spaces: str, start: int) -> None:
        if self._lines and "\n" in spaces:
            at = spaces.index("\n")
            self._parts.append("\n")
            self._map(start + at, 1)
            self._after_space = True
        elif not self._after_space:
            self._parts.append(" ")
            self._map(start, 1)
            self._after_space = True

    def _entity(self, source: str, odd: re.Match[str], *, entities: bool) -> None:
        decoded = html.unescape(odd[0]) if entities else odd[0]
        if decoded == odd[0]:
            self._take(source, odd.start(), odd.end())
        elif decoded.isspace():
            if not self._after_space:
                self.insert(" ")
        else:
            self.insert("".join(c for c in decoded if not _INVISIBLE.match(c)))

    def _map(self, source_start: int, length: int) -> None:
        """Note where what is being added stands, in one run with what went before if it can be."""
        last = self._runs[-1] if self._runs else None
        if (
            last
            and last.text_start + last.length == self._length
            and last.source_start + last.length == source_start
        ):
            self._runs[-1] = Run(last.text_start, last.source_start, last.length + length)
        else:
            self._runs.append(Run(self._length, source_start, length))
        self._length += length


_INVISIBLE = re.compile(f"[{_DROPPED}]")
_ODD_IN_TEXT = re.compile("\r\n?|\0+|[\ud800-\udfff]+|\ufeff+")


def exact(source: str, start: int = 0) -> Mapped:
    """A source from `start` as it stands, but for line ends and white space at its ends."""
    writer = Writer(lines=True)
    copy_exactly(writer, source, start, len(source))
    return writer.finish()


def copy_exactly(writer: Writer, source: str, start: int, end: int) -> None:
    """Add a stretch of source as it stands; line ends become line feeds, zero bytes go."""
    at = start
    for odd in _ODD_IN_TEXT.finditer(source, start, end):
        writer.keep(source, at, odd.start())
        if odd[0].startswith("\r"):
            writer.line_end(odd.start())
        at = odd.end()
    writer.keep(source, at, end)


def join(parts: list[tuple[str, Mapped]]) -> Mapped:
    """Mapped texts as one, each after the separator given with it."""
    texts: list[str] = []
    runs: list[Run] = []
    length = 0
    for separator, part in parts:
        length += len(separator)
        runs.extend(Run(length + start, source, n) for start, source, n in part.runs)
        texts += (separator, part.text)
        length += len(part.text)
    return Mapped("".join(texts), tuple(runs))
