"""Who a source is by its own words: a name, an office, a description."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.records import Reason, Span
from onrecord.speakers.counting import find_pair
from onrecord.speakers.descriptions import describe, find_first, find_fuller, kind_of_description
from onrecord.speakers.lexicon import (
    COUNTRIES,
    DEMONYMS,
    OFFICES,
    ORGANISATION_HEADS,
    STOP,
)
from onrecord.speakers.offices import canonical_office
from onrecord.speakers.pointing_back import is_held, is_told_before, points_back
from onrecord.speakers.reading import Answer, Reading, kind_of_member
from onrecord.speakers.runs import starts_sentence
from onrecord.text.folding import fold_word

if TYPE_CHECKING:
    from onrecord.records import SpeakerKind
    from onrecord.speakers.cast import Meant, Member
    from onrecord.speakers.sources import Source

_RANKS = frozenset("prime vice deputy assistant".split())
"""What makes another office of one."""

_PAST = frozenset({"former", "ex", "then", "late", "outgoing", "predecessor"})


def name_source(reading: Reading, source: Source) -> Answer | Reason:
    """The speaker a source names by itself, or the reason why it names none."""
    if source.form in {"office", "description"}:
        bearer = _apposed_to(reading, source)
        if bearer is not None:
            return _answer(reading, bearer, Reason("apposition", source.printed))
    if source.form == "name":
        if source.span is not None and _happened_there(reading, source.span, source.meant[0]):
            return Reason("unresolved", f"{source.printed}: where it was, and nobody who speaks")
        return _by_name(reading, source.meant[0])
    if source.form == "several":
        return _by_names(reading, source)
    if source.form == "office":
        return _by_office(reading, source)
    if source.form == "description":
        return describe_source(reading, source)
    return Reason("unresolved", source.printed or "no source")


_WHEREABOUTS = re.compile(
    r"\b(?:in|at|near|outside|across) (?:the )?$|"
    r"\b(?:in|at|near|outside|across|of|from) (?:[A-Z][\w’'-]+ ?){1,3}, $"
)


def _happened_there(reading: Reading, span: Span, meant: Meant) -> bool:
    """Whether a source is the place that something happened in: of Washington, | DC."""
    before = reading.text[max(0, span.start - 60) : span.start]
    if _WHEREABOUTS.search(before) is None:
        return False
    members = [reading.cast.members[i] for i in meant.members]
    return all(m.kind == "place" or (len(m.name) < 4 and m.name.isupper()) for m in members)


def describe_source(reading: Reading, source: Source) -> Answer | Reason:
    """The speaker a description stands for, by the fullest words the article has for it."""
    pair = find_pair(reading, source)
    if pair is not None:
        return pair
    if COUNTING.match(source.printed):
        return Reason("unresolved", f"{source.printed}: which ones are meant is told elsewhere")
    kind = kind_of_description(source.printed, source.head)
    if kind == "document" and source.span is not None and is_held(reading.text, source.span):
        return Reason("unresolved", f"{source.printed}: whose it is, is told elsewhere")
    fuller = None
    if source.span is not None and _DEFINITE.match(source.printed):
        bearer = _organisation(reading, source, source.span)
        if bearer is not None:
            return _answer(reading, bearer, Reason("kind of organisation", source.printed))
        if kind == "document" and is_told_before(reading.text, source, source.span):
            return Reason("unresolved", f"{source.printed}: whose it is, is told elsewhere")
        fuller = find_fuller(reading.text, source.span.start, source.head, source.printed)
        fuller = fuller or find_first(reading.text, source.span.start, source.head, source.printed)
    if fuller is not None:
        return Answer(fuller, kind, Reason("fuller description", source.printed))
    if points_back(reading.text, source, kind):
        return Reason("unresolved", f"{source.printed}: what it takes up is told elsewhere")
    words = describe(source.printed)
    return Answer(words, _kind_in_name(words) or kind, Reason("description", source.printed))


def _kind_in_name(words: str) -> SpeakerKind | None:
    """What a name in capitals says of its bearer by its last word: "the Dockers' Union"."""
    *_, last = words.split()
    named = last[0].isupper() and fold_word(last) in ORGANISATION_HEADS
    return "organisation" if named and len(words.split()) > 2 else None


_PARENTHESIS = re.compile(r" (?:[a-z]+ )?[a-z]+, ?(?![ “\"])")


def _apposed_to(reading: Reading, source: Source) -> int | None:
    """The person right before a source that only tells what he is ("Moe, an NCPA spokesman").

    Not in "Moe, the minister said, was late", which goes on after a comma.
    """
    text, span = reading.text, source.span
    if span is None or source.head not in OFFICES or text[span.start - 2 : span.start] != ", ":
        return None
    before = next(reading.cast.before(span.start - 2), None)
    if before is None or before.name.span.end != span.start - 2 or len(before.members) != 1:
        return None
    person = reading.cast.members[before.members[0]].kind == "person"
    opens = starts_sentence(text, before.name.run.start)
    told = opens and person and not _PARENTHESIS.match(text, span.end)
    return before.members[0] if told else None


COUNTING = re.compile(
    r"(?:both|each|neither|either|another|all|the (?:two|three|latter|former|second|first|others?))"
    r"(?: (?:of them|sides?|leaders?|part(?:y|ies)|countr(?:y|ies)|nations?|compan(?:y|ies)|men|man"
    r"|wom[ae]n|officers?|teams?|governments?|groups?))?$|"
    r"(?:one|none|nobody|no one|q|a)(?: (?:of|in|who|i|we|has|here)\b.*)?$",
    re.IGNORECASE,
)
"""Sources that count over those named before ("both leaders", "the latter"), or name nobody."""

_DEFINITE = re.compile(r"(?:the|this|that|these|those)\b", re.IGNORECASE)


_NEAR = 400
"""Code points within which "the court" takes up the only court named there."""


def _organisation(reading: Reading, source: Source, span: Span) -> int | None:
    """The organisation a common noun stands for ("the ministry"), by its name or what is told."""
    head = source.head
    if head not in ORGANISATION_HEADS or len(source.printed.split()) > 4:
        return None
    told = {w for w in telling_words(source.printed) if w in DEMONYMS | COUNTRIES}
    bearers = [
        (i, m)
        for i, m in enumerate(reading.cast.members)
        if m.kind == "organisation" and (head in m.told or head in m.keys) and is_borne_out(m, told)
    ]
    if len(bearers) > 1:
        near = [
            (i, m)
            for i, m in bearers
            if any(0 < span.start - mention.end < _NEAR for mention in m.mentions)
        ]
        bearers = near or _foremost(bearers, span)
    return bearers[0][0] if len(bearers) == 1 else None


def _foremost(bearers: list[tuple[int, Member]], span: Span) -> list[tuple[int, Member]]:
    """The one that the text before names first and more often than any other; else none."""
    before = [sum(mention.end <= span.start for mention in m.mentions) for _, m in bearers]
    most = max(before)
    first = before.index(most)
    clear = most > 1 and before.count(most) == 1 and not any(before[:first])
    return [bearers[first]] if clear else []


def _by_name(reading: Reading, meant: Meant) -> Answer | Reason:
    """The member a name means."""
    cast = reading.cast
    if len(meant.members) != 1:
        speaking = _named_in_full(reading, meant)
        if speaking is None:
            names = ", ".join(cast.members[i].name for i in meant.members)
            return Reason("unresolved", f"{meant.name.text}: several bearers: {names}")
        return _answer(reading, speaking, Reason("surname of the one who speaks", meant.name.text))
    if meant.rule == "name as printed" and _is_initials(reading.text, meant):
        return _by_initials(reading, meant)
    return _answer(reading, meant.members[0], Reason(meant.rule, meant.name.text))


def _is_initials(text: str, meant: Meant) -> bool:
    """Whether a name is two or three capitals that label a turn of a transcript ("ML:")."""
    span = meant.name.span
    letters = meant.name.text.replace(".", "")
    begins = span.start == 0 or text[span.start - 1] == "\n"
    labels = begins and text.startswith(":", span.end)
    return labels and letters.isupper() and letters.isalpha() and 1 < len(letters) < 4


def _by_initials(reading: Reading, meant: Meant) -> Answer | Reason:
    """The only person of the cast whose name has a label's initials.

    Two letters that nobody's name has are nobody; three may be an organisation's ("BBC").
    """
    letters = meant.name.text.replace(".", "").casefold()
    found = [
        i
        for i, m in enumerate(reading.cast.members)
        if len(m.keys) > 1 and m.kind == "person" and "".join(k[0] for k in m.keys) == letters
    ]
    if len(found) == 1:
        return _answer(reading, found[0], Reason("initials of the name", meant.name.text))
    if len(letters) == 2 or found:
        return Reason("unresolved", f"{meant.name.text}: initials nobody is introduced with")
    return _answer(reading, meant.members[0], Reason(meant.rule, meant.name.text))


def _answer(reading: Reading, index: int, reason: Reason) -> Answer:
    """A member of the cast as a speaker."""
    member = reading.cast.members[index]
    return Answer(member.name, kind_of_member(member, reading.genders.get(index)), reason)


def _named_in_full(reading: Reading, meant: Meant) -> int | None:
    """The only one of several bearers of a name who speaks under the full name."""
    speaking = {
        s.meant[0].members[0]
        for s in reading.sources
        if s.form == "name" and len(s.meant[0].members) == 1
    }
    found = [i for i in meant.members if i in speaking]
    return found[0] if len(found) == 1 else None


def _by_names(reading: Reading, source: Source) -> Answer | Reason:
    """Several named sources as one speaker, each by its full name."""
    names = []
    for meant in source.meant:
        if len(meant.members) != 1:
            return Reason("unresolved", f"{meant.name.text}: several bearers")
        names.append(reading.cast.members[meant.members[0]].name)
    name = ", ".join(names[:-1]) + " and " + names[-1]
    return Answer(name, "group", Reason("several named", source.printed))


def _by_office(reading: Reading, source: Source) -> Answer | Reason:
    """The one person whose office the source names; else the office as a description."""
    head = canonical_office(source.head)
    told = telling_words(source.printed) - {head}
    past = bool(told & _PAST)
    holders = [
        (i, m)
        for i, m in enumerate(reading.cast.members)
        if head in m.told and m.kind != "organisation"
    ]
    tail = _tail(source.printed)
    fitting = [
        (i, m)
        for i, m in holders
        if is_borne_out(m, told) and _bears_out(m, tail) and (past or not m.told & _PAST)
    ]
    if len(fitting) > 1 and told:
        fitting = [(i, m) for i, m in fitting if told <= m.told | set(m.keys)] or fitting
    if len(fitting) == 1:
        return _answer(reading, fitting[0][0], Reason("office", source.printed))
    if len(fitting) > 1:
        names = ", ".join(m.name for _, m in fitting)
        return Reason("unresolved", f"{source.printed}: several hold the office: {names}")
    return describe_source(reading, source)


_LINK = re.compile(r" (?:of|for|in|at|from|to|on|with|who|that) ")


def _tail(printed: str) -> frozenset[str]:
    """The telling words after a description's first link ("the leader of the Tide Party")."""
    parts = _LINK.split(printed, maxsplit=1)
    return telling_words(parts[1]) if len(parts) > 1 else frozenset()


def _bears_out(member: Member, tail: frozenset[str]) -> bool:
    """Whether what is told of a member holds the words that single a description out."""
    stems = {k[:4] for k in member.told | set(member.keys)}
    return all(w[:4] in stems for w in tail - DEMONYMS - COUNTRIES)


def telling_words(printed: str) -> frozenset[str]:
    """The words of a description that tell something, folded, offices in full."""
    words = (
        fold_word(w).replace(".", "") for w in re.findall(r"[^\W_]+(?:[.'’-][^\W_]+)*", printed)
    )
    return frozenset(
        canonical_office(re.sub(r"['’]s$", "", w)) for w in words if w not in STOP or w in DEMONYMS
    ) - {"itself", "himself", "herself"}


def is_borne_out(member: Member, told: frozenset[str] | set[str]) -> bool:
    """Whether nothing in a description speaks against a holder of its office.

    Where a place is told of the person, the description's place must be that one ("Brazilian",
    "Brazil"); other words ("embattled") need not be borne out.
    """
    known = member.told | set(member.keys)
    stems = {k[:4] for k in known}
    must = {w for w in told if w in OFFICES | _RANKS}
    if known & (DEMONYMS | COUNTRIES):
        must |= {w for w in told if w in DEMONYMS | COUNTRIES}
    return all(w[:4] in stems for w in must)
