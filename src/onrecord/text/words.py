"""Words of a text with their places."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.records import Span

WORD = re.compile(r"[^\W_]+(?:[’'\u02bc\xad.&-](?=[^\W_])[^\W_]+)*")
"""Letters and digits; a mark between two of them (it's, U.S, 1,000 not) holds a word together."""


class Word(NamedTuple):
    """A word as printed, with its place."""

    text: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The word's place as a span."""
        return Span(self.start, self.end)


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Words between two offsets, in order.

    >>> [w.text for w in words_of("It’s half-done, she said.")]
    ['It’s', 'half-done', 'she', 'said']
    """
    stop = len(text) if end is None else end
    return [Word(m.group(), m.start(), m.end()) for m in WORD.finditer(text, start, stop)]
