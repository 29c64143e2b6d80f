"""What each outlet made of a statement's words: the kind of change and the word diff."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from onrecord.records import Reason, Rendering, Span, SpeakerRef
from onrecord.statements.bare import without_marks
from onrecord.statements.changes import POLARITY, are_opposite, name_change
from onrecord.statements.vocabulary import content_of
from onrecord.statements.wording import diff_words, shared_runs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.records import Article

_MOSTLY = 0.8
"""Part of a rendering's words in quotation marks from which it is a direct quotation."""


_TOLD = 2
"""Content words from which a direct quotation can stand for the whole statement."""

_COMPARED = 12
"""Wordings, the longest ones, that each is compared with to find the fullest."""


class Piece(NamedTuple):
    """What one article says of a statement in one place, with the text it lies in.

    `words` are the folded words of all spans, `quoted` those given as the speaker's own.
    """

    article: Article
    attribution: str | None
    spans: tuple[Span, ...]
    words: tuple[str, ...]
    in_title: bool
    speaker: SpeakerRef | None
    quoted: tuple[str, ...]
    is_copy: bool = False
    is_reworded: bool = False
    denies: bool = False
    own_voice: bool = False
    why: tuple[Reason, ...] = ()

    @property
    def text(self) -> str:
        """The text that the spans point into."""
        return (self.article.title or "") if self.in_title else self.article.text

    @property
    def is_direct(self) -> bool:
        """Whether nearly all words stand in quotation marks."""
        return len(self.quoted) >= _MOSTLY * len(self.words)

    @property
    def place(self) -> tuple[str, bool, bool, tuple[Span, ...]]:
        """Where it stands, for putting pieces in an order that the input's order does not touch."""
        return (self.article.id, self.own_voice, not self.in_title, self.spans)


def fullest(pieces: Sequence[Piece]) -> Piece:
    """The piece whose wording the statement shows: direct before others, then the fullest.

    The fullest is the one that has most words in common with all others, so that neither a cut
    wording nor one that a single outlet altered is shown as what was said. A copy's wording comes
    after that of the accounts that are none, and one that rewords its original after all others;
    so does the wording of somebody who only tells what most others say another one said.
    """
    named = Counter(piece.speaker.id for piece in pieces if piece.speaker is not None)
    most = [speaker for speaker, times in named.items() if 2 * times > named.total()]
    speaker = most[0] if most else None
    wordings = sorted({piece.words for piece in pieces}, key=lambda words: (-len(words), words))
    ranks = [_rank(piece, speaker) for piece in pieces]
    best = [p for p, rank in zip(pieces, ranks, strict=True) if rank == min(ranks)]
    agreed = {
        words: sum(shared_runs(words, other) for other in wordings[:_COMPARED] if other != words)
        for words in {piece.words for piece in best}
    }

    def order(piece: Piece) -> tuple[int, int, object]:
        # what is quoted may be cut; what only one reporter has beyond it may be no part of it
        length = len(piece.words)
        return -agreed[piece.words], -length if piece.is_direct else length, piece.place

    return min(best, key=order)


def _rank(piece: Piece, speaker: str | None) -> tuple[bool, ...]:
    """The lowest gives the wording; a copy known to reword never does where others can."""
    return (
        piece.own_voice,
        bool(speaker and piece.speaker and piece.speaker.id != speaker),
        piece.is_reworded,
        not _is_told(piece),
        len(content_of(piece.words)) < _TOLD,
        piece.is_copy,
        piece.in_title,
    )


def _is_told(piece: Piece) -> bool:
    """Whether a piece is direct and more than a word to the point: “On Monday.” tells nothing."""
    return piece.is_direct and len(content_of(piece.words)) >= _TOLD


def wording_of(piece: Piece) -> str:
    """The words of a piece, letter by letter, the marks around them taken off; gaps as “ … ”."""
    words = (without_marks(span.of(piece.text)) for span in piece.spans)
    # a straight mark before the first word is an opening one; behind the last it may be a plural's
    return " … ".join(text.removeprefix("'") if piece.is_direct else text for text in words)


def render(piece: Piece, base: Piece) -> Rendering:
    """The rendering record of one piece, compared with the one that gives the wording."""
    edits = diff_words(wording_of(base), wording_of(piece))
    opposite = not piece.own_voice and are_opposite(piece, base)
    return Rendering(
        article=piece.article.id,
        attribution=piece.attribution,
        content=piece.spans,
        in_title=piece.in_title,
        own_voice=piece.own_voice,
        change=name_change(piece, base, edits, opposite=opposite),
        diff=edits,
        why=(*piece.why, POLARITY) if opposite else piece.why,
    )
