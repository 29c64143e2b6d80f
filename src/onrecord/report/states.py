"""How each article, and each outlet, carries a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.report.wording import SYMBOLS, plain_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.records import CellState, Statement
    from onrecord.report.index import Index

_STRENGTH = {state: strength for strength, state in enumerate(SYMBOLS)}


class State(NamedTuple):
    """How one article carries a statement, and why where it does not."""

    state: CellState
    reason: str = ""
    rendering: int | None = None


_NOT_COMPARED = State("unknown", "not compared")


def article_states(index: Index, statement: Statement, articles: Iterable[str]) -> dict[str, State]:
    """The state of each of the articles.

    Where the matrix was not built, only what is carried is known: no absence is claimed.
    """
    states = dict.fromkeys(articles, _NOT_COMPARED)
    row = index.rows.get(statement.id)
    for cell in row.cells if row else ():
        if cell.article in states:
            first = cell.renderings[0] if cell.renderings else None
            states[cell.article] = State(cell.state, cell.reason, first)
    for number, rendering in enumerate(statement.renderings):
        known = states.get(rendering.article)
        if known is not None and known.rendering is None:
            state = known.state if known.state not in {"absent", "unknown"} else None
            one = index.attribution_of(rendering)
            reported = "own-voice" if one is None else _KIND_STATES[one.kind]
            states[rendering.article] = State(state or reported, "", number)
    return states


_KIND_STATES: dict[str, CellState] = {
    "direct": "quoted",
    "mixed": "quoted",
    "indirect": "reported",
}


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
