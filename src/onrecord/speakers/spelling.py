"""When two spellings are one name."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.speakers.lexicon import NICKNAMES, PARTICLES, SUFFIXES

_SAME_FIRST: dict[str, frozenset[str]] = {
    name: frozenset().union(*(other for other in NICKNAMES if name in other))
    for names in NICKNAMES
    for name in names
}


_DOUBLED = re.compile(r"(.)\1")
_VOWEL = re.compile("[aeiou]")


def is_one_edit(a: str, b: str) -> bool:
    """Whether two different words are one letter added, dropped, changed or swapped apart.

    Only words of five letters and more, a doubled letter from four on, and never their first
    letter: short names are too close to one another.

    >>> is_one_edit("leonard", "loenard"), is_one_edit("mara", "marra")
    (True, True)
    >>> is_one_edit("weil", "weir")
    False
    """
    if a == b or min(len(a), len(b)) < 4 or abs(len(a) - len(b)) > 1 or a[0] != b[0]:
        return False
    if min(len(a), len(b)) == 4:
        return len(a) != len(b) and _DOUBLED.sub(r"\1", a) == _DOUBLED.sub(r"\1", b)
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    rest_a, rest_b = a[i:], b[i:]
    if len(a) != len(b):
        longer, shorter = (rest_a, rest_b) if len(a) > len(b) else (rest_b, rest_a)
        return longer[1:] == shorter
    swapped = len(rest_a) > 1 and rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:]
    return rest_a[1:] == rest_b[1:] or swapped


def sounds_alike(a: str, b: str) -> bool:
    """Whether two long words differ in vowels and doubled letters only.

    >>> sounds_alike("bergmann", "beargman"), sounds_alike("weil", "wiel")
    (True, False)
    """
    bare_a, bare_b = (_DOUBLED.sub(r"\1", _VOWEL.sub("", word)) for word in (a, b))
    return a[0] == b[0] and bare_a == bare_b and min(len(a), len(b)) > 6 and len(bare_a) > 4


def same_first_name(a: str, b: str) -> bool:
    """Whether two first names may be one person's: equal, an initial, a short form.

    >>> same_first_name("m", "mara"), same_first_name("bill", "william")
    (True, True)
    """
    if a == b or b in _SAME_FIRST.get(a, ()):
        return True
    return min(len(a), len(b)) == 1 and a[0] == b[0]


def same_person_name(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two full names may be one person's: same surname, and first names that agree.

    >>> same_person_name(("dora", "j", "trent"), ("dora", "trent"))
    True
    >>> same_person_name(("bill", "corran"), ("helen", "corran"))
    False
    >>> same_person_name(("gerald", "h", "w", "barr"), ("gerald", "w", "barr"))
    False
    """
    a, b = _bare(a), _bare(b)
    if a == b or "".join(a).replace("-", "") == "".join(b).replace("-", ""):
        return True
    longer, shorter = (a, b) if len(a) >= len(b) else (b, a)
    if len(shorter) < 2:
        return False
    if longer[-len(shorter) :] == shorter or longer[: len(shorter)] == shorter:
        return True
    if a[-1] == b[-1]:
        return _firsts_agree(longer[:-1], shorter[:-1])
    return a[:-1] == b[:-1] and is_one_edit(a[-1], b[-1])


def _firsts_agree(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    """Whether first names agree: the first alike, and the middle ones as far as both give any."""
    if len(longer) == len(shorter) == 1 and is_one_edit(longer[0], shorter[0]):
        return True
    return all(same_first_name(a, b) for a, b in zip(longer, shorter, strict=False))


@lru_cache(maxsize=16384)
def _bare(keys: tuple[str, ...]) -> tuple[str, ...]:
    """A name's words without a suffix, a hyphenated first name kept whole."""
    kept = tuple(k for i, k in enumerate(keys) if i == 0 or k not in SUFFIXES)
    return kept or keys


def surname(keys: tuple[str, ...]) -> str:
    """The last word of a name, a suffix left out.

    >>> surname(("luciana", "de", "oliveira"))
    'oliveira'
    """
    return _bare(keys)[-1]


def without_particles(keys: tuple[str, ...]) -> tuple[str, ...]:
    """A name's words without "de", "van", "al"."""
    kept = tuple(k for k in keys if k not in PARTICLES)
    return kept or keys


LEGAL_FORMS = frozenset("company co corp corporation inc llc ltd limited plc nv ag sa gmbh".split())
"""What a company's name may end in and is often left out."""

_PLACE_ALIASES = {
    "us": "united states",
    "usa": "united states",
    "united states of america": "united states",
    "uk": "united kingdom",
    "un": "united nations",
    "eu": "european union",
    "uae": "united arab emirates",
}


def place_key(keys: tuple[str, ...]) -> str:
    """A place's words as one, short forms spelled out.

    >>> place_key(("us",))
    'united states'
    """
    joined = " ".join(k for k in keys if k != "the")
    return _PLACE_ALIASES.get(joined, joined)


def organisation_words(keys: tuple[str, ...]) -> frozenset[str]:
    """The telling words of an organisation's name, whatever their order.

    >>> organisation_words(("department", "of", "state")) == organisation_words(
    ...     ("state", "department"))
    True
    """
    words = (w for k in keys for w in _PLACE_ALIASES.get(k, k).split())
    return frozenset(w for w in words if w not in {"the", "of", "for", "and", "&", "on", "in"})
