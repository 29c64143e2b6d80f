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
    """A related statement: the words in common, how it begins, who carries it, where it stands."""

    words: str
    says: str
    outlet: str
    href: str


def view_related(
    index: Index, statement: Statement, views: Mapping[str, StatementView]
) -> tuple[RelatedView, ...]:
    """The statements that `statement` is related to, of those that the page shows."""
    return tuple(
        RelatedView(
            words=", ".join(f"“{word}”" for word in related.words),
            says=shortened(views[related.statement].words, _LONGEST),
            outlet=index.outlets[_first_article(index, related.statement)],
            href=views[related.statement].anchor,
        )
        for related in statement.related
        if related.statement in views
    )


def _first_article(index: Index, statement: str) -> str:
    """The article that a statement's wording was copied from."""
    return index.statements[statement].renderings[0].article
