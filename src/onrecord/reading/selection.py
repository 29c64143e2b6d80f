"""Which passages of a page are its article: an extractor's choice, corrected by the markup.

The extractor says what it kept; a passage of which it kept half the words is taken. The page itself
then corrects it (see `corrections`). Measured on the 92 pages of `reading_dev` with
`score.py reading`, four-word runs F1: .964 before, .983 after.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.reading.align import align_words
from onrecord.reading.corrections import (
    bare_headings,
    find_title,
    link_lines,
    lost_passages,
    other_articles,
    set_beside,
    without_title,
)
from onrecord.reading.passages import words_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.reading.passages import Passage

_TAKEN = 0.5
"""Share of a passage's words that must be kept for the passage to be taken."""
_AGREED = 0.8
"""Share that the second opinion must keep of a passage for it to be given back."""


class Choice(NamedTuple):
    """The passages of an article by their numbers, and what was seen on the way.

    `covered` is the share of the first opinion's words that were found in the page; `beside` are
    the passages that the markup sets beside the article; `seconded` those the second opinion
    keeps; `title` is the number of the passage that was taken for the title.
    """

    taken: tuple[int, ...]
    covered: float = 1.0
    beside: frozenset[int] = frozenset()
    seconded: frozenset[int] = frozenset()
    title: int | None = None


def select_passages(
    passages: Sequence[Passage], first: str, second: str, titles: Sequence[str] = ()
) -> Choice:
    """The passages that are the article, given both opinions and the titles the page states.

    Where neither opinion keeps anything, every passage is asked what its markup says of it.
    """
    shares, covered = _shares(passages, first)
    seconds, _ = _shares(passages, second)
    seconded = frozenset(i for i, share in enumerate(seconds) if share >= _TAKEN)
    chosen = {i for i, share in enumerate(shares) if share >= _TAKEN} or set(seconded)
    agreed = {i for i, share in enumerate(seconds) if share >= _AGREED} if second else None
    taken = chosen or set(range(len(passages)))
    others = other_articles(passages, taken)
    taken -= others
    title = find_title(passages, taken, [words_in(t) for t in titles])
    taken = without_title(taken, title)
    beside, dropped = set_beside(passages, taken)
    lines = link_lines(passages)
    taken -= (dropped if chosen else beside) | lines
    taken |= lost_passages(passages, taken, beside | others, agreed)
    taken -= bare_headings(passages, taken, lines)
    return Choice(
        tuple(sorted(taken or chosen)),
        covered,
        frozenset(beside | others),
        seconded,
        title,
    )


def _shares(passages: Sequence[Passage], kept: str) -> tuple[list[float], float]:
    """Share of each passage's words that `kept` has, and share of its words found in the page."""
    kept_words = words_in(kept)
    if not kept_words:
        return [0.0] * len(passages), 1.0
    found = align_words([word for passage in passages for word in passage.words], kept_words)
    shares, at = [], 0
    for passage in passages:
        size = len(passage.words)
        shares.append(sum(to >= 0 for to in found[at : at + size]) / size)
        at += size
    return shares, sum(to >= 0 for to in found) / len(kept_words)
