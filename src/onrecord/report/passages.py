"""The passages the page can link to: every article's text with its marks, each span with an id."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from onrecord.records import Span
from onrecord.report.marking import GAP_TOKEN, Mark, Marks, Note, Token, mark_text
from onrecord.report.wording import SYMBOLS
from onrecord.text import split_paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onrecord.records import Article, Attribution, Rendering
    from onrecord.report.extracts import Extract
    from onrecord.report.index import Index
    from onrecord.report.marking import Role

Place = tuple[str, bool, Span]
"""Where a passage stands: the article's id, whether in its title, the span."""

SAID = {"direct": "quoted", "mixed": "partly quoted", "indirect": "reported"}


class Marked(NamedTuple):
    """An article's marked title and text, and the anchor of each passage that is shown."""

    title: tuple[Token, ...]
    paragraphs: tuple[tuple[Token, ...], ...]
    passages: dict[Place, str]


def mark_articles(index: Index, extracts: dict[str, Extract]) -> dict[str, Marked]:
    """Every article marked; its passages are what the rest of the page can link to."""
    own = _unattributed(index)
    return {a: _mark_article(index, a, extracts[a], own.get(a, ())) for a in index.articles}


def _unattributed(index: Index) -> dict[str, list[tuple[Span, str, Rendering]]]:
    """What each article says or quotes without a source that others attribute."""
    found: dict[str, list[tuple[Span, str, Rendering]]] = {}
    for statement in index.statements.values():
        for rendering in statement.renderings:
            if rendering.attribution is None:
                found.setdefault(rendering.article, []).extend(
                    (span, statement.id, rendering) for span in rendering.content
                )
    return found


def _mark_article(
    index: Index, article_id: str, extract: Extract, own: Iterable[tuple[Span, str, Rendering]]
) -> Marked:
    """One article with its marks."""
    article = index.articles[article_id]
    in_title, in_text = _Marks(index, article, in_title=True), _Marks(index, article)
    for span, statement, rendering in own:
        marks = in_title if rendering.in_title else in_text
        marks.add_unattributed(span, statement, own_voice=rendering.own_voice)
    passages: dict[Place, str] = {}
    title = article.title or ""
    whole = (Span(0, len(title)),) if title else ()
    paragraphs = _paragraphs(extract)
    title_marks = in_title.anchored(passages, whole)
    pieces = [piece for paragraph in paragraphs for piece in paragraph.pieces]
    text_marks = in_text.anchored(passages, pieces)
    return Marked(
        mark_text(title, whole, title_marks, set()),
        tuple(_tokens(extract, paragraphs, text_marks)),
        passages,
    )


class _Paragraph(NamedTuple):
    """A paragraph's pieces that may be shown, and whether words before or after are left out."""

    pieces: tuple[Span, ...]
    gap_before: bool
    gap_after: bool


def _paragraphs(extract: Extract) -> tuple[_Paragraph, ...]:
    """The paragraphs of which anything may be shown."""
    found: list[_Paragraph] = []
    skipped = False
    for paragraph in split_paragraphs(extract.text):
        pieces = extract.within(paragraph)
        if pieces:
            before = pieces[0].start > paragraph.start
            after = pieces[-1].end < paragraph.end
            told = bool(found) and found[-1].gap_after
            found.append(_Paragraph(pieces, before or (skipped and not told), after))
        skipped = not pieces
    if found and skipped:
        found[-1] = found[-1]._replace(gap_after=True)
    return tuple(found)


def _tokens(
    extract: Extract, paragraphs: Iterable[_Paragraph], marks: Marks
) -> Iterator[tuple[Token, ...]]:
    """The tokens of each paragraph, with a gap wherever words are left out."""
    met: set[Mark] = set()
    for one in paragraphs:
        before, after = (GAP_TOKEN,) * one.gap_before, (GAP_TOKEN,) * one.gap_after
        yield before + mark_text(extract.text, one.pieces, marks, met) + after


class _Marks:
    """The marks of one text as they are gathered: one for each span and role."""

    def __init__(self, index: Index, article: Article, *, in_title: bool = False) -> None:
        self._index, self._article, self._in_title = index, article, in_title
        self._notes: dict[tuple[Span, Role, str], list[Note]] = {}
        if not in_title:
            for span, words in article.furniture:
                self._notes.setdefault((span, "furniture", words), [])
        for one in index.by_article[article.id]:
            if one.in_title == in_title:
                self._add(one)

    def _add(self, one: Attribution) -> None:
        """Gather the content, source and cue of an attribution, and the parts it was cut into.

        Its number leads to its statement: behind the whole, or behind each part.
        """
        rests = self._index.rests.get((one.article, one.id), ())
        whole = [rest for rest in rests if set(rest.content) >= set(one.content)]
        parts = [rest for rest in rests if rest not in whole]
        for span in one.content:
            notes = self._notes.setdefault((span, one.kind, SAID[one.kind]), [])
            if whole or not parts:
                notes.append(self._note(one, whole[0].statement if whole else None))
        for rest in parts:
            for span in rest.content:
                self._notes.setdefault((span, "part", ""), []).append(
                    self._note(one, rest.statement)
                )
        for span in one.source:
            self._notes.setdefault((span, "source", "source"), [])
        for span in one.cue:
            self._notes.setdefault((span, "cue", "cue"), [])

    def _note(self, one: Attribution, statement: str | None) -> Note:
        """An attribution's number, leading to a statement."""
        number = self._index.numbers[one.article, one.id]
        href = self._index.statement_anchors[statement] if statement is not None else ""
        return Note(str(number), href, f"attribution {number}")

    def add_unattributed(self, span: Span, statement: str, *, own_voice: bool) -> None:
        """Gather words the article says itself, or quotes without naming anybody."""
        symbol = SYMBOLS["own-voice" if own_voice else "quoted"]
        words = symbol.words if own_voice else f"{symbol.words}, nobody named"
        note = Note(symbol.sign, self._index.statement_anchors[statement], words)
        role: tuple[Role, str] = ("own", "in its own voice") if own_voice else ("direct", "quoted")
        notes = self._notes.setdefault((span, *role), [])
        if note not in notes:
            notes.append(note)

    def anchored(self, passages: dict[Place, str], pieces: Sequence[Span]) -> Marks:
        """The marks that a piece shows some of, each span with an id of its own."""
        marks: list[Mark] = []
        for (span, role, words), notes in sorted(self._notes.items(), key=lambda one: one[0][0]):
            if not _is_shown(span, pieces):
                continue
            place = (self._article.id, self._in_title, span)
            anchor = "" if place in passages else self._anchor(span)
            passages.setdefault(place, anchor)
            marks.append(Mark(span, role, words, anchor, tuple(notes)))
        return Marks.of(marks)

    def _anchor(self, span: Span) -> str:
        """The id of a passage: the article's, then where it starts and ends."""
        base = self._index.article_anchors[self._article.id]
        parts = (base, "title") if self._in_title else (base,)
        return self._index.anchors.fresh(*parts, span.start, span.end)


def _is_shown(span: Span, pieces: Sequence[Span]) -> bool:
    """Whether any of the pieces, which are in order and apart, shows some of the span."""
    last = bisect_left(pieces, span.end, key=lambda piece: piece.start) - 1
    return span.start < span.end and last >= 0 and pieces[last].end > span.start
