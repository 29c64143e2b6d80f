"""Pairs of copies made into groups, without chaining through an article put together from two.

A mash-up takes passages from two articles that have nothing to do with each other; taking its
links as they come would make the three one account. So where an article is linked with two others
that are not linked themselves, and the passages it shares with the one are not those it shares
with the other, only the link with its main source stays.
"""

from __future__ import annotations

from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from onrecord.copies.own_words import shingles_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.copies.own_words import OwnText, Shingle
    from onrecord.copies.sharing import Shared

_SAME_PASSAGES = 0.5
"""Part of the sentences of the smaller of two shared passages that must lie in the other, for the
two to be of one source. .3 to .7 give the same groups on the development half of the copies set
within half a point: `python eval/gate.py copies`."""

_LEAD = 0.3
"""What supplying the earliest shared sentence counts for, against the difference in shared runs of
words (-1..1): an article's lead comes from its main source. Same command; .1 to .5 are alike."""

Links = dict[int, dict[int, int]]
"""For each text the texts it is linked with, and the bits of its sentences that both share."""


def group_linked(
    texts: Sequence[OwnText], links: Mapping[tuple[int, int], Shared]
) -> list[list[int]]:
    """Positions of `texts` in groups, each sorted, the groups in order of their first member."""
    around = _neighbours(texts, links)
    cut = _second_sources(texts, around)
    return _components(len(texts), [pair for pair in links if frozenset(pair) not in cut])


def _neighbours(texts: Sequence[OwnText], links: Mapping[tuple[int, int], Shared]) -> Links:
    """The links seen from each end."""
    around: Links = {}
    for (a, b), shared in links.items():
        first = shared.shorter is texts[a]
        around.setdefault(a, {})[b] = shared.places if first else shared.counterparts
        around.setdefault(b, {})[a] = shared.counterparts if first else shared.places
    return around


def _second_sources(texts: Sequence[OwnText], around: Links) -> set[frozenset[int]]:
    """Links of a mash-up with all but its main source."""

    @cache
    def runs(k: int) -> set[Shingle]:
        return shingles_of(texts[k].everything, 3)

    @cache
    def common(a: int, b: int) -> int:
        return len(runs(a) & runs(b))

    cut = set()
    for middle, linked in around.items():
        for x, y in combinations(sorted(linked), 2):
            if y in around[x] or _is_same_passage(linked[x], linked[y]):
                continue
            more = common(middle, x) - common(middle, y)
            both = common(middle, x) + common(middle, y)
            claim = more / max(1, both) + _LEAD * _earlier(linked[x], linked[y])
            cut.add(frozenset((middle, y if claim >= 0 else x)))
    return cut


def _is_same_passage(x: int, y: int) -> bool:
    """Whether two sets of sentences of one text, given as bits, overlap for the most part."""
    return (x & y).bit_count() >= _SAME_PASSAGES * min(x.bit_count(), y.bit_count())


def _earlier(x: int, y: int) -> int:
    """1 where the first sentence of `x` stands before that of `y`, -1 after it, 0 if the same."""
    first, second = x & -x, y & -y
    return (first < second) - (first > second)


def _components(size: int, pairs: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Connected components."""
    parent = list(range(size))

    def root(k: int) -> int:
        while parent[k] != k:
            parent[k] = parent[parent[k]]
            k = parent[k]
        return k

    for a, b in pairs:
        parent[root(b)] = root(a)
    groups: dict[int, list[int]] = {}
    for k in range(size):
        groups.setdefault(root(k), []).append(k)
    return sorted(groups.values())
