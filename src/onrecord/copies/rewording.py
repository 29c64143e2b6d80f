"""What one article made of the other's words: the words replaced, twin by twin."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from onrecord.copies.twins import SMALL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onrecord.copies.own_words import Sentence
    from onrecord.copies.twins import Twin

_LONGEST = 4
"""Words on either side of a replacement; a longer one is a rewritten passage, no word swapped."""

SURE = 0.6
"""Likeness of two sentences from which one case tells that words were replaced."""


class Place(NamedTuple):
    """Which words of the one sentence (`i` up to `j`) stand for which of the other (`k` to `m`)."""

    i: int
    j: int
    k: int
    m: int


class Replacement(NamedTuple):
    """Words of one sentence that stand where other words stood: folded and as printed.

    `alike` where the two sentences are enough so to tell it from one case; `is_term` where the
    words belong together and are never told apart.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    printed_before: str
    printed_after: str
    is_name: bool
    alike: bool
    is_term: bool = False

    def turned(self) -> Replacement:
        """The same replacement told from the other side."""
        return Replacement(
            self.after,
            self.before,
            self.printed_after,
            self.printed_before,
            self.is_name,
            self.alike,
        )


def find_replacements(
    original: Sequence[Sentence], copy: Sequence[Sentence], twins: Iterable[Twin]
) -> tuple[Replacement, ...]:
    """Words of the twins' first sentences that stand replaced in their second ones, in order."""
    found: list[Replacement] = []
    for twin in twins:
        alike = twin.likeness >= SURE
        found += (r for r, _ in replaced_within(original[twin.a], copy[twin.b], alike=alike))
    return tuple(found)


def replaced_within(
    original: Sentence, copy: Sentence, *, alike: bool
) -> Iterator[tuple[Replacement, Place]]:
    """What was replaced between two sentences that are one, and where."""
    if original.words == copy.words:
        return
    matcher = SequenceMatcher(None, original.words, copy.words, autojunk=False)
    for op, *place in _longer_names(matcher.get_opcodes(), original, copy):
        i, j, k, m = place
        if op == "replace" and 0 < j - i <= _LONGEST and 0 < m - k <= _LONGEST:
            before, after = original.printed[i:j], copy.printed[k:m]
            if _letters(original.words[i:j]) == _letters(copy.words[k:m]):
                continue
            replacement = Replacement(
                original.words[i:j],
                copy.words[k:m],
                " ".join(before),
                " ".join(after),
                is_name=i > 0 and k > 0 and _is_name(before) and _is_name(after),
                alike=alike,
            )
            yield replacement, Place(i, j, k, m)


def _longer_names(
    steps: Iterable[tuple[str, int, int, int, int]], original: Sentence, copy: Sentence
) -> Iterator[tuple[str, int, int, int, int]]:
    """The steps of a word diff, a name made longer or shorter told as one name for another."""
    for op, i, j, k, m in steps:
        if op in ("insert", "delete") and i and k:
            longer = (original.printed[i - 1 : j], copy.printed[k - 1 : m])
            if all(map(_is_name, longer)) and all(w[0].isupper() for side in longer for w in side):
                yield "replace", i - 1, j, k - 1, m
        else:
            yield op, i, j, k, m


def _letters(words: Sequence[str]) -> str:
    """The words run together without marks: “E.U. to” and “E.U.to” are no two wordings."""
    return "".join(c for word in words for c in word if c.isalnum())


def _is_name(words: Sequence[str]) -> bool:
    """Whether each word but the small ones begins with a capital, and one is longer than “I”."""
    telling = [w for w in words if (len(w) > 3 or w[0].isupper()) and w.casefold() not in SMALL]
    return bool(telling) and all(w[0].isupper() for w in telling) and max(map(len, telling)) > 1
