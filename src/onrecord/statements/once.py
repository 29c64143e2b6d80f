"""Quotations and sentences of a text, found once for all that ask for them in a row."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.text import find_quotations, split_sentences

if TYPE_CHECKING:
    from onrecord.records import Span
    from onrecord.text import Quotation

_TEXTS = 4
"""Texts remembered: title and text of one article, and of the one before it."""


@lru_cache(maxsize=_TEXTS)
def quotations_in(text: str) -> tuple[Quotation, ...]:
    """`find_quotations`, remembered for the last few texts."""
    return find_quotations(text)


@lru_cache(maxsize=_TEXTS)
def sentences_in(text: str) -> tuple[Span, ...]:
    """`split_sentences`, remembered for the last few texts."""
    return split_sentences(text)
