"""Which sentences of one text another one carries."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from onrecord.statements.vocabulary import words_in
from onrecord.text import stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_CARRIED = 0.6
_STANDS_OUT = 0.2
_LEAST = 0.4
_AS_LONG = 1.5
"""Likeness from which a sentence is carried whatever else there is. Below it, down to the least, it
has to be so much liker than the next best sentence of either text, and at most so many times as
long or as short: two sentences about one event share words by chance, but then more than two do."""

_REORDERED = 0.8
"""What the same words in another order are worth."""

_AMBIGUOUS = 0.1
_NEAR = 5
_NEIGHBOUR = 0.03
"""A pair is sure if it is so much liker than the next best. Of equally like ones that counts which
stands near a sure one, in the same order in both texts and so many sentences away at most.

All measured on the development half of the coverage set: `python eval/gate.py coverage`; likeness
0.4 to 0.45, margin 0.15 to 0.25, length 1.35 to 1.7 and 3 to 10 sentences differ by 0.002."""

_SHORTEST = 2
_COMPARED = 0.2
"""Words of a sentence, and the part of two sentences' words in common, below which they are not
compared at all: less likeness than that tells nothing of what chance gives either."""


class _Pair(NamedTuple):
    """Two sentences by their positions, and how like they are."""

    likeness: float
    i: int
    j: int


def align_sentences(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Positions of sentences of `a` and of those of `b` that carry them, each used once, in order.

    >>> align_sentences(["It rained.", "The gate failed twice."], ["The gate had failed twice."])
    [(1, 0)]
    """
    left, right = [_stems(s) for s in a], [_stems(s) for s in b]
    pairs = list(_like(left, right))
    best = _two_best(pairs)
    carried = [p for p in pairs if _is_carried(p, best, len(left[p.i]), len(right[p.j]))]
    sure = [p for p in carried if _margin(p, best) >= _AMBIGUOUS]

    def rank(pair: _Pair) -> tuple[float, float, int, int]:
        apart = abs(pair.i / len(a) - pair.j / len(b))
        return (-pair.likeness - _NEIGHBOUR * _nearness(pair, sure), apart, pair.i, pair.j)

    taken_a, taken_b, found = set(), set(), []
    for pair in sorted(carried, key=rank):
        if pair.i not in taken_a and pair.j not in taken_b:
            taken_a.add(pair.i)
            taken_b.add(pair.j)
            found.append((pair.i, pair.j))
    return sorted(found)


def _stems(sentence: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in words_in(sentence))


def _like(left: Sequence[tuple[str, ...]], right: Sequence[tuple[str, ...]]) -> Iterator[_Pair]:
    """Pairs that share enough to be looked at."""
    for j, other in enumerate(right):
        matcher = SequenceMatcher(None, "", other, autojunk=False)
        for i, words in enumerate(left):
            unordered = _common(words, other)
            if min(len(words), len(other)) < _SHORTEST or unordered < _COMPARED:
                continue
            matcher.set_seq1(words)
            yield _Pair(max(matcher.ratio(), _REORDERED * unordered), i, j)


def _common(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """Twice the words both hold, in any order, over the words of both."""
    both = len(a) + len(b)
    return 2 * (Counter(a) & Counter(b)).total() / both if both else 0.0


_Best = tuple[float, float]


def _two_best(pairs: Sequence[_Pair]) -> Mapping[tuple[str, int], _Best]:
    """For each sentence of either text how like the likest and the second likest are."""
    best: dict[tuple[str, int], _Best] = {}
    for pair in pairs:
        for key in (("a", pair.i), ("b", pair.j)):
            first, second = best.get(key, (0.0, 0.0))
            best[key] = (max(first, pair.likeness), max(second, min(first, pair.likeness)))
    return best


def _margin(pair: _Pair, best: Mapping[tuple[str, int], _Best]) -> float:
    """How much liker a pair is than any other pair with one of its sentences."""
    others = (best["a", pair.i], best["b", pair.j])
    return min(
        pair.likeness - (second if pair.likeness == first else first) for first, second in others
    )


def _is_carried(
    pair: _Pair, best: Mapping[tuple[str, int], _Best], length: int, other: int
) -> bool:
    """Whether two sentences of so many words are like enough to be one."""
    if pair.likeness >= _CARRIED:
        return True
    as_long = max(length, other) <= _AS_LONG * min(length, other)
    return pair.likeness >= _LEAST and as_long and _margin(pair, best) >= _STANDS_OUT


def _nearness(pair: _Pair, sure: Sequence[_Pair]) -> float:
    """How near a sure pair stands in the same order: 1 for the next sentence, 0 for none near."""
    apart = (
        max(abs(other.i - pair.i), abs(other.j - pair.j))
        for other in sure
        if (other.i > pair.i) == (other.j > pair.j) and other.i != pair.i and other.j != pair.j
    )
    return max((1 / distance for distance in apart if distance <= _NEAR), default=0.0)
