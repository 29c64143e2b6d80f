"""The stage itself: from attributions to statements."""

from __future__ import annotations

import gc
import hashlib
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING

from onrecord.errors import UnknownOption
from onrecord.records import CopyMember, Statement
from onrecord.statements.editions import read_editions
from onrecord.statements.grouping import Collection, group_units
from onrecord.statements.joining import join_neighbours
from onrecord.statements.likeness import RELATED
from onrecord.statements.own_sentences import find_own_places, read_own_sentences
from onrecord.statements.own_voice import find_own_voice
from onrecord.statements.pieces import list_pieces
from onrecord.statements.rarity import Relatedness, count_words
from onrecord.statements.related import relate
from onrecord.statements.renderings import render, wording_of
from onrecord.statements.units import find_units

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from onrecord.options import StatementOptions
    from onrecord.records import Article, Attribution, SpeakerRef
    from onrecord.statements.editions import Edition
    from onrecord.statements.own_sentences import Places
    from onrecord.statements.rarity import Counts
    from onrecord.statements.renderings import Piece
    from onrecord.statements.units import Unit


def group_statements(
    articles: Sequence[Article],
    attributions: Sequence[Sequence[Attribution]],
    copies: Sequence[CopyMember],
    options: StatementOptions,
) -> tuple[Statement, ...]:
    """Statements, those that most independent accounts carry first, then most articles.

    `attributions` and `copies` run parallel to `articles`; without copies every article is an
    account of its own. Raises `UnknownOption` for a threshold outside 0..1.
    """
    if not 0 <= options.threshold <= 1:
        raise UnknownOption(f"statements.threshold is {options.threshold}; it takes 0 to 1")
    members = copies or [CopyMember(a.id, a.id, None, independent=True) for a in articles]
    editions = read_editions(articles, attributions, members)
    with _uncollected():
        made, related = _made(editions, {m.article: m.group for m in members}, options.threshold)
        number = {a.id: place for place, edition in enumerate(editions) for a in edition.articles}
        return relate(
            _ranked(made, articles),
            lambda a, b: related.between(number[a], number[b]) >= RELATED,
        )


@contextmanager
def _uncollected() -> Iterator[None]:
    """Spares Python the search for objects that hold one another: nothing here makes any.

    Among millions of objects it takes a tenth of the time and finds nothing (49.9 CPU-seconds with
    it and 44.5 without, `benchmarks/statements_speed.py 100000`). It is off for the whole process
    while the stage runs, and on again however the stage ends.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _made(
    editions: Sequence[Edition], accounts: Mapping[str, str], threshold: float
) -> tuple[list[Statement], Relatedness]:
    """The statements in no order, and how related the editions are; the rest is let go of."""
    counts, units, places = _read(editions)
    related = Relatedness(counts)
    collection = Collection(units, counts, related)
    own = (
        sentence
        for position, edition in enumerate(editions)
        for sentence in read_own_sentences(position, edition.articles[0], places[position])
    )
    voiced = find_own_voice(units, own, counts, related)
    groups = join_neighbours(units, group_units(collection, threshold))
    collection.forget()
    pieces = (list_pieces(editions, collection, group, voiced) for group in groups)
    return [make_statement(listed, accounts) for listed in pieces], related


def _read(editions: Iterable[Edition]) -> tuple[list[Counts], list[Unit], list[Places]]:
    """Words counted, units, and places of own sentences: all of one article before the next."""
    counts: list[Counts] = []
    units: list[Unit] = []
    places: list[Places] = []
    for position, edition in enumerate(editions):
        article, attributions = edition.articles[0], edition.attributions[0]
        counts.append(count_words(article))
        units += find_units(position, article, attributions)
        places.append(find_own_places(article, attributions))
    return counts, units, places


def make_statement(pieces: Sequence[Piece], accounts: Mapping[str, str]) -> Statement:
    """The statement that the pieces render, the first of them giving its wording.

    `accounts` names the copy group of each article id.
    """
    first = pieces[0]
    wording = wording_of(first)
    others = sorted(pieces[1:], key=lambda piece: piece.place)
    carriers = {piece.article.id for piece in pieces if not piece.own_voice}
    return Statement(
        id=_id_of(first, wording),
        speaker=_speaker_of([first, *others]),
        wording=wording,
        renderings=tuple(render(piece, first) for piece in [first, *others]),
        carriers=len(carriers),
        independent=len({accounts[article] for article in carriers}),
    )


def _id_of(first: Piece, wording: str) -> str:
    """A hash of where the wording stands and how it reads."""
    where = f"{first.article.id} {first.in_title} {[tuple(s) for s in first.spans]} {wording}"
    return "s" + hashlib.sha256(where.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _speaker_of(pieces: Iterable[Piece]) -> SpeakerRef | None:
    """The speaker most pieces name; of equals the one whose words are the longest."""
    named = [(piece.speaker, len(piece.words)) for piece in pieces if piece.speaker is not None]
    times = Counter(speaker.id for speaker, _ in named)
    likest = max(named, key=lambda one: (times[one[0].id], one[1]), default=None)
    return likest[0] if likest else None


def _ranked(made: Iterable[Statement], articles: Sequence[Article]) -> tuple[Statement, ...]:
    """By independent accounts, then carriers, then where the wording stands in the input."""
    order = {article.id: number for number, article in enumerate(articles)}

    def rank(statement: Statement) -> tuple[int, int, int, bool, int, str]:
        first = statement.renderings[0]
        return (
            -statement.independent,
            -statement.carriers,
            order[first.article],
            not first.in_title,
            first.content[0].start,
            statement.id,
        )

    return tuple(sorted(made, key=rank))
