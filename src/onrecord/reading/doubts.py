"""Signs that a text is not whole, as problems; after most of them absence cannot be claimed.

- truncated: the text stops before its end
- summary-only: one paragraph of few words, as feeds carry it
- paywalled: the page says that it is not free, or asks to subscribe where the text ends
- mojibake: characters that a wrong encoding left behind
- extraction-doubt: quoted words in the page that the text has not (see `losses`)

A sign has to be one that whole texts do not show; docs/reading.md tells how often they do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.records import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

_CUT_MARK = re.compile(
    r"(?:\[\s*(?:\.\.\.|…)\s*\]|(?:…|\.\.\.)\s*\[\+?\d+\s+chars?\]|\[\+\d+\s+chars?\])\s*$"
)
_READ_ON = re.compile(
    r"(?P<before>\S)\s*[\[(]?\s*\b(?P<prompt>read more|read the full (?:story|article)|full story"
    r"|continue reading|read on)\b[\s.…>»→\])]*$",
    re.IGNORECASE,
)
_ELLIPSIS = re.compile(r"\w\s?(?:…|\.\.\.)\s*$")
_MID_SENTENCE = re.compile(
    r"(?:\b(?:a|an|the|of|and|or|but|to|in|on|at|by|for|from|with|that|which|who|whose|than|as"
    r"|is|are|was|were|has|have|had|will|would|said|his|her|their|its|our|my)|,|-|–|—)\s*$"
)
_PROMPT = re.compile(
    r"\b(?:subscribe|sign in|log in|register|create an? (?:free )?account"
    r"|become a (?:member|subscriber))\b[^.\n]{0,60}"
    r"\b(?:to (?:continue|keep) reading|for (?:full|unlimited) (?:access|digital)"
    r"|to (?:read|unlock|access|view|see) (?:the|this|more|our|full|all))"
    r"|\b(?:to (?:continue|keep) reading|to read the (?:full|rest))\b[^.\n]{0,80}"
    r"\b(?:subscribe|sign|log|register|account|member|trial)"
    r"|\b(?:article|story|content) is (?:exclusive(?:ly)?|only|available|only available)"
    r" (?:to|for) (?:our )?(?:paying )?(?:subscribers|members)\b"
    r"|^\W*(?:for )?(?:subscribers|members)[ -]only\W*$"
    r"|\balready an? (?:subscriber|member)\?",
    re.IGNORECASE | re.MULTILINE,
)
_MOJIBAKE = re.compile(
    "(?:[\xc3\xc2][\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014"
    "\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]"
    "|\xe2\u20ac[\x80-\xbf\u0153\u2122\u0161\u017e\u201c\u201d\u02dc\u2018\u2019\u00a6\u2013\u2014]|\ufffd)"
)
_FEW_WORDS = 30
"""Words below which a single paragraph is a summary; whole briefs have forty and more."""
_TEASER = 150
"""Words below which "Read more" after a full stop ends a teaser, and not a whole article."""
_LEAST_MOJIBAKE = 2


def find_doubts(text: str) -> Iterator[Problem]:
    """The problems that a text shows by itself, one of a kind."""
    words = len(text.split())
    ending = text.rstrip()[-200:]
    cut = _cut(ending, words)
    if cut:
        yield Problem("truncated", f"the text {cut}; what follows is not known")
    if words < _FEW_WORDS and "\n" not in text.strip():
        yield Problem("summary-only", f"one paragraph of few words ({words}): likely a summary")
    broken = _MOJIBAKE.findall(text)
    if len(broken) >= _LEAST_MOJIBAKE or "\ufffd" in broken:
        shown = ", ".join(dict.fromkeys(broken[:3]))
        yield Problem(
            "mojibake",
            f"characters are garbled ({len(broken)}: {shown}): the text was saved in another"
            " encoding than it was read in, before it came here; get the file again",
        )


def asks_to_subscribe(text: str) -> bool:
    """Whether words ask to subscribe or to sign in to read on.

    >>> asks_to_subscribe("Subscribe to continue reading"), asks_to_subscribe("They subscribe.")
    (True, False)
    """
    return bool(_PROMPT.search(text))


def _cut(ending: str, words: int) -> str | None:
    """How a text's end shows that it is cut off, None where it does not."""
    if _CUT_MARK.search(ending):
        return f"ends in “{ending.rsplit(maxsplit=1)[-1]}”"
    read_on = _READ_ON.search(ending)
    if read_on and (words < _TEASER or read_on["before"] not in '.!?”"’)'):
        return f"ends in “{read_on['prompt']}”"
    if _ELLIPSIS.search(ending):
        return "ends in an ellipsis"
    line = ending.rsplit("\n", 1)[-1]
    if len(line.split()) >= 5 and _MID_SENTENCE.search(line):
        return f"stops mid-sentence (“… {' '.join(line.split()[-3:])}”)"
    return None
