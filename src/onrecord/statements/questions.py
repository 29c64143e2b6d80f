"""Questions told in a reporter's words: “asked who would pay”."""

from __future__ import annotations

import re

_ASKING = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?|quer(?:y|ies|ied)|question(?:s|ed|ing)?"
    r"|inquir(?:e[sd]?|ing)|enquir(?:e[sd]?|ing)|demand\w*|(?:want(?:s|ed)?|like[ds]?) to know)\b",
    re.I,
)
_DECIDING = re.compile(r"\b(?:doubt|decid|consider|weigh|determin|debat|discuss)\w*\b", re.I)
"""Words that take “whether” and ask nobody anything."""

_OPENING = frozenset("who whom whose what which when where why how if".split())
_BEFORE = frozenset("again also him her me once them then twice us you".split())
"""Words that may stand between a word of asking and the question."""


def is_question(cue: str, words: tuple[str, ...]) -> bool:
    """Whether folded words that a cue reports are a question without its mark.

    >>> is_question("asked", ("twice", "who", "would", "pay")), is_question("said", ("who", "paid"))
    (True, False)
    """
    first = next((word for word in words if word not in _BEFORE), "")
    if first == "whether":
        return not _DECIDING.search(cue)
    return first in _OPENING and bool(_ASKING.search(cue))
