"""Which of many spans touch one, in work that does not grow with their number."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.records import Span


def overlapping(spans: Sequence[Span], span: Span) -> Sequence[Span]:
    """Those of `spans`, which are in order and do not overlap each other, that overlap `span`.

    >>> from onrecord.records import Span
    >>> overlapping([Span(0, 3), Span(4, 6), Span(8, 9)], Span(5, 8))
    [Span(start=4, end=6)]
    """
    first = bisect_right(spans, span.start, key=lambda other: other.end)
    return spans[first : bisect_left(spans, span.end, lo=first, key=lambda other: other.start)]
