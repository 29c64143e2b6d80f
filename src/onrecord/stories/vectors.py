"""The weighted words of articles, as vectors of length 1: of one, or of a collection.

Each side of an article has a part of the vector to itself, so that the cosine of two articles is
what their sides' cosines are on average.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from onrecord.stories.sides import SHARES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.stories.profiles import Profile
    from onrecord.stories.rarity import Rarity

# How often a word stands in an article counts n / (n + 1): the second time adds to what the first
# one says, the tenth hardly to the ninth. On the development half of the stories set this is a
# point better than 1 + log n: `python eval/gate.py stories`.

_MARKS = ("", "first\n", "names\n", "title\n")
"""What the words of each side begin with in a vector; no word of a text holds the end of a line."""


def weigh_words(profile: Profile, rarity: Rarity) -> dict[str, float]:
    """The words of an article's sides with their weights, those of the whole first."""
    found: dict[str, float] = {}
    for mark, share, counts in zip(_MARKS, SHARES, profile.sides, strict=True):
        weights = [n / (n + 1) * rarity.weight(word) for word, n in counts.items()]
        scale = sqrt(share / (sum(weight * weight for weight in weights) or 1.0))
        found.update((mark + w, x * scale) for w, x in zip(counts, weights, strict=True))
    length = sqrt(sum(weight * weight for weight in found.values())) or 1.0
    return {word: weight / length for word, weight in found.items()}


class Vectors(NamedTuple):
    """The words of all articles, numbered, with their weights; `starts` tells whose are whose.

    Those of the whole article come first in each, and are so many as `sizes` tells.
    """

    starts: np.ndarray
    words: np.ndarray
    weights: np.ndarray
    names: tuple[str, ...]
    sizes: np.ndarray

    def row(self, number: int) -> tuple[np.ndarray, np.ndarray]:
        """Word numbers and weights of one article."""
        place = slice(self.starts[number], self.starts[number + 1])
        return self.words[place], self.weights[place]

    def whole(self, number: int) -> tuple[np.ndarray, np.ndarray]:
        """Word numbers and weights of one article without those of its parts."""
        place = slice(self.starts[number], self.starts[number] + self.sizes[number])
        return self.words[place], self.weights[place]


def read_vectors(profiles: Sequence[Profile], rarity: Rarity) -> Vectors:
    """The vectors of all profiles, in their order."""
    numbers: dict[str, int] = {}
    sides = [side for profile in profiles for side in zip(_MARKS, profile.sides, strict=True)]
    words = [numbers.setdefault(mark + word, len(numbers)) for mark, side in sides for word in side]
    times = np.array([number for _, side in sides for number in side.values()], dtype=float)
    numbered = np.array(words, dtype=np.int64)
    telling = np.array([rarity.weight(name.rpartition("\n")[2]) for name in numbers])
    weights = times / (times + 1) * telling[numbered]
    sizes = np.array([len(side) for _, side in sides], dtype=np.int64)
    weights *= np.repeat(_scales(weights, sizes, np.tile(SHARES, len(profiles))), sizes)
    lengths = sizes.reshape(-1, len(SHARES)).sum(axis=1)
    weights *= np.repeat(_scales(weights, lengths, np.ones(len(profiles))), lengths)
    return Vectors(
        np.cumsum([0, *lengths]), numbered, weights, tuple(numbers), sizes[:: len(SHARES)]
    )


def _scales(weights: np.ndarray, sizes: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """What weights have to be multiplied with, so many at a time, for their squares' wanted sum."""
    rows = np.repeat(np.arange(len(sizes)), sizes)
    squares = np.bincount(rows, weights * weights, minlength=len(sizes))
    return np.asarray(np.sqrt(wanted / np.where(squares > 0, squares, 1.0)))


def heaviest_words(vectors: Vectors, rows: Sequence[int], most: int) -> tuple[str, ...]:
    """The words that tell most of some articles: heavy ones, and not in few of them."""
    words = np.concatenate([vectors.whole(row)[0] for row in rows])
    weights = np.concatenate([vectors.whole(row)[1] for row in rows])
    found, place, held = np.unique(words, return_inverse=True, return_counts=True)
    sums = np.bincount(place, weights, minlength=len(found))
    often = np.flatnonzero(2 * held > held.max()) if len(held) else ()
    ranked = sorted((-float(sums[k]), vectors.names[int(found[k])]) for k in often)
    # "we're" and "didn't" are rarer than they deserve: the list of common words counts few of them
    return tuple([name for _, name in ranked if "'" not in name][:most])
