"""Contents that break off in the middle of a phrase: “before the | autumn storms”.

The tagger decides piece by piece, and hardly any content that people annotated ends like this: 4 of
3,033 in PolNeAR, GUM and free dev have one of these words last and more words behind it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from onrecord.records import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribution.found import Found

_BROKEN = re.compile(
    r"\b(?:the|an?|of|to|for|in|on|at|by|with|from|and|or|his|her|its|their|our|my|as|is|are|was"
    r"|were|be|has|have|had|will|would|not|than|into|about|because|while"
    r"|(?:is|are|was|were|has|have|had|will|would) (?:now|also|already|never|still|been))$",
    re.IGNORECASE,
)
_REACH = 30
"""Code points before an end that are looked at, and at most `_LONGEST` are added behind it."""

_LONGEST = 100
_QUESTION = re.compile(r"(?:what|who|whom|which|where|how)\b", re.IGNORECASE)
"""How a content begins that may end in “for”: what the money was for."""

_MARK = re.compile(r"[.,;:!?\n“”\"()—–]")


def finish_contents(text: str, found: Sequence[Found]) -> list[Found]:
    """The attributions, each broken piece of content read on to the next mark.

    It never reaches into a source or a cue, nor into another piece of its own.
    """
    stops = sorted(part.start for f in found for part in (*f.source, *f.cue))
    return [_finished(text, f, stops) for f in found]


def _finished(text: str, found: Found, stops: Sequence[int]) -> Found:
    """One attribution with its pieces read on."""
    content = tuple(_read_on(text, piece, found, stops) for piece in found.content)
    return found if content == found.content else found._replace(content=content)


def _read_on(text: str, piece: Span, found: Found, stops: Sequence[int]) -> Span:
    """A piece of content up to the next mark, if it breaks off."""
    if not text.startswith(" ", piece.end):
        return piece
    if not _BROKEN.search(text, max(piece.start, piece.end - _REACH), piece.end):
        return piece
    if _QUESTION.match(text, piece.start, piece.end):
        return piece
    place = bisect_left(stops, piece.end)
    limit = stops[place] if place < len(stops) else len(text)
    limit = min([limit, *(p.start for p in found.content if p.start >= piece.end)])
    mark = _MARK.search(text, piece.end, min(limit, piece.end + _LONGEST))
    end = mark.start() if mark else limit
    if end - piece.end > _LONGEST:
        return piece
    words = text[piece.end : end].rstrip()
    return Span(piece.start, piece.end + len(words))
