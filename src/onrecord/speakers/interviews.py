"""Whom an article interviews, where it is set as questions and answers."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.records import Reason, Span
from onrecord.speakers.reading import Answer, Reading
from onrecord.text import split_paragraphs

_OPENING = 1500
"""Code points within which an interview says whom it interviews."""

_PROMPT = 200
"""Code points that a paragraph which only speaks to the guest is shorter than."""

_ADDRESSED = re.compile(r"You(?:r|['’]ve|['’]re)?\b")
_ASKS = re.compile(
    r"\b(?:interview(?:s|ed)?(?: with)?|spoke (?:with|to)|speaks (?:with|to)|caught up with|"
    r"talk(?:s|ed) (?:with|to)|sat down with)\b"
    r"(?:(?!\b(?:on|about|over|regarding)\b)[^.?!\n]){0,80}$",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"(?:,[^,.]{2,60},?)?(?: (?:is |was )?interviewed| tells| talks? (?:to|with|about)| discusses|"
    r" explains| spoke (?:to|with)|: an interview|, in an interview)",
    re.IGNORECASE,
)


class Interview(NamedTuple):
    """An interview: its one guest, and the paragraphs that are questions."""

    guest: Answer
    questions: tuple[Span, ...]

    def is_answer(self, offset: int) -> bool:
        """Whether an offset lies after the first question and in none itself."""
        asked = any(q.start <= offset < q.end for q in self.questions)
        return offset >= self.questions[0].start and not asked


def find_interview(reading: Reading) -> Interview | None:
    """The interview an article is; None where it is none, or could have several guests.

    An interview says near its beginning whom it interviews and has paragraphs that are questions.
    """
    text = reading.text
    paragraphs = split_paragraphs(text)
    questions = tuple(p for p in paragraphs if text[p.end - 1] == "?")
    guests = _guests(reading) if len(questions) > 1 else set()
    if len(guests) != 1:
        return None
    name = reading.cast.members[guests.pop()].name
    prompts = tuple(
        p
        for p in paragraphs
        if p in questions or (p.end - p.start < _PROMPT and _ADDRESSED.match(text, p.start))
    )
    return Interview(Answer(name, "person", Reason("interviewee", name)), prompts)


def _guests(reading: Reading) -> set[int]:
    """The persons an article says it interviews."""
    guests = set()
    for meant in reading.cast.meant:
        name = meant.name
        if name.span.start > _OPENING:
            break
        if len(meant.members) != 1 or reading.cast.members[meant.members[0]].kind != "person":
            continue
        before = reading.text[max(0, name.run.start - 120) : name.run.start]
        if _ASKS.search(before) or _ANSWERS.match(reading.text, name.span.end):
            guests.add(meant.members[0])
    return guests
