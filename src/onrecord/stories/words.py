"""The words of a text that say something of an event, as stems."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.text import fold_word, stem, word_classes
from onrecord.text.words import WORD

if TYPE_CHECKING:
    from collections.abc import Iterator

_SMALL_CLASS = 9
"""Class in the list of common words from which a word says nothing of an event: the, after, who."""

_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+")
"""Letters of scripts that put no space between words: Thai, Japanese, Chinese."""


def stems_of(text: str) -> list[str]:
    """Stems of the words that say something, in order.

    >>> stems_of("The bridge was closed after the storm")
    ['bridg', 'clos', 'storm']
    """
    return [found for word in WORD.findall(text) for found in stems_in(word)]


@lru_cache(maxsize=1 << 17)
def stems_in(word: str) -> tuple[str, ...]:
    """The stem of a word, none for a small one, pairs of letters where no space parts words."""
    folded = fold_word(word)
    if not folded.isascii() and _UNSPACED.search(folded):
        return tuple(_pairs(folded))
    return () if word_classes().get(folded, 0) >= _SMALL_CLASS else (stem(folded),)


def _pairs(word: str) -> Iterator[str]:
    """Each two letters that stand side by side; a single letter alone."""
    if len(word) < 2:
        yield word
    for place in range(len(word) - 1):
        yield word[place : place + 2]
