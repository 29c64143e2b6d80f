"""Replaced words that are part of a whole: a name of several words, or a term both texts have."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from onrecord.copies.twins import SMALL
from onrecord.text import fold_word
from onrecord.text.words import WORD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.copies.own_words import Whole
    from onrecord.copies.rewording import Place, Replacement
    from onrecord.copies.twins import Twin

_AGAIN = 2
_IN_NAMES = re.compile(r"[’']?\s+")
"""What may stand between two words of a name."""


class Terms:
    """Which words belong together, in an original and in its copy."""

    def __init__(self, original: Whole, copy: Whole) -> None:
        self._texts = (original, copy)

    def has(self, before: Sequence[str], after: Sequence[str]) -> bool:
        """Whether words are a term in each text: more than one, and there again.

        Headlines count: “harbour master”, in headline and story, is not harbour and master.
        """
        if min(len(before), len(after)) < 2 or not SMALL.isdisjoint((*before, *after)):
            return False
        phrases = zip(self._folded, (before, after), strict=True)
        return all(text.count(f" {' '.join(words)} ") >= _AGAIN for text, words in phrases)

    @cached_property
    def _folded(self) -> tuple[str, ...]:
        """The words of headline and text of each, between single spaces."""
        texts = ((whole.title, whole.text) for whole in self._texts)
        words = ([[fold_word(w) for w in WORD.findall(text)] for text in both] for both in texts)
        return tuple(f" {' '.join(title)} \n {' '.join(text)} " for title, text in words)


def whole_name(
    r: Replacement, place: Place, original: Whole, copy: Whole, twin: Twin
) -> Replacement | None:
    """The name a replacement lies inside of, replaced: “Corvane Harbour Company” for “Harbour”.

    None where it stands at an end: a title before a name changes by itself.
    """
    if not r.is_name:
        return None
    ours, theirs = _Words(original, twin.a), _Words(copy, twin.b)
    i, j, k, m = place
    while ours.joins(i) and theirs.joins(k) and ours.shares(i - 1, theirs, k - 1):
        i, k = i - 1, k - 1
    coupled = ours.couples(j) and theirs.couples(m) and ours.shares(j + 1, theirs, m + 1)
    j, m = (j + 2, m + 2) if coupled else (j, m)
    while ours.joins(j) and theirs.joins(m) and ours.shares(j, theirs, m):
        j, m = j + 1, m + 1
    if not coupled and (i == place.i or j == place.j):
        return None
    return r._replace(
        before=ours.words[i:j],
        after=theirs.words[k:m],
        printed_before=ours.printed(i, j),
        printed_after=theirs.printed(k, m),
        is_term=True,
    )


class _Words:
    """The words of a sentence, folded, and where they stand."""

    def __init__(self, whole: Whole, sentence: int) -> None:
        self.words = whole.sentences[sentence].words
        self._text = whole.text
        self._places = [m.span() for m in WORD.finditer(whole.text, *whole.spans[sentence])]

    def joins(self, k: int) -> bool:
        """Whether nothing but a space parts word `k` from the one before, or a possessor's mark."""
        if not 0 < k < len(self.words):
            return False
        between = self._text[self._places[k - 1][1] : self._places[k][0]]
        return bool(_IN_NAMES.fullmatch(between))

    def shares(self, k: int, other: _Words, m: int) -> bool:
        """Whether one word of a name stands at these places of both sentences."""
        if self.words[k] != other.words[m] or self.words[k] in SMALL:
            return False
        return self.is_capital(k) and other.is_capital(m)

    def is_capital(self, k: int) -> bool:
        """Whether a word begins with a capital."""
        return self._text[self._places[k][0]].isupper()

    def couples(self, k: int) -> bool:
        """Whether “and” stands here with another possessor: the Dockers’ and Pilots’ Union."""
        if k + 1 >= len(self.words) or self.words[k] != "and":
            return False
        end = self._places[k + 1][1]
        return self.words[k + 1].endswith("'s") or self._text[end : end + 1] in ("'", "’")

    def printed(self, first: int, stop: int) -> str:
        """The words as they stand, with the marks between them."""
        start, end = self._places[first][0], self._places[stop - 1][1]
        return " ".join(self._text[start:end].split())
