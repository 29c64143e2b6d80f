"""How far a statement spread: a sign for each outlet, who carries it, who does not and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.report.states import article_states, outlet_states, reason_told
from onrecord.report.wording import CHANGES, SYMBOLS

if TYPE_CHECKING:
    from onrecord.records import Rendering, Statement
    from onrecord.report.index import Index
    from onrecord.report.states import State
    from onrecord.report.wording import Symbol

STRIP = 16
"""Outlets a strip of signs has room for beside the speaker's name; with more there is none."""

NAMED = 24
"""Outlets named under a statement; the others are counted."""


class Sign(NamedTuple):
    """How one outlet carries a statement, and what it changed."""

    symbol: Symbol
    outlet: str
    note: str


class Absence(NamedTuple):
    """Why a statement is not in some articles, or why that cannot be told."""

    symbol: Symbol
    reason: str
    labels: tuple[str, ...]


class Spread(NamedTuple):
    """One statement across the outlets; `strip` is empty where they are too many."""

    strip: tuple[Symbol, ...]
    carriers: tuple[Sign, ...]
    more: int
    absences: tuple[Absence, ...]


def strip_outlets(index: Index) -> tuple[str, ...]:
    """The outlets of a strip, in the order of the articles; none where they are too many."""
    outlets = tuple(dict.fromkeys(index.outlets.values()))
    return outlets if len(outlets) <= STRIP else ()


def view_spread(index: Index, statement: Statement) -> Spread:
    """How far one statement spread.

    Where the outlets are too many for a strip, only the articles that carry it are looked at.
    """
    fits = index.outlet_count <= STRIP
    articles = index.articles if fits else _carrying(index, statement)
    states = article_states(index, statement, articles)
    outlets = outlet_states(index, states)
    carriers = _signs(index, statement, {o: s for o, s in outlets.items() if _is_carried(s)})
    return Spread(
        strip=tuple(SYMBOLS[state] for state in outlets.values()) if fits else (),
        carriers=carriers[:NAMED],
        more=max(0, len(carriers) - NAMED),
        absences=_absences(index, states),
    )


def _is_carried(state: str) -> bool:
    return state not in {"absent", "unknown"}


def _signs(index: Index, statement: Statement, outlets: dict[str, str]) -> tuple[Sign, ...]:
    """The outlets that carry a statement, each with the least change it made, texts first."""
    notes: dict[str, str] = {}
    for rendering in sorted(statement.renderings, key=_told_first):
        outlet = index.outlets.get(rendering.article)
        if outlet is not None and rendering.change != "own-voice":
            note = "" if rendering.change == "same" else CHANGES[rendering.change]
            notes.setdefault(outlet, note)
    return tuple(Sign(SYMBOLS[s], outlet, notes.get(outlet, "")) for outlet, s in outlets.items())


def _told_first(rendering: Rendering) -> tuple[bool, bool]:
    """An outlet that prints the very words prints them, whatever its headline made of them."""
    return rendering.change != "same", rendering.in_title


def _absences(index: Index, states: dict[str, State]) -> tuple[Absence, ...]:
    """The articles without a statement, by the reason why."""
    found: dict[tuple[str, str], list[str]] = {}
    for article, state in states.items():
        if not _is_carried(state.state):
            found.setdefault((state.state, state.reason), []).append(index.labels[article])
    return tuple(
        Absence(SYMBOLS[state], reason_told(state, reason), tuple(labels))
        for (state, reason), labels in found.items()
    )


def _carrying(index: Index, statement: Statement) -> list[str]:
    """The articles that carry a statement, in the order of the articles."""
    carrying = {rendering.article for rendering in statement.renderings}
    return sorted(carrying & index.articles.keys(), key=index.positions.__getitem__)
