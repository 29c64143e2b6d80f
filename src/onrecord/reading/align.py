"""Which words of a page an extractor kept: one monotone alignment of two word lists.

Runs of four words that stand in both lists (and not too often) are chained so that neither list is
ever read backwards, as long as can be (Hunt and Szymanski 1977); the chain grows into the gaps
beside it, and what is left between two places is chained again with shorter runs. Time grows with
the number of words, not with its square.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_GRAMS = (4, 2)
_MOST_PLACES = 8
"""Places of one run of words that are looked at."""


def align_words(page: Sequence[str], kept: Sequence[str]) -> list[int]:
    """For each word of `page` the index of the word of `kept` it is, or -1.

    >>> align_words("a b c d e x f".split(), "b c d e f".split())
    [-1, 0, 1, 2, 3, -1, 4]
    """
    found = [-1] * len(page)
    for gram in _GRAMS:
        for page_gap, kept_gap in _gaps(found, len(kept)):
            for at, to in _chain(page[slice(*page_gap)], kept[slice(*kept_gap)], gram):
                for step in range(gram):
                    found[page_gap[0] + at + step] = kept_gap[0] + to + step
        _grow(page, kept, found)
    return found


def _gaps(found: list[int], kept: int) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Stretches of both lists that hold words not yet aligned, side by side."""
    gaps = []
    start, last = 0, -1
    for i, to in enumerate([*found, kept]):
        if to < 0:
            continue
        if i > start and to > last + 1:
            gaps.append(((start, i), (last + 1, to)))
        start, last = i + 1, to
    return gaps


def _chain(page: Sequence[str], kept: Sequence[str], gram: int) -> list[tuple[int, int]]:
    """The longest chain of shared runs that goes forward in both lists."""
    places: dict[tuple[str, ...], list[int]] = {}
    for i in range(len(page) - gram + 1):
        places.setdefault(tuple(page[i : i + gram]), []).append(i)
    tails: list[int] = []  # the smallest place in the page a chain of each length can end at
    ends: list[int] = []
    links: list[tuple[int, int, int]] = []  # place in the page, place in the kept, link before
    seen: dict[tuple[str, ...], int] = {}
    for to in range(len(kept) - gram + 1):
        run = tuple(kept[to : to + gram])
        at_all = places.get(run, [])
        if len(at_all) > _MOST_PLACES:  # the third of many is likely the third of many
            count = seen[run] = seen.get(run, -1) + 1
            at_all = at_all[count : count + 1]
        for at in reversed(at_all):
            rank = bisect_left(tails, at)
            links.append((at, to, ends[rank - 1] if rank else -1))
            tails[rank : rank + 1] = [at]
            ends[rank : rank + 1] = [len(links) - 1]
    return _consistent(links, ends[-1] if ends else -1, gram)


def _consistent(links: list[tuple[int, int, int]], end: int, gram: int) -> list[tuple[int, int]]:
    """The chain that ends at a link, without runs that overlap the next one unevenly."""
    chain: list[tuple[int, int]] = []
    while end >= 0:
        at, to, end = links[end]
        if chain:
            later_at, later_to = chain[-1]
            gap_at, gap_to = later_at - at, later_to - to
            if min(gap_at, gap_to) < gram and gap_at != gap_to:
                continue
        chain.append((at, to))
    return chain[::-1]


def _grow(page: Sequence[str], kept: Sequence[str], found: list[int]) -> None:
    """Align words next to aligned ones, forward and then backward."""
    for (low, high), (first, stop) in _gaps(found, len(kept)):
        longest = min(high - low, stop - first)
        ahead = 0
        while ahead < longest and page[low + ahead] == kept[first + ahead]:
            found[low + ahead] = first + ahead
            ahead += 1
        back = 1
        while back <= longest - ahead and page[high - back] == kept[stop - back]:
            found[high - back] = stop - back
            back += 1
