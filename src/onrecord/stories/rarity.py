"""How much a word tells about which event an article is on: the rarer it is, the more.

Rarity comes from two places. A list counted in free articles knows which words news uses all the
time, so that a pile about one event, all of whose articles hold the same names, keeps these names
telling. What the collection itself counts is added, as so many articles more; it knows what is
common in this pile, and in other languages than English.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from math import exp, log
from typing import TYPE_CHECKING

from onrecord.text import COUNTED_ARTICLES, stem, word_classes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LISTED, _COUNTED = 500, 1000
"""Articles that the list stands for, and articles that a collection stands for at most, however
large. On the development half of the stories set 100 to 1,000 for the collection are alike, and
headlines alone like more: `python eval/gate.py stories headline-stories`."""

_HALF = 0.5
_TIMES = 1.5
"""Times a word stands in an article that holds it, roughly: the list counts times, not articles."""


class Rarity:
    """The weight of each word, as far as the profiles added tell."""

    def __init__(self, profiles: Iterable[Iterable[str]] = ()) -> None:
        self._held: Counter[str] = Counter()
        self._size = 0
        self._known: dict[str, float] = {}
        for words in profiles:
            self.add(words)

    def add(self, words: Iterable[str]) -> None:
        """Count one more article by its distinct words."""
        self._held.update(words)
        self._size += 1
        self._known.clear()

    def weight(self, word: str) -> float:
        """The weight of a word, about 7.5 for one that nothing else holds, 0 for one in all."""
        known = self._known.get(word)
        if known is not None:
            return known
        share = min(1.0, _COUNTED / self._size) if self._size else 0.0
        held = _LISTED * _listed().get(word, 0.0) + share * self._held[word]
        weight = log((_LISTED + share * self._size + _HALF) / (held + _HALF))
        self._known[word] = weight
        return weight


@lru_cache(maxsize=1)
def _listed() -> Mapping[str, float]:
    """Share of the listed articles that hold each stem."""
    times: Counter[str] = Counter()
    for word, number in word_classes().items():
        times[stem(word)] += 2**number - 1
    return {word: 1 - exp(-n / _TIMES / COUNTED_ARTICLES) for word, n in times.items()}
