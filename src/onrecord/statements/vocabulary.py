"""Words made comparable: folded, without the endings that grammar adds, small words apart."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.text import fold_word, stem
from onrecord.text.words import WORD

if TYPE_CHECKING:
    from onrecord.records import Span

SMALL = frozenset(
    "a about after all also an and any are as at be because been but by can could did do does "
    "don't didn't for from had has have he her him his how i i'm if in into is it it's its like "
    "may me more most my no not now of on one only or other our out over said she so some such "
    "than that that's the their them then there these they this those to too two up us very was "
    "we were what when which who will with would you your".split()
)
"""Words that say little of what a statement is about."""


@lru_cache(maxsize=1 << 17)
def folded(word: str) -> str:
    """`fold_word`, remembered: a text repeats most of its words."""
    return fold_word(word)


def words_in(text: str, span: Span | None = None) -> tuple[str, ...]:
    """Folded words of `text`, of one span of it where that is given."""
    found = WORD.findall(text) if span is None else WORD.findall(text, *span)
    return tuple([folded(word) for word in found])


def content_in(text: str, span: Span) -> frozenset[str]:
    """`content_of` the words of one span of a text."""
    stems = [_stem_of(word) for word in WORD.findall(text, *span)]
    return frozenset([found for found in stems if found is not None])


@lru_cache(maxsize=1 << 17)
def _stem_of(word: str) -> str | None:
    """The stem of a word as printed, None for a small one."""
    known = folded(word)
    return None if known in SMALL else stem(known)


def runs_of(words: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """All runs of three words."""
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def content_of(words: tuple[str, ...]) -> frozenset[str]:
    """Stems of the words that are not small."""
    return frozenset([stem(word) for word in words if word not in SMALL])
