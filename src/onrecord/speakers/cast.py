"""The cast of an article: everybody and everything it names, each with all its mentions.

Full names come first; a surname, a title with a surname, a first name, an acronym or a short form
then joins the one member it can mean. Where two could be meant it joins neither: the mention is
known to be ambiguous and says between whom.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from onrecord.records import Span
from onrecord.speakers.lexicon import (
    APPOSED_HEADS,
    DOCUMENT_HEADS,
    GROUP_HEADS,
    HE_TITLES,
    OFFICES,
    ORGANISATION_WORDS,
    SAYING,
    SHE_TITLES,
)
from onrecord.speakers.names import Name, NameKind, find_names, starts_sentence, words_in_lower_case
from onrecord.speakers.offices import offices_around
from onrecord.speakers.spelling import (
    is_one_edit,
    organisation_words,
    place_key,
    same_person_name,
    surname,
    without_particles,
)


class Member(NamedTuple):
    """Somebody or something an article names: its fullest name, its mentions, and the words the
    article tells of it ("infrastructure", "minister"), folded.
    """

    name: str
    keys: tuple[str, ...]
    kind: NameKind
    told: frozenset[str]
    mentions: tuple[Span, ...]

    @property
    def first(self) -> int:
        """Where the article first names it."""
        return self.mentions[0].start


class Meant(NamedTuple):
    """What a name in the text means: one member, or several it cannot decide between."""

    name: Name
    members: tuple[int, ...]
    rule: str


class Cast(NamedTuple):
    """The members of an article, and what each name in its text means, by offset."""

    members: tuple[Member, ...]
    meant: tuple[Meant, ...]

    def at(self, span: Span) -> tuple[Meant, ...]:
        """Names that lie within a span, in order."""
        return tuple(m for m in self.meant if span.contains(m.name.span))


class _Draft:
    """A member while the cast is being read."""

    def __init__(self, name: Name) -> None:
        self.keys = name.keys
        self.text = name.text
        self.kind: NameKind = name.kind
        self.names: list[Name] = []
        self.aliases: set[tuple[str, ...]] = set()
        self.told: Counter[str] = Counter()

    def add(self, name: Name, offices: tuple[str, ...]) -> None:
        """Takes a mention in; a longer spelling of the name becomes the name."""
        self.names.append(name)
        self.aliases.add(name.keys)
        self.told.update(offices)
        if _fuller(name, self):
            self.keys, self.text = name.keys, name.text
        if self.kind == "unknown" and name.kind != "place":
            self.kind = name.kind


def build_cast(text: str, sources: tuple[Span, ...] = ()) -> Cast:
    """Everybody `text` names, and what each name in it means.

    `sources` are spans known to hold speakers: a capital there makes a name even where it opens a
    sentence.
    """
    common = words_in_lower_case(text)
    names = find_names(text, common)
    offices = {name.span.start: offices_around(text, name) for name in names}
    drafts: list[_Draft] = []
    meant: dict[int, Meant] = {}
    _place_full_names(names, offices, drafts, meant)
    _place_acronyms(text, names, drafts, meant)
    sure = _sure_names(text, names, sources, common)
    _place_short_names(names, offices, drafts, meant, sure)
    return _finished(drafts, meant)


def _place_full_names(
    names: tuple[Name, ...],
    offices: dict[int, tuple[str, ...]],
    drafts: list[_Draft],
    meant: dict[int, Meant],
) -> None:
    """Gives every name of two words and more, and every place, its member; longer names first."""
    surnames = {surname(n.keys) for n in names if n.kind == "person" and len(n.keys) > 1}
    full = [
        n
        for n in names
        if len(n.keys) > 1 or (n.kind == "place" and (n.keys[0] not in surnames or n.article))
    ]
    for name in sorted(full, key=lambda n: (-len(n.keys), n.span)):
        found, rule = _full_candidates(name, drafts)
        if len(found) != 1:
            found, rule = [len(drafts)], "full name"
            drafts.append(_Draft(name))
        drafts[found[0]].add(name, offices[name.span.start])
        meant[name.span.start] = Meant(name, (found[0],), rule)


def _full_candidates(name: Name, drafts: list[_Draft]) -> tuple[list[int], str]:
    """Members a full name may belong to: of the same name, else by another form of it."""
    same = [i for i, d in enumerate(drafts) if name.keys in d.aliases]
    if same:
        return same[:1], "full name"
    if name.kind == "place":
        alias = place_key(name.keys)
        return [i for i, d in enumerate(drafts) if place_key(d.keys) == alias], "other name"
    if name.kind == "organisation":
        words = organisation_words(name.keys)
        of_kind = [i for i, d in enumerate(drafts) if d.kind == "organisation"]
        held = [i for i in of_kind if words <= organisation_words(drafts[i].keys)]
        exact = [i for i in held if words == organisation_words(drafts[i].keys)]
        return (exact[:1] or (held if len(words) > 1 else [])), "short form"
    persons = [i for i, d in enumerate(drafts) if d.kind in {"person", "unknown"}]
    return [
        i for i in persons if any(same_person_name(a, name.keys) for a in drafts[i].aliases)
    ], "same name, other spelling"


def _place_acronyms(
    text: str, names: tuple[Name, ...], drafts: list[_Draft], meant: dict[int, Meant]
) -> None:
    """Gives acronyms that stand in brackets after a name, or spell one's initials, their member."""
    introduced: dict[tuple[str, ...], int] = {}
    for before, name in zip(names, names[1:], strict=False):
        if len(name.keys) == 1 and before.span.start in meant and _in_brackets(text, before, name):
            introduced[name.keys] = meant[before.span.start].members[0]
    for name in names:
        if name.span.start in meant or len(name.keys) != 1 or not _is_acronym(name.text):
            continue
        index = introduced.get(name.keys)
        rule = "acronym introduced in brackets"
        if index is None:
            spelt = [i for i, d in enumerate(drafts) if _spells(name.keys[0], d)]
            index = spelt[0] if len(spelt) == 1 else None
            rule = "acronym of the name's initials"
        if index is not None:
            drafts[index].add(name, ())
            meant[name.span.start] = Meant(name, (index,), rule)


def _in_brackets(text: str, before: Name, name: Name) -> bool:
    """Whether `name` stands alone in brackets right after `before`."""
    gap = text[before.span.end : name.span.start]
    return re.fullmatch(r"[’']?s?,? ?\([“\"‘']?(?:the |or )?", gap) is not None and text[
        name.span.end : name.span.end + 2
    ].lstrip("”\"'’").startswith((")", ",", ";"))


def _is_acronym(word: str) -> bool:
    """Whether a word is written in capitals throughout."""
    return len(word) > 1 and word.replace(".", "").replace("&", "").isupper()


def _spells(acronym: str, draft: _Draft) -> bool:
    """Whether an acronym is the initials of a member's name."""
    if draft.kind == "person":
        return len(acronym) > 2 and acronym == "".join(k[0] for k in draft.keys)
    if len(acronym) < 3 and len(draft.keys) > 1:
        return False
    tail = next((t for t in _TAILS if draft.keys[-1].endswith(t)), "")
    if len(draft.keys) == 1 and tail:
        return acronym == draft.keys[0][0] + tail[0]
    capitals = "".join(w[0] for w in draft.text.split() if w[0].isupper()).casefold()
    every = "".join(k[0] for k in draft.keys if k)
    return acronym in {capitals, every}


_TAILS = ("news", "tube", "book", "media")
"""Second halves of one-word names that lend their letter to an acronym ("WN", "FB")."""


def _place_short_names(
    names: tuple[Name, ...],
    offices: dict[int, tuple[str, ...]],
    drafts: list[_Draft],
    meant: dict[int, Meant],
    sure: frozenset[int],
) -> None:
    """Gives names of one word the member they are short for, or one of their own."""
    full = len(drafts)
    proven = _proven_persons(names, drafts)
    for name in names:
        start = name.span.start
        if start in meant:
            continue
        found, rule = _candidates(name, drafts, full, proven)
        found = _narrowed(name, found, drafts)
        if not found and start in sure:
            found, rule = _own_member(name, drafts, full), "name as printed"
        if not found:
            continue
        if len(found) == 1:
            drafts[found[0]].add(name, offices[start])
        meant[start] = Meant(name, tuple(found), rule)


def _sure_names(
    text: str, names: tuple[Name, ...], sources: tuple[Span, ...], common: frozenset[str]
) -> frozenset[int]:
    """Offsets of one-word names whose capital is not only that of a sentence's first word."""
    seen = {n.keys for n in names if not starts_sentence(text, n.run.start)}
    sure = set()
    for name in names:
        if name.keys in seen:
            sure.add(name.span.start)
            continue
        verb = re.match(r"[’']?s? ?(\w+)", text[name.span.end : name.span.end + 20])
        says = verb is not None and verb.group(1) in SAYING
        named = says or bool(name.offices) or name.possessive or _is_source(text, name, sources)
        key = name.keys[0]
        if named and key not in common and key not in GROUP_HEADS | DOCUMENT_HEADS:
            sure.add(name.span.start)
    return frozenset(sure)


_WHOLE = re.compile(r"\s*(?:$|,| who\b)")


def _is_source(text: str, name: Name, sources: tuple[Span, ...]) -> bool:
    """Whether a name is all of a source, or all before its first comma."""
    return any(
        s.contains(name.span) and _WHOLE.match(text[name.span.end : s.end])
        for s in sources
    )


def _proven_persons(names: tuple[Name, ...], drafts: list[_Draft]) -> frozenset[int]:
    """Members that an office or a surname standing alone shows to be persons."""
    alone = {n.keys[0] for n in names if len(n.keys) == 1}
    return frozenset(
        i
        for i, d in enumerate(drafts)
        if d.kind == "person" and (set(d.told) & OFFICES or alone & set(d.keys[1:]) or _is_given_last(d))
    )


def _candidates(
    name: Name, drafts: list[_Draft], full: int, proven: frozenset[int]
) -> tuple[list[int], str]:
    """Members a one-word name may mean, by the strongest rule that finds any."""
    key = name.keys[0]
    persons = [i for i in range(full) if drafts[i].kind in {"person", "unknown"}]
    sure = [i for i in persons if i in proven]
    others = [i for i in range(full) if drafts[i].kind == "organisation"]
    rules = (
        ("surname", [i for i in persons if any(surname(a) == key for a in drafts[i].aliases)]),
        ("first name", [i for i in sure if any(a[0] == key for a in drafts[i].aliases)]),
        ("part of the name", [i for i in sure if any(key in a for a in drafts[i].aliases)]),
        ("short form", [i for i in others if _is_short_form(key, drafts[i])]),
        (
            "misspelling",
            [i for i in sure if any(is_one_edit(surname(a), key) for a in drafts[i].aliases)],
        ),
    )
    if name.kind == "person" and not _is_first_name_title(name):
        rules = (rules[0], rules[2], rules[4], rules[1])
    return next(((found, rule) for rule, found in rules if found), ([], ""))


def _is_first_name_title(name: Name) -> bool:
    """Whether the title before a name goes with first names ("Pope Francis", "Princess Anne")."""
    return bool(set(name.offices) & {"pope", "sir", "dame", "king", "queen", "prince", "princess"})


def _is_short_form(key: str, draft: _Draft) -> bool:
    """Whether a word is the telling part of an organisation's name ("the Church", "NBC")."""
    if key not in draft.keys:
        return False
    return key in {draft.keys[0], draft.keys[-1]} or key in ORGANISATION_WORDS


def _narrowed(name: Name, found: list[int], drafts: list[_Draft]) -> list[int]:
    """Candidates left once titles and the order of introduction have been heard."""
    if len(found) < 2:
        return found
    told = set(name.offices)
    clash = SHE_TITLES if told & HE_TITLES else HE_TITLES if told & SHE_TITLES else frozenset()
    left = [i for i in found if not set(drafts[i].told) & clash]
    if len(left) > 1 and told - HE_TITLES - SHE_TITLES:
        left = [i for i in left if told & set(drafts[i].told)] or left
    if len(left) > 1:
        before = [i for i in left if min(n.span for n in drafts[i].names) < name.span]
        left = before or left
    if len(left) > 1 and all(drafts[i].kind == "organisation" for i in left):
        near = [
            i for i in left if any(0 < name.span.start - n.span.end < _NEAR for n in drafts[i].names)
        ]
        left = near if len(near) == 1 else left
    return left


_NEAR = 300
"""Code points within which a short form takes up the organisation named just before."""


def _own_member(name: Name, drafts: list[_Draft], full: int) -> list[int]:
    """The member that goes by this one word, made if it is new."""
    for i in range(full, len(drafts)):
        if drafts[i].keys == name.keys:
            return [i]
    if name.kind == "person":
        for i in range(full, len(drafts)):
            if is_one_edit(drafts[i].keys[-1], name.keys[-1]):
                return [i]
    drafts.append(_Draft(name))
    return [len(drafts) - 1]


def _fuller(name: Name, draft: _Draft) -> bool:
    """Whether a mention gives more of the name than is known so far."""
    if _is_acronym(draft.text) and not _is_acronym(name.text):
        return True
    if draft.kind == "person":
        weight = (len(name.keys), sum(len(k) for k in name.keys))
        return weight > (len(draft.keys), sum(len(k) for k in draft.keys)) and not (
            len(name.keys) == len(draft.keys) and all(len(k) > 1 for k in draft.keys)
        )
    return len(without_particles(name.keys)) > len(without_particles(draft.keys))


def _finished(drafts: list[_Draft], meant: dict[int, Meant]) -> Cast:
    """The cast as records, members in order of their first mention."""
    order = sorted(range(len(drafts)), key=lambda i: drafts[i].names[0].span.start if drafts[i].names else 10**9)
    place = {old: new for new, old in enumerate(order)}
    members = tuple(
        Member(
            name=drafts[i].text,
            keys=drafts[i].keys,
            kind=_kind(drafts[i]),
            told=frozenset(drafts[i].told),
            mentions=tuple(sorted(n.span for n in drafts[i].names)),
        )
        for i in order
        if drafts[i].names
    )
    by_offset = tuple(
        Meant(m.name, tuple(place[i] for i in m.members), m.rule) for _, m in sorted(meant.items())
    )
    return Cast(members, by_offset)


def _kind(draft: _Draft) -> NameKind:
    """A member's kind: what it is told to be makes a person or an organisation of it."""
    if draft.kind in {"organisation", "place"}:
        return draft.kind
    told = set(draft.told)
    alone = any(len(n.keys) == 1 for n in draft.names) and len(draft.keys) > 1
    if told & OFFICES:
        return "person"
    full = [n for n in draft.names if len(n.keys) == len(draft.keys)]
    if told & APPOSED_HEADS or 2 * sum(n.article for n in full) > len(full):
        return "organisation"
    return "person" if alone or draft.kind == "person" else "unknown"


def _is_given_last(draft: _Draft) -> bool:
    """Whether a name puts the family first ("Choi Tak-tsan") or the father last ("bin Said")."""
    return bool(re.search(r"-[^\W\d_A-Z]|\b(?:bin|ibn|bint)\b", draft.text))
