"""From sentences to the attributions of an article, nested, typed and explained."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from typing import TYPE_CHECKING, cast

from onrecord.attribution.elsewhere import find_pointed_at
from onrecord.attribution.found import Found, found_from
from onrecord.attribution.headlines import names_one, read_headline
from onrecord.attribution.layouts import read_sentence
from onrecord.attribution.quoted import attach_quotations, is_within
from onrecord.attribution.tagger import keep_confident, load_tagger, tag
from onrecord.attribution.transcripts import TRANSCRIPT_LABEL, read_transcript, without_crossing
from onrecord.attribution.units import Sentence, read_quoted_sentences, read_sentences
from onrecord.options import AttributionOptions
from onrecord.records import Attribution, Problem, Reason, Span
from onrecord.text import find_quotations, split_paragraphs, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.records import Article, AttributionKind, AttributionType
    from onrecord.text import Quotation

_DIRECT_SHARE = 0.9
_LONGEST_HEADLINE = 140
_IN_A_PLACE = frozenset(["in", "of", "at", "from", "near", "for"])
_LONGEST_TAGGED = 400_000
"""Code points of a text that the tagger still reads, some 70,000 words; the rules read any."""

_DEEPEST = 40
"""Attributions still open at one place among which an outer one is looked for."""


def find_attributions(
    article: Article, options: AttributionOptions | None = None
) -> tuple[tuple[Attribution, ...], tuple[Problem, ...]]:
    """Attributions of an article in order of their content, and what stood in their way.

    Spans are offsets into `article.text`, or into `article.title` where `in_title` is set.
    """
    options = options or AttributionOptions()
    quotations = find_quotations(article.text)
    found = _read_text(article.text, quotations, tagger=options.tagger)
    found = [f for f in found if not _in_furniture(article, f)]
    attributions = _finish(article, article.text, quotations, found, in_title=False)
    if options.titles and article.title:
        marks = find_quotations(article.title)
        speaks = _speaks(article.text, found)
        titled = _read_title(article.title, marks, speaks, tagger=options.tagger)
        attributions += _finish(article, article.title, marks, titled, in_title=True)
    return tuple(attributions), tuple(_problems(article, quotations))


def _read_text(text: str, quotations: Sequence[Quotation], *, tagger: bool) -> list[Found]:
    """Everything found in a running text, by the rules and, where wanted, the tagger on top."""
    by_rules = read_by_rules(text, quotations)
    model = load_tagger() if tagger and len(text) <= _LONGEST_TAGGED else None
    if model is None:
        return by_rules
    return combine(text, quotations, by_rules, tag(model, text, by_rules))


def combine(
    text: str,
    quotations: Sequence[Quotation],
    by_rules: Sequence[Found],
    tagged: Sequence[Found],
) -> list[Found]:
    """What the tagger is sure of, with the quotations only the rules placed.

    What it is less sure of comes in again at the end, where it lies inside something found.
    """
    outermost = [q.span for q in quotations if q.depth == 0]
    everything = _distinct(tagged)
    sure = keep_confident(everything, nest(everything), outermost)
    found = _distinct(sure + _only_by_rules(by_rules, sure, outermost))
    found = attach_quotations(read_sentences(text, quotations), found)
    turns = read_transcript(text)
    doubtful = set(everything).difference(sure)
    found = _distinct(turns + without_crossing([*found, *sorted(doubtful)], turns))
    return keep_confident(found, nest(found), outermost)


def _only_by_rules(
    by_rules: Iterable[Found], tagged: Sequence[Found], quotations: Sequence[Span]
) -> list[Found]:
    """The rules' attributions of quotations that the tagger left alone."""
    outside = [f for f in tagged if not is_within(f, quotations)]
    claimed = sorted((piece for f in outside for piece in f.content), key=lambda p: p.end)
    alone = []
    for f in by_rules:
        place = bisect_right(claimed, f.hull.start, key=lambda piece: piece.end)
        free = not any(p.start < f.hull.end for p in claimed[place : place + _DEEPEST])
        if free and any(_lies_in(piece.start, quotations) for piece in f.content):
            alone.append(f)
    return alone


def read_by_rules(text: str, quotations: Sequence[Quotation]) -> list[Found]:
    """Everything the rules find in a running text, in order of content."""
    turns = read_transcript(text)
    sentences = read_sentences(text, quotations)
    found = [f for i, s in enumerate(sentences) for f in _of_sentence(s, i)]
    found = _distinct(found + find_pointed_at(sentences))
    found = attach_quotations(sentences, found)
    found += _first_line(text, found)
    found += _inside_quotations(text, quotations, found)
    return _distinct(turns + without_crossing(found, turns)) if turns else _distinct(found)


def _inside_quotations(
    text: str, quotations: Sequence[Quotation], found: Sequence[Found]
) -> list[Found]:
    """What people report in quotations that somebody is found to have said."""
    said = sorted(piece for f in found for piece in f.content)
    inner = (f for s in read_quoted_sentences(text, quotations) for f in _of_sentence(s, -1))
    return [f for f in inner if _is_held(f.hull, said)]


def _is_held(span: Span, said: Sequence[Span]) -> bool:
    """Whether a span lies in one of the pieces of content that begin nearest before it."""
    place = bisect_right(said, span.start, key=lambda piece: piece.start)
    return any(piece.end >= span.end for piece in said[max(0, place - _DEEPEST) : place])


def _of_sentence(sentence: Sentence, index: int) -> list[Found]:
    return [found_from(draft, sentence.tokens, index) for draft in read_sentence(sentence.tokens)]


def _first_line(text: str, found: Sequence[Found]) -> list[Found]:
    """A headline that stands as the first line of the text."""
    first = next(iter(split_paragraphs(text)), None)
    if first is None or first.end - first.start > _LONGEST_HEADLINE:
        return []
    stop = text[first.end - 1] in ".!?"
    if first.end == len(text) or any(mark in text[first.start : first.end - 1] for mark in ".!?"):
        return []
    return read_headline(text, Span(first.start, first.end - stop), _speaks(text, found))


def _read_title(
    title: str, quotations: Sequence[Quotation], speaks: _Speaks, *, tagger: bool
) -> list[Found]:
    """What a title attributes."""
    by_colon = read_headline(title, Span(0, len(title)), speaks)
    return by_colon or [
        f for f in _read_text(title, quotations, tagger=tagger) if names_one(title, f, speaks)
    ]


class _Speaks:
    """Whether a word names somebody an article quotes."""

    def __init__(self, names: frozenset[str]) -> None:
        self._names = names

    def __call__(self, word: str) -> bool:
        return word.casefold() in self._names


def _speaks(text: str, found: Iterable[Found]) -> _Speaks:
    """The last words of the sources found in a text that are names and nothing more."""
    names = set()
    for f in found:
        for source in f.source:
            words = [word.text for word in words_of(text, source.start, source.end)]
            name = words[-1] if words else ""
            if name[:1].isupper() and len(name) > 2 and not _IN_A_PLACE.intersection(words):
                names.add(name.casefold())
    return _Speaks(frozenset(names))


def _distinct(found: Iterable[Found]) -> list[Found]:
    """Without a second reading of the same content, in order of content."""
    kept: dict[tuple[Span, ...], Found] = {}
    for f in found:
        kept.setdefault(f.content, f)
    return sorted(kept.values(), key=lambda f: (f.hull.start, -f.hull.end, f.cue))


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


def nest(found: Sequence[Found]) -> list[int | None]:
    """For each attribution the index of the smallest one whose content holds it, or None."""
    outer: list[int | None] = [None] * len(found)
    open_: list[int] = []
    for index in sorted(range(len(found)), key=lambda i: (found[i].hull.start, -found[i].hull.end)):
        hull = found[index].hull
        open_ = [i for i in open_ if found[i].hull.end >= hull.end][-_DEEPEST:]
        holding = [i for i in open_ if _holds(found[i], found[index])]
        outer[index] = min(holding, key=lambda i: _length(found[i]), default=None)
        open_.append(index)
    return outer


def _holds(outer: Found, inner: Found) -> bool:
    """Whether every part of `inner` lies within one piece of the outer content."""
    parts = (*inner.content, *inner.cue, *inner.source)
    return outer.content != inner.content and all(
        any(piece.contains(part) for piece in outer.content) for part in parts
    )


def _length(found: Found) -> int:
    return sum(piece.end - piece.start for piece in found.content)


def _kind(text: str, quoted: Sequence[Span], found: Found) -> AttributionKind:
    """Direct where nearly every word stands between marks or is a transcript's; mixed if some."""
    if TRANSCRIPT_LABEL in found.rules:
        return "direct"
    words = [word for piece in found.content for word in words_of(text, piece.start, piece.end)]
    between = sum(_lies_in(word.start, quoted) for word in words)
    if not words or not between:
        return "indirect"
    return "direct" if between >= _DIRECT_SHARE * len(words) else "mixed"


def _lies_in(offset: int, spans: Sequence[Span]) -> bool:
    """Whether an offset lies in one of spans that are in order and apart."""
    place = bisect_right(spans, offset, key=lambda span: span.start)
    return place > 0 and offset < spans[place - 1].end


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
