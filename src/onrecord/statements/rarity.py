"""How telling a word is between two articles, and how related two articles are.

What a word says depends on who writes about what: the name of the one person a story is about
tells nothing within that story. So a word weighs by how few sentences of the two articles at hand
hold it. Nothing here depends on the other articles of the collection except the relatedness of a
pair, and that counts copy groups, so printing an article again changes nothing.
"""

from __future__ import annotations

from collections import Counter
from math import fsum, log, log1p, sqrt
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


_FEW_ACCOUNTS = 200
"""Accounts below which a word's rarity is not believed: in a pile of three articles about one
event the words that make it one event are in all three."""

_HEAVIEST = 120
"""Words an article is known by when it is asked what it is related to."""


class Relatedness:
    """How much the most telling words of two articles agree, 0..1."""

    def __init__(self, counts: Sequence[Counts], accounts: Sequence[str]) -> None:
        """`accounts` names the copy group of each article; each group counts once."""
        holders: dict[str, set[str]] = {}
        for count, account in zip(counts, accounts, strict=True):
            for word in count.sentences:
                holders.setdefault(word, set()).add(account)
        number = max(_FEW_ACCOUNTS, len(set(accounts)))
        rarity = {word: log1p(number / len(held)) for word, held in holders.items()}
        self._vectors = [_heaviest(count, rarity) for count in counts]
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


def _heaviest(count: Counts, rarity: Mapping[str, float]) -> dict[str, float]:
    """The heaviest words of an article as a vector of length 1."""
    weights = {word: sqrt(n) * rarity[word] for word, n in count.sentences.items()}
    kept = sorted(weights, key=lambda word: (-weights[word], word))[:_HEAVIEST]
    length = sqrt(fsum(weights[word] ** 2 for word in kept))
    return {word: weights[word] / length for word in kept}
