"""Which sources of an article are to be resolved by what came before them, and how they ask."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.speakers.lexicon import COUNTRY_HEADS, DEMONYMS, GENERIC_HEADS
from onrecord.speakers.naming import telling_words
from onrecord.speakers.offices import canonical_office
from onrecord.speakers.reading import Answer
from onrecord.speakers.weighing import GOES_ON, Asked

if TYPE_CHECKING:
    from onrecord.records import Reason, Span
    from onrecord.speakers.reading import Answers, Reading
    from onrecord.speakers.sources import Source

_AGED = re.compile(r"the \d+-year-old", re.IGNORECASE)


def asked_of(reading: Reading, answers: Answers) -> dict[int, Asked]:
    """What is to be resolved by what came before, by the attribution's place in its article."""
    asked = {}
    for place, source in enumerate(reading.sources):
        wanted = wanted_of(source, answers[place])
        if not wanted or source.span is None:
            continue
        ask = Asked(
            source.span,
            wanted,
            barred=_barred(reading, source.span),
            named=_named_in(reading, place),
        )
        if wanted not in _PRONOUNS:
            ask = ask._replace(called=telling_words(source.printed))
        if wanted == "office":
            ask = _of_office(reading, source, ask)
        if ask.wanted:
            asked[place] = ask
    return asked


_PRONOUNS = frozenset({"he", "she", "they", "it"})


def wanted_of(source: Source, answer: Answer | Reason) -> str:
    """Which antecedent a source asks for; empty where it asks for none."""
    if isinstance(answer, Answer) and answer.reason.rule != "description":
        return ""
    if source.form in _PRONOUNS:
        return source.form
    if _AGED.fullmatch(source.printed):
        return "somebody"
    short = len(source.printed.split()) <= 4
    if not short or not source.printed.casefold().startswith(("the ", "this ")):
        return ""
    if source.form == "description" and source.head in GENERIC_HEADS:
        return "thing"
    if source.form == "description" and source.head in COUNTRY_HEADS:
        return "country"
    return "office" if source.form == "office" else ""


def _of_office(reading: Reading, source: Source, ask: Asked) -> Asked:
    """An office asked among those who hold it; where nobody does, among those of like words.

    "The foreign minister" may be the foreign secretary of the sentence before; where one holds
    the office and yet does not fit, nothing is asked. "The professor added" may be whoever spoke.
    """
    head = canonical_office(source.head)
    persons = [(i, m) for i, m in enumerate(reading.cast.members) if m.kind != "organisation"]
    holders = frozenset(i for i, m in persons if head in m.told)
    if len(holders) > 1:
        return ask._replace(among=holders)
    telling = ask.called - DEMONYMS
    alike = frozenset(i for i, m in persons if m.told & telling)
    if not holders and not alike and GOES_ON.match(reading.text, ask.span.end):
        return ask._replace(wanted="somebody")
    return ask._replace(wanted="" if holders else "somebody", among=alike)


def _named_in(reading: Reading, place: int) -> frozenset[int]:
    """Members whom the words of an attribution name: hardly the one who speaks them."""
    attribution = reading.attributions[place]
    if attribution.in_title:
        return frozenset()
    return frozenset(
        meant.members[0]
        for piece in attribution.content
        for meant in reading.cast.at(piece)
        if len(meant.members) == 1
    )


def _barred(reading: Reading, span: Span) -> int | None:
    """The member in whose quoted words a source stands: "he" there is somebody else."""
    if not any(q.contains(span) for q in reading.quoted):
        return None
    for other, source in zip(reading.attributions, reading.sources, strict=True):
        holds = any(piece.contains(span) for piece in other.content) and not other.in_title
        if holds and source.form == "name" and len(source.meant[0].members) == 1:
            return source.meant[0].members[0]
    return None
