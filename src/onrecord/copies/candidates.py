"""Pairs of articles worth comparing, without comparing all pairs."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.copies.own_words import OwnText, Shingle

_LEAST_SHARE = 0.04
"""Share of the shorter article's runs of three words that the other must hold too. The most
heavily reworded copies of the development half of the copies set keep .065, two reporters of one
event share .027 (median)."""

_LEAST_RUNS = 4
_LONGEST_POSTING = 16
"""Articles remembered for one run of words. A wire story printed by hundreds is compared with the
first of them only, which keeps the work linear and the group whole."""


def find_candidates(texts: Sequence[OwnText]) -> list[tuple[int, int]]:
    """Pairs (i < j) of positions in `texts` that share enough runs of three own words, in order."""
    postings: dict[Shingle, list[int]] = {}
    found = []
    for number, own in enumerate(texts):
        shared: Counter[int] = Counter()
        for shingle in own.shingles:
            posting = postings.setdefault(shingle, [])
            if posting:
                shared.update(posting)
            if len(posting) < _LONGEST_POSTING:
                posting.append(number)
        size = len(own.shingles)
        for other, runs in shared.items():
            if runs >= max(_LEAST_RUNS, _LEAST_SHARE * min(size, len(texts[other].shingles))):
                found.append((other, number))
    return sorted(found)
