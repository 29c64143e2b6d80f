"""Attributions taken apart into units: one sentence or clause of what somebody said.

A quotation of five sentences may be cut to any one of them elsewhere, so sentences are what is
grouped. Quotations that no attribution claims are units too, without a speaker.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from onrecord.records import Span
from onrecord.statements.vocabulary import content_of, words_in
from onrecord.text import find_quotations, split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.records import Article, Attribution, SpeakerRef

_CLAUSE = re.compile(r";\s+|,?\s+(?:and|but)\s+(?=that\b)", re.I)
"""Where one report holds two things said: “that it rained, and that …”."""

_SHORTEST_CLAUSE = 12
_LONE_QUOTATION = 5
"""Words of a quotation from which it is speech although nothing says whose."""


_Part = tuple[Span, "Attribution | None"]


class Unit(NamedTuple):
    """One thing said, as one article carries it.

    `article` is a position, `number` the unit's place among those of its article; `attribution`
    is None for a quotation that nobody is said to have said. `quoted` are the words given as the
    speaker's own, `marked` the content words among them, `runs` all runs of three words.
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


def find_units(
    position: int, article: Article, attributions: Sequence[Attribution]
) -> tuple[Unit, ...]:
    """Units of one article: those of the title first, then in the order of the text."""
    found: list[Unit] = []
    for in_title, text in ((True, article.title or ""), (False, article.text)):
        marks = [q.inner for q in find_quotations(text) if q.depth == 0]
        claimed = [a for a in attributions if a.in_title == in_title and a.inside is None]
        parts: list[_Part] = [
            (span, a) for a in claimed for piece in a.content for span in split_content(text, piece)
        ]
        taken = [piece for a in claimed for piece in a.content]
        parts += [(span, None) for span in _unclaimed(text, marks, taken)]
        for span, attribution in sorted(parts, key=_place):
            words = words_in(text, span)
            if words:
                # a transcript quotes without marks: what it gives as direct is direct
                direct = attribution is not None and attribution.kind == "direct"
                quoted = words if direct else _quoted_words(text, span, marks)
                found.append(
                    Unit(
                        article=position,
                        number=len(found),
                        attribution=attribution.id if attribution else None,
                        span=span,
                        in_title=in_title,
                        speaker=attribution.speaker if attribution else None,
                        words=words,
                        content=content_of(words),
                        quoted=quoted,
                        marked=content_of(quoted),
                        runs=frozenset(zip(words, words[1:], words[2:], strict=False)),
                    )
                )
    return tuple(found)


def _place(part: _Part) -> tuple[Span, str]:
    return part[0], part[1].id if part[1] else ""


def split_content(text: str, piece: Span) -> Iterator[Span]:
    """Sentences and clauses of one piece of content.

    >>> text = "that the gate failed, and that the lock was shut"
    >>> [span.of(text) for span in split_content(text, Span(0, len(text)))]
    ['that the gate failed', 'that the lock was shut']
    """
    for sentence in split_sentences(text, piece):
        start = sentence.start
        for match in _CLAUSE.finditer(text, sentence.start, sentence.end):
            if min(match.start() - start, sentence.end - match.end()) >= _SHORTEST_CLAUSE:
                yield Span(start, match.start())
                start = match.end()
        yield Span(start, sentence.end)


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
