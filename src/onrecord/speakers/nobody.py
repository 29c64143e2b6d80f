"""Sources that are no speaker: years and amounts, labels of an article's parts, headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.speakers.lexicon import (
    DOCUMENT_HEADS,
    GROUP_HEADS,
    LABELS,
    OFFICES,
    ORGANISATION_HEADS,
    PERSON_NOUNS,
    UNITS,
)
from onrecord.text.folding import fold_word

if TYPE_CHECKING:
    from onrecord.records import Span

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_FIGURE = r"[$£€¥]?\d[\d.,:/–-]*(?:s|am|pm|bn|m|k)?"
_NUMBER_WORDS = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|"
    r"sixty|seventy|eighty|ninety|few|several|many|couple|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half"
)
_AMOUNT = re.compile(
    rf"(?:(?:about|some|over|nearly|almost|around|more than|less than|up to|at least|another|a|"
    rf"the|in|by|since|until) )*(?P<number>(?:{_FIGURE}|(?:{_NUMBER_WORDS})\b)"
    rf"(?:[ -](?:{_FIGURE}|of|(?:{_NUMBER_WORDS})\b))*)(?: (?P<rest>.+))?$",
    re.IGNORECASE,
)
_QUESTION_AND_ANSWER = re.compile(r"(?:q|a|q ?& ?a|question|answer)\d*\.?$", re.IGNORECASE)
_SPEAKING = OFFICES | PERSON_NOUNS | GROUP_HEADS | ORGANISATION_HEADS | DOCUMENT_HEADS


def why_nobody(text: str, printed: str, span: Span | None) -> str:
    """Why the words of a source are no speaker; empty where they may be one.

    >>> why_nobody("", "2024", None), why_nobody("", "9,000 tonnes of barley", None)
    ('a number', 'an amount')
    >>> why_nobody("", "12 officials", None), why_nobody("", "URGENT", None)
    ('', 'a label')
    """
    amount = _amount(printed)
    if amount:
        return amount
    label = span is not None and text.startswith(":", span.end)
    if printed in {"Q", "A", "Q.", "A."} or _is_label(printed, label):
        return "a label"
    if label and _QUESTION_AND_ANSWER.match(printed):
        return "a label"
    if span is not None and not label and _is_heading(text, printed, span):
        return "a heading"
    return ""


def _amount(printed: str) -> str:
    """What kind of figure a source is: "a number" alone, "an amount" of something; else nothing.

    Numbers and shares of people ("12 officials", "40 percent") speak.
    """
    match = _AMOUNT.match(printed)
    if match is None:
        return ""
    rest = _WORD.findall(match.group("rest") or "")
    if not rest:
        # "the two", "ten" count over somebody named before
        return "a number" if any(c.isdigit() for c in match.group("number")) else ""
    return "an amount" if fold_word(rest[0]) in UNITS else ""


def _is_label(printed: str, before_colon: bool) -> bool:
    """Whether a source is what articles call their own parts by ("LIVE", "Breaking news")."""
    words = [fold_word(w) for w in _WORD.findall(printed)]
    if not words or not set(words) <= LABELS:
        return False
    return printed.isupper() or before_colon


def _is_heading(text: str, printed: str, span: Span) -> bool:
    """Whether a source of several words is a line of its own, as a heading is.

    A name alone on its line may be a speaker's in a transcript, so only words in lower case tell.
    """
    starts = span.start == 0 or text[span.start - 1] == "\n"
    ends = span.end >= len(text) or text[span.end] == "\n"
    words = _WORD.findall(printed)
    small = sum(w.islower() for w in words)
    return starts and ends and small > 0 and not {w.casefold() for w in words} & _SPEAKING
