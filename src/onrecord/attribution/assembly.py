"""From sentences to the attributions of an article, nested, typed and explained."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from onrecord.attribution.combining import TRUSTED, combine
from onrecord.attribution.headlines import names_one, read_headline
from onrecord.attribution.nesting import lies_in, nest
from onrecord.attribution.rules import Speaks, read_by_rules, speaks_in
from onrecord.attribution.tagger import load_tagger, tag
from onrecord.attribution.transcripts import TRANSCRIPT_LABEL
from onrecord.options import AttributionOptions
from onrecord.records import Attribution, Problem, Reason, Span
from onrecord.text import find_quotations, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.attribution.found import Found
    from onrecord.records import Article, AttributionKind, AttributionType
    from onrecord.text import Quotation

_DIRECT_SHARE = 0.9
_LONGEST_TAGGED = 400_000
"""Code points of a text that the tagger still reads, some 70,000 words; the rules read any."""


def find_attributions(
    article: Article, options: AttributionOptions | None = None
) -> tuple[tuple[Attribution, ...], tuple[Problem, ...]]:
    """Attributions of an article in order of their content, and what stood in their way.

    Spans are offsets into `article.text`, or into `article.title` where `in_title` is set.
    """
    options = options or AttributionOptions()
    quotations = find_quotations(article.text)
    read = _read_text(article.text, tagger=options.tagger)
    found = [f for f in read if not _in_furniture(article, f)]
    attributions = _finish(article, article.text, quotations, found, in_title=False)
    if options.titles and article.title:
        marks = find_quotations(article.title)
        speaks = speaks_in(article.text, found)
        titled = _read_title(article.title, speaks, tagger=options.tagger)
        attributions += _finish(article, article.title, marks, titled, in_title=True)
    return tuple(attributions), tuple(_problems(article, quotations))


@lru_cache(maxsize=16)
def _read_text(
    text: str, *, tagger: bool, trusted: frozenset[str] | None = TRUSTED
) -> tuple[Found, ...]:
    """Everything found in a running text, by the rules and, where wanted, the tagger on top.

    Copies of one text that follow one another are read once.
    """
    quotations = find_quotations(text)
    by_rules = read_by_rules(text, quotations)
    model = load_tagger() if tagger and len(text) <= _LONGEST_TAGGED else None
    if model is None:
        return tuple(by_rules)
    tagged = tag(model, text, by_rules)
    return tuple(combine(text, quotations, by_rules, tagged, trusted))


def _read_title(title: str, speaks: Speaks, *, tagger: bool) -> list[Found]:
    """What a title attributes; the rules are believed, since the tagger has seen few titles."""
    by_colon = read_headline(title, Span(0, len(title)), speaks)
    if by_colon:
        return by_colon
    found = _read_text(title, tagger=tagger, trusted=None)
    return [f for f in found if names_one(title, f, speaks)]


def _in_furniture(article: Article, found: Found) -> bool:
    """Whether the words stand in what is no part of the article: a caption, a stray byline."""
    return any(span.overlaps(found.hull) for span, _ in article.furniture)


def _finish(
    article: Article,
    text: str,
    quotations: Sequence[Quotation],
    found: Sequence[Found],
    *,
    in_title: bool,
) -> list[Attribution]:
    """Records with ids, kinds and nesting."""
    ids = [_id(article, f, in_title=in_title) for f in found]
    outermost = [q.span for q in quotations if q.depth == 0]
    return [
        Attribution(
            id=ids[i],
            article=article.id,
            kind=_kind(text, outermost, f),
            type=cast("AttributionType", f.type),
            content=f.content,
            cue=f.cue,
            source=f.source,
            inside=None if outer is None else ids[outer],
            in_title=in_title,
            why=tuple(Reason(rule, score=f.score) for rule in f.rules),
        )
        for i, (f, outer) in enumerate(zip(found, nest(found), strict=True))
    ]


def _kind(text: str, quoted: Sequence[Span], found: Found) -> AttributionKind:
    """Direct where nearly every word stands between marks or is a transcript's; mixed if some."""
    if TRANSCRIPT_LABEL in found.rules:
        return "direct"
    words = [word for piece in found.content for word in words_of(text, piece.start, piece.end)]
    between = sum(lies_in(word.start, quoted) for word in words)
    if not words or not between:
        return "indirect"
    return "direct" if between >= _DIRECT_SHARE * len(words) else "mixed"


def _id(article: Article, found: Found, *, in_title: bool) -> str:
    """A hash of the article's id and the places of content and cue."""
    key = repr((article.id, in_title, found.content, found.cue))
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _problems(article: Article, quotations: Sequence[Quotation]) -> Iterable[Problem]:
    """Quotations whose closing mark had to be guessed."""
    for q in quotations:
        if any(span.overlaps(q.span) for span, _ in article.furniture):
            continue
        if q.depth == 0 and q.closing in ("paragraph end", "next opening", "speaker named"):
            words = q.inner.of(article.text).split()[:6]
            yield Problem(
                "unclosed-quotation",
                f"A quotation that begins “{' '.join(words)} …” has no closing mark; "
                "it was read to its speaker, the next opening mark or the end of its paragraph.",
                article=article.id,
                span=q.span,
            )
