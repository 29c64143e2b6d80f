"""The parts of attributions that are units, each with the attribution that it belongs to.

A turn of a transcript may only hand on somebody else's words, or say what was seen and not what
was said: the first belongs to whoever is quoted, the second to nobody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.records import Span
from onrecord.statements.overlaps import overlapping
from onrecord.text import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.records import Attribution

Part = tuple[Span, "Attribution | None"]
"""A unit's span and its attribution, None where nobody is said to have said it."""

_CLAUSE = re.compile(r";\s+|,?\s+(?:and|but)\s+(?=that\b)", re.I)
"""Where one report holds two things said: “that it rained, and that …”."""

_SHORTEST_CLAUSE = 12

_DIRECTION = re.compile(r"\s*\[[A-Z][^\[\]]*[.!?]\]\s*")
_ALONE = re.compile(r"\W*(?:\[[^\[\]]*\]|\([A-Z][^()]*\))\W*")
"""What is seen or heard, in brackets: a sentence of its own, and all that a unit holds."""

_CITED = 0.5
"""Part of a sentence that lies in somebody else's quotation from which it only cites."""


def list_parts(
    text: str, claimed: Sequence[Attribution], nested: Sequence[Attribution], marks: Sequence[Span]
) -> Iterator[Part]:
    """Sentences and clauses of what is `claimed`; `nested` are attributions inside others.

    `marks` are the insides of the outermost quotations of the text.
    """
    cited: dict[str, list[Attribution]] = {}
    for attribution in nested:
        cited.setdefault(attribution.inside or "", []).append(attribution)
    for attribution in claimed:
        for piece in attribution.content:
            for span in split_content(text, piece):
                yield _as_cited(text, span, attribution, cited, marks)


def _as_cited(
    text: str,
    span: Span,
    attribution: Attribution,
    cited: Mapping[str, Sequence[Attribution]],
    marks: Sequence[Span],
) -> Part:
    """The sentence, or what somebody else is quoted as saying in it where it holds little more."""
    if attribution.kind != "direct":
        return _handed_on(span, attribution, cited.get(attribution.id, ()))
    for inner in overlapping(marks, span):
        if not span.contains(inner) or len(inner.of(text)) < _CITED * len(span.of(text)):
            continue
        for other in cited.get(attribution.id, ()):
            if other.kind != "indirect" and any(_fills(p, inner) for p in other.content):
                return inner, other
    return span, attribution


def _handed_on(span: Span, attribution: Attribution, nested: Sequence[Attribution]) -> Part:
    """A report, or what it reports somebody else to have said: “that she had told him that …”."""
    for other in nested:
        words = Span(other.content[0].start, other.content[-1].end)
        by_another = other.type == "speech" and other.speaker not in (None, attribution.speaker)
        if by_another and span.contains(words) and _length(words) >= _CITED * _length(span):
            return words, other
    return span, attribution


def _length(span: Span) -> int:
    return span.end - span.start


def _fills(piece: Span, inner: Span) -> bool:
    """Whether a piece of content is all of a quotation, punctuation aside."""
    return piece.start <= inner.start + 1 and piece.end >= inner.end - 1


def split_content(text: str, piece: Span) -> Iterator[Span]:
    """Sentences and clauses of one piece of content, directions in brackets left out.

    >>> text = "that the gate failed, and that the lock was shut"
    >>> [span.of(text) for span in split_content(text, Span(0, len(text)))]
    ['that the gate failed', 'that the lock was shut']
    >>> text = "[Holds up a sheet.] I wrote to them."
    >>> [span.of(text) for span in split_content(text, Span(0, len(text)))]
    ['I wrote to them.']
    """
    for stretch in _without_directions(text, piece):
        for sentence in split_sentences(text, stretch):
            start = sentence.start
            for match in _CLAUSE.finditer(text, sentence.start, sentence.end):
                if min(match.start() - start, sentence.end - match.end()) >= _SHORTEST_CLAUSE:
                    yield Span(start, match.start())
                    start = match.end()
            if not _ALONE.fullmatch(text, start, sentence.end):
                yield Span(start, sentence.end)


def _without_directions(text: str, piece: Span) -> Iterator[Span]:
    """The stretches of a piece between its stage directions."""
    start = piece.start
    for match in _DIRECTION.finditer(text, piece.start, piece.end):
        if start < match.start():
            yield Span(start, match.start())
        start = match.end()
    if start < piece.end:
        yield Span(start, piece.end)
