"""What is worth a look first: the few places where something became of words on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.report.wording import counted, plain_words, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.records import Rendering, Statement
    from onrecord.report.index import Index

ARTICLES = 4
PLACES = 2
"""Articles named in one line, and places named in one article; the others are counted."""

_SHORT = 60
_SWAP = 24
_SWAPS = 2
_EDGES = "“”‘’\"'«».,;:!?… "


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
        fullest = index.attribution_of(statement.renderings[0])
        if fullest is None or fullest.kind == "indirect":
            continue
        for rendering in statement.renderings:
            one = index.attribution_of(rendering)
            if rendering.change != "altered" or one is None or one.kind == "indirect":
                continue
            if _mostly_same(rendering):
                yield _found(index, statement, rendering, _replaced(rendering))


def _mostly_same(rendering: Rendering) -> bool:
    """Whether most of the words were kept: the same words altered, not the thing said anew."""
    words = [(edit.op, len(edit.before.split())) for edit in rendering.diff]
    kept = sum(count for op, count in words if op == "same")
    return 2 * kept > sum(count for op, count in words if op in ("same", "replaced"))


def _own(index: Index, statements: Iterable[Statement]) -> Iterator[Found]:
    """Renderings that give a statement without any source."""
    for statement in statements:
        for rendering in statement.renderings:
            if rendering.own_voice and rendering.article in index.articles:
                yield _found(index, statement, rendering, "")


def _unresolved(index: Index, statements: Iterable[Statement]) -> Iterator[Found]:
    """Statements nobody could be named for."""
    for statement in statements:
        known = [r for r in statement.renderings if r.article in index.articles]
        if statement.speaker is None and known:
            yield _found(index, statement, known[0], "")


def _doubtful(index: Index) -> Iterator[Found]:
    """Articles of which absence cannot be told, with the kind of doubt."""
    for article in index.articles.values():
        if article.doubt:
            yield article.id, Place(plain_words(article.doubt), index.article_anchors[article.id])


def _found(index: Index, statement: Statement, rendering: Rendering, words: str) -> Found:
    """The words an outlet changed, or else the first words of the statement."""
    told = words or shortened(statement.wording, _SHORT)
    return rendering.article, Place(told, index.statement_anchors[statement.id])


def _replaced(rendering: Rendering) -> str:
    """The first words of a diff that were replaced by others; empty where none were."""
    swaps = [
        (edit.before.strip(_EDGES), edit.after.strip(_EDGES))
        for edit in rendering.diff
        if edit.op == "replaced"
    ]
    swaps = [(before, after) for before, after in swaps if before and after and before != after]
    told = [f"{shortened(b, _SWAP)} → {shortened(a, _SWAP)}" for b, a in swaps[:_SWAPS]]
    return ", ".join(told) + (", …" if len(swaps) > _SWAPS else "")
