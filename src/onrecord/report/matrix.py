"""The coverage matrix: every statement against every article, in tables of a bearable size."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from onrecord.report.renderings import maybe_anchor
from onrecord.report.statements import ROWS
from onrecord.report.states import article_states, reason_told
from onrecord.report.wording import SYMBOLS, counted, maybe_date, short_day_words, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.report.index import Index
    from onrecord.report.renderings import Shown
    from onrecord.report.statements import StatementView
    from onrecord.report.states import State
    from onrecord.report.wording import Symbol

COLUMNS = 40
CELLS = 60_000
"""Most columns and cells of the matrix on the page: more of them weigh tens of megabytes, and the
whole matrix is to be had as a table from the command line."""

_LISTED = 110
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
"""One for each reason; what is beyond them shares a star."""


class Column(NamedTuple):
    """One article's column."""

    label: str
    href: str
    date: str


class CellView(NamedTuple):
    """One article's state for one statement; `note` is the letter of the reason."""

    symbol: Symbol
    href: str
    note: str


class RowView(NamedTuple):
    """One statement's row."""

    href: str
    words: str
    verbatim: bool
    speaker: str
    single: bool
    cells: tuple[CellView, ...]


class Key(NamedTuple):
    """What a sign without a passage stands for; the usual reason of a sign has no letter."""

    symbol: Symbol
    letter: str
    reason: str


class MatrixView(NamedTuple):
    """The matrix: tables of `ROWS` rows under the same columns, and what does not fit."""

    columns: tuple[Column, ...]
    tables: tuple[tuple[RowView, ...], ...]
    keys: tuple[Key, ...]
    left_out: tuple[str, ...]

    @property
    def singles(self) -> int:
        """How many statements of one article only there are, which paper leaves out."""
        return sum(row.single for table in self.tables for row in table)


Letters = dict[tuple[str, str], str]
"""The letter of each state with its reason."""


def view_matrix(
    index: Index, ranked: Sequence[str], views: dict[str, StatementView], shown: Shown
) -> MatrixView:
    """The matrix, most widely carried statements first."""
    articles = _columns(index)
    listed = ranked[: CELLS // max(1, len(articles))]
    states = {one: _states(index, one, articles) for one in listed}
    letters = _letters(states.values())
    rows = [
        RowView(
            href=views[one].anchor,
            words=shortened(views[one].words, _LISTED),
            verbatim=views[one].verbatim,
            speaker=views[one].voice.told,
            single=views[one].carriers < 2,
            cells=tuple(_cell(index, one, s, (shown, letters)) for s in states[one]),
        )
        for one in listed
    ]
    return MatrixView(
        columns=tuple(_column(index, article) for article in articles),
        tables=tuple(tuple(rows[n : n + ROWS]) for n in range(0, len(rows), ROWS)),
        keys=_keys(letters),
        left_out=_left_out(len(index.articles) - len(articles), len(ranked) - len(rows)),
    )


def _left_out(columns: int, rows: int) -> tuple[str, ...]:
    """What has no place in the matrix, in words."""
    told = (
        f"{counted(columns, 'article')} with fewer statements" if columns else "",
        counted(rows, "statement") if rows else "",
    )
    return tuple(words for words in told if words)


def _columns(index: Index) -> list[str]:
    """The articles that get a column: all, or those that carry most statements."""
    if len(index.articles) <= COLUMNS:
        return list(index.articles)
    carried = dict.fromkeys(index.articles, 0)
    for statement in index.statements.values():
        for article in {r.article for r in statement.renderings} & carried.keys():
            carried[article] += 1
    most = set(sorted(carried, key=lambda article: -carried[article])[:COLUMNS])
    return [article for article in index.articles if article in most]


def _column(index: Index, article: str) -> Column:
    day = maybe_date(index.articles[article].published)
    date = short_day_words(day) if day else ""
    return Column(index.labels[article], index.article_anchors[article], date)


def _states(index: Index, statement: str, articles: Iterable[str]) -> tuple[State, ...]:
    return tuple(article_states(index, index.statements[statement], articles).values())


def _letters(rows: Iterable[tuple[State, ...]]) -> Letters:
    """A letter for each reason why a statement is not there; none for the most usual one."""
    times = Counter((s.state, s.reason) for row in rows for s in row if s.rendering is None)
    ordered = sorted(times, key=lambda one: (list(SYMBOLS).index(one[0]), -times[one], one[1]))
    letters: Letters = {}
    free = iter(_LETTERS)
    for state, reason in ordered:
        usual = all(state != other for other, _ in letters)
        letters[state, reason] = "" if usual else next(free, "*")
    return letters


def _keys(letters: Letters) -> tuple[Key, ...]:
    """What the letters stand for."""
    return tuple(
        Key(SYMBOLS[state], letter, reason_told(state, reason))
        for (state, reason), letter in letters.items()
    )


def _cell(index: Index, statement: str, state: State, context: tuple[Shown, Letters]) -> CellView:
    """One cell: a link to the passage where there is one, else the letter of the reason."""
    shown, letters = context
    symbol = SYMBOLS[state.state]
    if state.rendering is None:
        return CellView(symbol, "", letters[state.state, state.reason])
    rendering = index.statements[statement].renderings[state.rendering]
    anchor = maybe_anchor(rendering, shown) or index.article_anchors[rendering.article]
    return CellView(symbol, anchor, "")
