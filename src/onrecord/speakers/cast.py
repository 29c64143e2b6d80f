"""The cast of an article: everybody and everything it names, each with all its mentions.

Full names come first; a surname, a title with a surname, a first name, an acronym or a short form
then joins the one member it can mean. Where two could be meant it joins neither: the mention is
known to be ambiguous and says between whom.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from onrecord.speakers.joining import (
    Draft,
    full_candidates,
    is_acronym,
    narrowed,
    proven_persons,
    short_candidates,
    spells,
)
from onrecord.speakers.lexicon import DOCUMENT_HEADS, GROUP_HEADS, SAYING
from onrecord.speakers.names import Name, NameKind, find_names
from onrecord.speakers.offices import offices_around
from onrecord.speakers.runs import starts_sentence, words_in_lower_case
from onrecord.speakers.spelling import is_one_edit, surname

if TYPE_CHECKING:
    from onrecord.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_BRACKET = re.compile(r"[’']?s?,? ?\([“\"‘']?(?:the |or )?")
_VERB = re.compile(r"[’']?s? ?(\w+)")
_LONGEST = 200
"""Code points that no name with what describes its bearer is longer than."""

_WHOLE = re.compile(r"\s*(?:$|,| who\b)")


class Member(NamedTuple):
    """Somebody or something an article names, by its fullest name, with all its mentions.

    `told` are the words the article tells of it ("infrastructure", "minister"), folded.
    """

    name: str
    keys: tuple[str, ...]
    kind: NameKind
    told: frozenset[str]
    mentions: tuple[Span, ...]


class Meant(NamedTuple):
    """What a name in the text means: one member, or several it cannot decide between."""

    name: Name
    members: tuple[int, ...]
    rule: str


def _start_of(meant: Meant) -> int:
    """Where a name begins."""
    return meant.name.span.start


class Cast(NamedTuple):
    """The members of an article, and what each name in its text means, by offset."""

    members: tuple[Member, ...]
    meant: tuple[Meant, ...]

    def at(self, span: Span) -> tuple[Meant, ...]:
        """Names that lie within a span, in order."""
        return tuple(m for m in self.touching(span) if span.contains(m.name.span))

    def touching(self, span: Span) -> tuple[Meant, ...]:
        """Names that a span touches, what describes their bearers included, in order."""
        first = bisect_left(self.meant, span.start - _LONGEST, key=_start_of)
        last = bisect_left(self.meant, span.end + _LONGEST, key=_start_of)
        return tuple(
            m
            for m in self.meant[first:last]
            if m.name.run.start < span.end and m.name.span.end > span.start
        )

    def before(self, offset: int) -> Iterator[Meant]:
        """Names that end at an offset or earlier, the nearest first."""
        last = bisect_left(self.meant, offset, key=_start_of)
        return (m for m in reversed(self.meant[:last]) if m.name.span.end <= offset)


class _Reader:
    """The cast of one text while it is being read."""

    def __init__(self, text: str, names: tuple[Name, ...]) -> None:
        self.text = text
        self.names = names
        self.told = {name.span.start: offices_around(text, name) for name in names}
        self.drafts: list[Draft] = []
        self.by_alias: dict[tuple[str, ...], int] = {}
        self.meant: dict[int, Meant] = {}

    def settle(self, name: Name, members: list[int], rule: str) -> None:
        """Notes what a name means; one member takes the mention in."""
        if len(members) == 1:
            self.drafts[members[0]].add(name, self.told[name.span.start])
        self.meant[name.span.start] = Meant(name, tuple(members), rule)

    def new_member(self, name: Name) -> list[int]:
        """A member of its own for a name."""
        self.drafts.append(Draft(name))
        return [len(self.drafts) - 1]


def build_cast(text: str, sources: tuple[Span, ...] = ()) -> Cast:
    """Everybody `text` names, and what each name in it means.

    `sources` are spans known to hold speakers: a capital there makes a name even where it opens a
    sentence.

    >>> cast = build_cast("Mayor Ann Moe left. Moe said no.")
    >>> [(member.name, len(member.mentions)) for member in cast.members]
    [('Ann Moe', 2)]
    """
    plain = words_in_lower_case(text)
    reader = _Reader(text, find_names(text, plain))
    _settle_full_names(reader)
    _settle_acronyms(reader)
    _settle_short_names(reader, _sure_names(reader, sources, plain))
    return _finished(reader)


def _settle_full_names(reader: _Reader) -> None:
    """Gives every name of two words and more, and every place, its member; longer names first."""
    persons = {surname(n.keys) for n in reader.names if n.kind == "person" and len(n.keys) > 1}
    full = [
        n
        for n in reader.names
        if len(n.keys) > 1 or (n.kind == "place" and (n.keys[0] not in persons or n.article))
    ]
    for name in sorted(full, key=lambda n: (-len(n.keys), n.span)):
        known = reader.by_alias.get(name.keys)
        if known is not None:
            reader.settle(name, [known], "full name")
            continue
        found, rule = full_candidates(name, reader.drafts)
        if len(found) != 1:
            found, rule = reader.new_member(name), "full name"
        reader.by_alias[name.keys] = found[0]
        reader.settle(name, found, rule)


def _settle_acronyms(reader: _Reader) -> None:
    """Gives acronyms that stand in brackets after a name, or spell one's initials, their member."""
    introduced: dict[tuple[str, ...], int] = {}
    for before, name in zip(reader.names, reader.names[1:], strict=False):
        settled = reader.meant.get(before.span.start)
        if settled is not None and _in_brackets(reader.text, before, name):
            introduced[name.keys] = settled.members[0]
    for name in reader.names:
        if name.span.start in reader.meant or len(name.keys) != 1 or not is_acronym(name.text):
            continue
        if name.keys in introduced:
            reader.settle(name, [introduced[name.keys]], "acronym introduced in brackets")
            continue
        spelt = [i for i, d in enumerate(reader.drafts) if spells(name.keys[0], d)]
        if len(spelt) == 1:
            reader.settle(name, spelt, "acronym of the name's initials")


def _in_brackets(text: str, before: Name, name: Name) -> bool:
    """Whether a one-word name stands alone in brackets right after another."""
    if len(name.keys) != 1 or not _BRACKET.fullmatch(text, before.span.end, name.span.start):
        return False
    after = text[name.span.end : name.span.end + 2].lstrip("”\"'’")
    return after.startswith((")", ",", ";"))


def _settle_short_names(reader: _Reader, sure: frozenset[int]) -> None:
    """Gives names of one word the member they are short for, or one of their own."""
    full = len(reader.drafts)
    proven = proven_persons(reader.names, reader.drafts)
    read: dict[tuple[object, ...], tuple[list[int], str]] = {}
    for name in reader.names:
        if name.span.start in reader.meant:
            continue
        form = (name.keys, name.kind, name.offices)
        if form not in read:
            read[form] = short_candidates(name, reader.drafts, full, proven)
        found, rule = read[form]
        found = narrowed(name, found, reader.drafts)
        if not found and name.span.start in sure:
            found, rule = _own_member(reader, name, full), "name as printed"
        if found:
            reader.settle(name, found, rule)


def _own_member(reader: _Reader, name: Name, full: int) -> list[int]:
    """The member that goes by this one word, made if it is new."""
    for i in range(full, len(reader.drafts)):
        keys = reader.drafts[i].keys
        misspelt = name.kind == "person" and is_one_edit(keys[-1], name.keys[-1])
        if keys == name.keys or misspelt:
            return [i]
    return reader.new_member(name)


def _sure_names(
    reader: _Reader, sources: tuple[Span, ...], plain: frozenset[str]
) -> frozenset[int]:
    """Offsets of names whose capital is not only that of a sentence's first word."""
    text = reader.text
    seen = {n.keys for n in reader.names if not starts_sentence(text, n.run.start)}
    sure = set()
    for name in reader.names:
        key = name.keys[0]
        verb = _VERB.match(text, name.span.end)
        shown = bool(name.offices) or name.possessive or (verb and verb.group(1) in SAYING)
        common = key in plain or key in GROUP_HEADS | DOCUMENT_HEADS
        if name.keys in seen or (not common and (shown or _is_source(text, name, sources))):
            sure.add(name.span.start)
    return frozenset(sure)


def _is_source(text: str, name: Name, sources: tuple[Span, ...]) -> bool:
    """Whether a name is all of a source, or all before its first comma."""
    return any(s.contains(name.span) and _WHOLE.match(text[name.span.end : s.end]) for s in sources)


def _finished(reader: _Reader) -> Cast:
    """The cast as records, members in order of their first mention."""
    kept = [i for i, draft in enumerate(reader.drafts) if draft.names]
    order = sorted(kept, key=lambda i: min(n.span for n in reader.drafts[i].names))
    place = {old: new for new, old in enumerate(order)}
    members = tuple(
        Member(
            name=draft.text,
            keys=draft.keys,
            kind=draft.final_kind,
            told=frozenset(draft.told),
            mentions=tuple(sorted(n.span for n in draft.names)),
        )
        for draft in (reader.drafts[i] for i in order)
    )
    meant = (
        m._replace(members=tuple(place[i] for i in m.members if i in place))
        for _, m in sorted(reader.meant.items())
    )
    return Cast(members, tuple(meant))
