"""Spans among one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterable


def merge_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that overlap made one.

    >>> merge_spans([Span(5, 9), Span(0, 3), Span(2, 4)])
    (Span(start=0, end=4), Span(start=5, end=9))
    """
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
