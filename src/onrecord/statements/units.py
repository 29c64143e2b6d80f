"""Attributions taken apart into units: one sentence or clause of what somebody said.

A quotation of five sentences may be cut to any one of them elsewhere, so sentences are what is
grouped. Quotations that no attribution claims are units too, without a speaker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.records import Span
from onrecord.statements.amounts import read_amounts
from onrecord.statements.cited import list_parts
from onrecord.statements.occasions import UNKNOWN, Days
from onrecord.statements.once import quotations_in
from onrecord.statements.overlaps import overlapping
from onrecord.statements.polarity import is_denial, negated_stems
from onrecord.statements.questions import is_question
from onrecord.statements.vocabulary import SMALL, content_of, folded, runs_of, words_in
from onrecord.text import merge_spans, split_sentences
from onrecord.text.words import WORD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.records import Article, Attribution, SpeakerRef
    from onrecord.statements.amounts import Amount
    from onrecord.statements.cited import Part
    from onrecord.statements.occasions import Occasion

_LONE_QUOTATION = 5
"""Words of a quotation from which it is speech although nothing says whose."""


_CLOSING = "”’\"'»)] \n"
_DETERMINERS = frozenset("a an the this that these those his her its their to of as".split())
"""Words before another one that leave it a single word."""


class Unit(NamedTuple):
    """One thing said, as one article carries it.

    `article` is a position, `number` the unit's place among those of its article; `attribution`
    is None for a quotation that nobody is said to have said. `stems` are those of the content
    words, each once, `quoted` the words given as the speaker's own; `asks` is true of a question,
    `denies` where the cue denies what it reports; `amounts` is what it counts, `negated` the stems
    of the words that a negation in it turns. A collection holds a million of these, so that sets
    are made when they are asked for.
    """

    article: int
    number: int
    attribution: str | None
    span: Span
    in_title: bool
    speaker: SpeakerRef | None
    words: tuple[str, ...]
    stems: tuple[str, ...]
    quoted: tuple[str, ...]
    asks: bool = False
    denies: bool = False
    amounts: frozenset[Amount] = frozenset()
    negated: frozenset[str] = frozenset()
    occasion: Occasion = UNKNOWN

    @property
    def content(self) -> frozenset[str]:
        """Stems of the content words."""
        return frozenset(self.stems)

    @property
    def marked(self) -> frozenset[str]:
        """Stems of the content words that are the speaker's own."""
        return self.content if self.is_quoted else content_of(self.quoted)

    @property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """All runs of three words."""
        return runs_of(self.words)

    @property
    def is_quoted(self) -> bool:
        """Whether all of its words are the speaker's own."""
        return len(self.quoted) == len(self.words)


def find_units(
    position: int, article: Article, attributions: Sequence[Attribution]
) -> tuple[Unit, ...]:
    """Units of one article: those of the title first, then in the order of the text."""
    found: list[Unit] = []
    for in_title, text in ((True, article.title or ""), (False, article.text)):
        marks = [q.inner for q in quotations_in(text) if q.depth == 0]
        claimed = [a for a in attributions if a.in_title == in_title and a.inside is None]
        nested = [a for a in attributions if a.in_title == in_title and a.inside is not None]
        taken = merge_spans(piece for a in claimed for piece in a.content)
        days = Days(article, text)
        parts = list(list_parts(text, claimed, nested, marks))
        parts += [(span, None) for span in _unclaimed(text, marks, taken)]
        for part in sorted(parts, key=_place):
            unit = _read(text, part, marks)
            if part[1] is not None:
                unit = unit._replace(occasion=days.occasion_of(part[1], taken))
            if _says_something(unit) and (in_title or unit.quoted or not _only_names(text, unit)):
                number = len(found)
                found.append(unit._replace(article=position, number=number, in_title=in_title))
    return tuple(found)


def _read(text: str, part: Part, marks: Sequence[Span]) -> Unit:
    """The unit that a part of the text makes, its place not told yet."""
    span, attribution = part
    words = words_in(text, span)
    # a transcript quotes without marks: what it gives as direct is direct
    direct = attribution is not None and attribution.kind == "direct"
    quoted = words if direct else _quoted_words(text, span, marks)
    cue = " ".join(c.of(text) for c in attribution.cue) if attribution else ""
    return Unit(
        article=0,
        number=0,
        attribution=attribution.id if attribution else None,
        span=span,
        in_title=False,
        speaker=attribution.speaker if attribution else None,
        words=words,
        stems=tuple(sorted(content_of(words))),
        quoted=words if len(quoted) == len(words) else quoted,
        asks=span.of(text).rstrip(_CLOSING).endswith("?") or is_question(cue, words),
        denies=is_denial(cue),
        amounts=read_amounts(text, span),
        negated=negated_stems(words),
    )


def _says_something(unit: Unit) -> bool:
    """Whether a unit is a statement: “him” and “the president” are none unless quoted."""
    if unit.quoted:
        return True
    telling = unit.words[unit.words[:1] != () and unit.words[0] in _DETERMINERS :]
    return bool(unit.stems) and len(telling) > 1


def _only_names(text: str, unit: Unit) -> bool:
    """Whether a report in the reporter's words holds names and nothing said of them."""
    words = WORD.findall(text, *unit.span)
    return all(w[0].isupper() or folded(w) in SMALL for w in words)


def _place(part: Part) -> tuple[Span, str]:
    return part[0], part[1].id if part[1] else ""


def _unclaimed(text: str, marks: Sequence[Span], taken: Sequence[Span]) -> Iterator[Span]:
    """Sentences of quotations that no attribution's content touches."""
    for inner in marks:
        is_speech = len(inner.of(text).split()) >= _LONE_QUOTATION
        if is_speech and not overlapping(taken, inner):
            yield from split_sentences(text, inner)


def _quoted_words(text: str, span: Span, marks: Sequence[Span]) -> tuple[str, ...]:
    """Words of the span that stand in quotation marks, in order."""
    words: list[str] = []
    for inner in overlapping(marks, span):
        words += words_in(text, Span(max(inner.start, span.start), min(inner.end, span.end)))
    return tuple(words)
