"""How each rendering, each article and each outlet carries a statement.

Every sign on the page comes from `rendering_state`: the strip, the matrix, the opened wording and
the words beside it can say nothing different of one rendering.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.report.wording import SYMBOLS, plain_words
from onrecord.text import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.records import CellState, Rendering, Span, Statement
    from onrecord.report.index import Index

_STRENGTH = {state: strength for strength, state in enumerate(SYMBOLS)}


class State(NamedTuple):
    """How one article carries a statement, and why where it does not."""

    state: CellState
    reason: str = ""
    rendering: int | None = None


_NOT_COMPARED = State("unknown", "not compared")


def rendering_state(index: Index, rendering: Rendering) -> CellState:
    """Whether an outlet quotes, reports, or says it itself.

    A rendering that rests on no attribution and is not the outlet's own voice stands between
    quotation marks. Partly quoted words count as quoted from half of them on, as in the matrix.
    """
    if rendering.own_voice:
        return "own-voice"
    one = index.attribution_of(rendering)
    if one is None or one.kind == "direct":
        return "quoted"
    if one.kind == "indirect":
        return "reported"
    inside = [is_inside for _, is_inside in printed_in_marks(index, rendering)]
    return "quoted" if inside and 2 * sum(inside) >= len(inside) else "reported"


def printed_in_marks(index: Index, rendering: Rendering) -> list[tuple[str, bool]]:
    """The words of a rendering, each with whether it stands between quotation marks."""
    text = index.text_of(rendering.article, in_title=rendering.in_title)
    one = index.attribution_of(rendering)
    marks = index.marks.get((rendering.article, rendering.in_title), ())
    every = one is None or one.kind == "direct"
    return [
        (word.text, not rendering.own_voice and (every or _is_in(word.span, marks)))
        for span in rendering.content
        for word in words_of(text, *span)
    ]


def _is_in(span: Span, marks: Iterable[Span]) -> bool:
    return any(inner.contains(span) for inner in marks)


def article_states(index: Index, statement: Statement, articles: Iterable[str]) -> dict[str, State]:
    """The state of each of the articles, with the first of its renderings that shows it.

    Where the matrix was not built, only what is carried is known: no absence is claimed.
    """
    states = dict.fromkeys(articles, _NOT_COMPARED)
    row = index.rows.get(statement.id)
    for cell in row.cells if row else ():
        if cell.article in states and not cell.renderings:
            states[cell.article] = State(cell.state, cell.reason)
    for number, rendering in enumerate(statement.renderings):
        known = states.get(rendering.article)
        if known is None:
            continue
        state = rendering_state(index, rendering)
        if known.rendering is None or _STRENGTH[state] < _STRENGTH[known.state]:
            states[rendering.article] = State(state, "", number)
    return states


def reason_told(state: str, reason: str) -> str:
    """The reason in words; empty where it says no more than the sign does.

    >>> reason_told("absent", "not carried"), reason_told("unknown", "extraction-doubt")
    ('', 'extraction doubt')
    """
    words = plain_words(reason)
    return "" if words == SYMBOLS[state].words else words


def outlet_states(index: Index, states: dict[str, State]) -> dict[str, CellState]:
    """The strongest state among each outlet's articles."""
    found: dict[str, CellState] = {}
    for article, state in states.items():
        outlet = index.outlets[article]
        best = found.get(outlet, state.state)
        found[outlet] = min(best, state.state, key=_STRENGTH.__getitem__)
    return found
