"""How common words are in news English.

Who rewords a text to hide where it comes from takes rarer words than a reporter would: of two
wordings of one sentence the plainer one is likelier the original.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.text import word_classes

if TYPE_CHECKING:
    from collections.abc import Sequence


def commonness(words: Sequence[str]) -> int:
    """Class of the rarest of the folded words: 0 for words on no list, about 13 for “the”.

    A phrase is no plainer than its rarest word.

    >>> commonness(["wife"]) > commonness(["helpmeet"])
    True
    """
    classes = word_classes()
    return min((classes.get(word, 0) for word in words), default=0)
