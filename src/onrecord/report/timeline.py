"""Who carried what when, drawn: a lane for each outlet, a column for each day, numbered statements.

The same numbers stand in a table under the drawing. What has no date has no place in either and is
named beside them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.report.renderings import maybe_anchor
from onrecord.report.states import article_states
from onrecord.report.wording import SYMBOLS, day_words, maybe_date, short_day_words, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from onrecord.records import CellState
    from onrecord.report.index import Index
    from onrecord.report.renderings import Shown
    from onrecord.report.statements import StatementView
    from onrecord.report.wording import Symbol

STATEMENTS, LANES, DAYS = 7, 14, 9
"""Most statements, outlets and days that are drawn: more of them can no longer be read."""

_LANE, _HEAD, _MARK, _GAP = 30, 26, 27, 12
_LETTERS, _LETTER_WIDTH = 24, 7.2
_LISTED = 90


class Mark(NamedTuple):
    """One statement in a box: its number and sign, and whether nobody here was earlier."""

    x: int
    number: int
    symbol: Symbol
    href: str
    first: bool
    told: str


class Box(NamedTuple):
    """What one outlet carried on one day."""

    x: int
    y: int
    width: int
    day: int
    marks: tuple[Mark, ...]


class Lane(NamedTuple):
    """One outlet: the height of its name, and its boxes by day, those of days without one empty."""

    y: int
    name: str
    cells: tuple[Box | None, ...]


class Told(NamedTuple):
    """One numbered statement."""

    number: int
    href: str
    words: str
    verbatim: bool
    speaker: str


class Timeline(NamedTuple):
    """The drawing and its table; `left_out` tells what has no place in them."""

    width: int
    height: int
    names_width: int
    days: tuple[tuple[int, str], ...]
    lanes: tuple[Lane, ...]
    statements: tuple[Told, ...]
    words: str
    left_out: tuple[str, ...]


class _Carried(NamedTuple):
    """One statement in one article of known date."""

    number: int
    day: date
    state: CellState
    href: str


def view_timeline(
    index: Index, ranked: Sequence[str], views: dict[str, StatementView], shown: Shown
) -> Timeline | None:
    """The picture of the statements that most accounts carry; None where it would tell nothing.

    It takes two outlets that carry the same statement, on different days.
    """
    drawn = [one for one in ranked if views[one].carriers > 1][:STATEMENTS]
    carried: dict[str, list[_Carried]] = {}
    for number, one in enumerate(drawn, 1):
        for article, seen in _carried(index, one, number, shown):
            carried.setdefault(index.outlets[article], []).append(seen)
    days = sorted({seen.day for ones in carried.values() for seen in ones})
    if len(days) < 2 or len(carried) < 2:
        return None
    kept = days[-DAYS:] if len(days) > DAYS else days
    lanes = _lanes(index, carried, kept)
    firsts = {
        number: min(seen.day for ones in carried.values() for seen in ones if seen.number == number)
        for number in {seen.number for ones in carried.values() for seen in ones}
    }
    return _draw(lanes, kept, firsts, (index, drawn, views, _left_out(index, days, carried)))


def _carried(
    index: Index, statement: str, number: int, shown: Shown
) -> Iterable[tuple[str, _Carried]]:
    """Each dated article that carries a statement, and how."""
    record = index.statements[statement]
    for article, state in article_states(index, record, index.articles).items():
        day = maybe_date(index.articles[article].published)
        if state.rendering is None or day is None:
            continue
        anchor = maybe_anchor(record.renderings[state.rendering], shown)
        href = anchor or index.article_anchors[article]
        yield article, _Carried(number, day, state.state, href)


def _lanes(
    index: Index, carried: dict[str, list[_Carried]], days: Sequence[date]
) -> list[tuple[str, dict[date, list[_Carried]]]]:
    """The outlets with what they carried each day, those first that were first."""
    found = []
    for outlet, ones in carried.items():
        by_day: dict[date, list[_Carried]] = {}
        for seen in ones:
            by_day.setdefault(seen.day, []).append(seen)
        found.append((outlet, by_day))
    order = list(dict.fromkeys(index.outlets.values()))
    found.sort(key=lambda lane: (min(lane[1]), order.index(lane[0])))
    return [lane for lane in found if lane[1].keys() & set(days)][:LANES]


def _draw(
    lanes: Sequence[tuple[str, dict[date, list[_Carried]]]],
    days: Sequence[date],
    firsts: dict[int, date],
    told: tuple[Index, Sequence[str], dict[str, StatementView], tuple[str, ...]],
) -> Timeline:
    """Places of everything: names at the left, a column for each day as wide as its fullest box."""
    index, drawn, views, left_out = told
    names_width = round(max(len(shortened(n, _LETTERS)) for n, _ in lanes) * _LETTER_WIDTH) + _GAP
    columns, x = [], names_width
    for day in days:
        fullest = max(len({seen.number for seen in by_day.get(day, ())}) for _, by_day in lanes)
        columns.append(x)
        x += max(fullest * _MARK + _GAP, 64) + _GAP
    shown_lanes = []
    for row, (name, by_day) in enumerate(lanes):
        y = _HEAD + row * _LANE
        cells = tuple(
            _box(name, (columns[k], y, k), by_day[day], (day, firsts)) if day in by_day else None
            for k, day in enumerate(days)
        )
        shown_lanes.append(Lane(y, shortened(name, _LETTERS), cells))
    return Timeline(
        width=x,
        height=_HEAD + len(lanes) * _LANE,
        names_width=names_width,
        days=tuple((columns[k], short_day_words(day)) for k, day in enumerate(days)),
        lanes=tuple(shown_lanes),
        statements=tuple(_told(index, views[one], n) for n, one in enumerate(drawn, 1)),
        words=f"{len(drawn)} statements in {len(lanes)} outlets over {len(days)} days; see table",
        left_out=left_out,
    )


def _box(
    outlet: str,
    place: tuple[int, int, int],
    carried: Sequence[_Carried],
    times: tuple[date, dict[int, date]],
) -> Box:
    """One outlet's day; a statement in several of its articles shows as the strongest of them."""
    x, y, column = place
    day, firsts = times
    best: dict[int, _Carried] = {}
    for seen in carried:
        known = best.get(seen.number)
        if known is None or _STRENGTH[seen.state] < _STRENGTH[known.state]:
            best[seen.number] = seen
    marks = tuple(
        Mark(
            x=x + _GAP // 2 + k * _MARK,
            number=number,
            symbol=SYMBOLS[best[number].state],
            href=best[number].href,
            first=firsts[number] == day,
            told=f"{outlet}, {day_words(day)}: statement {number}, "
            f"{SYMBOLS[best[number].state].words}",
        )
        for k, number in enumerate(sorted(best))
    )
    return Box(x, y, len(marks) * _MARK + _GAP // 2, column, marks)


_STRENGTH = {state: strength for strength, state in enumerate(SYMBOLS)}


def _told(index: Index, view: StatementView, number: int) -> Told:
    """A numbered statement under the picture."""
    href = index.statement_anchors[view.id]
    return Told(number, href, shortened(view.words, _LISTED), view.verbatim, view.voice.told)


def _left_out(
    index: Index, days: Sequence[date], carried: dict[str, list[_Carried]]
) -> tuple[str, ...]:
    """What is not drawn: articles without a date, earlier days, further outlets."""
    undated = [
        index.labels[one]
        for one, article in index.articles.items()
        if maybe_date(article.published) is None
    ]
    told = []
    if undated:
        told.append(
            f"without a date: {', '.join(undated[:6])}" + (" …" if len(undated) > 6 else "")
        )
    if len(days) > DAYS:
        told.append(f"before {day_words(days[-DAYS])}: {len(days) - DAYS} days")
    if len(carried) > LANES:
        told.append(f"{len(carried) - LANES} outlets that came later")
    return tuple(told)
