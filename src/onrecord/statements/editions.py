"""Articles with the same title and text, made one before anything is compared.

Printing an article again adds carriers and nothing else; and editions stand in an order of their
own, so that the order of the input never matters.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.records import Article, Attribution, CopyMember


class Edition(NamedTuple):
    """One title and text with the articles that print it, their attributions and accounts."""

    articles: tuple[Article, ...]
    attributions: tuple[tuple[Attribution, ...], ...]
    account: str
    is_copy: bool
    is_reworded: bool

    def attribution_in(self, printing: int, known: str | None) -> str | None:
        """Id, in another printing, of the attribution that the first printing calls `known`."""
        if known is None or printing == 0:
            return known
        same = next(a for a in self.attributions[0] if a.id == known)
        for other in self.attributions[printing]:
            if other.content == same.content and other.in_title == same.in_title:
                return other.id
        return None


class _Printing(NamedTuple):
    """One article that prints an edition."""

    article: Article
    attributions: tuple[Attribution, ...]
    member: CopyMember


def read_editions(
    articles: Sequence[Article],
    attributions: Sequence[Sequence[Attribution]],
    members: Sequence[CopyMember],
) -> list[Edition]:
    """The distinct titles and texts of the collection; `members` tell the copies among them."""
    same: dict[tuple[str, str], list[_Printing]] = {}
    for article, found, member in zip(articles, attributions, members, strict=True):
        key = (article.title or "", article.text)
        same.setdefault(key, []).append(_Printing(article, tuple(found), member))
    editions = []
    for key in sorted(same, key=_digest):
        printings = sorted(same[key], key=lambda printing: printing.article.id)
        editions.append(
            Edition(
                articles=tuple(printing.article for printing in printings),
                attributions=tuple(printing.attributions for printing in printings),
                account=printings[0].member.group,
                is_copy=not any(printing.member.independent for printing in printings),
                is_reworded=all(printing.member.kind == "reworded" for printing in printings),
            )
        )
    return editions


def _digest(key: tuple[str, str]) -> str:
    return hashlib.sha256("\n".join(key).encode("utf-8", "surrogatepass")).hexdigest()
