"""What the markup says an element is: the article's own words, or something set beside them.

Element names (`figcaption`, `aside`, `nav`), the ARIA role, `hidden` and the words of class and id
are what pages tell about themselves. The words of a class are the trade's usual names for such
parts (those of content management systems, page builders and advertising), not those of single
outlets; what a word means is a hint only, and `selection` decides what comes of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Role = Literal[
    "advert",
    "aside",
    "byline",
    "caption",
    "comments",
    "credit",
    "embed",
    "form",
    "hidden",
    "navigation",
    "newsletter",
    "paywall",
    "related",
    "share",
    "tags",
    "time",
]

_BY_ELEMENT: dict[str, Role] = {
    "aside": "aside",
    "button": "form",
    "figcaption": "caption",
    "footer": "navigation",
    "form": "form",
    "label": "form",
    "nav": "navigation",
    "select": "form",
}
_BY_ARIA: dict[str, Role] = {
    "alert": "advert",
    "banner": "navigation",
    "complementary": "aside",
    "contentinfo": "navigation",
    "dialog": "advert",
    "menu": "navigation",
    "navigation": "navigation",
    "search": "form",
}
_WORDS: tuple[tuple[Role, str], ...] = (
    ("advert", "ad ads adsense advert advertisement adslot outbrain promo promotion sponsored"),
    ("advert", "cookie cookies gdpr modal popup sponsor taboola"),
    ("byline", "byline bylines"),
    ("caption", "caption captions figcaption"),
    ("comments", "comment comments disqus respond"),
    ("credit", "copyright credit credits"),
    ("navigation", "breadcrumb breadcrumbs menu nav navbar navigation pager pagination"),
    ("newsletter", "newsletter newsletters signup subscribe subscription"),
    ("paywall", "paywall regwall"),
    ("related", "morefrom mostread popular readmore recirc recommendation recommendations"),
    ("related", "recommended related relatedlinks teaser teasers trending"),
    ("share", "addthis follow share sharebar sharedaddy sharethis sharing social"),
    ("tags", "keywords tag taglist tags"),
    ("time", "date datetime pubdate published timestamp"),
)
_BY_WORD: dict[str, Role] = {word: role for role, words in _WORDS for word in words.split()}
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_EMBEDS = re.compile(r"\b(?:twitter-tweet|twitter-video|instagram-media|fb-post|tiktok-embed)\b")
_LONGEST_CLASS = 400


def role_of(name: str, attributes: Mapping[str, str]) -> Role | None:
    """What an element is set to be, or None for plain matter.

    >>> role_of("div", {"class": "article__relatedLinks"})
    'related'
    """
    if not attributes:
        return _BY_ELEMENT.get(name)
    style = attributes.get("style", "")
    if "hidden" in attributes or (style and _HIDDEN_STYLE.search(style)):
        return "hidden"
    named = f"{attributes.get('class', '')} {attributes.get('id', '')}"[:_LONGEST_CLASS]
    if name == "blockquote" and _EMBEDS.search(named):
        return "embed"
    words = (word.lower() for word in _WORD.findall(named))
    return (
        _BY_ELEMENT.get(name)
        or _BY_ARIA.get(attributes.get("role", ""))
        or next((_BY_WORD[word] for word in words if word in _BY_WORD), None)
    )
