"""Quoted words that stand in a page and not in the text taken from it.

A quotation of some words in a passage that was left out is a doubt if that passage has reason to be
the article's: the second opinion keeps it, or it is made like the article's paragraphs and stands
among them or in their element; so is one in JSON-LD's article body. What the markup sets beside the
article, links, and words that the text has elsewhere are no reason.

Measured on `reading_dev`: one of 92 pages is warned of though the people who marked its body
left the quotation out, too; where a quoted paragraph is taken from both extractors' output, 99 % of
the quotations are kept or named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.reading.passages import words_in
from onrecord.records import Problem
from onrecord.text.quotation import find_quotations

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.reading.passages import Passage
    from onrecord.reading.selection import Choice

_LEAST_WORDS = 4
"""Shorter quotations are names, titles and scare quotes as often as speech."""
_LINKED = 0.5
"""Share of letters in links from which only a paragraph of one link may be the article's."""
_MOST_TOLD = 5
_SHOWN = 8


def find_losses(
    passages: Sequence[Passage], choice: Choice, text: str, body: str
) -> tuple[Problem, ...]:
    """One problem that names the quotations lost, or none; `body` is JSON-LD's article body."""
    known = _grams(words_in(text))
    lost = [q for i in _doubtful(passages, choice) for q in _quoted(passages[i].mapped.text, known)]
    lost += _quoted(body, known)
    distinct = list(dict.fromkeys(lost))
    if not distinct:
        return ()
    told = "; ".join(f"“{quote} …”" for quote in distinct[:_MOST_TOLD])
    more = f" and {len(distinct) - _MOST_TOLD} more" if len(distinct) > _MOST_TOLD else ""
    return (
        Problem(
            "extraction-doubt",
            f"the page quotes words that the text taken from it has not: {told}{more}",
        ),
    )


def _doubtful(passages: Sequence[Passage], choice: Choice) -> Iterator[int]:
    """Passages left out that have reason to be the article's."""
    taken = set(choice.taken)
    makes = {(passages[i].block.tag, passages[i].block.signature) for i in taken}
    parents = {passages[i].block.parent for i in taken}
    first, last = min(taken, default=0), max(taken, default=0)
    for i, passage in enumerate(passages):
        if i in taken or i in choice.beside or i == choice.title:
            continue
        if passage.linked >= _LINKED and not _is_linked_paragraph(passage):
            continue
        alike = (passage.block.tag, passage.block.signature) in makes
        placed = first < i < last or passage.block.parent in parents
        if i in choice.seconded or (alike and placed):
            yield i


def _is_linked_paragraph(passage: Passage) -> bool:
    """Whether a passage is a paragraph with one link, and not "Related:" before it."""
    links = {piece.link for piece in passage.block.pieces if piece.link}
    return passage.block.tag == "p" and len(links) == 1 and not passage.lead.endswith(":")


def _quoted(text: str, known: set[tuple[str, ...]]) -> list[str]:
    """The first words of each quotation in `text` most of whose words the text has not."""
    found = []
    for quotation in find_quotations(text):
        words = quotation.inner.of(text)
        grams = _grams(words_in(words))
        if grams and "://" not in words and len(grams & known) < 0.5 * len(grams):
            found.append(" ".join(words.split()[:_SHOWN]))
    return found


def _grams(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Runs of words as long as the shortest quotation that counts."""
    return {words[i : i + _LEAST_WORDS] for i in range(len(words) - _LEAST_WORDS + 1)}
