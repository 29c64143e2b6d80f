"""How common words are in news English.

Who rewords a text to hide where it comes from takes rarer words than a reporter would: of two
wordings of one sentence the plainer one is likelier the original.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def commonness(words: Sequence[str]) -> int:
    """Class of the rarest of the folded words: 0 for words on no list, about 13 for “the”.

    A phrase is no plainer than its rarest word.

    >>> commonness(["wife"]) > commonness(["helpmeet"])
    True
    """
    classes = _classes()
    return min((classes.get(word, 0) for word in words), default=0)


@lru_cache(maxsize=1)
def _classes() -> Mapping[str, int]:
    """Class of each listed word, read once from the list beside this module."""
    text = resources.files(__package__).joinpath("common_words.txt").read_text("utf-8")
    classes: dict[str, int] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            number, _, words = line.partition(":")
            classes.update(dict.fromkeys(words.split(), int(number)))
    return classes
