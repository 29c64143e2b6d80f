"""What a page says of its article: title, outlet, date, byline and address, each with its signal.

The order in which signals are believed (docs/reading.md says it in a table):

- title: JSON-LD, meta (Open Graph, Twitter), the main heading, the title element
- outlet: meta (Open Graph), JSON-LD, what the title element adds to the heading, the host
- published: JSON-LD, meta, `time` elements, a line that is a date, the address, the file's name
- byline: JSON-LD, meta, a line that is a byline
- url: the canonical link, meta (Open Graph), JSON-LD
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

from onrecord.reading.bylines import byline_of, is_byline
from onrecord.reading.dates import date_in_name, is_date_line, maybe_date
from onrecord.reading.jsonld import Described, described_article
from onrecord.reading.outlets import host_of, outlet_beside, without_outlet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.reading.page import Page
    from onrecord.reading.passages import Passage

_TITLES = ("og:title", "twitter:title", "parsely-title", "dc.title", "sailthru.title")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "citation_publisher")
_BYLINES = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")
_DATES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "pubdate",
    "publish-date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "date",
)
_NO_NAMES = re.compile(r"^(?:https?://|www\.|@)|^(?:admin|editor|staff|null|none|undefined)$", re.I)


class Told(NamedTuple):
    """What is known of an article beside its text.

    `signals` pairs each field that is known with the signal it came from; `unparsed` is a date
    that was stated and is not understood.
    """

    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    byline: str | None = None
    signals: tuple[tuple[str, str], ...] = ()
    unparsed: str | None = None


class Stated(NamedTuple):
    """What a page's head states: every title it gives itself, and its JSON-LD."""

    titles: tuple[str, ...]
    described: Described


def stated_by(page: Page) -> Stated:
    """The titles a page states, and the article object of its JSON-LD."""
    title = " ".join(html.unescape(page.title).split())
    metas = [value for _, value in _metas(page, _TITLES)]
    described = described_article(page.scripts, [*metas, title])
    titles = [described.title, *metas, title]
    return Stated(tuple(dict.fromkeys(t for t in titles if t)), described)


def told_by(
    page: Page,
    stated: Stated,
    passages: Sequence[Passage],
    near: Sequence[Passage],
    name: str,
) -> Told:
    """What a page says of its article.

    `near` are the passages about its title, `name` is the file's name, the last signal of all.
    """
    described = stated.described
    url, url_signal = _url(page, described)
    heading = next((p.mapped.text for p in passages if p.block.tag == "h1"), None)
    outlets = _outlets(page, described, heading, url)
    outlet, outlet_signal = _first(outlets)
    known = tuple(name for _, name in outlets)
    title, title_signal = _title(page, stated, heading, known)
    byline, byline_signal = _byline(page, described, near)
    published, date_signal, unparsed = _published(page, described, near, url, name)
    found = {
        "title": title_signal,
        "url": url_signal,
        "outlet": outlet_signal,
        "published": date_signal,
        "byline": byline_signal,
    }
    return Told(
        title,
        url,
        outlet,
        published,
        byline,
        tuple((field, signal) for field, signal in found.items() if signal),
        unparsed,
    )


def _metas(page: Page, keys: Sequence[str]) -> list[tuple[str, str]]:
    """Contents of the meta elements of these names, in the order of the names."""
    found = [(key, " ".join(v.split())) for key in keys for k, v in page.meta if k == key]
    return [("meta", html.unescape(value)) for _, value in found if value]


def _first(candidates: Iterable[tuple[str, str | None]]) -> tuple[str | None, str | None]:
    """The first candidate that says anything, and its signal."""
    return next(((value, signal) for signal, value in candidates if value), (None, None))


def _url(page: Page, described: Described) -> tuple[str | None, str | None]:
    canonical = [("canonical link", href) for rel, href in page.links if "canonical" in rel.split()]
    candidates = [*canonical, *_metas(page, ("og:url",)), ("json-ld", described.url)]
    return _first((signal, url) for signal, url in candidates if url and host_of(url))


def _outlets(
    page: Page, described: Described, heading: str | None, url: str | None
) -> list[tuple[str, str]]:
    """Every name the page gives its outlet, the most trusted first.

    Open Graph comes before JSON-LD: the publisher of a syndicated article is often named as the
    agency, its site never.
    """
    beside = outlet_beside(" ".join(html.unescape(page.title).split()), heading or "")
    candidates = [
        *_metas(page, _OUTLETS),
        ("json-ld", described.outlet),
        ("title element", beside),
        ("url", host_of(url or "")),
    ]
    return [(signal, name.lstrip("@")) for signal, name in candidates if name]


def _title(
    page: Page, stated: Stated, heading: str | None, outlets: tuple[str, ...]
) -> tuple[str | None, str | None]:
    title, signal = _first(
        [
            ("json-ld", stated.described.title),
            *_metas(page, _TITLES),
            ("visible line", heading),
            ("title element", " ".join(html.unescape(page.title).split())),
        ]
    )
    if title is None:
        return None, None
    return without_outlet(" ".join(title.split()), outlets), signal


def _byline(
    page: Page, described: Described, near: Sequence[Passage]
) -> tuple[str | None, str | None]:
    lines = [
        ("visible line", line)
        for p in near
        for line in p.mapped.text.split("\n")[:1]
        if is_byline(line) or any(role == "byline" for _, role in p.block.roles)
    ]
    stated = [("json-ld", described.byline), *_metas(page, _BYLINES)]
    return _first(
        (signal, byline_of(value))
        for signal, value in [*stated, *lines]
        if value and not _NO_NAMES.search(value)
    )


def _published(
    page: Page, described: Described, near: Sequence[Passage], url: str | None, name: str
) -> tuple[str | None, str | None, str | None]:
    """Date, its signal, and the first date that was stated and is not understood."""
    stated = [("json-ld", described.published), *_metas(page, _DATES)]
    lines = [
        line
        for p in near
        for line in p.mapped.text.split("\n")
        if is_date_line(line) or any(role == "time" for _, role in p.block.roles)
    ]
    candidates = [
        *stated,
        *(("time element", value) for value in page.times),
        *(("visible line", line) for line in lines),
    ]
    unparsed = None
    for signal, value in candidates:
        date = maybe_date(value) if value else None
        if date:
            return date, signal, None
        if value and unparsed is None and signal in ("json-ld", "meta"):
            unparsed = value
    address = date_in_name(url.partition("?")[0]) if url else None
    date, signal_found = _first(
        [("url", address), ("file name", date_in_name(name.rpartition("/")[2]))]
    )
    return date, signal_found, unparsed
