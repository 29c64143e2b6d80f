"""Who "I" and "we" are: whoever's words they stand in."""

from __future__ import annotations

import re

from onrecord.records import Attribution, Reason, Span
from onrecord.speakers.reading import Answer, Reading
from onrecord.text import split_paragraphs


def find_voice(
    reading: Reading, place: int, answers: list[Answer | Reason], interviewee: Answer | None
) -> Answer | Reason:
    """The speaker whose words hold the first person that is the source of attribution `place`.

    A person's "we" takes in others whom the text does not name, and stays unresolved; an
    organisation's "we" is the organisation. "You" is whoever answers in an interview.
    """
    source = reading.sources[place]
    outer = _outer(reading.attributions, place, source.span)
    if source.form == "you":
        return _answering(reading, place, outer, answers, interviewee)
    alone = outer is None and interviewee is not None and source.span is not None
    if alone and source.form == "i" and _is_answer(reading, source.span.start):
        return interviewee
    if outer is None:
        return Reason("unresolved", f"{source.printed}: in nobody's quoted words")
    answer = answers[outer]
    if isinstance(answer, Reason):
        return Reason("unresolved", f"{source.printed}: the speaker around is unresolved")
    if source.form == "we" and answer.kind in {"person", "unnamed"}:
        return Reason("unresolved", f"{source.printed}: {answer.name} and others")
    return Answer(answer.name, answer.kind, Reason("first person", source.printed))


def _answering(
    reading: Reading,
    place: int,
    outer: int | None,
    answers: list[Answer | Reason],
    interviewee: Answer | None,
) -> Answer | Reason:
    """Who is spoken to: in a transcript the speaker of the next turn, in an interview its guest."""
    source = reading.sources[place]
    unresolved = Reason("unresolved", f"{source.printed}: whoever is spoken to")
    if outer is None:
        asks = source.span is not None and not _is_answer(reading, source.span.start)
        return interviewee if interviewee is not None and asks else unresolved
    turns = [
        i
        for i, a in enumerate(reading.attributions)
        if a.inside is None and not a.cue and a.source and not a.in_title
    ]
    if outer not in turns:
        return unresolved
    at = turns.index(outer)
    other = turns[at + 1] if at + 1 < len(turns) else turns[at - 1]
    answer = answers[other]
    if isinstance(answer, Reason) or answer == answers[outer]:
        return unresolved
    return Answer(answer.name, answer.kind, Reason("spoken to", source.printed))


def _outer(attributions: tuple[Attribution, ...], place: int, span: Span | None) -> int | None:
    """The attribution whose words a source stands in: the one named, else the one around."""
    inside = attributions[place].inside
    if inside is not None:
        return next((i for i, a in enumerate(attributions) if a.id == inside), None)
    if span is None:
        return None
    holding = [
        (piece.end - piece.start, i)
        for i, a in enumerate(attributions)
        if i != place and a.in_title == attributions[place].in_title
        for piece in a.content
        if piece.contains(span)
    ]
    return min(holding)[1] if holding else None


_OPENING = 1500
"""Code points within which an interview says whom it interviews."""

_ASKS = re.compile(
    r"\b(?:interview(?:s|ed)?(?: with)?|spoke (?:with|to)|speaks (?:with|to)|caught up with|"
    r"talk(?:s|ed) (?:with|to)|sat down with)\b(?:(?!\b(?:on|about|over|regarding)\b)[^.?!\n]){0,80}$",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"(?:,[^,.]{2,60},?)?(?: (?:is |was )?interviewed| tells| talks? (?:to|with|about)| discusses|"
    r" explains| spoke (?:to|with)|: an interview|, in an interview)",
    re.IGNORECASE,
)


def find_interviewee(reading: Reading) -> Answer | None:
    """The one person an article interviews, where it is set as questions and answers.

    Such an article says near its beginning whom it interviews and has paragraphs that are
    questions; where it could be interviewing several, nobody is returned.
    """
    paragraphs = split_paragraphs(reading.text)
    if sum(reading.text[p.end - 1] == "?" for p in paragraphs) < 2:
        return None
    guests: set[int] = set()
    for meant in reading.cast.meant:
        name = meant.name
        if name.span.start > _OPENING:
            break
        if len(meant.members) != 1 or reading.cast.members[meant.members[0]].kind != "person":
            continue
        before = reading.text[max(0, name.run.start - 120) : name.run.start]
        if _ASKS.search(before) or _ANSWERS.match(reading.text, name.span.end):
            guests.add(meant.members[0])
    if len(guests) != 1:
        return None
    name = reading.cast.members[guests.pop()].name
    return Answer(name, "person", Reason("interviewee", name))


def _is_answer(reading: Reading, offset: int) -> bool:
    """Whether an offset lies in a paragraph after the first question, not in a question itself."""
    paragraphs = split_paragraphs(reading.text)
    asked = [p for p in paragraphs if reading.text[p.end - 1] == "?"]
    if not asked or offset < asked[0].start:
        return False
    return not any(p.start <= offset < p.end for p in asked)
