"""What the page shows of each article: where it came from, its text with marks, how it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from onrecord.report.wording import (
    copy_words,
    counted,
    kind_words,
    plain_words,
    printed_words,
    published_words,
    reason_words,
)

if TYPE_CHECKING:
    from onrecord.records import Article, Attribution
    from onrecord.report.extracts import Extract
    from onrecord.report.index import Index
    from onrecord.report.marking import Token
    from onrecord.report.passages import Marked


class Known(NamedTuple):
    """One thing known of an article, with the signal it was read from."""

    name: str
    text: str
    signal: str
    href: str = ""


class Reading(NamedTuple):
    """How one attribution was read: the row of an article's table."""

    number: int
    speaker: str
    speaker_href: str
    kind: str
    source: str
    cue: str
    inside: str
    why: tuple[str, ...]
    statement_href: str


class ArticleView(NamedTuple):
    """One article for the page."""

    anchor: str
    label: str
    title: tuple[Token, ...]
    known: tuple[Known, ...]
    notices: tuple[str, ...]
    paragraphs: tuple[tuple[Token, ...], ...]
    shown: str
    readings: tuple[Reading, ...]
    reading_count: str


def view_articles(
    index: Index, marked: dict[str, Marked], extracts: dict[str, Extract]
) -> tuple[ArticleView, ...]:
    """The articles in the order they were read."""
    return tuple(
        ArticleView(
            anchor=index.article_anchors[article.id],
            label=index.labels[article.id],
            title=marked[article.id].title,
            known=_known(article),
            notices=_notices(index, article),
            paragraphs=marked[article.id].paragraphs,
            shown=_shown(extracts[article.id]),
            readings=_readings(index, article),
            reading_count=counted(len(index.by_article[article.id]), "attribution"),
        )
        for article in index.articles.values()
    )


def _known(article: Article) -> tuple[Known, ...]:
    """What is known of where an article came from."""
    signals = dict(article.signals)
    found = (
        ("Outlet", "outlet", article.outlet),
        ("By", "byline", article.byline),
        ("Published", "published", published_words(article.published)),
        ("Address", "url", article.url),
        ("File", "file", article.file),
    )
    return tuple(
        Known(name, text, signals.get(field, ""), web_address(text) if field == "url" else "")
        for name, field, text in found
        if text
    )


def web_address(url: str) -> str:
    """The address itself where it is a page on the web; empty for any other scheme.

    >>> web_address("https://example.org/a"), web_address("javascript:alert(1)")
    ('https://example.org/a', '')
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in {"http", "https"} and parts.netloc else ""


def _notices(index: Index, article: Article) -> tuple[str, ...]:
    """What a reader has to know before relying on an article."""
    notices = []
    member = index.copies.get(article.id)
    if member and member.origin is not None and member.origin in index.labels:
        told = copy_words(member.kind, index.labels[member.origin])
        notices.append(f"A copy: it {told}.")
    notices += (
        f"{plain_words(problem.kind).capitalize()}: {problem.message}"
        for problem in index.problems[article.id]
    )
    return tuple(notices)


def _shown(extract: Extract) -> str:
    """How much of an article the page shows, in words; empty where that is all of it."""
    if extract.whole:
        return ""
    shown = sum(span.end - span.start for span in extract.spans)
    return f"Extracts: {round(100 * shown / len(extract.text))} % of the text"


def _readings(index: Index, article: Article) -> tuple[Reading, ...]:
    """How each attribution of an article was read."""
    return tuple(_reading(index, article, one) for one in index.by_article[article.id])


def _reading(index: Index, article: Article, one: Attribution) -> Reading:
    """How one attribution was read."""
    text = index.text_of(article.id, in_title=one.in_title)
    rests = index.rests.get((one.article, one.id))
    speaker = one.speaker
    outer = index.numbers.get((one.article, one.inside or ""))
    return Reading(
        number=index.numbers[one.article, one.id],
        speaker=speaker.name if speaker else "unresolved",
        speaker_href=index.speaker_anchors.get(speaker.id, "") if speaker else "",
        kind=kind_words(one) + (", in the headline" if one.in_title else ""),
        source=printed_words(text, one.source),
        cue=printed_words(text, one.cue),
        inside=f"in {outer}" if outer else "",
        why=reason_words(one.why),
        statement_href=index.statement_anchors[rests[0].statement] if rests else "",
    )
