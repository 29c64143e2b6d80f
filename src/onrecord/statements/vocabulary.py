"""Words made comparable: folded, without the endings that grammar adds, small words apart."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.text import fold_word
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

_ENDINGS = ("'s", "ings", "ing", "edly", "ed", "ies", "ers", "er", "es", "ly", "s")
_SHORTEST_STEM = 3


@lru_cache(maxsize=1 << 17)
def folded(word: str) -> str:
    """`fold_word`, remembered: a text repeats most of its words."""
    return fold_word(word)


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """The folded word without its grammatical ending, roughly.

    >>> [stem(word) for word in ("denies", "denied", "voting", "votes", "stopped")]
    ['deny', 'deny', 'vot', 'vot', 'stop']
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word[: -len(ending)] + ("y" if ending == "ies" else "")
            if ending == "ed" and word.endswith("i"):
                word = word[:-1] + "y"
            break
    if len(word) > _SHORTEST_STEM and word[-1] == word[-2] and word[-1] not in "aeiosl":
        word = word[:-1]
    return word[:-1] if word.endswith("e") and len(word) > _SHORTEST_STEM else word


def words_in(text: str, span: Span | None = None) -> tuple[str, ...]:
    """Folded words of `text`, of one span of it where that is given."""
    found = WORD.findall(text) if span is None else WORD.findall(text, *span)
    return tuple([folded(word) for word in found])


def content_of(words: tuple[str, ...]) -> frozenset[str]:
    """Stems of the words that are not small."""
    return frozenset([stem(word) for word in words if word not in SMALL])
