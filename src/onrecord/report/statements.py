"""What the page shows of each statement: who said it, who carries it, and in which words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from onrecord.report.extracts import LONGEST
from onrecord.report.related import view_related
from onrecord.report.renderings import is_direct, quote_rendering, view_rendering
from onrecord.report.spread import strip_outlets, view_spread
from onrecord.report.wording import counted, kinship_words, printed_words, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onrecord.records import Statement
    from onrecord.report.extracts import Passage
    from onrecord.report.index import Index
    from onrecord.report.related import Matter
    from onrecord.report.renderings import RenderingView, Shown
    from onrecord.report.spread import Spread

FEW = 60
"""Statements of one article only that a page shows unfolded: a small collection is read whole."""

ROWS = 100
"""Statements in one section: a browser lays out the sections in sight and leaves the rest."""


class Voice(NamedTuple):
    """Who said a statement; `resolved` is false where the name is only what is printed."""

    name: str
    href: str
    resolved: bool

    @property
    def told(self) -> str:
        """The same in words: an unresolved speaker is told as unresolved."""
        if self.resolved:
            return self.name
        return f"unresolved: “{self.name}”" if self.name else "nobody named"


class Why(NamedTuple):
    """Why a rendering was read as one of this statement."""

    label: str
    reasons: tuple[str, ...]


class StatementView(NamedTuple):
    """One statement for the page."""

    id: str
    anchor: str
    voice: Voice
    words: str
    verbatim: bool
    carried: str
    carriers: int
    independent: str
    spread: Spread
    renderings: tuple[RenderingView, ...]
    why: tuple[Why, ...]
    related: tuple[Matter, ...] = ()


class Lone(NamedTuple):
    """The statements that one article alone carries."""

    label: str
    amount: str
    statements: tuple[StatementView, ...]


class Part(NamedTuple):
    """At most `ROWS` statements, and the number of the first of them."""

    first: int
    rows: tuple[StatementView, ...]


class StatementsView(NamedTuple):
    """Every statement, in the order of the page."""

    total: int
    shared: tuple[Part, ...]
    copied: tuple[Part, ...]
    lone: tuple[Lone, ...]
    lone_amount: str
    lone_open: bool
    outlets: tuple[str, ...]

    def by_id(self) -> dict[str, StatementView]:
        """Every statement by its id."""
        parts = (part.rows for part in (*self.shared, *self.copied))
        lone = (group.statements for group in self.lone)
        return {view.id: view for views in (*parts, *lone) for view in views}


def rank_statements(statements: Iterable[Statement]) -> list[str]:
    """Ids of the statements, those with most independent accounts first, then most articles."""
    ordered = sorted(statements, key=lambda one: (-one.independent, -one.carriers))
    return [statement.id for statement in ordered]


def view_statements(index: Index, ranked: Sequence[str], shown: Shown) -> StatementsView:
    """The statements, told by who carries them: several accounts, copies only, one article."""
    shared, copied = [], []
    lone: dict[str, list[StatementView]] = {}
    views = {one: _view(index, index.statements[one], shown) for one in ranked}
    for statement in (index.statements[one] for one in ranked):
        view = views[statement.id]._replace(related=view_related(index, statement, views))
        carried = [r.article for r in statement.renderings if r.article in index.articles]
        if statement.independent > 1:
            shared.append(view)
        elif statement.carriers > 1 or not carried:
            copied.append(view)
        else:
            lone.setdefault(carried[0], []).append(view)
    total = sum(map(len, lone.values()))
    return StatementsView(
        total=len(ranked),
        shared=tuple(_parts(shared)),
        copied=tuple(_parts(copied)),
        lone=tuple(_lone(index, lone)),
        lone_amount=counted(total, "statement"),
        lone_open=total <= FEW,
        outlets=strip_outlets(index),
    )


def _parts(views: Sequence[StatementView]) -> Iterator[Part]:
    for start in range(0, len(views), ROWS):
        yield Part(start + 1, tuple(views[start : start + ROWS]))


def _lone(index: Index, lone: dict[str, list[StatementView]]) -> Iterator[Lone]:
    """The groups of statements that stand in one article only, in the order of the articles."""
    for article, label in index.labels.items():
        if article in lone:
            views = lone[article]
            yield Lone(label, counted(len(views), "statement"), tuple(views))


def _view(index: Index, statement: Statement, shown: Shown) -> StatementView:
    """One statement for the page."""
    numbers = [n for n, r in enumerate(statement.renderings) if r.article in index.articles]
    known = [statement.renderings[number] for number in numbers]
    verbatim = bool(known) and is_direct(index, known[0])
    passage = quote_rendering(index, known[0], shown) if known else None
    whole = passage is None or passage.whole
    views = tuple(view_rendering(index, (statement, n), shown, comparable=whole) for n in numbers)
    return StatementView(
        id=statement.id,
        anchor=index.statement_anchors[statement.id],
        voice=view_voice(index, statement),
        words=_wording(statement, passage, verbatim=verbatim),
        verbatim=verbatim,
        carried=f"{statement.carriers} of {counted(len(index.articles), 'article')}",
        carriers=statement.carriers,
        independent=f"{statement.independent} independent",
        spread=view_spread(index, statement),
        renderings=views,
        why=_why(statement, views),
    )


def _wording(statement: Statement, passage: Passage | None, *, verbatim: bool) -> str:
    """The statement's wording, as far as it may be shown, the speaker's own words in marks."""
    if passage is None:
        return shortened(statement.wording, LONGEST)
    words = statement.wording if passage.whole else passage.text
    own = words[:1].isalnum() and not _MARKED_LATER.match(words)
    return f"“{words}”" if verbatim and own else words


_MARKED_LATER = re.compile(r"(?:that|if|whether|how|what|why)\b[^“\"‘]{0,40}[“\"‘]", re.I)
"""Words that lead to a quotation and are the outlet's: that in Russia, “we ...”."""


def _why(statement: Statement, views: Sequence[RenderingView]) -> tuple[Why, ...]:
    """Why the renderings were read as one statement; nothing to tell of a single one."""
    every = (Why("", kinship_words(statement.why, "")), *(Why(v.label, v.why) for v in views))
    return tuple(why for why in every if why.reasons)


def view_voice(index: Index, statement: Statement) -> Voice:
    """Who said it: the speaker, else the words that stand where a name would."""
    if statement.speaker is not None:
        href = index.speaker_anchors.get(statement.speaker.id, "")
        return Voice(statement.speaker.name, href, resolved=True)
    for rendering in statement.renderings:
        one = index.attribution_of(rendering)
        if one is not None and one.source:
            text = index.text_of(one.article, in_title=one.in_title)
            return Voice(printed_words(text, one.source[:1]), "", resolved=False)
    return Voice("", "", resolved=False)
