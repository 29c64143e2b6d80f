"""From word pieces to spans as a reader would draw them: whole words, names and quotations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from onrecord.attribution.lexicon import function_words
from onrecord.records import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np

    from onrecord.attribution.tagger.features import Window

    Array = np.ndarray[Any, np.dtype[Any]]


def says_something(text: str, pieces: Sequence[Span]) -> bool:
    """Whether a content holds a word that is not grammar alone, or stands in marks."""
    words = [word for piece in pieces for word in piece.of(text).casefold().split()]
    return any(
        word[0] in _MARKS or function_words().get(word.strip(".,;:"), "") not in _GRAMMAR
        for word in words
    )


def reports(text: str, cue: Sequence[Span]) -> bool:
    """Whether a cue can report by itself: a mark, or a word that is not grammar alone."""
    words = [word for piece in cue for word in piece.of(text).casefold().split()]
    return any(
        not word[0].isalnum() or function_words().get(word.strip(".,;:"), "") not in _GRAMMAR
        for word in words
    )


_MARKS = frozenset("\"'“”‘’«»„")
_GRAMMAR = frozenset(
    {"DT", "IN", "CC", "SC", "WP", "MD", "TO", "PRP$", "BE", "HAVE", "DO", "RB", "NEG", "PRP"}
)


def trimmed_pieces(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The pieces without stops at their ends, wordless ones left out."""
    trimmed = (_trimmed(text, span) for span in spans)
    return tuple(span for span in trimmed if any(c.isalnum() for c in span.of(text)))


def whole_name(text: str, span: Span) -> Span:
    """The span with the title before a name, without marks at its ends; who | added is who."""
    start, end = span
    while start < end and not (text[start].isalnum() or text[start] in "“\"‘'(@#"):
        start += 1
    while end > start and text[end - 1] in " ’'–—-:;":
        end -= 1
    if text[start:end] == "s" and start and text[start - 1] in "'’":
        owner = _OWNER_BEFORE.search(text, max(0, start - _LONGEST_OWNER), start)
        start = start if owner is None else owner.start()
    title = _TITLE_BEFORE.search(text, max(0, start - 8), start)
    if title is not None:
        start = title.start()
    first = text[start:end].partition(" ")[0]
    return Span(start, start + len(first) if first in ("who", "which", "that") else end)


_LONGEST_OWNER = 60
_OWNER_BEFORE = re.compile(r"\b(?:[A-Z][\w.-]*\s)*[\w.-]+['’]$")
"""Whose it is, before the s of a possessor: Oliver Stone’."""

_TITLE_BEFORE = re.compile(r"\b(?:Mrs?|Ms|Mx|Dr|Sens?|Reps?|Gov|Gen|Lt|Col|Prof|St)\.\s$")


def spans_of(window: Window, pieces: Array, begins: Array | None = None) -> list[Span]:
    """Runs of pieces as spans; pieces that stand for no text part nothing and add nothing."""
    spans: list[Span] = []
    previous = -2
    for piece in pieces.tolist():
        start, end = int(window.starts[piece]), int(window.ends[piece])
        goes_on = piece == previous + 1 and not (begins is not None and begins[piece])
        previous = piece
        if end <= start:
            previous = -2  # the end of a paragraph
        elif goes_on and spans:
            spans[-1] = Span(spans[-1].start, end)
        else:
            spans.append(Span(start, end))
    return spans


def whole_words(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans grown to the ends of the words they cut into."""
    return tuple(_whole_word(text, *span) for span in spans)


def apart(spans: Sequence[Span], others: Sequence[Span]) -> tuple[Span, ...]:
    """The spans without those that run into another part of the attribution."""
    return tuple(span for span in spans if not any(span.overlaps(other) for other in others))


def without_clitic(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans without the 's of a possessor before them: Moe's | question about."""
    return tuple(
        Span(start + 2, end)
        if start and text[start - 1] in "'’" and text[start : start + 2] == "s " and end > start + 2
        else Span(start, end)
        for start, end in spans
    )


def _whole_word(text: str, start: int, end: int) -> Span:
    """The span grown over letters and digits at its ends."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return Span(start, end)


def whole_quotations(
    spans: Sequence[Span], spared: Sequence[Span], quotations: Sequence[Span], share: float
) -> list[Span]:
    """The spans with every quotation whole of which they hold a good part, cue and source none."""
    grown = list(spans)
    for quotation in quotations:
        near = [k for k, span in enumerate(grown) if span.overlaps(quotation)]
        if not near or any(span.overlaps(quotation) for span in spared):
            continue
        held = sum(
            min(grown[k].end, quotation.end) - max(grown[k].start, quotation.start) for k in near
        )
        if held < share * (quotation.end - quotation.start):
            continue
        start = min(quotation.start, *(grown[k].start for k in near))
        end = max(quotation.end, *(grown[k].end for k in near))
        grown = [span for k, span in enumerate(grown) if k not in near] + [Span(start, end)]
    return sorted(grown)


def _trimmed(text: str, span: Span) -> Span:
    """The span without white space and stops at its ends, the points of U.S. kept."""
    start, end = span
    while end > start and text[end - 1] in " .,;:\n" and not _is_abbreviated(text, start, end):
        end -= 1
    while start < end and text[start] in " .,;:)\n":
        start += 1
    return Span(start, end)


def _is_abbreviated(text: str, start: int, end: int) -> bool:
    """Whether a full stop at the end belongs to U.S. and the like."""
    if end - start < 3 or text[end - 1] != "." or not text[end - 2].isupper():
        return False
    return text[end - 3] in ". "
