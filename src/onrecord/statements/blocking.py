"""Pairs of units worth comparing, without comparing all pairs."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.statements.units import Unit

_LONGEST_POSTING = 60
"""Units remembered for one word. Words of a quotation that hundreds carry lead to the first of
them, whose group the others then join; words that stand everywhere lead to chance units only."""

_FRAGMENT = 2
"""Content words of a unit so short that sharing one of them makes it worth comparing."""

_REPEATED = 0.25
"""Content words that two units of one article share, for each that one of them has, below which
neither says the other again unless it is all of a quotation."""

_NEVER = 1_000_000
"""More content words than any unit has: what nobody quotes is no part of a quotation."""


def find_pairs(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Pairs (i < j) of positions in `units` that share two content words; one for a fragment."""
    postings: dict[str, list[int]] = {}
    told = [float(len(unit.marked) or _NEVER) for unit in units]
    fragments = [len(unit.stems) <= _FRAGMENT for unit in units]
    for number, unit in enumerate(units):
        shared: Counter[int] = Counter()
        for word in unit.stems:
            posting = postings.setdefault(word, [])
            shared.update(posting)
            if len(posting) < _LONGEST_POSTING:
                posting.append(number)
        one_will_do = fragments[number]
        near = [k for k, times in shared.items() if times > 1 or one_will_do or fragments[k]]
        for k in sorted(near):
            # most of the words of both, or all that one of the two quotes
            enough = min(_REPEATED * (len(unit.stems) + len(units[k].stems)), told[number], told[k])
            if unit.article != units[k].article or shared[k] >= enough:
                yield k, number
