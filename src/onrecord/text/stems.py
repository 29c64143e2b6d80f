"""Words without the endings that English grammar adds, roughly."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_ENDINGS = ("'s", "ings", "ing", "edly", "ed", "ies", "ers", "er", "es", "ly", "s")
_SHORTEST_STEM = 3
_SPELT_WITH_S = re.compile(r"(?<=\w{3})is(?=(?:e(?:[ds]|ly)?|ers?|ing|ations?)$)")


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """The folded word without its grammatical ending, roughly; irregular forms as the regular one.

    >>> [stem(word) for word in ("denies", "denied", "voting", "votes", "stopped")]
    ['deny', 'deny', 'vot', 'vot', 'stop']
    >>> [stem(word) for word in ("forgotten", "children", "thirty-one", "organised", "harbors")]
    ['forget', 'child', '31', 'organiz', 'harbour']
    >>> [stem(word) for word in ("children's", "enterprise's", "enterprise", "precisely")]
    ['child', 'enterpriz', 'enterpriz', 'preciz']
    """
    word = word.removesuffix("'s")
    word = _SPELT_WITH_S.sub("iz", _regular_words().get(word, word))
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word[: -len(ending)] + ("y" if ending == "ies" else "")
            if ending == "ed" and word.endswith("i"):
                word = word[:-1] + "y"
            break
    if len(word) > _SHORTEST_STEM and word[-1] == word[-2] and word[-1] not in "aeiosl":
        word = word[:-1]
    return word[:-1] if word.endswith("e") and len(word) > _SHORTEST_STEM else word


@lru_cache(maxsize=1)
def _regular_words() -> Mapping[str, str]:
    """The word that stands for each irregular form; see irregular_words.txt."""
    text = resources.files(__package__).joinpath("irregular_words.txt").read_text("utf-8")
    regular: dict[str, str] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            word, _, forms = line.partition(":")
            regular.update(dict.fromkeys(forms.split(), word))
    return regular | _compound_numbers(regular)


def _compound_numbers(regular: Mapping[str, str]) -> dict[str, str]:
    """Digits for “twenty-one” to “ninety-nine”."""
    numbers = {word: int(digits) for word, digits in regular.items() if digits.isdigit()}
    tens = {word: number for word, number in numbers.items() if 20 <= number <= 90}
    ones = {word: number for word, number in numbers.items() if number < 10} | {"one": 1}
    return {f"{ten}-{one}": str(tens[ten] + ones[one]) for ten in tens for one in ones}
