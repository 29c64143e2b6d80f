"""The nearest neighbours of each article of a collection, without keeping all pairs.

Memory is a fixed number of neighbours an article, whatever the size of the collection. Words that
thousands of articles hold count in a cosine but propose no neighbours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from onrecord.stories.likeness import company, likeness, nearness_in_time

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.stories.profiles import Profile
    from onrecord.stories.vectors import Vectors

KEPT = 50
"""Neighbours kept for an article: larger stories hold together by these."""

_PROPOSING = 2000
"""Articles that hold a word at most for it to propose neighbours."""

_FAINT = 0.05
"""Likeness that is not worth keeping."""

_LAST_DAY = 200
"""Days apart after which further ones change nothing."""


class Near(NamedTuple):
    """The neighbours of one article, nearest first: their numbers, and a figure for each.

    `kept` is the share of those near enough that these are: less than all in a very large story.
    """

    numbers: np.ndarray
    figures: np.ndarray
    kept: float = 1.0


def find_neighbours(profiles: Sequence[Profile], vectors: Vectors) -> list[Near]:
    """The neighbours of each article with their likeness, `KEPT` at most."""
    cosines, companies = [], np.empty(len(profiles))
    for number, (own, near) in enumerate(_nearest(vectors, profiles)):
        companies[number] = own
        cosines.append(near)
    found = []
    for number, (others, figures, kept) in enumerate(cosines):
        both = companies[number], companies[others]
        ours, theirs = vectors.sizes[number], vectors.sizes[others]
        likes = likeness(figures, both, (np.minimum(ours, theirs), np.maximum(ours, theirs)))
        worth = likes >= _FAINT
        found.append(Near(others[worth], likes[worth], kept))
    return found


class _Holders(NamedTuple):
    """For each word the articles that hold it, and its weight in each; none for too common ones."""

    starts: np.ndarray
    counts: np.ndarray
    articles: np.ndarray
    weights: np.ndarray
    common: np.ndarray


def _nearest(vectors: Vectors, profiles: Sequence[Profile]) -> Iterator[tuple[float, Near]]:
    """How near each article's own company is, and its neighbours with their cosines.

    Days count in the cosines, and not in the company: what an article is like does not change.
    """
    size = len(profiles)
    holders = _index(vectors, size)
    days = np.array([np.nan if p.day is None else p.day for p in profiles])
    fading = np.array([nearness_in_time(0, day) for day in range(_LAST_DAY + 1)])
    for number in range(size):
        words, weights = vectors.row(number)
        cosines = _proposed(holders, words, weights, size)
        cosines[number] = 0.0
        others = _largest(cosines)
        figures = (
            _exactly(vectors, number, others) if holders.common[words].any() else cosines[others]
        )
        own = company(np.sort(figures)[::-1].tolist())
        long = max(1, vectors.sizes[number])
        enough = np.count_nonzero(likeness(cosines, (own, own), (long, long)) >= 1)
        apart = np.nan_to_num(np.abs(days[others] - days[number])).astype(np.int64)
        faded = figures * fading[np.minimum(apart, _LAST_DAY)]
        order = np.lexsort((others, -faded))[:KEPT]
        yield own, Near(others[order], faded[order], min(1.0, KEPT / max(1, int(enough))))


def _index(vectors: Vectors, size: int) -> _Holders:
    """Who holds which word."""
    counts = np.bincount(vectors.words, minlength=len(vectors.names))
    order = np.argsort(vectors.words, kind="stable")
    common = counts > _PROPOSING
    rows = np.repeat(np.arange(size), np.diff(vectors.starts))
    starts = np.cumsum(counts) - counts
    proposing = np.where(common, 0, counts)
    return _Holders(starts, proposing, rows[order], vectors.weights[order], common)


def _proposed(holders: _Holders, words: np.ndarray, weights: np.ndarray, size: int) -> np.ndarray:
    """The cosines of one article with all others, as far as words propose them."""
    counts = holders.counts[words]
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    places = np.repeat(holders.starts[words] - (ends - counts), counts) + np.arange(total)
    products = np.repeat(weights, counts) * holders.weights[places]
    return np.bincount(holders.articles[places], products, minlength=size)


def _largest(cosines: np.ndarray) -> np.ndarray:
    """Numbers of the largest cosines, those above nothing; twice as many as are kept."""
    found = np.flatnonzero(cosines)
    if len(found) <= 2 * KEPT:
        return found
    limit = np.partition(cosines[found], -2 * KEPT)[-2 * KEPT]
    return np.asarray(found[cosines[found] >= limit])


def _exactly(vectors: Vectors, number: int, others: np.ndarray) -> np.ndarray:
    """The cosines of one article with others, every word counted."""
    own = np.zeros(len(vectors.names))
    words, weights = vectors.row(number)
    own[words] = weights
    return np.array([own[theirs] @ weigh for theirs, weigh in map(vectors.row, others)])
