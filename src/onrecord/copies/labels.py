"""What kind of sharing two articles show, in one letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from onrecord.copies.own_words import read_own
from onrecord.copies.scoring import is_exact, score_of
from onrecord.copies.sharing import Shared, compare_texts

if TYPE_CHECKING:
    from onrecord.records import Article

ShareLabel = Literal["C", "W", "Q", "F"]

_MOSTLY = 0.65
"""Share of the shorter article from which the whole is a copy rather than a part of it."""

_PART = 0.15
"""Share from which a part was taken over. Both measured on the development half of the natural
reuse set: `python eval/gate.py reuse`."""


def label_pair(a: Article, b: Article) -> ShareLabel:
    """What two articles share, in one letter.

    C: one is a copy of the other. W: a part was taken over, often a wire story's. F: furniture of
    their pages only. Q: at most the words that both quote.
    """
    return label_of(compare_texts(read_own(a), read_own(b)))


def label_of(shared: Shared) -> ShareLabel:
    """The letter for what was found shared."""
    if is_exact(shared) or shared.share >= _MOSTLY:
        return "C" if score_of(shared) >= 0.5 else "W"
    if shared.share >= _PART and len(shared.twins) > 1:
        return "W"
    a, b = shared.shorter, shared.longer
    return "F" if len(a.furniture & b.furniture) > len(a.quoted & b.quoted) else "Q"
