"""Words without the endings that English grammar adds, roughly."""

from __future__ import annotations

from functools import lru_cache

_ENDINGS = ("'s", "ings", "ing", "edly", "ed", "ies", "ers", "er", "es", "ly", "s")
_SHORTEST_STEM = 3


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
