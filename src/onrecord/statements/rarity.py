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

from onrecord.statements.once import sentences_in
from onrecord.statements.vocabulary import content_in

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from onrecord.records import Article


class Counts(NamedTuple):
    """For each content word of an article the sentences that hold it, and its sentences in all."""

    sentences: Mapping[str, int]
    size: int


def count_words(article: Article) -> Counts:
    """The counts of an article's text."""
    counts: Counter[str] = Counter()
    spans = sentences_in(article.text)
    for span in spans:
        counts.update(content_in(article.text, span))
    return Counts(counts, len(spans))


_FEW_SENTENCES = 30
"""Sentences of two articles below which a word is not taken for a common one: in two briefs every
word stands in a good part of the sentences."""


def weigh(words: Collection[str], a: Counts, b: Counts) -> float:
    """Sum of the words' weights between two articles, each 0 to 1: 1 if one sentence holds it."""
    ours, theirs = a.sentences.get, b.sentences.get
    held = [ours(word, 0) + theirs(word, 0) for word in words]
    # fsum, because words come in no order and a plain sum would depend on it
    common = fsum([log(number) for number in held if number > 1])
    return len(held) - common / log(max(_FEW_SENTENCES, a.size + b.size + 1))


_HEAVIEST = 100
"""Words an article is known by when it is asked what it is related to: the most frequent ones."""


_REMEMBERED = 1_000_000
"""Pairs of articles whose relatedness is remembered at a time, to bound memory."""


class Relatedness:
    """How much the main words of two articles agree, 0..1.

    Rarity in the collection is left out on purpose: in a pile of a thousand articles about one
    event the words that make it one event are the commonest of all.
    """

    def __init__(self, counts: Sequence[Counts]) -> None:
        self._vectors = [_heaviest(count) for count in counts]
        self._known: dict[int, float] = {}

    def between(self, a: int, b: int) -> float:
        """Cosine of two articles, named by their positions; 1 for an article and itself."""
        if a == b:
            return 1.0
        key = min(a, b) * len(self._vectors) + max(a, b)
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            one, other = self._vectors[a], self._vectors[b]
            shared = one.keys() & other.keys()
            known = self._known[key] = fsum([one[word] * other[word] for word in shared])
        return known


def _heaviest(count: Counts) -> dict[str, float]:
    """The most frequent words of an article as a vector of length 1."""
    weights = {word: sqrt(number) for word, number in count.sentences.items()}
    kept = sorted(weights, key=lambda word: (-weights[word], word))[:_HEAVIEST]
    length = sqrt(fsum(weights[word] ** 2 for word in kept))
    # words as frequent as one another share one float
    scaled = {weight: weight / length for weight in weights.values()}
    return {word: scaled[weights[word]] for word in kept}
