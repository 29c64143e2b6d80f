"""Acronyms that a text introduces: "Royal Canadian Mounted Police (RCMP)"."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.records import Span
from onrecord.speakers.lexicon import COUNTRIES, DEMONYMS, NAME_LINKS

_BRACKETED = re.compile(r" \([“\"‘']?(?:the |or )?([A-Z][A-Za-z.&-]{1,9})[”\"’']?(?=[),;])")
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*[’']?|[,.;:!?()\n“”\"&]")
_BREAKS = frozenset('.;:!?()\n“”"')
_SMALL = NAME_LINKS | {"d", "l", "against", "with", "without", "from", "at", "by"}


class Introduction(NamedTuple):
    """A long name and the acronym the text gives it in brackets."""

    long: Span
    short: Span


def find_introductions(text: str) -> tuple[Introduction, ...]:
    """Acronyms in brackets whose letters are the initials of the words before.

    >>> t = "The Institute of Epidemiology, Disease Control and Research (IEDCR) said so."
    >>> [i.long.of(t) for i in find_introductions(t)]
    ['Institute of Epidemiology, Disease Control and Research']
    """
    found = []
    for match in _BRACKETED.finditer(text):
        letters = [c for c in match.group(1) if c.isalpha()]
        if sum(c.isupper() for c in match.group(1)) < 2:
            continue
        start = _start_of(text, match.start(), letters)
        if start is not None:
            found.append(Introduction(Span(start, match.start()), Span(*match.span(1))))
    return tuple(found)


def _start_of(text: str, end: int, letters: list[str]) -> int | None:
    """Where the words begin whose initials are `letters`, read backwards from `end`."""
    begin = max(0, end - 25 * (len(letters) + 2))
    words = list(_WORD.finditer(text, begin, end))
    while words and len(letters) > 1:
        start = _spell_backwards(words, letters, _SMALL)
        if start is None and len(letters) > 2:
            start = _spell_backwards(words, letters, frozenset())
        if start is not None:
            return start
        # "... of the United States (NTSB)": the place is no part of the acronym
        if words[-1].group().casefold() not in COUNTRIES | DEMONYMS | {"united", "states"}:
            return None
        words.pop()
        while words and words[-1].group().casefold() in _SMALL:
            words.pop()
    return None


def _spell_backwards(
    words: list[re.Match[str]], letters: list[str], skipped: frozenset[str]
) -> int | None:
    """The offset of the word that takes the first letter, if every letter finds its word.

    `skipped` are small words that take none ("Bank of Oslo (BO)", but "Notes from Oslo (NFO)").
    """
    left = len(letters) - 1
    for word in reversed(words):
        printed = word.group()
        if printed in _BREAKS:
            return None
        small = printed.casefold() in skipped and letters[left].isupper()
        if printed[0].casefold() == letters[left].casefold() and (
            printed[0].isupper() or not small
        ):
            left -= 1
            if left < 0:
                return word.start() if printed[0].isupper() else None
        elif printed[0].isupper() or (printed.casefold() not in _SMALL and printed not in ",&"):
            return None
    return None
