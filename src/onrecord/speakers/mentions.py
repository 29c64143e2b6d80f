"""Who and what the pronouns of an article may stand for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.records import Reason, Span
from onrecord.speakers.asked import wanted_of
from onrecord.speakers.groups import group_head
from onrecord.speakers.identity import fold_full_name
from onrecord.speakers.lexicon import (
    DEMONYMS,
    OFFICE_MODIFIERS,
    OFFICES,
    ORGANISATION_HEADS,
    PERSON_NOUNS,
)
from onrecord.speakers.naming import is_borne_out, telling_words
from onrecord.speakers.pronouns import noun_gender
from onrecord.speakers.reading import Answer
from onrecord.speakers.roles import Mentioned

if TYPE_CHECKING:
    from onrecord.speakers.cast import Member
    from onrecord.speakers.reading import Answers, Reading
    from onrecord.speakers.sources import Source

_BEGINS = re.compile(
    r"(?:^|[\n.!?:“\"] ?|, |\b(?:and|but|that|while|when|as|after|because|if|by) )$"
)
_FOLLOWED = re.compile(r",? (?:of [A-Z]|who |\d|a |an |the |[a-z]+(?:ed|s|d) )")
_WORD_BEFORE = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*) $")
_OWNER_BEFORE = re.compile(r"(?:[A-Z][\w.-]* )*[A-Z][\w-]*[’']s? $")
_LEADING = frozenset("the a an his her its their former then".split()) | (
    OFFICES | OFFICE_MODIFIERS | DEMONYMS | ORGANISATION_HEADS
)
_THING = frozenset({"it", "they", "thing"})
_PERHAPS = frozenset({"he", "she", "perhaps"})
"""What may stand for a name that the article never shows to be a person's: it can leave a pronoun
open, and is never chosen.
"""


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
    shown = {i: _shown(m, i in speakers, i in acting) for i, m in enumerate(reading.cast.members)}
    told = {i: m.told | set(m.keys) for i, m in enumerate(reading.cast.members)}
    found = [
        Mentioned(
            m.members[0],
            m.name.span,
            leads.get(m.name.span.start, _lead(reading.text, m.name.run.start)),
            fits[m.members[0]],
            m.name.possessive,
            m.name.span.start in leads,
            shown[m.members[0]],
            told[m.members[0]],
        )
        for m in reading.cast.meant
        if len(m.members) == 1 and fits[m.members[0]]
    ]
    described = _described(reading, answers)
    found += described
    found += _groups(reading, answers, described)
    found += _by_office(reading, fits, shown)
    return tuple(sorted(found, key=lambda m: (m.span, m.key)))


def _by_office(
    reading: Reading, fits: dict[int, frozenset[str]], shown: dict[int, frozenset[str]]
) -> list[Mentioned]:
    """Where the text has "the minister" for the only person it tells to be one, no source there."""
    holders: dict[str, list[int]] = {}
    for i, member in enumerate(reading.cast.members):
        for office in member.told & OFFICES if member.kind == "person" else ():
            holders.setdefault(office, []).append(i)
    single = {office: found[0] for office, found in holders.items() if len(found) == 1}
    if not single:
        return []
    taken = {s.span.start for s in reading.sources if s.span is not None}
    pattern = re.compile(
        rf"\b[Tt]he (?:[\w-]+ ){{0,2}}?(?P<office>{'|'.join(map(re.escape, sorted(single)))})\b"
    )
    found = []
    for match in pattern.finditer(reading.text):
        holder = single[match.group("office")]
        told = telling_words(match.group())
        if match.start() in taken or not is_borne_out(reading.cast.members[holder], told):
            continue
        owns = reading.text.startswith(("'s", "’s"), match.end())
        found.append(
            Mentioned(
                holder,
                Span(*match.span()),
                match.start(),
                fits[holder],
                owns,
                shown=shown[holder],
            )
        )
    return found


def _shown(member: Member, speaks: bool, acts: bool) -> frozenset[str]:
    """Signs by which an article shows what a member is."""
    signs = {
        member.kind: True,
        "speaks": speaks,
        "acts": acts,
        "office": bool(member.told & OFFICES),
    }
    return frozenset(sign for sign, holds in signs.items() if holds)


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
    """Where the phrase begins that ends in a name at `start`.

    Its titles in lower case are included, and whoever owns it ("Ann Moe's Bo Lind").
    """
    owner = _OWNER_BEFORE.search(text, max(0, start - 60), start)
    if owner is not None:
        return owner.start()
    while True:
        match = _WORD_BEFORE.search(text, max(0, start - 24), start)
        if match is None or match.group(1).casefold() not in _LEADING:
            return start
        start = match.start()


def _fits_member(member: Member, speaks: bool, gender: str | None) -> frozenset[str]:
    """Pronouns that may stand for a member of the cast."""
    if member.kind == "place":
        return frozenset({"it", "country"})
    if member.kind == "organisation" or (member.kind == "unknown" and not gender):
        known = member.kind == "organisation" or speaks
        return _THING if known else frozenset({"it"})
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
        if wanted_of(source, answer) not in {"", "office", "somebody"}:
            continue
        # one described three times is one candidate
        first = places.setdefault(fold_full_name(answer.name), place)
        key, fits = -1 - first, _fits_description(source, answer)
        if source.form == "office" and answer.name in by_name and answer.kind == "person":
            key = by_name[answer.name]
            fits = _fits_member(reading.cast.members[key], True, None)
        shown = _shown_kind(source, answer)
        found.append(Mentioned(key, source.span, source.span.start, fits, speaks=True, shown=shown))
    return found


GROUPS = -10_000
"""The key of the first of the groups that are no source; the others lie below."""


def _groups(reading: Reading, answers: Answers, described: list[Mentioned]) -> list[Mentioned]:
    """Groups that the article only tells of, as mentions; those that speak, as the speaker."""
    by_span = {m.span.start: m.key for m in described}
    speaking: dict[str, int] = {}
    for source, answer in zip(reading.sources, answers, strict=True):
        known = source.span is not None and by_span.get(source.span.start)
        if isinstance(known, int) and isinstance(answer, Answer) and answer.kind == "group":
            speaking.setdefault(group_head(source.head), known)
    taken = [s.span for s in reading.sources if s.span is not None]
    found = []
    for number, (head, group) in enumerate(reading.groups):
        key = speaking.get(head, GROUPS - number)
        for span in group.spans:
            if any(span.overlaps(t) for t in taken):
                continue
            lead = _lead(reading.text, span.start)
            shown = frozenset({"group", "speaks"} if head in speaking else {"group"})
            found.append(Mentioned(key, span, lead, frozenset({"they"}), shown=shown))
    return found


def _shown_kind(source: Source, answer: Answer) -> frozenset[str]:
    """Signs of what a described source is: it speaks, and its words tell the rest."""
    kind = "person" if answer.kind == "unnamed" else answer.kind
    office = {"office"} if source.head in OFFICES else set()
    return frozenset({"speaks", kind, *office})


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
