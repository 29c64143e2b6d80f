"""Bare surnames across articles: "Weil" is Jonas Weil where the collection knows no other Weil."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from onrecord.speakers.lexicon import HE_TITLES, OFFICES, PARTICLES, SHE_TITLES
from onrecord.speakers.names import find_names
from onrecord.speakers.offices import offices_around
from onrecord.speakers.runs import words_in_lower_case
from onrecord.speakers.spelling import same_person_name, surname
from onrecord.text.folding import fold_word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.speakers.gathering import Gathered


class Known(NamedTuple):
    """The full names that texts give of one surname, and the offices and titles told with them."""

    names: set[tuple[str, ...]]
    told: set[str]


def only_bearers(named: dict[str, Gathered], texts: Iterable[str]) -> dict[str, list[Gathered]]:
    """The speakers with a full name whom each bare surname can only mean, by that surname.

    None where two full names of the surname, speakers' or others', are not one person's, and none
    where an office, a title of address or a lack of shared company speaks against it.
    """
    speakers: dict[str, list[Gathered]] = {}
    for gathered in named.values():
        if gathered.kind == "person" and len(gathered.words) > 1:
            speakers.setdefault(surname(gathered.words), []).append(gathered)
    bare = {key: named[key] for key in speakers if key in named and _may_be_bare(named[key])}
    known = _known_of(frozenset(bare), texts)
    found = {}
    for key, short in bare.items():
        names = known[key].names | {s.words for s in speakers[key]}
        alike = all(same_person_name(a, b) for a, b in combinations(sorted(names), 2))
        if alike and _agree(short, speakers[key], known[key].told):
            found[key] = speakers[key]
    return found


def _may_be_bare(gathered: Gathered) -> bool:
    """Whether a speaker of one word may be somebody's surname: no acronym and no place."""
    written = any(not name.isupper() for name, _ in gathered.spellings)
    return len(gathered.words) == 1 and gathered.kind in {"person", "organisation"} and written


def _agree(short: Gathered, speakers: list[Gathered], told: set[str]) -> bool:
    """Whether nothing that is told of a bare surname speaks against its bearer.

    A word that nothing shows to be a person's name ("Ford") needs a speaker both have beside them.
    """
    called = frozenset(told).union(*(s.called for s in speakers))
    clash = (short.called & HE_TITLES and called & SHE_TITLES) or (
        short.called & SHE_TITLES and called & HE_TITLES
    )
    if clash or not short.offices <= called & OFFICES:
        return False
    return short.kind == "person" or any(short.beside & s.beside for s in speakers)


def _known_of(surnames: frozenset[str], texts: Iterable[str]) -> dict[str, Known]:
    """The full names of each surname in the texts; only lines that may hold one are read."""
    known = {key: Known(set(), set()) for key in surnames}
    if not surnames:
        return known
    for text in texts:
        lines = [line for line in text.split("\n") if _may_hold(line, surnames)]
        plain = words_in_lower_case(text) if lines else frozenset()
        for line in lines:
            for name in find_names(line, plain):
                last = surname(name.keys)
                if len(name.keys) > 1 and last in surnames and name.kind in {"person", "unknown"}:
                    known[last].names.add(name.keys)
                    known[last].told.update(offices_around(line, name))
    return known


_PAIR = re.compile(r"(?=\b([\w’'-]+)\.?[ \u00a0]{1,2}([\w’'-]*[^\W\d_a-z][\w’'-]*))")
"""A word, and one right after it that is not all in small letters."""


def _may_hold(line: str, surnames: frozenset[str]) -> bool:
    """Whether one of the surnames stands after a word that may be part of the same name."""
    return any(
        _folded(last) in surnames and (not first[0].islower() or first in PARTICLES)
        for first, last in _PAIR.findall(line)
    )


@lru_cache(maxsize=65536)
def _folded(word: str) -> str:
    """A word folded, without its possessive."""
    return fold_word(re.sub(r"[’']s?$", "", word))
