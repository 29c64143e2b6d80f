"""Which sentences of one text another one carries."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from onrecord.statements.vocabulary import words_in

if TYPE_CHECKING:
    from collections.abc import Sequence

_CARRIED = 0.5
_REORDERED = 0.8
"""Likeness from which a sentence is carried, and what the same words in another order are
worth. Measured on the development half of the coverage set: `python eval/gate.py coverage`."""

_SHORTEST = 2


def align_sentences(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Positions of sentences of `a` and of those of `b` that carry them, each used once, in order.

    >>> align_sentences(["It rained.", "The gate failed twice."], ["The gate had failed twice."])
    [(1, 0)]
    """
    left, right = [words_in(s) for s in a], [words_in(s) for s in b]
    scored = sorted(_scored(left, right))
    taken_a, taken_b, found = set(), set(), []
    for _, _, i, j in scored:
        if i not in taken_a and j not in taken_b:
            taken_a.add(i)
            taken_b.add(j)
            found.append((i, j))
    return sorted(found)


def _scored(
    left: Sequence[tuple[str, ...]], right: Sequence[tuple[str, ...]]
) -> list[tuple[float, float, int, int]]:
    """Pairs that are like enough: the likest first, then those at the same height of both texts."""
    found = []
    for j, other in enumerate(right):
        matcher = SequenceMatcher(None, "", other, autojunk=False)
        for i, words in enumerate(left):
            unordered = _common(words, other)
            if min(len(words), len(other)) < _SHORTEST or unordered < _CARRIED:
                continue
            matcher.set_seq1(words)
            likeness = max(matcher.ratio(), _REORDERED * unordered)
            if likeness >= _CARRIED:
                apart = abs(i / len(left) - j / len(right))
                found.append((-likeness, apart, i, j))
    return found


def _common(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """Twice the words both hold, in any order, over the words of both."""
    both = len(a) + len(b)
    return 2 * (Counter(a) & Counter(b)).total() / both if both else 0.0
