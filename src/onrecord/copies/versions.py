"""Articles that print exactly the same words, made one before anything is compared.

From here on a text counts once however many articles print it, so that printing it again changes
nothing for the others; and texts stand in an order of their own, so that the order of the input
never matters.
"""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING, NamedTuple

from onrecord.copies.credits import is_credited
from onrecord.copies.fingerprints import Fingerprint, read_fingerprints

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.records import Article

_PAIRED = 12
"""Articles of one text that are paired with all the others; the rest only with the first."""


class Version(NamedTuple):
    """One text and the articles that print its words: what the others credit, then the earliest."""

    fingerprint: Fingerprint
    articles: tuple[Article, ...]
    positions: tuple[int, ...]

    @property
    def is_credited(self) -> bool:
        """Whether one of the articles credits the first one's outlet."""
        first, *others = self.articles
        return any(is_credited(first, other) for other in others[:_PAIRED])


def read_versions(articles: Sequence[Article]) -> list[Version]:
    """The distinct texts; an article without words is a text by itself."""
    known: dict[str, list[tuple[Fingerprint, Article, int]]] = {}
    for position, fingerprint in enumerate(read_fingerprints(articles)):
        row = (fingerprint, articles[position], position)
        known.setdefault(fingerprint.digest, []).append(row)
    versions = [_version(same) for same in known.values()]
    return sorted(versions, key=lambda version: version.fingerprint.digest)


def pair_articles(a: Version, b: Version | None = None) -> Iterator[tuple[Article, Article]]:
    """Pairs of articles that print these two texts, or this one text; ids in order within each.

    Of many articles with one text only the first few are paired with all others.
    """
    if b is None:
        near = list(combinations(a.articles[:_PAIRED], 2))
        far = [(a.articles[0], article) for article in a.articles[_PAIRED:]]
    else:
        near = list(product(a.articles[:_PAIRED], b.articles[:_PAIRED]))
        far = [(article, b.articles[0]) for article in a.articles[_PAIRED:]]
        far += [(a.articles[0], article) for article in b.articles[_PAIRED:]]
    for pair in near + far:
        first, second = sorted(pair, key=lambda article: article.id)
        yield first, second


def _version(same: list[tuple[Fingerprint, Article, int]]) -> Version:
    """One text of the articles that print it."""
    same = sorted(same, key=lambda row: _age(row[1]))
    near = [article for _, article, _ in same[:_PAIRED]]
    credited = {a.id for _, a, _ in same if any(is_credited(a, other) for other in near)}
    ranked = sorted(same, key=lambda row: (row[1].id not in credited, *_age(row[1])))
    prints, articles, positions = zip(*ranked, strict=True)
    return Version(prints[0], articles, positions)


def _age(article: Article) -> tuple[str, str]:
    """The earliest first; the order of ids where that is open."""
    return article.published or "9999", article.id
