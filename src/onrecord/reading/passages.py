"""The blocks of a page in words: what stands there, how much of it is links.

Lists of links that a page sets into the middle of a sentence (cards that open over a name) are left
out of the words: an element within a paragraph that holds nothing but several links.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from onrecord.reading.mapped import Mapped, Writer

if TYPE_CHECKING:
    from onrecord.reading.page import Block, Page, Piece

_WORD = re.compile(
    "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]"
    "|[^\\W\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]+"
)
"""Runs of letters and digits; a character each where words are not parted by spaces."""
_UNSEEN = re.compile("[\xad\u200b\u2060\ufeff]")
_LEAST_LINKS = 3
"""Links that make an element within a paragraph a list of links."""


class Passage(NamedTuple):
    """A block in words.

    `linked` is the share of its letters that lie in links; `lead` are the words before the first
    link ("Related:").
    """

    block: Block
    mapped: Mapped
    words: tuple[str, ...]
    linked: float
    lead: str


def passages_of(page: Page) -> tuple[Passage, ...]:
    """The blocks of a page that hold any letter, in order."""
    made = (_passage(page.source, block) for block in page.blocks)
    return tuple(passage for passage in made if passage.words)


def words_in(text: str) -> tuple[str, ...]:
    """Words for comparing, in order: composed, without case, marks and soft hyphens."""
    plain = text if text.isascii() else unicodedata.normalize("NFC", _UNSEEN.sub("", text))
    return tuple(word.casefold() for word in _WORD.findall(plain))


def _passage(source: str, block: Block) -> Passage:
    pieces = _without_link_lists(source, block.pieces)
    writer = Writer(lines=block.tag == "pre")
    for piece in pieces:
        if piece.inserted:
            writer.insert(piece.inserted)
        else:
            writer.copy(source, piece.start, piece.end, entities=True)
    mapped = writer.finish()
    linked = sum(_letters(source, piece) for piece in pieces if piece.link)
    letters = sum(_letters(source, piece) for piece in pieces)
    return Passage(
        block, mapped, words_in(mapped.text), linked / max(1, letters), _lead(source, pieces)
    )


def _letters(source: str, piece: Piece) -> int:
    return 0 if piece.inserted else len(source[piece.start : piece.end].strip())


def _lead(source: str, pieces: tuple[Piece, ...]) -> str:
    first = next((i for i, piece in enumerate(pieces) if piece.link), len(pieces))
    return "".join(source[p.start : p.end] for p in pieces[:first] if not p.inserted).strip()


def _without_link_lists(source: str, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Pieces without those of elements that hold several links and hardly a word beside them."""
    links: dict[int, set[int]] = {}
    letters: dict[int, int] = {}
    loose: dict[int, int] = {}
    for piece in pieces:
        if piece.holder:
            size = _letters(source, piece)
            letters[piece.holder] = letters.get(piece.holder, 0) + size
            if piece.link:
                links.setdefault(piece.holder, set()).add(piece.link)
            else:
                loose[piece.holder] = loose.get(piece.holder, 0) + size
    lists = {
        holder
        for holder, found in links.items()
        if len(found) >= _LEAST_LINKS and loose.get(holder, 0) <= 0.05 * letters[holder]
    }
    if not lists or lists == {piece.holder for piece in pieces}:
        return pieces
    return tuple(piece for piece in pieces if piece.holder not in lists)
