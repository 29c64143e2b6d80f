"""Pairs of articles worth comparing, without comparing all pairs.

All runs of three words of all articles are sorted at once; articles that share a run then stand
side by side. A run that many articles print says little about any two of them, and pairing them
all would cost the square of their number, so of such a run's articles each is paired with the
first and with the one before it only. A wire story printed by hundreds is linked all the same:
its runs all lead to the same few articles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from onrecord.copies.fingerprints import Fingerprint

    Numbers = NDArray[np.uint64]

_LEAST_SHARE = 0.04
"""Share of the shorter article's runs of three words that the other must hold too. The most
heavily reworded copies of the development half of the copies set keep .065, two reporters of one
event share .027 (median)."""

_LEAST_RUNS = 4
_ALL_PAIRED = 24
"""Articles of one run that are all paired with one another."""

_FREQUENT = 3
"""Runs printed by more articles than that which weigh as much as one that is printed by few: most
belong to what an outlet prints under every story. A whole wire story passes all the same."""

_HALF = np.uint64(32)
_LOW = np.uint64(0xFFFFFFFF)


def find_candidates(fingerprints: Sequence[Fingerprint]) -> list[tuple[int, int]]:
    """Pairs (i < j) of positions that share enough runs of three words, in order."""
    entries = _entries([fingerprint.runs for fingerprint in fingerprints])
    sizes = np.bincount((entries & _LOW).astype(np.int64), minlength=len(fingerprints))
    few, many = _pairings(_printed_twice(entries))
    often = few[_LEAST_RUNS - 1 :][few[_LEAST_RUNS - 1 :] == few[: 1 - _LEAST_RUNS]]
    pairs = _once(np.sort(np.concatenate((often, _once(many)))))
    shared = _times(pairs, few) + _times(pairs, many) / _FREQUENT
    first, second = (pairs >> _HALF).astype(np.int64), (pairs & _LOW).astype(np.int64)
    shorter = np.minimum(sizes[first], sizes[second])
    enough = shared >= np.maximum(_LEAST_RUNS, _LEAST_SHARE * shorter)
    return list(zip(first[enough].tolist(), second[enough].tolist(), strict=True))


def _entries(runs: Sequence[NDArray[np.uint32]]) -> Numbers:
    """Each run with the number of each article that prints it, sorted, none twice."""
    numbers = np.repeat(np.arange(len(runs), dtype=np.uint64), [len(one) for one in runs])
    entries = np.concatenate([np.zeros(0, np.uint32), *runs]).astype(np.uint64)
    entries <<= _HALF
    entries |= numbers
    entries.sort()
    return _once(entries)


def _printed_twice(entries: Numbers) -> Numbers:
    """The entries whose run stands in another article too."""
    new = _differ(entries >> _HALF)
    return np.asarray(entries[~(new & np.append(new[1:], True))])


def _pairings(entries: Numbers) -> tuple[Numbers, Numbers]:
    """Two numbers of articles, packed, for each run the two share: printed by few, and by many.

    The articles that print a run stand in order: each is paired with some of those before it.
    """
    articles = entries & _LOW
    starts = np.flatnonzero(_differ(entries >> _HALF))
    lengths = np.diff(np.append(starts, len(entries)))
    place = np.arange(len(entries)) - np.repeat(starts, lengths)
    is_few = np.repeat(lengths <= _ALL_PAIRED, lengths)
    few = [
        _packed(articles, np.flatnonzero(is_few & (place >= distance)), distance)
        for distance in range(1, _ALL_PAIRED)
    ]
    later, last = (np.flatnonzero(~is_few & (place > k)) for k in (1, 0))
    many = [_packed(articles, later, place[later]), _packed(articles, last, 1)]
    return np.sort(np.concatenate(few)), np.sort(np.concatenate(many))


def _packed(
    articles: Numbers, places: NDArray[np.int64], distance: int | NDArray[np.int64]
) -> Numbers:
    """The articles at `places` with those that stand `distance` before them."""
    return np.asarray(articles[places - distance] << _HALF | articles[places])


def _times(wanted: Numbers, numbers: Numbers) -> NDArray[np.int64]:
    """How often each wanted number stands among the sorted ones."""
    last, first = (np.searchsorted(numbers, wanted, side=side) for side in ("right", "left"))
    return np.subtract(last, first)


def _once(numbers: Numbers) -> Numbers:
    """The sorted numbers, none twice."""
    return np.asarray(numbers[_differ(numbers)])


def _differ(numbers: Numbers) -> NDArray[np.bool_]:
    """For each of the sorted numbers whether it is the first of its kind."""
    return np.append(True, numbers[1:] != numbers[:-1])[: len(numbers)]
