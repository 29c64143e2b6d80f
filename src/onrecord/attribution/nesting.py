"""Which attribution lies in which: the smallest content that holds all of another."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from onrecord.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.attribution.found import Found

DEEPEST = 40
"""Attributions still open at one place among which an outer one is looked for."""

_GAP = 1
"""Code points between a cue and its words in one sentence: a space."""


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


def hold_whole(found: Sequence[Found]) -> list[Found]:
    """The attributions, each content that breaks off in another's words grown to their end.

    Who is quoted as fearing | that it will rain has said all of it. Inner ones come first, so that
    what grows them grows what holds them.
    """
    grown = list(found)
    pieces = sorted((p.start, i, k) for i, f in enumerate(found) for k, p in enumerate(f.content))
    for index in reversed(range(len(grown))):
        inner = grown[index]
        if not inner.cue:
            continue
        place = bisect_right(pieces, (inner.cue[0].start, len(found), 0))
        for _, i, k in reversed(pieces[max(0, place - DEEPEST) : place]):
            if i != index and _breaks_off(grown[i].content[k], inner):
                grown[i] = _grown(grown[i], k, inner.content[-1].end)
    return grown


def _breaks_off(piece: Span, inner: Found) -> bool:
    """Whether a piece of content holds an attribution but for the end of its words."""
    last = inner.content[-1]
    held = all(piece.contains(s) for s in (*inner.cue, *inner.source, *inner.content[:-1]))
    return held and last.end > piece.end >= last.start - _GAP


def _grown(outer: Found, piece: int, end: int) -> Found:
    """The attribution with a piece of content up to `end`, unless it would run into its others."""
    start = outer.content[piece].start
    content = (*outer.content[:piece], Span(start, end), *outer.content[piece + 1 :])
    others = (*outer.cue, *outer.source, *content[:piece], *content[piece + 1 :])
    if any(content[piece].overlaps(other) for other in others):
        return outer
    return outer._replace(content=content)


def distinct(found: Iterable[Found]) -> list[Found]:
    """Without a second reading of the same content, in order of content.

    The surer one is kept where both say how sure they are, else the first.
    """
    kept: dict[tuple[Span, ...], Found] = {}
    for f in found:
        other = kept.setdefault(f.content, f)
        if (f.score or 0.0) > (other.score or 1.0):
            kept[f.content] = f
    return sorted(kept.values(), key=lambda f: (f.hull.start, -f.hull.end, f.cue))


def without_second_claims(
    found: Sequence[Found], weaker: str, quotations: Sequence[Span]
) -> list[Found]:
    """Without those by the rule `weaker` whose quoted words another one has already.

    One quotation between two verbs was said by one of them. `quotations` are the outermost ones.
    """
    pieces = sorted((p.start, i, 0) for i, f in enumerate(found) for p in f.content)
    kept = []
    for index, f in enumerate(found):
        place = bisect_right(pieces, (f.content[0].start, len(found), 0))
        near = {i for _, i, _ in pieces[max(0, place - DEEPEST) : place] if i != index}
        quoted = f.rules[0] == weaker and all(lies_in(p.start, quotations) for p in f.content)
        claimed = quoted and any(
            found[i].rules[0] != weaker and _claims(found[i].content, f) for i in near
        )
        if not claimed:
            kept.append(f)
    return kept


def _claims(content: Sequence[Span], other: Found) -> bool:
    """Whether a content has all of another's words, and not its cue."""
    held = all(any(piece.contains(words) for piece in content) for words in other.content)
    return held and not any(piece.overlaps(cue) for piece in content for cue in other.cue)


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
