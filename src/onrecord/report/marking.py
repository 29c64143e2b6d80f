"""Text with marks in it, as a flat run of tokens that a template can print one by one.

Marks may nest and may overlap. HTML elements may only nest, so a mark that runs across the end of
another is closed there and opened again; its anchor appears once.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from onrecord.report.extracts import GAP

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.records import Span

Role = Literal["furniture", "direct", "mixed", "indirect", "own", "part", "source", "cue"]
_OUTERMOST: tuple[Role, ...] = (
    "furniture",
    "direct",
    "mixed",
    "indirect",
    "own",
    "part",
    "source",
    "cue",
)
_DEPTH = {role: depth for depth, role in enumerate(_OUTERMOST)}


class Note(NamedTuple):
    """A number behind a mark, with where it leads and what a screen reader says for it."""

    number: str
    href: str
    words: str


class Mark(NamedTuple):
    """A stretch of text that plays a part.

    `words` name the part, for readers who do not see it; `anchor` is the id it can be linked by,
    empty where another mark of the same span has it.
    """

    span: Span
    role: Role
    words: str
    anchor: str = ""
    notes: tuple[Note, ...] = ()


class Marks(NamedTuple):
    """The marks of a text in the order of their starts.

    `reach[n]` is how far the first n + 1 of them reach, so that those which touch a piece are
    found without looking at all of them.
    """

    marks: tuple[Mark, ...]
    reach: tuple[int, ...]

    @classmethod
    def of(cls, marks: Iterable[Mark]) -> Marks:
        """The marks in any order."""
        ordered = tuple(sorted(marks, key=lambda mark: mark.span))
        return cls(ordered, tuple(accumulate((mark.span.end for mark in ordered), max)))

    def touching(self, piece: Span) -> list[Mark]:
        """The marks that share at least one code point with a piece."""
        first = bisect_right(self.reach, piece.start)
        last = bisect_left(self.marks, piece.end, key=lambda mark: mark.span.start)
        return [mark for mark in self.marks[first:last] if mark.span.end > piece.start]


class Token(NamedTuple):
    """One step of printing: text, a mark opened or closed, a number, or a gap.

    `text` is the words to print, the words that name an opened mark, or a note's number; `label`
    says a note's number in words.
    """

    step: Literal["text", "open", "close", "note", "gap"]
    text: str = ""
    role: str = ""
    anchor: str = ""
    href: str = ""
    label: str = ""


GAP_TOKEN = Token("gap", GAP)


def mark_text(text: str, pieces: Iterable[Span], marks: Marks, met: set[Mark]) -> tuple[Token, ...]:
    """The tokens of the pieces of a text, a gap token between two pieces.

    `met` are the marks that were opened before, in an earlier paragraph; those opened here are
    added to it.
    """
    tokens: list[Token] = []
    for piece in pieces:
        if tokens:
            tokens.append(GAP_TOKEN)
        _mark_piece(text, piece, marks.touching(piece), met, tokens)
    return tuple(tokens)


def _mark_piece(
    text: str, piece: Span, marks: Sequence[Mark], met: set[Mark], tokens: list[Token]
) -> None:
    """Append the tokens of one piece."""
    bounds = {piece.start, piece.end}
    for mark in marks:
        bounds |= {max(mark.span.start, piece.start), min(mark.span.end, piece.end)}
    ordered = sorted(bounds)
    stack: list[Mark] = []
    for start, end in pairwise(ordered):
        opening = [m for m in marks if max(m.span.start, piece.start) == start]
        for mark in sorted(_interrupted(stack, opening, tokens), key=_outermost_first):
            tokens.append(_opened(mark, met))
            stack.append(mark)
        tokens.append(Token("text", text[start:end]))
        _close(stack, end, piece.end, tokens)


def _outermost_first(mark: Mark) -> tuple[int, int]:
    return (-mark.span.end, _DEPTH[mark.role])


def _interrupted(stack: list[Mark], opening: list[Mark], tokens: list[Token]) -> list[Mark]:
    """The marks to open now: the new ones, and those that had to be closed to let them in.

    A mark that ends before a new one does must lie inside it, as far as they overlap.
    """
    reopened: list[Mark] = []
    reach = max((mark.span.end for mark in opening), default=-1)
    while stack and stack[-1].span.end < reach:
        reopened.append(stack.pop())
        tokens.append(Token("close"))
    return [*opening, *reopened]


def _opened(mark: Mark, met: set[Mark]) -> Token:
    """The token that opens a mark; its anchor and its name only the first time."""
    if mark in met:
        return Token("open", role=mark.role)
    met.add(mark)
    return Token("open", mark.words, mark.role, mark.anchor)


def _close(stack: list[Mark], position: int, piece_end: int, tokens: list[Token]) -> None:
    """Close the marks that end here, innermost first, each with its numbers behind it."""
    while stack and (stack[-1].span.end <= position or position == piece_end):
        mark = stack.pop()
        tokens.append(Token("close"))
        tokens += (Token("note", n.number, href=n.href, label=n.words) for n in mark.notes)
