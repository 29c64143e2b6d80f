"""Sentences of two articles that are one sentence, reworded or not.

A copier who swaps words keeps their order and the small words between them, so two sentences are
compared by their longest common subsequence of words, small words included. Two reporters who
write about the same fact share its names and numbers, but not the sequence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.copies.own_words import Sentence

TWIN = 0.5
"""Likeness from which two sentences are twins. Of .35 to .8 in steps of .05 the best on the
development half of the copies set; `python eval/gate.py copies` measures it again."""

_LOOKED_AT = 4
"""Sentences compared word by word for each sentence: those that share most of its rare words."""

SMALL = frozenset(
    "a about after all also an and any are as at be because been but by can could did do for from "
    "had has have he her his how i if in into is it its like may more most new no not now of on "
    "one only or other our out over said she so some such than that the their them then there "
    "these they this to two up was we were what when which who will with would you".split()
)
"""Words so common that sharing one does not make a sentence worth comparing."""


class Twin(NamedTuple):
    """Sentence numbers of a twin pair and how alike the two are, 0..1."""

    a: int
    b: int
    likeness: float


def likeness(a: Sequence[str], b: Sequence[str]) -> float:
    """Twice the longest common subsequence over the words of both, 0..1.

    >>> likeness("the gate had failed twice".split(), "the gate had broken twice".split())
    0.8
    """
    if not a or not b:
        return 0.0
    return 2 * common_subsequence(places_of(a), len(a), b) / (len(a) + len(b))


def places_of(words: Sequence[str]) -> dict[str, int]:
    """For each word a bit set of the places where it stands."""
    places: dict[str, int] = {}
    for place, word in enumerate(words):
        places[word] = places.get(word, 0) | 1 << place
    return places


def common_subsequence(places: dict[str, int], length: int, other: Sequence[str]) -> int:
    """Length of the longest common subsequence, one row of the table in the bits of a number.

    Hyyrö (2004), Bit-parallel LCS-length computation revisited.
    """
    full = (1 << length) - 1
    row = full
    for word in other:
        match = row & places.get(word, 0)
        row = ((row + match) | (row - match)) & full
    return length - row.bit_count()


class SentenceIndex(NamedTuple):
    """Sentences with, for each telling word, the sentences it stands in."""

    sentences: tuple[Sentence, ...]
    postings: dict[str, list[int]]


def index_sentences(sentences: tuple[Sentence, ...]) -> SentenceIndex:
    """An index for `find_twins`."""
    postings: dict[str, list[int]] = {}
    for number, sentence in enumerate(sentences):
        for word in set(sentence.words) - SMALL:
            postings.setdefault(word, []).append(number)
    return SentenceIndex(sentences, postings)


def find_twins(sentences: Sequence[Sentence], index: SentenceIndex) -> list[Twin]:
    """For each sentence its best twin among the indexed ones, where it has one, in order."""
    found = []
    for number, sentence in enumerate(sentences):
        twin = _best_twin(number, sentence.words, index)
        if twin is not None:
            found.append(twin)
    return found


def _best_twin(number: int, words: tuple[str, ...], index: SentenceIndex) -> Twin | None:
    """The indexed sentence most like `words`, if one is like enough."""
    shared: Counter[int] = Counter()
    for word in set(words) - SMALL:
        shared.update(index.postings.get(word, ()))
    best: Twin | None = None
    places = places_of(words)
    for other in _most_shared(shared, index):
        against = index.sentences[other].words
        both = len(words) + len(against)
        if 2 * min(len(words), len(against)) < TWIN * both:
            continue
        score = 2 * common_subsequence(places, len(words), against) / both
        if score >= TWIN and (best is None or score > best.likeness):
            best = Twin(number, other, score)
    return best


def _most_shared(shared: Counter[int], index: SentenceIndex) -> list[int]:
    """The few sentences worth comparing, those that share most for their length first."""
    if len(shared) <= _LOOKED_AT:
        return sorted(shared)
    ranked = sorted(shared, key=lambda k: (-shared[k] / len(index.sentences[k].words), k))
    return ranked[:_LOOKED_AT]


def longest_rising(numbers: Sequence[int]) -> list[int]:
    """Places of the longest part of the numbers that stands in order, equal ones too.

    >>> longest_rising([3, 0, 1, 7, 2])
    [1, 2, 4]
    """
    ends: list[int] = []  # the least number that ends a part of each length
    at: list[int] = []  # its place
    before: list[int] = []
    for place, number in enumerate(numbers):
        length = bisect_right(ends, number)
        ends[length : length + 1] = [number]
        at[length : length + 1] = [place]
        before.append(at[length - 1] if length else -1)
    found: list[int] = []
    last = at[-1] if at else -1
    while last >= 0:
        found.append(last)
        last = before[last]
    return found[::-1]
