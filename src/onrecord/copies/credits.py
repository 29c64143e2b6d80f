"""Credit lines: an article that says from which other outlet its text came, or who wrote it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from onrecord.records import Article

_AGENCIES = {
    "associated press": ("ap",),
    "agence france-presse": ("afp",),
    "press association": ("pa", "pa media"),
    "deutsche presse-agentur": ("dpa",),
    "reuters": (),
    "united press international": ("upi",),
}
"""News agencies by the short name their credit lines use."""


def is_credited(original: Article, copy: Article) -> bool:
    r"""Whether the copy's byline, first or last lines credit the original's outlet or site.

    >>> from onrecord.records import Article
    >>> wire = Article("1", "The lock is shut.", outlet="Tidewater Wire")
    >>> is_credited(wire, Article("2", "The lock is shut.\nTidewater Wire", outlet="Post"))
    True
    """
    if not original.outlet or original.outlet == copy.outlet:
        return False
    name = original.outlet.casefold()
    forms = [name, *_AGENCIES.get(name.removeprefix("the "), ()), *_site(original)]
    head, tail = copy.text[:200], copy.text[-400:]
    names = "|".join(re.escape(form) for form in forms)
    line = rf"(?:^|\n)(?:by |from |via |source: )?(?:the )?(?:{names})\s*(?:$|\n|[-–—/|])"
    verbs = "(?:published|appeared|provided) (?:originally |first )?(?:by|in|on|at) (?:the )?"
    where = "\n".join((copy.byline or "", head, "", tail))
    return bool(re.search(rf"\((?:{names})\)|{line}|{verbs}(?:{names})", where, re.I))


def maybe_same_byline(original: Article, copy: Article) -> str | None:
    """The person under whose name two outlets print a text, None where there is none."""
    name = original.byline or ""
    same = name.casefold() == (copy.byline or "").casefold()
    return name if same and len(name.split()) > 1 and original.outlet != copy.outlet else None


def _site(article: Article) -> list[str]:
    """The host of the article's address, without www."""
    host = urlsplit(article.url or "").netloc.casefold().removeprefix("www.")
    return [host] if "." in host else []
