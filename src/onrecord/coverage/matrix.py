"""How each article carries each statement, and why it cannot be told where it cannot.

An article whose text is cut, paywalled or in doubt is never said to leave a statement out: what
was not read may hold it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.records import Cell, MatrixRow
from onrecord.text import find_quotations, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.records import (
        Article,
        Attribution,
        AttributionKind,
        CellState,
        Rendering,
        Statement,
    )

NOT_CARRIED = "not carried"
"""Reason of an absent cell: the whole text was read and the statement is not in it."""

_STRONGEST: tuple[CellState, ...] = ("quoted", "reported", "own-voice")
"""Of several renderings in one article the state that its cell shows."""


def build_matrix(
    articles: Sequence[Article],
    attributions: Sequence[Sequence[Attribution]],
    statements: Sequence[Statement],
) -> tuple[MatrixRow, ...]:
    """One row per statement, in their order, its cells in the order of the articles."""
    kinds = {found.id: found.kind for each in attributions for found in each}
    places = {article.id: place for place, article in enumerate(articles)}
    without = [_without(article) for article in articles]
    rows = []
    for statement in statements:
        cells = list(without)
        for place, numbers in _by_place(statement, places).items():
            renderings = [statement.renderings[number] for number in numbers]
            state = _state_of(articles[place], renderings, kinds)
            cells[place] = Cell(articles[place].id, state, numbers)
        rows.append(MatrixRow(statement.id, tuple(cells)))
    return tuple(rows)


def _without(article: Article) -> Cell:
    """The cell of an article that no rendering points to."""
    if article.doubt is not None:
        return Cell(article.id, "unknown", reason=article.doubt)
    return Cell(article.id, "absent", reason=NOT_CARRIED)


def _by_place(statement: Statement, places: Mapping[str, int]) -> dict[int, tuple[int, ...]]:
    """Numbers of the statement's renderings by the position of their article."""
    found: dict[int, tuple[int, ...]] = {}
    for number, rendering in enumerate(statement.renderings):
        place = places[rendering.article]
        found[place] = (*found.get(place, ()), number)
    return found


def _state_of(
    article: Article, renderings: Sequence[Rendering], kinds: Mapping[str, AttributionKind]
) -> CellState:
    """The strongest of the states the renderings of one article show."""
    states = {_state(article, rendering, kinds) for rendering in renderings}
    return next(state for state in _STRONGEST if state in states)


def _state(
    article: Article, rendering: Rendering, kinds: Mapping[str, AttributionKind]
) -> CellState:
    """Own voice, quoted where most words stand in marks, reported where they do not."""
    if rendering.own_voice:
        return "own-voice"
    kind = kinds.get(rendering.attribution or "", "direct")
    if kind == "mixed":
        return "quoted" if _is_mostly_quoted(article, rendering) else "reported"
    return "quoted" if kind == "direct" else "reported"


def _is_mostly_quoted(article: Article, rendering: Rendering) -> bool:
    """Whether at least half of the rendering's words stand in quotation marks."""
    text = (article.title or "") if rendering.in_title else article.text
    marks = [quotation.inner for quotation in find_quotations(text)]
    words = [word for span in rendering.content for word in words_of(text, *span)]
    inside = [word for word in words if any(inner.contains(word.span) for inner in marks)]
    return bool(words) and 2 * len(inside) >= len(words)
