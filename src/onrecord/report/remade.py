"""What a copy made of its original, for reading: sentences dropped and added, words replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.report.wording import counted
from onrecord.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.records import CopyMember, Span, Substitution
    from onrecord.report.extracts import Extract
    from onrecord.report.index import Index

LISTED_PRIVATE = 12
LISTED_SHARED = 3
"""Passages listed of one kind of change: enough to see what it is about."""


class Made(NamedTuple):
    """One kind of change: what was done, how often, and the words it was done to.

    What is `open` is read without being unfolded: words that lost their marks and speaker.
    """

    told: str
    passages: tuple[str, ...]
    more: int = 0
    open: bool = False


class Swap(NamedTuple):
    """Words of the original that a copy replaced."""

    before: str
    after: str
    times: int


class Swaps(NamedTuple):
    """Words replaced: names and numbers, other words again and again, other words once."""

    facts: tuple[Swap, ...]
    often: tuple[Swap, ...]
    once: tuple[Swap, ...]


def list_made(index: Index, member: CopyMember, extracts: dict[str, Extract]) -> tuple[Made, ...]:
    """The kinds of change a copy shows, with passages of the article each stands in."""
    if member.origin is None:
        return ()
    changes, original, copy = member.changes, extracts[member.origin], extracts[member.article]
    found = [
        _listed(original, changes.dropped, "{} dropped", "sentence"),
        _listed(copy, changes.added, "{} added", "sentence"),
        _listed(copy, changes.moved, "{} moved", "sentence"),
    ]
    bare = _listed(copy, changes.unmarked, "{} told without quotation marks", "quotation")
    found.append(bare and bare._replace(open=True))
    headline = _headline(index, member.origin, member.article)
    return tuple(one for one in (headline, *found) if one is not None)


def list_swaps(substitutions: Iterable[Substitution]) -> Swaps:
    """The words replaced, names and numbers apart from the rest."""
    facts: list[Swap] = []
    often: list[Swap] = []
    once: list[Swap] = []
    for row in substitutions:
        swap = Swap(row.before, row.after, row.times)
        (facts if _is_fact(row) else often if row.times > 1 else once).append(swap)
    return Swaps(tuple(facts), tuple(often), tuple(once))


def _is_fact(row: Substitution) -> bool:
    """Whether both are names, or one has a number in it."""
    capitals = row.before[:1].isupper() and row.after[:1].isupper()
    return capitals or any(letter.isdigit() for letter in row.before + row.after)


def _headline(index: Index, original: str, copy: str) -> Made | None:
    """The copy's headline, where both have one and they differ."""
    before, after = (index.articles[one].title or "" for one in (original, copy))
    if not before or not after or fold(before).text.casefold() == fold(after).text.casefold():
        return None
    return Made("another headline", (after,))


def _listed(extract: Extract, spans: Sequence[Span], told: str, noun: str) -> Made | None:
    """The first of the passages, as far as they may be shown."""
    if not spans:
        return None
    most = LISTED_PRIVATE if extract.whole else LISTED_SHARED
    passages = tuple(extract.quote([span]).text for span in spans[:most])
    return Made(told.format(counted(len(spans), noun)), passages, max(0, len(spans) - most))
