"""What the page shows beside a statement: what the speaker says of the same matter elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.report.wording import shortened

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.records import Statement
    from onrecord.report.index import Index
    from onrecord.report.statements import StatementView

_LONGEST = 90
"""Characters of a related statement: enough to know it by, its own place shows the rest."""


class RelatedView(NamedTuple):
    """A related statement: how it begins, who carries it, where it stands on the page."""

    says: str
    outlet: str
    href: str


class Matter(NamedTuple):
    """Related statements by the words that they have in common with one statement."""

    words: str
    statements: tuple[RelatedView, ...]


def view_related(
    index: Index, statement: Statement, views: Mapping[str, StatementView]
) -> tuple[Matter, ...]:
    """The statements that `statement` is related to, of those that the page shows."""
    matters: dict[str, list[RelatedView]] = {}
    for related in statement.related:
        if related.statement in views:
            view = views[related.statement]
            outlet = index.outlets[_first_article(index, related.statement)]
            words = ", ".join(f"“{word}”" for word in related.words)
            matters.setdefault(words, []).append(
                RelatedView(shortened(view.words, _LONGEST), outlet, view.anchor)
            )
    return tuple(Matter(words, tuple(found)) for words, found in matters.items())


def _first_article(index: Index, statement: str) -> str:
    """The article that a statement's wording was copied from."""
    return index.statements[statement].renderings[0].article
