"""Words altered between quotation marks: what an outlet put in the place of what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.report.states import printed_in_marks, rendering_state

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.records import Rendering, Statement
    from onrecord.report.index import Index

_EDGES = "“”‘’\"'«».,;:!?… "

Swap = tuple[str, str]
"""Words of the fullest quotation, and the words that stand in their place."""


def altered_in_marks(index: Index, statement: Statement, rendering: Rendering) -> tuple[Swap, ...]:
    """The words replaced by others where both accounts have them between quotation marks.

    None where the thing was said anew: most of the words have to be the same.
    """
    fullest = statement.renderings[0]
    pair = (fullest, rendering)
    if rendering.change != "altered" or any(one.article not in index.articles for one in pair):
        return ()
    if any(rendering_state(index, one) != "quoted" for one in pair) or not _mostly_same(rendering):
        return ()
    before, after = printed_in_marks(index, fullest), printed_in_marks(index, rendering)
    found = []
    first = second = 0
    for edit in rendering.diff:
        old, new = len(edit.before.split()), len(edit.after.split())
        if edit.op == "same":
            old = new
        swap = (edit.before.strip(_EDGES), edit.after.strip(_EDGES))
        quoted = _all_in(before[first : first + old]) and _all_in(after[second : second + new])
        if edit.op == "replaced" and all(swap) and swap[0] != swap[1] and quoted:
            found.append(swap)
        first, second = first + old, second + new
    return tuple(found)


def _all_in(words: Sequence[tuple[str, bool]]) -> bool:
    return bool(words) and all(is_inside for _, is_inside in words)


def _mostly_same(rendering: Rendering) -> bool:
    """Whether most of the words were kept: the same words altered, not the thing said anew."""
    words = [(edit.op, len(edit.before.split())) for edit in rendering.diff]
    kept = sum(count for op, count in words if op == "same")
    return 2 * kept > sum(count for op, count in words if op in ("same", "replaced"))
