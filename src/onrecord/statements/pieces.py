"""From a group of units to the pieces of articles that render one statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.records import Span
from onrecord.statements.renderings import Piece, fullest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.records import Reason
    from onrecord.statements.editions import Edition
    from onrecord.statements.grouping import Collection
    from onrecord.statements.own_voice import OwnVoice
    from onrecord.statements.units import Unit


def list_pieces(
    editions: Sequence[Edition],
    collection: Collection,
    group: Sequence[int],
    voiced: Mapping[int, Sequence[OwnVoice]],
) -> list[Piece]:
    """The pieces of one statement in every printing, the fullest one first.

    Each other one says why it belongs with that one. `group` are positions of units; `voiced`
    what other articles say as their own that goes with a unit.
    """
    runs = list(_runs(collection.units, group))
    said = [_piece(editions, [collection.units[k] for k in run]) for run in runs]
    first = said.index(fullest(said))
    lead = runs[first]
    runs = [lead, *runs[:first], *runs[first + 1 :]]
    said = [said[first], *said[:first], *said[first + 1 :]]
    pieces: list[Piece] = []
    for run, piece in zip(runs, said, strict=True):
        edition = editions[collection.units[run[0]].article]
        pieces += _printings(edition, piece._replace(why=_why(collection, run, lead)))
    voices = {voice.sentence: voice for k in group for voice in voiced.get(k, ())}
    for sentence in sorted(voices):
        pieces += _printings(editions[sentence.article], _own_piece(editions, voices[sentence]))
    return pieces


def _runs(units: Sequence[Unit], group: Sequence[int]) -> Iterator[list[int]]:
    """Units of a group that follow one another in the same attribution, as one."""
    run: list[int] = []
    for k in group:
        if run and not _follows(units[run[-1]], units[k]):
            yield run
            run = []
        run.append(k)
    yield run


def _follows(before: Unit, unit: Unit) -> bool:
    """Whether two units are neighbours in one attribution."""
    together = unit.article == before.article and unit.number == before.number + 1
    return together and before.attribution is not None and unit.attribution == before.attribution


def _piece(editions: Sequence[Edition], units: Sequence[Unit]) -> Piece:
    """The piece that neighbouring units make, in the first printing."""
    first = units[0]
    article = editions[first.article].articles[0]
    text = (article.title or "") if first.in_title else article.text
    return Piece(
        article=article,
        attribution=first.attribution,
        spans=_closed_up(text, [unit.span for unit in units]),
        words=tuple(word for unit in units for word in unit.words),
        in_title=first.in_title,
        speaker=first.speaker,
        quoted=tuple(word for unit in units for word in unit.quoted),
        is_copy=editions[first.article].is_copy,
        is_reworded=editions[first.article].is_reworded,
        denies=first.denies,
    )


def _closed_up(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans with those made one that only white space parts."""
    closed = list(spans[:1])
    for span in spans[1:]:
        if text[closed[-1].end : span.start].strip():
            closed.append(span)
        else:
            closed[-1] = Span(closed[-1].start, span.end)
    return tuple(closed)


def _own_piece(editions: Sequence[Edition], voice: OwnVoice) -> Piece:
    """A sentence that says as the article's own what others attribute."""
    sentence = voice.sentence
    return Piece(
        article=editions[sentence.article].articles[0],
        attribution=None,
        spans=(sentence.span,),
        words=sentence.words,
        in_title=sentence.in_title,
        speaker=None,
        quoted=(),
        own_voice=True,
        why=(voice.why,),
    )


def _why(collection: Collection, run: Sequence[int], lead: Sequence[int]) -> tuple[Reason, ...]:
    """Why a run belongs with the fullest one; nothing for that one itself."""
    if run is lead:
        return ()
    likest = max(
        (collection.likeness(i, j) for i in run for j in lead), key=lambda like: like.score
    )
    return likest.why


def _printings(edition: Edition, piece: Piece) -> Iterator[Piece]:
    """The piece in each article that prints this edition."""
    for number, article in enumerate(edition.articles):
        attribution = edition.attribution_in(number, piece.attribution)
        yield piece._replace(article=article, attribution=attribution)
