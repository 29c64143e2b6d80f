"""What is worth a look first: the few places where something became of words on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.report.swaps import altered_in_marks
from onrecord.report.wording import counted, plain_words, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onrecord.records import Statement
    from onrecord.report.index import Index
    from onrecord.report.swaps import Swap

ARTICLES = 4
PLACES = 2
"""Articles named in one line, and places named in one article; the others are counted."""

_SHORT = 60
_SWAP = 24
_SWAPS = 2


class Place(NamedTuple):
    """One place: the words it is about, and where it leads."""

    words: str
    href: str


class Group(NamedTuple):
    """The places of one article."""

    label: str
    places: tuple[Place, ...]
    more: int


class Glance(NamedTuple):
    """One line: what happened, and where."""

    what: str
    groups: tuple[Group, ...]
    more: str


Found = tuple[str, Place]
"""An article's id and a place in it."""


def view_glance(index: Index, ranked: Iterable[str]) -> tuple[Glance, ...]:
    """The lines that have anything to tell."""
    statements = [index.statements[one] for one in ranked]
    lines = (
        _glance(index, "Words altered between quotation marks", _altered(index, statements)),
        _glance(index, "Attributed elsewhere, here in its own voice", _own(index, statements)),
        _glance(index, "Speaker not resolved", _unresolved(index, statements)),
        _glance(index, "Stray byline", _stray(index)),
        _glance(index, "Not read whole: nothing is called absent from it", _doubtful(index)),
    )
    return tuple(line for line in lines if line.groups)


def _glance(index: Index, what: str, found: Iterable[Found]) -> Glance:
    """One line, its places gathered by article in the order of the articles."""
    by_article: dict[str, list[Place]] = {}
    for article, place in found:
        by_article.setdefault(article, []).append(place)
    ordered = sorted(by_article, key=index.positions.__getitem__)
    groups = (
        Group(index.labels[a], tuple(by_article[a][:PLACES]), max(0, len(by_article[a]) - PLACES))
        for a in ordered[:ARTICLES]
    )
    more = len(ordered) - ARTICLES
    return Glance(
        what, tuple(groups), f"and in {counted(more, 'more article')}" if more > 0 else ""
    )


def _altered(index: Index, statements: Iterable[Statement]) -> Iterator[Found]:
    """Renderings that quote in words other than the fullest quotation has."""
    for statement in statements:
        for number, rendering in enumerate(statement.renderings):
            swaps = altered_in_marks(index, statement, rendering)
            if swaps:
                yield _found(index, statement, number, _swap_words(swaps))


def _own(index: Index, statements: Iterable[Statement]) -> Iterator[Found]:
    """Renderings that give a statement without any source."""
    for statement in statements:
        for number, rendering in enumerate(statement.renderings):
            if rendering.own_voice and rendering.article in index.articles:
                yield _found(index, statement, number)


def _unresolved(index: Index, statements: Iterable[Statement]) -> Iterator[Found]:
    """Statements nobody could be named for, longest first, those of one word left out."""
    for statement in sorted(statements, key=lambda one: -len(one.wording)):
        carried = (n for n, r in enumerate(statement.renderings) if r.article in index.articles)
        number = next(carried, None)
        if statement.speaker is None and number is not None and len(statement.wording.split()) > 1:
            yield _found(index, statement, number)


def _stray(index: Index) -> Iterator[Found]:
    """Bylines that stand where the article should speak, in their words."""
    for article in index.articles.values():
        for span, kind in article.furniture:
            if kind == "stray byline":
                words = shortened(" ".join(span.of(article.text).split()), _SHORT)
                yield article.id, Place(words, index.article_anchors[article.id])


def _doubtful(index: Index) -> Iterator[Found]:
    """Articles of which absence cannot be told, with the kind of doubt."""
    for article in index.articles.values():
        if article.doubt:
            yield article.id, Place(plain_words(article.doubt), index.article_anchors[article.id])


def _found(index: Index, statement: Statement, number: int, words: str = "") -> Found:
    """The words an outlet changed, or else the first words of the statement.

    It leads to the rendering itself, so that a browser opens what is folded around it.
    """
    told = words or shortened(statement.wording, _SHORT)
    anchor = index.wording_anchors[statement.id, number + 1]
    return statement.renderings[number].article, Place(told, anchor)


def _swap_words(swaps: Sequence[Swap]) -> str:
    """The first words that were replaced by others."""
    told = [f"{shortened(b, _SWAP)} → {shortened(a, _SWAP)}" for b, a in swaps[:_SWAPS]]
    return ", ".join(told) + (", …" if len(swaps) > _SWAPS else "")
