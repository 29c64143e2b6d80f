"""How much of each article the page may show, and its words within that.

A private report shows everything. A shared one shows short extracts: of an article's running text
at most `SHARE`, around what it attributes; and of any one statement at most `LONGEST` code points,
wherever its words stand on the page.

Of the running text every attribution gets its source, its cue and its first few words, so that
each can be found and never stands without who said it; where there is no room for all three it
gets nothing. Then come whole attributions from the first to the last of source, cue and content,
those of widely carried statements first; then, in articles that are no copies, up to `AROUND` code
points on either side.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from onrecord.records import Span
from onrecord.text import merge_spans, split_paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.records import Article, Attribution, Rendering
    from onrecord.report.index import Index

SHARE = 0.4
LONGEST = 300
AROUND = 150
_FIRST_WORDS = (40, 24, 12)
"""Code points of the first words of a passage: the most that every passage of a text can have."""
_FEW = 8
"""Code points between source, cue and content that are not worth a gap."""

GAP = "[…]"

Told = tuple["Sequence[Span]", "Attribution | None"]
"""A passage: its content, and the attribution that names source and cue."""

_start_of, _end_of = attrgetter("start"), attrgetter("end")


class Passage(NamedTuple):
    """Words for showing, and whether all of them are there."""

    text: str
    whole: bool


class Extract(NamedTuple):
    """One article's text and what may be shown of it.

    `spans` are the stretches for its running text, in order; `longest` is the most code points of
    a passage of it that is quoted elsewhere on the page.
    """

    text: str
    spans: tuple[Span, ...]
    longest: int

    @property
    def whole(self) -> bool:
        """Whether all of the text may be shown."""
        return sum(span.end - span.start for span in self.spans) >= len(self.text)

    def within(self, span: Span) -> tuple[Span, ...]:
        """The parts of a span that may be shown as running text."""
        first = bisect_right(self.spans, span.start, key=_end_of)
        last = bisect_left(self.spans, span.end, key=_start_of)
        return tuple(
            Span(max(one.start, span.start), min(one.end, span.end))
            for one in self.spans[first:last]
        )

    def quote(self, spans: Iterable[Span]) -> Passage:
        """The words of the spans for quoting, the end left out where they are too many."""
        words = " ".join(span.of(self.text).strip() for span in spans)
        if len(words) <= self.longest:
            return Passage(words, whole=True)
        return Passage(f"{words[: _word_end(words, 0, self.longest)]} {GAP}", whole=False)


def choose_extracts(index: Index, ranked: Sequence[str], *, private: bool) -> dict[str, Extract]:
    """What may be shown of each article; `ranked` are statement ids, most important first."""
    if private:
        return {a.id: _everything(a.text) for a in index.articles.values()}
    wanted = _wanted(index, ranked)
    return {
        a.id: Extract(a.text, _extracts(index, a, wanted[a.id]), LONGEST)
        for a in index.articles.values()
    }


def _everything(text: str) -> Extract:
    return Extract(text, (Span(0, len(text)),) if text else (), max(1, len(text)))


def _wanted(index: Index, ranked: Sequence[str]) -> dict[str, list[Rendering]]:
    """What statements rest on in the text of each article, most important statement first."""
    wanted: dict[str, list[Rendering]] = {article: [] for article in index.articles}
    for statement in ranked:
        for rendering in index.statements[statement].renderings:
            if rendering.article in wanted and not rendering.in_title:
                wanted[rendering.article].append(rendering)
    return wanted


def _extracts(index: Index, article: Article, wanted: Sequence[Rendering]) -> tuple[Span, ...]:
    """The stretches of one article's running text that may be shown."""
    budget = _Budget(article.text)
    attributions = [a for a in index.by_article[article.id] if not a.in_title]
    told: list[Told] = [(r.content, index.attribution_of(r)) for r in wanted if r.content]
    told += [(one.content, one) for one in attributions]
    cores = _cores(article.text, told)
    found = [each for each, core in zip(told, cores, strict=True) if budget.show_all(core)]
    for content, one in found:
        budget.join(content, one)
    for content, _ in found:
        for span in content:
            budget.show(span, LONGEST)
    if index.is_independent(article.id):
        paragraphs = split_paragraphs(article.text)
        for _, one in found:
            if one is not None:
                budget.show_around(_hull(one.content, one), paragraphs)
    if not told:
        budget.show(Span(0, len(article.text)), min(LONGEST, int(SHARE * len(article.text))))
    return budget.spans()


class _Budget:
    """The code points of one article chosen so far, and how many more may be."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._chosen = bytearray(len(text))
        self._left = int(SHARE * len(text))

    def show(self, span: Span, longest: int) -> None:
        """Choose the first `longest` code points of a span, if there is room for them."""
        start, end = max(0, span.start), min(len(self._text), span.end)
        if end - start > longest:
            end = _word_end(self._text, start, start + longest)
        new = self._chosen[start:end].count(0)
        if start < end and new <= self._left:
            self._chosen[start:end] = b"\1" * (end - start)
            self._left -= new

    def show_all(self, spans: Iterable[Span]) -> bool:
        """Choose all of the spans, or none where there is no room for all; whether it did."""
        spans = merge_spans(spans)
        new = sum(self._chosen[span.start : span.end].count(0) for span in spans)
        if new > self._left:
            return False
        for span in spans:
            self._chosen[span.start : span.end] = b"\1" * (span.end - span.start)
        self._left -= new
        return True

    def join(self, content: Sequence[Span], one: Attribution | None) -> None:
        """Choose a passage from its first to its last word, source and cue with it."""
        hull = _hull(content, one)
        if hull.end - hull.start <= LONGEST:
            self.show(hull, LONGEST)

    def show_around(self, hull: Span, paragraphs: Sequence[Span]) -> None:
        """Choose the words around a passage, within its paragraph."""
        place = bisect_right(paragraphs, hull.start, key=_end_of)
        home = paragraphs[place] if place < len(paragraphs) else hull
        before = max(home.start, _word_start(self._text, hull.start - AROUND))
        after = min(home.end, _word_end(self._text, hull.end, hull.end + AROUND))
        self.show(Span(before, hull.start), AROUND)
        self.show(Span(hull.end, after), AROUND)

    def spans(self) -> tuple[Span, ...]:
        """The chosen stretches; those with nothing but space between them are one."""
        found: list[Span] = []
        start = self._chosen.find(1)
        while start >= 0:
            end = self._chosen.find(0, start)
            end = end if end >= 0 else len(self._chosen)
            if found and not self._text[found[-1].end : start].strip(" \t"):
                found[-1] = Span(found[-1].start, end)
            else:
                found.append(Span(start, end))
            start = self._chosen.find(1, end)
        return tuple(found)


def _hull(content: Sequence[Span], one: Attribution | None) -> Span:
    """From the first to the last of content, source and cue."""
    spans = (*content, *(one.source if one else ()), *(one.cue if one else ()))
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _cores(text: str, told: Sequence[Told]) -> list[list[Span]]:
    """What each passage is found by: source, cue, first words; as many as all have room for."""
    for longest in _FIRST_WORDS:
        cores = [_core(text, content, one, longest) for content, one in told]
        spans = (span for core in cores for span in core)
        if sum(span.end - span.start for span in merge_spans(spans)) <= SHARE * len(text):
            break
    return cores


def _core(text: str, content: Sequence[Span], one: Attribution | None, longest: int) -> list[Span]:
    """Source, cue and first words of one passage, in order."""
    first = content[0]
    if first.end - first.start > longest:
        first = Span(first.start, _word_end(text, first.start, first.start + longest))
    named = (*one.source, *one.cue) if one is not None else ()
    return _close_ones(sorted((first, *named)), text)


def _close_ones(spans: Sequence[Span], text: str) -> list[Span]:
    """The spans in order within the text, joined where little stands between two of them."""
    found: list[Span] = []
    for span in spans:
        start, end = max(0, span.start), min(span.end, len(text))
        if start >= end:
            continue
        if found and start - found[-1].end <= _FEW:
            found[-1] = Span(found[-1].start, max(end, found[-1].end))
        else:
            found.append(Span(start, end))
    return found


def _word_end(text: str, start: int, limit: int) -> int:
    """The last end of a word up to `limit`; `limit` itself inside a word longer than that."""
    if limit >= len(text):
        return len(text)
    end = limit
    while end > start and not text[end].isspace():
        end -= 1
    return end if end > start else limit


def _word_start(text: str, position: int) -> int:
    """The first start of a word from `position` on."""
    position = max(0, position)
    while 0 < position < len(text) and not text[position - 1].isspace():
        position += 1
    return position
