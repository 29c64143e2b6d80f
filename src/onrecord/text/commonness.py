"""How often news English uses a word, from a list counted in free articles."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

COUNTED_ARTICLES = 545
"""Articles that the list was counted in; its head says which."""


@lru_cache(maxsize=1)
def word_classes() -> Mapping[str, int]:
    """Class of each listed word, folded: log2 of 1 + its occurrences; a missing word is rare.

    >>> word_classes()["the"], word_classes().get("helpmeet", 0)
    (14, 0)
    """
    text = resources.files(__package__).joinpath("common_words.txt").read_text("utf-8")
    classes: dict[str, int] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            number, _, words = line.partition(":")
            classes.update(dict.fromkeys(words.split(), int(number)))
    return classes
