"""Which names across articles are one speaker's, and why.

A variant joins the one fuller name it can mean: a person's other spelling, a surname with the same
office, an acronym some article introduces. Where two fuller names fit, nothing is merged.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from onrecord.records import Reason
from onrecord.speakers.acronyms import find_introductions
from onrecord.speakers.identity import fold_full_name
from onrecord.speakers.lexicon import DEMONYMS, NAME_LINKS, OFFICE_MODIFIERS, ORGANISATION_WORDS
from onrecord.speakers.spelling import is_one_edit, same_person_name, surname
from onrecord.speakers.surnames import only_bearers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.speakers.gathering import Gathered


_GENERIC = ORGANISATION_WORDS | OFFICE_MODIFIERS | DEMONYMS


class Merge(NamedTuple):
    """A folded name that joins a fuller one, and why."""

    into: str
    why: Reason


def merge_names(named: dict[str, Gathered], texts: frozenset[str]) -> dict[str, Merge]:
    """Which folded name joins which, and why; `texts` are read for the acronyms they introduce."""
    introduced, used, initials = _introduced(texts), _used(named), _initials(named)
    blocks = _blocks(named)
    merges: dict[str, Merge] = {}
    for key, gathered in named.items():
        merge = None
        if gathered.kind == "person":
            merge = _person_merge(gathered, blocks)
        elif introduced.get(key) in named:
            merge = _merge("acronym introduced in a text", key, introduced[key])
        elif key in used:
            merge = _merge("short form used in a text", key, used[key])
        elif key in initials:
            merge = _merge("acronym of the name's initials", key, initials[key])
        if merge is not None and merge.into != key:
            merges[key] = merge
    _join_surnames(named, merges, texts)
    return merges


def _join_surnames(
    named: dict[str, Gathered], merges: dict[str, Merge], texts: frozenset[str]
) -> None:
    """Adds the bare surnames that join the only person of that surname."""
    for key, bearers in only_bearers(named, texts).items():
        roots = {root_of(b.key, merges) for b in bearers}
        if key not in merges and len(roots) == 1:
            merges[key] = _merge("only person of that surname here", key, roots.pop())


def root_of(key: str, merges: dict[str, Merge]) -> str:
    """The name a name ends up under."""
    while key in merges:
        key = merges[key].into
    return key


def _merge(rule: str, key: str, into: str) -> Merge:
    """A merge with its reason."""
    return Merge(into, Reason(rule, f"{key}: {into}"))


def _introduced(texts: Iterable[str]) -> dict[str, str]:
    """Acronyms that the texts introduce for exactly one long name, both folded."""
    longs: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        for introduction in find_introductions(text):
            short = fold_full_name(introduction.short.of(text))
            longs[short].add(fold_full_name(introduction.long.of(text)))
    return {short: next(iter(found)) for short, found in longs.items() if len(found) == 1}


def _used(named: dict[str, Gathered]) -> dict[str, str]:
    """Short forms that articles use for exactly one organisation of the collection."""
    longs: dict[str, set[str]] = defaultdict(set)
    for key, gathered in named.items():
        for short in gathered.shorts if gathered.kind == "organisation" else ():
            # "the Supreme Court" of one country is not that of the next
            if not _GENERIC.issuperset(short.split()):
                longs[short].add(key)
    return {short: next(iter(found)) for short, found in longs.items() if len(found) == 1}


def _initials(named: dict[str, Gathered]) -> dict[str, str]:
    """Acronyms of four letters and more that are the initials of exactly one organisation."""
    longs: dict[str, set[str]] = defaultdict(set)
    for key, gathered in named.items():
        letters = "".join(word[0] for word in gathered.words if word not in NAME_LINKS)
        if gathered.kind == "organisation" and len(letters) > 3:
            longs[letters].add(key)
    return {short: next(iter(found)) for short, found in longs.items() if len(found) == 1}


def _blocks(named: dict[str, Gathered]) -> dict[tuple[str, ...], list[Gathered]]:
    """Persons whose names may be one: by each word after the first, and by first names."""
    blocks: dict[tuple[str, ...], list[Gathered]] = defaultdict(list)
    for gathered in named.values():
        words = gathered.words
        if gathered.kind != "person":
            continue
        for word in set(words[1:]):
            blocks[(word,)].append(gathered)
        if len(words) > 1:
            # a slip in the surname never touches its first letter
            blocks[(*words[:-1], words[-1][:1], "")].append(gathered)
    return blocks


def _person_merge(
    gathered: Gathered, blocks: dict[tuple[str, ...], list[Gathered]]
) -> Merge | None:
    """The one fuller name a person's name can stand for."""
    words = gathered.words
    last = surname(words)
    near = {
        other.key: other
        for block in ((last,), (*words[:-1], words[-1][:1], ""))
        for other in blocks.get(block, ())
        if _is_fuller(other.key, gathered.key)
    }
    if len(words) == 1:
        rule = "surname and office"
        found = [
            o for o in near.values() if surname(o.words) == last and o.offices & gathered.offices
        ]
    else:
        rule = "same name, other spelling"
        found = [o for o in near.values() if _is_same_person(gathered, o)]
    roots = [o for o in found if not any(_goes_into(o, other) for other in found)]
    return _merge(rule, gathered.key, roots[0].key) if len(roots) == 1 else None


def _goes_into(a: Gathered, b: Gathered) -> bool:
    """Whether a name is itself a lesser form of another."""
    return _is_fuller(b.key, a.key) and _is_same_person(a, b)


def _is_fuller(a: str, b: str) -> bool:
    """Whether one folded name is fuller than another; of two alike, the first in the alphabet."""
    size_a, size_b = (len(a.split()), len(a)), (len(b.split()), len(b))
    return size_a > size_b or (size_a == size_b and a < b)


def _is_same_person(a: Gathered, b: Gathered) -> bool:
    """Whether two full names are one person's; a slip needs a shared office or company."""
    if min(len(a.words), len(b.words)) < 2 or not same_person_name(a.words, b.words):
        return False
    slip = any(is_one_edit(x, y) for x in a.words for y in b.words)
    return not slip or bool(a.offices & b.offices or a.beside & b.beside)
