"""The names under which lines, tables and front matter carry what an article has.

Names are compared without case, spaces, hyphens and underscores: `pubDate`, `pub_date` and
`Pub date` are one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NAMES: dict[str, tuple[str, ...]] = {
    "id": ("id", "article_id", "guid", "uuid", "uid", "_id"),
    "text": (
        "text",
        "body",
        "content",
        "article_text",
        "full_text",
        "article_body",
        "body_text",
        "main_text",
        "plain_text",
        "article",
        "story",
        "content_text",
        "content_html",
        "body_html",
        "summary",
        "description",
    ),
    "title": ("title", "headline", "heading", "head", "hed", "web_title", "article_title"),
    "url": ("url", "link", "web_url", "canonical_url", "permalink", "source_url", "href"),
    "outlet": (
        "outlet",
        "source",
        "publisher",
        "site",
        "site_name",
        "publication",
        "newspaper",
        "media",
        "media_name",
        "source_name",
        "domain",
    ),
    "published": (
        "published",
        "date",
        "published_at",
        "timestamp",
        "date_published",
        "publish_date",
        "published_date",
        "publication_date",
        "web_publication_date",
        "pub_date",
        "datetime",
    ),
    "byline": ("byline", "author", "authors", "by", "creator", "writer"),
}
"""For each field the names it goes by, the most trusted first."""

_SEPARATORS = re.compile(r"[\s_\-.:]+")


def _plain(name: str) -> str:
    return _SEPARATORS.sub("", name).lower()


_FIELD_OF = {_plain(name): field for field, names in NAMES.items() for name in names}
_RANK = {_plain(name): rank for names in NAMES.values() for rank, name in enumerate(names)}


def field_of(name: str) -> str | None:
    """The field a name stands for, None where it stands for none.

    >>> field_of("Published At"), field_of("colour")
    ('published', None)
    """
    return _FIELD_OF.get(_plain(name))


def fields_in(names: Iterable[str]) -> dict[str, list[str]]:
    """For each field the names that stand for it, the most trusted first."""
    found: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda n: _RANK.get(_plain(n), 99)):
        field = field_of(name)
        if field:
            found.setdefault(field, []).append(name)
    return found


def understood(field: str) -> str:
    """The names of a field, for a message."""
    return ", ".join(NAMES[field])


def first_of(row: Mapping[str, object], names: Iterable[str]) -> object | None:
    """The first value under these names that is anything."""
    return next((row[name] for name in names if row.get(name) not in (None, "", [], {})), None)
