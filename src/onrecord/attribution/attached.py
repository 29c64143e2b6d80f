"""Attributions that grow while quotations are joined to them."""

from __future__ import annotations

from bisect import bisect_right, insort
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribution.found import Found
    from onrecord.attribution.tokens import Token
    from onrecord.records import Span

_CLAIMED = 0.7
"""Share of a quotation from which an attribution that holds it has the whole."""


def is_within(found: Found, quotations: Sequence[Span]) -> bool:
    """Whether an attribution's cue stands inside a quotation: somebody quoted reports something.

    `quotations` are in order and apart.
    """
    if not found.cue:
        return False
    place = bisect_right(quotations, found.cue[0].start, key=lambda q: q.start)
    return place > 0 and quotations[place - 1].contains(found.cue[0])


class Attached:
    """Attributions that grow, with what they claim and where their content ends."""

    def __init__(self, found: Sequence[Found], quotations: Sequence[Span]) -> None:
        self.found = list(found)
        outside = [i for i, f in enumerate(found) if not is_within(f, quotations)]
        pieces = [p for i in outside for f in [found[i]] for p in (*f.content, *f.source, *f.cue)]
        self._claimed = bytearray(max((p.end for p in (*pieces, *quotations)), default=0) + 1)
        for piece in pieces:
            self._claim(piece)
        self._ends = sorted((found[i].content[-1].end, i) for i in outside)
        self._pieces = sorted((p.end, p.start, i) for i in outside for p in found[i].content)

    def claims(self, token: Token) -> bool:
        """Whether a quotation lies in content, or in a source or cue (a nickname)."""
        held = self._claimed.count(b"\1", token.start, token.end)
        return held >= _CLAIMED * (token.end - token.start)

    def holder(self, span: Span) -> int | None:
        """Index of an attribution whose content overlaps `span`: it has a part of a quotation."""
        place = bisect_right(self._pieces, (span.start, len(self._claimed), 0))
        near = self._pieces[place : place + 1]
        return near[0][2] if near and near[0][1] < span.end else None

    def last_before(self, span: Span) -> int | None:
        """Index of the attribution whose content ends last before `span`."""
        place = bisect_right(self._ends, (span.start, len(self.found)))
        return self._ends[place - 1][1] if place else None

    def extend(self, index: int, span: Span, rule: str) -> None:
        """Add content to an attribution, for a reason."""
        self.found[index] = self.found[index].also([span], rule)
        insort(self._ends, (self.found[index].content[-1].end, index))
        insort(self._pieces, (span.end, span.start, index))
        self._claim(span)

    def _claim(self, span: Span) -> None:
        self._claimed[span.start : span.end] = b"\1" * (span.end - span.start)

    def add(self, found: Found) -> None:
        """Add an attribution."""
        index = len(self.found)
        self.found.append(found)
        insort(self._ends, (found.content[-1].end, index))
        for piece in found.content:
            insort(self._pieces, (piece.end, piece.start, index))
            self._claim(piece)
