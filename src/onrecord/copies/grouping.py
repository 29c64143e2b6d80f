"""Pairs of copies made into groups, without chaining through an article put together from two.

A mash-up takes passages from two articles that have nothing to do with each other; taking its
links as they come would make the three one account. So where an article is linked with two others
that are not linked themselves, and the passages it shares with the one are not those it shares
with the other, only the link with its main source stays: the one that more of its sentences follow
in order. What is fitted in from elsewhere follows no order.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from onrecord.copies.origin import lead_in_words
from onrecord.copies.twins import longest_rising

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.copies.comparisons import Comparisons
    from onrecord.copies.sharing import Shared
    from onrecord.copies.twins import Twin

_SAME_PASSAGES = 0.5
"""Part of the sentences of the smaller of two shared passages that must lie in the other, for the
two to be of one source. .3 to .7 give the same groups on the development half of the copies set
within half a point: `python eval/gate.py copies`."""

_LEAD = 0.05
"""What supplying the earliest shared sentence counts for, against the difference in sentences that
follow the source (-1..1): an article's lead comes from its main source. Same command; .02 to .15
are alike."""

_MOST_SOURCES = 24
"""Texts that one is linked with from which it is a source, whatever it shares with each: nobody
puts an article together from that many."""

_NOWHERE = 1 << 30

Links = dict[int, dict[int, int]]
"""For each text the texts it is linked with, and the bits of its sentences that both share."""


def group_linked(
    texts: Iterable[int], links: Mapping[tuple[int, int], Shared], comparisons: Comparisons
) -> list[list[int]]:
    """The texts in groups, each sorted, the groups in order of their first member."""
    around = _neighbours(links, comparisons)
    cut = _second_sources(around, comparisons)
    return connected(texts, [pair for pair in links if frozenset(pair) not in cut])


def _neighbours(links: Mapping[tuple[int, int], Shared], comparisons: Comparisons) -> Links:
    """The links seen from each end."""
    around: Links = {}
    for (a, b), shared in links.items():
        first = shared.shorter is comparisons.text(a)
        around.setdefault(a, {})[b] = shared.places if first else shared.counterparts
        around.setdefault(b, {})[a] = shared.counterparts if first else shared.places
    return around


def _second_sources(around: Links, comparisons: Comparisons) -> set[frozenset[int]]:
    """Links of a mash-up with all but its main source.

    Mash-ups of the same two articles that are copies of one another are judged together. Where the
    words say that both took from the middle one, it is no mash-up but their source.
    """
    between: dict[tuple[int, int], dict[int, float]] = {}
    for middle, linked in around.items():
        if len(linked) > _MOST_SOURCES:
            continue
        for x, y in combinations(sorted(linked), 2):
            if y in around[x] or _is_same_passage(linked[x], linked[y]):
                continue
            if sum(lead_in_words(middle, k, comparisons) for k in (x, y)) <= 0:
                claim = _claim(comparisons.taken(middle, x), comparisons.taken(middle, y))
                between.setdefault((x, y), {})[middle] = claim
    cut = set()
    for (x, y), claims in between.items():
        for middle, claim in claims.items():
            others = sum(claims[k] for k in sorted(claims) if k in around[middle])
            cut.add(frozenset((middle, y if claim + others >= 0 else x)))
    return cut


def _is_same_passage(x: int, y: int) -> bool:
    """Whether two sets of sentences of one text, given as bits, overlap for the most part."""
    return (x & y).bit_count() >= _SAME_PASSAGES * min(x.bit_count(), y.bit_count())


def _claim(x: Sequence[Twin], y: Sequence[Twin]) -> float:
    """How much likelier the first is the main source of a text with these twins in two others."""
    in_x, in_y = ({twin.a: twin.likeness for twin in twins} for twins in (x, y))
    of_x = [twin for twin in x if twin.likeness > in_y.get(twin.a, 0.0)]
    of_y = [twin for twin in y if twin.likeness > in_x.get(twin.a, 0.0)]
    follows = [len(longest_rising([twin.b for twin in twins])) for twins in (of_x, of_y)]
    more = (follows[0] - follows[1]) / max(1, sum(follows))
    return more + _LEAD * _earlier(of_x, of_y)


def _earlier(x: Sequence[Twin], y: Sequence[Twin]) -> int:
    """1 where the first sentence of `x` stands before that of `y`, -1 after it, 0 if the same."""
    first, second = (twins[0].a if twins else _NOWHERE for twins in (x, y))
    return (first < second) - (first > second)


def connected(texts: Iterable[int], pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The texts in parts that no pair joins.

    >>> connected(range(4), [(0, 3), (1, 3)])
    [[0, 1, 3], [2]]
    """
    parent = {text: text for text in texts}

    def root(k: int) -> int:
        while parent[k] != k:
            parent[k] = parent[parent[k]]
            k = parent[k]
        return k

    for a, b in pairs:
        parent[root(b)] = root(a)
    parts: dict[int, list[int]] = {}
    for k in sorted(parent):
        parts.setdefault(root(k), []).append(k)
    return list(parts.values())
