"""Attributions taken apart into units: one sentence or clause of what somebody said.

A quotation of five sentences may be cut to any one of them elsewhere, so sentences are what is
grouped. Quotations that no attribution claims are units too, without a speaker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.records import Span
from onrecord.statements.cited import list_parts
from onrecord.statements.polarity import is_denial
from onrecord.statements.vocabulary import content_of, words_in
from onrecord.text import find_quotations, split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.records import Article, Attribution, SpeakerRef
    from onrecord.statements.cited import Part

_LONE_QUOTATION = 5
"""Words of a quotation from which it is speech although nothing says whose."""


_CLOSING = "”’\"'»)] \n"
_DETERMINERS = frozenset("a an the this that these those his her its their to of as".split())
"""Words before another one that leave it a single word."""


class Unit(NamedTuple):
    """One thing said, as one article carries it.

    `article` is a position, `number` the unit's place among those of its article; `attribution`
    is None for a quotation that nobody is said to have said. `quoted` are the words given as the
    speaker's own, `marked` the content words among them, `runs` all runs of three words; `asks` is
    true of a question, `denies` where the cue denies what it reports.
    """

    article: int
    number: int
    attribution: str | None
    span: Span
    in_title: bool
    speaker: SpeakerRef | None
    words: tuple[str, ...]
    content: frozenset[str]
    quoted: tuple[str, ...]
    marked: frozenset[str]
    runs: frozenset[tuple[str, ...]]
    asks: bool = False
    denies: bool = False

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
        marks = [q.inner for q in find_quotations(text) if q.depth == 0]
        claimed = [a for a in attributions if a.in_title == in_title and a.inside is None]
        nested = [a for a in attributions if a.in_title == in_title and a.inside is not None]
        taken = [piece for a in claimed for piece in a.content]
        parts = list(list_parts(text, claimed, nested, marks))
        parts += [(span, None) for span in _unclaimed(text, marks, taken)]
        for part in sorted(parts, key=_place):
            unit = _read(text, part, marks)
            if _says_something(unit):
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
        content=content_of(words),
        quoted=quoted,
        marked=content_of(quoted),
        runs=frozenset(zip(words, words[1:], words[2:], strict=False)),
        asks=span.of(text).rstrip(_CLOSING).endswith("?") or words[:1] == ("whether",),
        denies=is_denial(cue),
    )


def _says_something(unit: Unit) -> bool:
    """Whether a unit is a statement: “him” and “the president” are none unless quoted."""
    if unit.quoted:
        return True
    telling = unit.words[unit.words[:1] != () and unit.words[0] in _DETERMINERS :]
    return bool(unit.content) and len(telling) > 1


def _place(part: Part) -> tuple[Span, str]:
    return part[0], part[1].id if part[1] else ""


def _unclaimed(text: str, marks: Sequence[Span], taken: Sequence[Span]) -> Iterator[Span]:
    """Sentences of quotations that no attribution's content touches."""
    for inner in marks:
        is_speech = len(inner.of(text).split()) >= _LONE_QUOTATION
        if is_speech and not any(inner.overlaps(span) for span in taken):
            yield from split_sentences(text, inner)


def _quoted_words(text: str, span: Span, marks: Sequence[Span]) -> tuple[str, ...]:
    """Words of the span that stand in quotation marks, in order."""
    words: list[str] = []
    for inner in marks:
        if inner.overlaps(span):
            words += words_in(text, Span(max(inner.start, span.start), min(inner.end, span.end)))
    return tuple(words)
