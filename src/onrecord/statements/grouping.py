"""Units made into groups by average linkage, each article counting once.

Two groups are as like as the articles in them on average, where two articles are as like as the
likest two units they have in the groups: an article that says a thing three times weighs no more
than one that says it once.
"""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

from onrecord.statements.blocking import find_pairs
from onrecord.statements.likeness import NONE, RELATED, Likeness, compare_units, is_part, repeats

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.statements.rarity import Counts, Relatedness
    from onrecord.statements.units import Unit

_EXEMPLARS = 8
"""Articles of a group that stand for it when it is compared, so that a statement that hundreds
carry does not cost the square of their number."""


_FULLEST = 3
"""Quotations of a group that stand for it when it is asked what quotation holds what."""

_REMEMBERED = 1_000_000
"""Pairs of units whose likeness is remembered at a time, to bound memory."""

_CONTAINED = 0.75
"""Part of the shorter quotation's words, in runs, that the longer one holds from which it holds
that quotation."""


class Collection:
    """The units of a collection and how like they are; what was compared is remembered."""

    def __init__(
        self, units: Sequence[Unit], counts: Sequence[Counts], related: Relatedness
    ) -> None:
        self.units = units
        self._counts = counts
        self._related = related
        self._known: dict[int, Likeness] = {}

    def likeness(self, i: int, j: int) -> Likeness:
        """How surely the units at two positions are the same thing said."""
        i, j = (i, j) if i < j else (j, i)
        key = i * len(self.units) + j
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self.forget()
            known = self._known[key] = self._compare(i, j)
        return known

    def forget(self) -> None:
        """Forget what was compared, to free memory; it will be compared again if asked for."""
        self._known.clear()

    def _compare(self, i: int, j: int) -> Likeness:
        a, b = self.units[i], self.units[j]
        related = self._related.between(a.article, b.article)
        if related < RELATED:
            return NONE
        return compare_units(a, b, (self._counts[a.article], self._counts[b.article]), related)


def group_units(collection: Collection, threshold: float) -> list[list[int]]:
    """Positions of units in groups, each sorted, in order of the first."""
    alike = _same_words(collection, threshold)
    grouped = _link(collection, alike, threshold)
    return sorted(sorted(k for first in group for k in alike[first]) for group in grouped)


def _same_words(collection: Collection, threshold: float) -> dict[int, list[int]]:
    """Units that read the same, by the first of them, which then stands for them all.

    What a hundred outlets print in one wording is compared with the rest once.
    """
    firsts: dict[tuple[tuple[str, ...], bool], list[int]] = {}
    alike: dict[int, list[int]] = {}
    for k, unit in enumerate(collection.units):
        known = firsts.setdefault((unit.words, unit.denies), [])
        for first in known:
            if collection.likeness(first, k).score >= threshold:
                alike[first].append(k)
                break
        else:
            known.append(k)
            alike[k] = [k]
    return alike


def _link(
    collection: Collection, alike: Mapping[int, Sequence[int]], threshold: float
) -> list[list[int]]:
    """The first units of those `alike` in groups by average linkage."""
    chosen = list(alike)
    units = [collection.units[k] for k in chosen]
    made = len(collection.units)
    near: dict[int, set[int]] = {}
    heap = []
    for i, j in ((chosen[a], chosen[b]) for a, b in find_pairs(units)):
        score = collection.likeness(i, j).score
        if score >= threshold:
            near.setdefault(i, set()).add(j)
            near.setdefault(j, set()).add(i)
            heap.append((-score, i, j))
    heapq.heapify(heap)
    groups = {k: [k] for k in near}
    within = {k: _by_article(alike[k], collection) for k in near}
    alone = [[k] for k in chosen if k not in near]
    while heap:
        _, x, y = heapq.heappop(heap)
        if x not in groups or y not in groups:
            continue
        wholes = _quotations(groups[x] + groups[y], collection)
        together = _together(within[x], within[y], wholes, collection)
        if together is None:
            continue
        within[made] = together
        groups[made] = sorted(groups.pop(x) + groups.pop(y))
        near[made] = (near.pop(x) | near.pop(y)) - {x, y}
        for other in sorted(near[made]):
            near[other] = (near[other] - {x, y}) | {made}
            score = _linkage(groups[made], groups[other], collection)
            if score >= threshold:
                heapq.heappush(heap, (-score, other, made))
        made += 1
    return alone + list(groups.values())


def _together(
    x: Mapping[int, Sequence[int]],
    y: Mapping[int, Sequence[int]],
    wholes: Sequence[int],
    collection: Collection,
) -> dict[int, list[int]] | None:
    """Units of both groups by article; None where an article would say two things in one group.

    In each article all have to say again what the longest of them says, or be parts of one
    quotation: of one of `wholes`, the fullest in both groups.
    """
    both = {article: [*x.get(article, ()), *y.get(article, ())] for article in [*x, *y]}
    known = [collection.units[k] for k in wholes]
    for article in x.keys() & y.keys():
        units = [collection.units[k] for k in both[article]]
        longest = max(units, key=lambda unit: (len(unit.stems), len(unit.words), -unit.number))
        apart = [unit for unit in units if not repeats(unit, longest)]
        if apart and not any(all(is_part(u, whole) for u in apart) for whole in known):
            return None
    return both


def _linkage(x: Sequence[int], y: Sequence[int], collection: Collection) -> float:
    """Mean over pairs of articles of the likest two units; 0 where two must stay apart.

    Where a quotation in one group holds one in the other, their likeness counts if it is more: cut
    to two ends, a quotation has parts with no word in common, and one outlet may name another day.
    """
    contained = _contained(x, y, collection)
    left = list(_by_article(x, collection).values())[:_EXEMPLARS]
    right = list(_by_article(y, collection).values())[:_EXEMPLARS]
    best = []
    for ours in left:
        for theirs in right:
            pairs = [collection.likeness(i, j) for i in ours for j in theirs]
            if any(pair.apart for pair in pairs):
                return contained
            best.append(max(pair.score for pair in pairs))
    return max(sum(best) / len(best), contained)


def _contained(x: Sequence[int], y: Sequence[int], collection: Collection) -> float:
    """The greatest likeness of two fullest quotations of which one holds the other, else 0."""
    best = 0.0
    for i in _quotations(x, collection):
        for j in _quotations(y, collection):
            like = collection.likeness(i, j)
            if like.runs >= _CONTAINED and like.speakers != "different":
                best = max(best, like.score)
    return best


def _quotations(group: Sequence[int], collection: Collection) -> list[int]:
    """The units whose words are all quoted, the fullest few, those of most words first."""
    quoted = [k for k in group if collection.units[k].is_quoted]
    return sorted(quoted, key=lambda k: (-len(collection.units[k].words), k))[:_FULLEST]


def _by_article(group: Iterable[int], collection: Collection) -> dict[int, list[int]]:
    """Units of the group by article."""
    by_article: dict[int, list[int]] = {}
    for k in group:
        by_article.setdefault(collection.units[k].article, []).append(k)
    return by_article
