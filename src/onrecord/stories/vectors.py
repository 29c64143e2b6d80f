"""The weighted words of articles, as vectors of length 1: of one, or of a collection."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.stories.profiles import Profile
    from onrecord.stories.rarity import Rarity

# How often a word stands in an article counts n / (n + 1): the second time adds to what the first
# one says, the tenth hardly to the ninth. On the development half of the stories set this is a
# point better than 1 + log n: `python eval/gate.py stories`.


def weigh_words(profile: Profile, rarity: Rarity) -> dict[str, float]:
    """The words of an article with their weights."""
    weights = {w: n / (n + 1) * rarity.weight(w) for w, n in profile.counts.items()}
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()} if length else {}


class Vectors(NamedTuple):
    """The words of all articles, numbered, with their weights; `starts` tells whose are whose."""

    starts: np.ndarray
    words: np.ndarray
    weights: np.ndarray
    names: tuple[str, ...]

    def row(self, number: int) -> tuple[np.ndarray, np.ndarray]:
        """Word numbers and weights of one article."""
        place = slice(self.starts[number], self.starts[number + 1])
        return self.words[place], self.weights[place]


def read_vectors(profiles: Sequence[Profile], rarity: Rarity) -> Vectors:
    """The vectors of all profiles, in their order."""
    numbers: dict[str, int] = {}
    words = [numbers.setdefault(word, len(numbers)) for p in profiles for word in p.counts]
    times = np.array([number for p in profiles for number in p.counts.values()], dtype=float)
    sizes = [len(profile.counts) for profile in profiles]
    rows = np.repeat(np.arange(len(profiles)), sizes)
    numbered = np.array(words, dtype=np.int64)
    weights = times / (times + 1) * np.array([rarity.weight(w) for w in numbers])[numbered]
    lengths = np.sqrt(np.bincount(rows, weights * weights, minlength=len(profiles)))
    weights /= np.where(lengths > 0, lengths, 1.0)[rows]
    return Vectors(np.cumsum([0, *sizes]), numbered, weights, tuple(numbers))


def heaviest_words(vectors: Vectors, rows: Sequence[int], most: int) -> tuple[str, ...]:
    """The words that tell most of some articles: heavy ones, and not in few of them."""
    words = np.concatenate([vectors.row(row)[0] for row in rows])
    weights = np.concatenate([vectors.row(row)[1] for row in rows])
    found, place, held = np.unique(words, return_inverse=True, return_counts=True)
    sums = np.bincount(place, weights, minlength=len(found))
    often = np.flatnonzero(2 * held > held.max()) if len(held) else ()
    ranked = sorted((-float(sums[k]), vectors.names[int(found[k])]) for k in often)
    # "we're" and "didn't" are rarer than they deserve: the list of common words counts few of them
    return tuple([name for _, name in ranked if "'" not in name][:most])
