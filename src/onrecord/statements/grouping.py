"""Units made into groups by average linkage, each article counting once.

Two groups are as like as the articles in them on average, where two articles are as like as the
likest two units they have in the groups: an article that says a thing three times weighs no more
than one that says it once.
"""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

from onrecord.statements.blocking import find_pairs
from onrecord.statements.likeness import NONE, RELATED, Likeness, compare_units

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.statements.rarity import Counts, Relatedness
    from onrecord.statements.units import Unit

_EXEMPLARS = 8
"""Articles of a group that stand for it when it is compared, so that a statement that hundreds
carry does not cost the square of their number."""


class Collection:
    """The units of a collection and how like they are, each pair compared once."""

    def __init__(
        self, units: Sequence[Unit], counts: Sequence[Counts], related: Relatedness
    ) -> None:
        self.units = units
        self._counts = counts
        self._related = related
        self._known: dict[tuple[int, int], Likeness] = {}

    def likeness(self, i: int, j: int) -> Likeness:
        """How surely the units at two positions are the same thing said."""
        key = (i, j) if i < j else (j, i)
        if key not in self._known:
            self._known[key] = self._compare(*key)
        return self._known[key]

    def _compare(self, i: int, j: int) -> Likeness:
        a, b = self.units[i], self.units[j]
        related = self._related.between(a.article, b.article)
        if related < RELATED:
            return NONE
        return compare_units(a, b, (self._counts[a.article], self._counts[b.article]), related)


def group_units(collection: Collection, threshold: float) -> list[list[int]]:
    """Positions of units in groups, each sorted, in order of the first."""
    alike = _same_words(collection, threshold)
    grouped = _link(collection, list(alike), threshold)
    return sorted(sorted(k for first in group for k in alike[first]) for group in grouped)


def _same_words(collection: Collection, threshold: float) -> dict[int, list[int]]:
    """Units that read the same, by the first of them, which then stands for them all.

    What a hundred outlets print in one wording is compared with the rest once.
    """
    firsts: dict[tuple[str, ...], list[int]] = {}
    alike: dict[int, list[int]] = {}
    for k, unit in enumerate(collection.units):
        known = firsts.setdefault(unit.words, [])
        for first in known:
            if collection.likeness(first, k).score >= threshold:
                alike[first].append(k)
                break
        else:
            known.append(k)
            alike[k] = [k]
    return alike


def _link(collection: Collection, chosen: Sequence[int], threshold: float) -> list[list[int]]:
    """The chosen units in groups by average linkage."""
    units = [collection.units[k] for k in chosen]
    groups = {k: [k] for k in chosen}
    made = len(collection.units)
    near: dict[int, set[int]] = {k: set() for k in chosen}
    heap = []
    for i, j in ((chosen[a], chosen[b]) for a, b in find_pairs(units)):
        score = collection.likeness(i, j).score
        if score >= threshold:
            near[i].add(j)
            near[j].add(i)
            heap.append((-score, i, j))
    heapq.heapify(heap)
    while heap:
        _, x, y = heapq.heappop(heap)
        if x not in groups or y not in groups:
            continue
        groups[made] = sorted(groups.pop(x) + groups.pop(y))
        near[made] = (near.pop(x) | near.pop(y)) - {x, y}
        for other in sorted(near[made]):
            near[other] = (near[other] - {x, y}) | {made}
            score = _linkage(groups[made], groups[other], collection)
            if score >= threshold:
                heapq.heappush(heap, (-score, other, made))
        made += 1
    return list(groups.values())


def _linkage(x: Iterable[int], y: Iterable[int], collection: Collection) -> float:
    """Mean over pairs of articles of the likest two units."""
    left, right = _by_article(x, collection), _by_article(y, collection)
    best = [
        max(collection.likeness(i, j).score for i in ours for j in theirs)
        for ours in left
        for theirs in right
    ]
    return sum(best) / len(best)


def _by_article(group: Iterable[int], collection: Collection) -> list[list[int]]:
    """Units of the group by article, of the first few articles."""
    by_article: dict[int, list[int]] = {}
    for k in group:
        by_article.setdefault(collection.units[k].article, []).append(k)
    return list(by_article.values())[:_EXEMPLARS]
