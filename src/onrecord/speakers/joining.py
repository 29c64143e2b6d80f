"""Which earlier name a name stands for: the rules by which a cast grows."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from onrecord.speakers.lexicon import (
    APPOSED_HEADS,
    HE_TITLES,
    OFFICES,
    ORGANISATION_WORDS,
    SHE_TITLES,
    THING_WORDS,
)
from onrecord.speakers.spelling import (
    LEGAL_FORMS,
    is_one_edit,
    organisation_words,
    place_key,
    same_person_name,
    sounds_alike,
    surname,
    without_particles,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.speakers.names import Name, NameKind

_NEAR = 300
"""Code points within which a short form takes up the organisation named just before."""

_COMPOUNDS = ("news", "tube", "book", "media")
"""Second halves of one-word names that lend their letter to an acronym ("WN", "FB")."""

_FIRST_NAME_TITLES = frozenset({"pope", "sir", "dame", "king", "queen", "prince", "princess"})
_FAMILY_FIRST = re.compile(r"-[^\W\d_A-Z]|\b(?:bin|ibn|bint)\b")


class Draft:
    """A member of a cast while it is being read: its fullest name, its mentions, what is told."""

    def __init__(self, name: Name) -> None:
        self.keys = name.keys
        self.text = name.text
        self.kind: NameKind = name.kind
        self.names: list[Name] = []
        self.aliases: set[tuple[str, ...]] = set()
        self.told: Counter[str] = Counter()

    def add(self, name: Name, told: tuple[str, ...]) -> None:
        """Takes a mention in; a fuller spelling of the name becomes the name."""
        self.names.append(name)
        self.aliases.add(name.keys)
        self.told.update(told)
        if _is_fuller(name, self):
            self.keys, self.text = name.keys, name.text
        if self.kind == "unknown" and name.kind != "place":
            self.kind = name.kind

    @property
    def final_kind(self) -> NameKind:
        """The kind: what it is told to be makes a person or an organisation of a member."""
        if self.kind in {"organisation", "place"}:
            return self.kind
        if self.keys[-1] in THING_WORDS:
            return "unknown"
        if OFFICES & self.told.keys():
            return "person"
        full = [n for n in self.names if len(n.keys) == len(self.keys)]
        if APPOSED_HEADS & self.told.keys() or 2 * sum(n.article for n in full) > len(full):
            return "organisation"
        alone = len(self.keys) > 1 and any(len(n.keys) == 1 for n in self.names)
        return "person" if alone or self.kind == "person" else "unknown"


def full_candidates(name: Name, drafts: list[Draft]) -> tuple[list[int], str]:
    """Members of which a full name, new to the cast, is another form, and the rule."""
    if name.kind == "place":
        alias = place_key(name.keys)
        return [i for i, d in enumerate(drafts) if place_key(d.keys) == alias], "other name"
    if name.kind == "organisation":
        words = organisation_words(name.keys)
        held = [
            (i, organisation_words(d.keys))
            for i, d in enumerate(drafts)
            if d.kind == "organisation" and words <= organisation_words(d.keys)
        ]
        exact = [i for i, others in held if others == words]
        longer = [] if len(words) < 2 or _is_parent(name) else [i for i, _ in held]
        return exact[:1] or longer, "short form"
    return [
        i
        for i, d in enumerate(drafts)
        if d.kind in {"person", "unknown"}
        and any(same_person_name(alias, name.keys) for alias in d.aliases)
    ], "same name, other spelling"


def short_candidates(
    name: Name, drafts: list[Draft], full: int, proven: frozenset[int]
) -> tuple[list[int], str]:
    """Members a one-word name may mean, by the strongest rule that finds any.

    Only the first `full` drafts have full names; `proven` ones are shown to be persons.
    """
    key = name.keys[0]
    aliases = {i: drafts[i].aliases for i in range(full) if drafts[i].kind in {"person", "unknown"}}
    sure = {i: found for i, found in aliases.items() if i in proven}
    titled = aliases if name.kind == "person" else sure
    rules: list[tuple[str, Callable[[], list[int]]]] = [
        ("surname", lambda: _having(aliases, lambda a: surname(a) == key)),
        ("first name", lambda: _having(sure, lambda a: a[0] == key)),
        ("part of the name", lambda: _having(sure, lambda a: key in a)),
        ("short form", lambda: [i for i in range(full) if _is_short_form(key, drafts[i])]),
        ("misspelling", lambda: _having(titled, lambda a: _is_misspelt(key, a))),
        ("misspelling", lambda: _having(titled, lambda a: sounds_alike(surname(a), key))),
    ]
    if name.kind == "person" and not set(name.offices) & _FIRST_NAME_TITLES:
        # "Mr Weil" is no first name
        rules = [rules[0], rules[2], rules[4], rules[1], rules[5]]
    for rule, find in rules:
        found = find()
        if found:
            return found, rule
    return [], ""


def _is_parent(name: Name) -> bool:
    """Whether many bodies have a name in theirs, so that it is short for none of them."""
    return " ".join(name.keys) in {"united nations", "european union", "united states"}


def _having(
    aliases: dict[int, set[tuple[str, ...]]], fits: Callable[[tuple[str, ...]], bool]
) -> list[int]:
    """Members one of whose names fits."""
    return [i for i, found in aliases.items() if any(fits(alias) for alias in found)]


def narrowed(name: Name, found: list[int], drafts: list[Draft]) -> list[int]:
    """Candidates left once titles and the order of introduction have been heard."""
    if len(found) < 2:
        return found
    told = set(name.offices)
    clash = SHE_TITLES if told & HE_TITLES else HE_TITLES if told & SHE_TITLES else frozenset()
    left = [i for i in found if not clash & drafts[i].told.keys()]
    if len(left) > 1 and told - HE_TITLES - SHE_TITLES:
        left = [i for i in left if told & drafts[i].told.keys()] or left
    if len(left) > 1:
        left = [i for i in left if min(n.span for n in drafts[i].names) < name.span] or left
    if len(left) > 1 and all(drafts[i].kind == "organisation" for i in left):
        near = [i for i in left if _is_just_before(drafts[i], name)]
        left = near if len(near) == 1 else left
    return left


def _is_just_before(draft: Draft, name: Name) -> bool:
    """Whether a member is mentioned shortly before a name."""
    return any(0 < name.span.start - n.span.end < _NEAR for n in draft.names)


def proven_persons(names: tuple[Name, ...], drafts: list[Draft]) -> frozenset[int]:
    """Members that an office or a part of the name standing alone shows to be persons."""
    alone = {n.keys[0] for n in names if len(n.keys) == 1}
    return frozenset(
        i
        for i, d in enumerate(drafts)
        if d.kind == "person"
        and (OFFICES & d.told.keys() or alone & set(d.keys[1:]) or _FAMILY_FIRST.search(d.text))
    )


def is_acronym(word: str) -> bool:
    """Whether a word is written in capitals throughout."""
    return len(word) > 1 and word.replace(".", "").replace("&", "").isupper()


def spells(acronym: str, draft: Draft) -> bool:
    """Whether a folded acronym is the initials of a member's name."""
    if draft.kind == "person":
        return len(acronym) > 2 and acronym == "".join(k[0] for k in draft.keys)
    if len(draft.keys) == 1:
        tail = next((t for t in _COMPOUNDS if draft.keys[0].endswith(t)), "")
        return bool(tail) and acronym == draft.keys[0][0] + tail[0]
    capitals = "".join(w[0] for w in draft.text.split() if w[0].isupper()).casefold()
    every = "".join(k[0] for k in draft.keys if k)
    parts = "".join(part[0] for k in draft.keys for part in k.split("-") if part)
    return len(acronym) > 2 and acronym in {capitals, every, parts}


def _is_misspelt(key: str, alias: tuple[str, ...]) -> bool:
    """Whether a word is a person's surname or first name with a slip in it."""
    return is_one_edit(surname(alias), key) or (len(alias) > 1 and is_one_edit(alias[0], key))


def _is_short_form(key: str, draft: Draft) -> bool:
    """Whether a word is the telling part of an organisation's name ("the Church", "NBC")."""
    if draft.kind != "organisation" or key not in draft.keys:
        return False
    rest = [k for k in draft.keys[1:] if k not in LEGAL_FORMS]
    if draft.keys[0] == key and len(rest) > 1 and is_acronym(draft.text.split()[0]):
        # the "NCPA Harbour League" is not the NCPA
        return False
    return key in {draft.keys[0], draft.keys[-1]} or key in ORGANISATION_WORDS


def _is_fuller(name: Name, draft: Draft) -> bool:
    """Whether a mention gives more of the name than is known so far."""
    if is_acronym(draft.text) and not is_acronym(name.text):
        return True
    if draft.kind != "person":
        return len(without_particles(name.keys)) > len(without_particles(draft.keys))
    if len(name.keys) == len(draft.keys):
        # an initial gives way to the name, two spellings do not to one another
        initials = any(len(k) == 1 for k in draft.keys)
        return initials and sum(map(len, name.keys)) > sum(map(len, draft.keys))
    return len(name.keys) > len(draft.keys)
