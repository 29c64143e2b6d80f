"""What a page says of itself in JSON-LD: the one object in it that describes the article."""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING, Any, NamedTuple

from onrecord.reading.passages import words_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_KINDS = frozenset({"BlogPosting", "LiveBlogPosting", "Report", "SocialMediaPosting"})
_MOST_NODES = 20_000


class Described(NamedTuple):
    """The article as JSON-LD describes it; None or "" where it says nothing."""

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    body: str = ""
    words: int | None = None
    free: bool | None = None


def described_article(scripts: Iterable[str], titles: Iterable[str] = ()) -> Described:
    """What the article object of JSON-LD scripts says.

    Of several objects, that whose headline is one of `titles`, else the first.
    """
    found = [node for script in scripts for node in _articles(script)]
    if not found:
        return Described()
    known = {words_in(title) for title in titles}
    best = next((n for n in found if words_in(_text(n.get("headline")) or "") in known), found[0])
    return _described(best)


def _articles(script: str) -> Iterator[dict[str, Any]]:
    """The objects of a script that describe an article, in order."""
    waiting: list[object] = [_loads(script)]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop()
        if isinstance(node, list):
            waiting.extend(reversed(node))
        elif isinstance(node, dict):
            if _is_article(node):
                yield node
            waiting.extend(v for v in reversed(node.values()) if isinstance(v, dict | list))


def _loads(script: str) -> object:
    """What a script holds, None where it is no JSON; comments around it are taken off."""
    text = script.strip().removeprefix("<!--").removesuffix("-->")
    text = text.strip().removeprefix("//<![CDATA[").removesuffix("//]]>").strip().rstrip(";")
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(n, str) and (n.endswith("Article") or n in _KINDS) for n in names)


def _described(node: dict[str, Any]) -> Described:
    words = node.get("wordCount")
    page = node.get("mainEntityOfPage")
    return Described(
        title=_text(node.get("headline")) or _text(node.get("name")),
        byline=_names(node.get("author")) or _names(node.get("creator")),
        outlet=_names(node.get("publisher")),
        published=_text(node.get("datePublished")) or _text(node.get("dateCreated")),
        url=_text(node.get("url")) or _text(page if isinstance(page, str) else _id(page)),
        body=_text(node.get("articleBody")) or "",
        words=words if isinstance(words, int) else None,
        free=_truth(node.get("isAccessibleForFree")),
    )


def _text(value: object) -> str | None:
    """A string on one line with its entities decoded, None for anything else or nothing."""
    if isinstance(value, list) and value:
        value = value[0]
    if not isinstance(value, str):
        return None
    return " ".join(html.unescape(html.unescape(value)).split()) or None


def _id(value: object) -> str | None:
    return _text(value.get("@id") or value.get("url")) if isinstance(value, dict) else None


def _names(value: object) -> str | None:
    """The names in a string, an object or a list of either, joined by commas."""
    parts = value if isinstance(value, list) else [value]
    names = [_text(p.get("name")) if isinstance(p, dict) else _text(p) for p in parts]
    kept = [n for n in names if n and not n.startswith(("http://", "https://"))]
    return ", ".join(dict.fromkeys(kept)) or None


def _truth(value: object) -> bool | None:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.strip().lower().rpartition("/")[2] in ("true", "false"):
        return value.strip().lower().endswith("true")
    return None
