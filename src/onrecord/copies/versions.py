"""Articles that print exactly the same words, made one before anything is compared.

From here on a text counts once however many articles print it, so that printing it again changes
nothing for the others; and texts stand in an order of their own, so that the order of the input
never matters.
"""

from __future__ import annotations

import hashlib
from itertools import combinations, product
from typing import TYPE_CHECKING, NamedTuple

from onrecord.copies.own_words import OwnText, read_own

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.records import Article

_PAIRED = 12
"""Articles of one text that are paired with all the others; the rest only with the first."""


class Version(NamedTuple):
    """One text and the articles that print its words, the earliest first."""

    own: OwnText
    articles: tuple[Article, ...]
    positions: tuple[int, ...]

    @property
    def digest(self) -> str:
        """A hash of the text's words; of the article's id where it has none."""
        content = " ".join(self.own.everything) or self.own.article.id
        return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def is_dated(self) -> bool:
        """Whether the first article is the only one of its day, and the first day."""
        days = sorted((article.published or "")[:10] for article in self.articles)
        return bool(days[0]) and (len(days) < 2 or days[0] < days[1])


def read_versions(articles: Sequence[Article]) -> list[Version]:
    """The distinct texts; an article without words is a text by itself."""
    known: dict[tuple[str, ...], list[tuple[OwnText, int]]] = {}
    alone = []
    for position, article in enumerate(articles):
        own = read_own(article)
        if own.everything:
            known.setdefault(own.everything, []).append((own, position))
        else:
            alone.append([(own, position)])
    versions = [_version(same) for same in [*known.values(), *alone]]
    return sorted(versions, key=lambda v: (v.digest, v.own.article.id))


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


def _version(same: list[tuple[OwnText, int]]) -> Version:
    """One text of the articles that print it."""
    ranked = sorted(same, key=lambda p: (p[0].article.published or "9999", p[0].article.id))
    owns, positions = zip(*ranked, strict=True)
    return Version(owns[0], tuple(own.article for own in owns), positions)
