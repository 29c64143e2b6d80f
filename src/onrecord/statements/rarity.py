"""How telling a word is between two articles, and how related two articles are.

What a word says depends on who writes about what: the name of the one person a story is about
tells nothing within that story. So a word weighs by how few sentences of the two articles at hand
hold it. Nothing here depends on the other articles of the collection, so that another article, or
the same one printed again, changes nothing between two.
"""

from __future__ import annotations

from collections import Counter
from math import fsum, log, sqrt
from typing import TYPE_CHECKING, NamedTuple

from onrecord.statements.vocabulary import content_of, words_in
from onrecord.text import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.records import Article


class Counts(NamedTuple):
    """For each content word of an article the sentences that hold it, and its sentences in all."""

    sentences: Mapping[str, int]
    size: int


def count_words(article: Article) -> Counts:
    """The counts of an article's text."""
    counts: Counter[str] = Counter()
    spans = split_sentences(article.text)
    for span in spans:
        counts.update(content_of(words_in(article.text, span)))
    return Counts(counts, len(spans))


_FEW_SENTENCES = 30
"""Sentences of two articles below which a word is not taken for a common one: in two briefs every
word stands in a good part of the sentences."""


def weigh(words: Iterable[str], a: Counts, b: Counts) -> float:
    """Sum of the words' weights between two articles, each 0 to 1: 1 if one sentence holds it."""
    size = max(_FEW_SENTENCES, a.size + b.size + 1)
    held = (max(1, a.sentences.get(word, 0) + b.sentences.get(word, 0)) for word in words)
    # fsum, because words come in no order and a plain sum would depend on it
    return fsum(log(size / number) for number in held) / log(size)


_HEAVIEST = 100
"""Words an article is known by when it is asked what it is related to: the most frequent ones."""


class Relatedness:
    """How much the main words of two articles agree, 0..1.

    Rarity in the collection is left out on purpose: in a pile of a thousand articles about one
    event the words that make it one event are the commonest of all.
    """

    def __init__(self, counts: Sequence[Counts]) -> None:
        self._vectors = [_heaviest(count) for count in counts]
        self._known: dict[tuple[int, int], float] = {}

    def between(self, a: int, b: int) -> float:
        """Cosine of two articles, named by their positions; 1 for an article and itself."""
        if a == b:
            return 1.0
        key = (a, b) if a < b else (b, a)
        if key not in self._known:
            one, other = self._vectors[a], self._vectors[b]
            self._known[key] = fsum(one[word] * other[word] for word in one.keys() & other.keys())
        return self._known[key]


def _heaviest(count: Counts) -> dict[str, float]:
    """The most frequent words of an article as a vector of length 1."""
    weights = {word: sqrt(number) for word, number in count.sentences.items()}
    kept = sorted(weights, key=lambda word: (-weights[word], word))[:_HEAVIEST]
    length = sqrt(fsum(weights[word] ** 2 for word in kept))
    return {word: weights[word] / length for word in kept}
