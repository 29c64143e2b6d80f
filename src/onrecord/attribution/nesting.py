"""Which attribution lies in which: the smallest content that holds all of another."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.attribution.found import Found
    from onrecord.records import Span

DEEPEST = 40
"""Attributions still open at one place among which an outer one is looked for."""


def nest(found: Sequence[Found]) -> list[int | None]:
    """For each attribution the index of the smallest one whose content holds it, or None."""
    outer: list[int | None] = [None] * len(found)
    open_: list[int] = []
    for index in sorted(range(len(found)), key=lambda i: (found[i].hull.start, -found[i].hull.end)):
        hull = found[index].hull
        open_ = [i for i in open_ if found[i].hull.end >= hull.end][-DEEPEST:]
        holding = [i for i in open_ if _holds(found[i], found[index])]
        outer[index] = min(holding, key=lambda i: _length(found[i]), default=None)
        open_.append(index)
    return outer


def distinct(found: Iterable[Found]) -> list[Found]:
    """Without a second reading of the same content, in order of content."""
    kept: dict[tuple[Span, ...], Found] = {}
    for f in found:
        kept.setdefault(f.content, f)
    return sorted(kept.values(), key=lambda f: (f.hull.start, -f.hull.end, f.cue))


def lies_in(offset: int, spans: Sequence[Span]) -> bool:
    """Whether an offset lies in one of spans that are in order and apart."""
    place = bisect_right(spans, offset, key=lambda span: span.start)
    return place > 0 and offset < spans[place - 1].end


def _holds(outer: Found, inner: Found) -> bool:
    """Whether every part of `inner` lies within one piece of the outer content."""
    parts = (*inner.content, *inner.cue, *inner.source)
    return outer.content != inner.content and all(
        any(piece.contains(part) for piece in outer.content) for part in parts
    )


def _length(found: Found) -> int:
    return sum(piece.end - piece.start for piece in found.content)
