"""Who and what the pronouns of an article may stand for, and which of them are asked about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.records import Reason, Span
from onrecord.speakers.antecedents import Asked
from onrecord.speakers.identity import fold_full_name
from onrecord.speakers.lexicon import (
    COUNTRY_HEADS,
    DEMONYMS,
    GENERIC_HEADS,
    OFFICE_MODIFIERS,
    OFFICES,
    ORGANISATION_HEADS,
    PERSON_NOUNS,
)
from onrecord.speakers.pronouns import noun_gender
from onrecord.speakers.reading import Answer, Reading
from onrecord.speakers.roles import Mentioned

if TYPE_CHECKING:
    from onrecord.speakers.cast import Member
    from onrecord.speakers.sources import Source

Answers = list[Answer | Reason]

_BEGINS = re.compile(
    r"(?:^|[\n.!?:“\"] ?|, |\b(?:and|but|that|while|when|as|after|because|if|by) )$"
)
_FOLLOWED = re.compile(r",? (?:of [A-Z]|who |\d|a |an |the |[a-z]+(?:ed|s|d) )")
_WORD_BEFORE = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*) $")
_LEADING = frozenset("the a an his her its their former then".split()) | (
    OFFICES | OFFICE_MODIFIERS | DEMONYMS | ORGANISATION_HEADS
)
_THING = frozenset({"it", "they", "thing"})
_PERHAPS = frozenset({"he", "she", "perhaps"})
"""What may stand for a name that the article never shows to be a person's: it can leave a pronoun
open, and is never chosen.
"""

_UNKNOWN = frozenset({"it", "they"})


def asked_of(reading: Reading, answers: Answers) -> dict[int, Asked]:
    """What is to be resolved by what came before, by the attribution's place in its article."""
    asked = {}
    for place, source in enumerate(reading.sources):
        if source.span is None:
            continue
        wanted = _wanted(source, answers[place])
        if wanted:
            asked[place] = Asked(source.span, wanted, _barred(reading, source.span))
    return asked


def mentions_of(reading: Reading, answers: Answers) -> tuple[Mentioned, ...]:
    """Every mention of somebody or something a pronoun may stand for, in order."""
    leads = {
        s.meant[0].name.span.start: s.span.start
        for s in reading.sources
        if s.form == "name" and s.span is not None
    }
    speakers = {
        m.members[0]
        for m in reading.cast.meant
        if m.name.span.start in leads and len(m.members) == 1
    }
    acting = _acting(reading)
    fits = {
        i: _fits_member(m, i in speakers or i in acting, reading.genders.get(i))
        for i, m in enumerate(reading.cast.members)
    }
    found = [
        Mentioned(
            m.members[0],
            m.name.span,
            leads.get(m.name.span.start, _lead(reading.text, m.name.run.start)),
            fits[m.members[0]],
            m.name.possessive,
            m.name.span.start in leads,
        )
        for m in reading.cast.meant
        if len(m.members) == 1 and fits[m.members[0]]
    ]
    found += _described(reading, answers)
    return tuple(sorted(found, key=lambda m: (m.span, m.key)))


def _acting(reading: Reading) -> frozenset[int]:
    """Members whose name somewhere begins a clause, as a person's does and a place's rarely."""
    found = set()
    for meant in reading.cast.meant:
        name = meant.name
        if len(meant.members) != 1 or name.article or len(name.keys) < 2:
            continue
        before = reading.text[max(0, name.run.start - 12) : name.run.start]
        if _BEGINS.search(before) and _FOLLOWED.match(reading.text, name.span.end):
            found.add(meant.members[0])
    return frozenset(found)


def _lead(text: str, start: int) -> int:
    """Where the phrase begins that ends in a name at `start`: its titles in lower case included."""
    while True:
        match = _WORD_BEFORE.search(text, max(0, start - 24), start)
        if match is None or match.group(1).casefold() not in _LEADING:
            return start
        start = match.start()


def _wanted(source: Source, answer: Answer | Reason) -> str:
    """Which antecedent a source asks for; empty where it asks for none."""
    if isinstance(answer, Answer) and answer.reason.rule != "description":
        return ""
    if source.form in {"he", "she", "they", "it"}:
        return source.form
    if source.form == "description" and source.printed.casefold().startswith(("the ", "this ")):
        short = len(source.printed.split()) <= 4
        if source.head in GENERIC_HEADS and short:
            return "thing"
        if source.head in COUNTRY_HEADS and short:
            return "country"
    return ""


def _barred(reading: Reading, span: Span) -> int | None:
    """The member in whose quoted words a source stands: "he" there is somebody else."""
    if not any(q.contains(span) for q in reading.quoted):
        return None
    for other, source in zip(reading.attributions, reading.sources, strict=True):
        holds = any(piece.contains(span) for piece in other.content) and not other.in_title
        if holds and source.form == "name" and len(source.meant[0].members) == 1:
            return source.meant[0].members[0]
    return None


def _fits_member(member: Member, speaks: bool, gender: str | None) -> frozenset[str]:
    """Pronouns that may stand for a member of the cast."""
    if member.kind == "place":
        return frozenset({"it", "country"})
    if member.kind == "organisation" or (member.kind == "unknown" and not gender):
        return (
            _THING
            if member.kind == "organisation"
            else frozenset({"it", "they"} if speaks else {"it"})
        )
    shown = speaks or gender or member.told & OFFICES or len(member.mentions) > 1
    if not shown:
        return _PERHAPS
    return frozenset({gender} if gender else {"he", "she"})


def _described(reading: Reading, answers: Answers) -> list[Mentioned]:
    """Sources that describe somebody, as mentions; those that name an office, as its holder."""
    by_name = {m.name: i for i, m in enumerate(reading.cast.members)}
    places: dict[str, int] = {}
    found = []
    for place, (source, answer) in enumerate(zip(reading.sources, answers, strict=True)):
        if source.span is None:
            continue
        if isinstance(answer, Reason) or source.form not in {"office", "description", "several"}:
            continue
        if _wanted(source, answer):
            continue
        # one described three times is one candidate
        first = places.setdefault(fold_full_name(answer.name), place)
        key, fits = -1 - first, _fits_description(source, answer)
        if source.form == "office" and answer.name in by_name and answer.kind == "person":
            key = by_name[answer.name]
            fits = _fits_member(reading.cast.members[key], True, None)
        found.append(Mentioned(key, source.span, source.span.start, fits, speaks=True))
    return found


def _fits_description(source: Source, answer: Answer) -> frozenset[str]:
    """Pronouns that may stand for somebody described."""
    if answer.kind == "document":
        return frozenset({"it"})
    if answer.kind == "organisation":
        return _THING
    if answer.kind == "group" or source.form == "several":
        return frozenset({"they"})
    if source.head in PERSON_NOUNS | OFFICES:
        told = noun_gender({w.casefold() for w in source.printed.split()})
        return frozenset({told} if told else {"he", "she", "they"})
    return frozenset()
