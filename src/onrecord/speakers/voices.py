"""Who "I", "we" and "you" are: whoever's words they stand in, or are spoken to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.records import Reason
from onrecord.speakers.reading import Answer, Reading

if TYPE_CHECKING:
    from onrecord.records import Attribution
    from onrecord.speakers.interviews import Interview


def find_voice(
    reading: Reading, place: int, answers: list[Answer | Reason], interview: Interview | None
) -> Answer | Reason:
    """The speaker behind the first or second person that is the source of attribution `place`.

    A person's "we" takes in others whom the text does not name, and stays unresolved; an
    organisation's "we" is the organisation. "You" is whoever answers in an interview.
    """
    source = reading.sources[place]
    outer = _outer(reading, place)
    if outer is None:
        return _in_interview(reading, place, interview)
    if source.form == "you":
        return _spoken_to(reading, place, outer, answers)
    answer = answers[outer]
    if isinstance(answer, Reason):
        return Reason("unresolved", f"{source.printed}: the speaker around is unresolved")
    if source.form == "we" and answer.kind in {"person", "unnamed"}:
        return Reason("unresolved", f"{source.printed}: {answer.name} and others")
    return Answer(answer.name, answer.kind, Reason("first person", source.printed))


def _outer(reading: Reading, place: int) -> int | None:
    """The attribution whose words a source stands in: the one named, else the one around."""
    attribution, span = reading.attributions[place], reading.sources[place].span
    if attribution.inside is not None:
        ids = [a.id for a in reading.attributions]
        return ids.index(attribution.inside) if attribution.inside in ids else None
    if span is None:
        return None
    holding = [
        (piece.end - piece.start, i)
        for i, a in enumerate(reading.attributions)
        if i != place and a.in_title == attribution.in_title
        for piece in a.content
        if piece.contains(span)
    ]
    return min(holding)[1] if holding else None


def _in_interview(reading: Reading, place: int, interview: Interview | None) -> Answer | Reason:
    """The guest of an interview, for "I" in an answer and for "you" in a question."""
    source = reading.sources[place]
    if (
        interview is not None
        and source.span is not None
        and not reading.attributions[place].in_title
    ):
        answering = interview.is_answer(source.span.start)
        if (source.form == "i" and answering) or (source.form == "you" and not answering):
            return interview.guest
    if interview is None and source.form == "i" and reading.byline:
        return Answer(reading.byline, "person", Reason("byline", source.printed))
    return Reason("unresolved", f"{source.printed}: in nobody's quoted words")


def _is_turn(reading: Reading, attribution: Attribution) -> bool:
    """Whether an attribution is a turn of a transcript: no cue but a colon."""
    return all(cue.of(reading.text).strip() in {"", ":"} for cue in attribution.cue)


def _spoken_to(
    reading: Reading, place: int, outer: int, answers: list[Answer | Reason]
) -> Answer | Reason:
    """Who is spoken to in a turn of a transcript: the speaker of the next turn."""
    printed = reading.sources[place].printed
    turns = [
        i
        for i, a in enumerate(reading.attributions)
        if a.inside is None and a.source and not a.in_title and _is_turn(reading, a)
    ]
    if outer in turns:
        at = turns.index(outer)
        answer = answers[turns[at + 1] if at + 1 < len(turns) else turns[at - 1]]
        if isinstance(answer, Answer) and answer != answers[outer]:
            return Answer(answer.name, answer.kind, Reason("spoken to", printed))
    return Reason("unresolved", f"{printed}: whoever is spoken to")
