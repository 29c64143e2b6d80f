"""Names and titles that are other wordings of one another, wherever they stand."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.speakers.lexicon import COUNTRIES, DEMONYMS, OFFICES
from onrecord.speakers.spelling import organisation_words, same_person_name, surname

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.speakers.given import Key, Parsed

_SPELLINGS = {"defense": "defence", "center": "centre", "labor": "labour", "program": "programme"}
_COUNTRY_WORDS = COUNTRIES | DEMONYMS | frozenset("united states kingdom nation america".split())
_ENDINGS = frozenset(
    "airline airlines airways group industries magazine motor motors union".split()
)
"""What a company's name may end in and often lacks, besides its legal form."""


def join_names(names: Iterable[Key]) -> dict[Key, Key]:
    """Full names by the fuller name each joins: other spellings, other word order.

    A company joins the name that lacks only what such names end in ("Ford", "Ford Motor").
    """
    known = set(names)
    joined: dict[Key, Key] = {}
    by_surname: dict[str, list[Key]] = defaultdict(list)
    by_words: dict[frozenset[str], Key] = {}
    for key in sorted(known, key=lambda k: (-len(k), k)):
        if len(key) < 2:
            continue
        ends = key[-1] in _ENDINGS or key[-2:] == ("police", "department")
        if ends and key[:-1] in known and not _is_place(key[:-1]):
            joined[key] = key[:-1]
            continue
        same = by_words.setdefault(_alike(key), key)
        found = {joined.get(k, k) for k in by_surname[surname(key)] if _same_person(k, key)}
        if same != key:
            joined[key] = joined.get(same, same)
        elif len(found) == 1:
            joined[key] = found.pop()
        by_surname[surname(key)].append(key)
    return joined


def _same_person(a: Key, b: Key) -> bool:
    """Whether two names are one person's: also where first names only begin alike."""
    if same_person_name(a, b):
        return True
    long = min(len(a[0]), len(b[0]), len(a[-1])) > 5
    return len(a) == len(b) == 2 and long and a[-1] == b[-1] and a[0][:4] == b[0][:4]


def _is_place(key: Key) -> bool:
    """Whether a name is a country's or a nationality."""
    return len(key) == 1 and key[0] in COUNTRIES | DEMONYMS


def join_titles(parsed: Iterable[Parsed]) -> dict[Key, Key]:
    """Titles by the one they are another wording of ("Surgeon General of the United States").

    A title without a country joins the one with a country that is otherwise the same.
    """
    told: dict[frozenset[str], Key] = {}
    short: dict[frozenset[str], set[frozenset[str]]] = defaultdict(set)
    keys = sorted({p.key for p in parsed if p.form == "title"}, key=lambda k: (-len(k), k))
    for key in keys:
        words = organisation_words(key)
        told.setdefault(words, key)
        bare = words - _COUNTRY_WORDS
        if bare != words and bare & OFFICES:
            short[bare].add(words)
    joined = {}
    for key in keys:
        words = organisation_words(key)
        fuller = short.get(words, set())
        joined[key] = told[next(iter(fuller)) if len(fuller) == 1 else words]
    return joined


def _alike(key: Key) -> frozenset[str]:
    """The telling words of a name, plurals and spellings of two countries made one."""
    words = (_SPELLINGS.get(w, w) for w in organisation_words(key))
    return frozenset(w.removesuffix("s") if len(w) > 3 else w for w in words)
