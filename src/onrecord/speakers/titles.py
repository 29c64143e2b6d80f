"""Which words of a capitalised run describe the bearer of the name that follows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.speakers.lexicon import (
    COUNTRIES,
    DEMONYMS,
    NAME_LINKS,
    OFFICE_MODIFIERS,
    OFFICES,
    ORGANISATION_WORDS,
    PLACES,
    SUFFIXES,
)

if TYPE_CHECKING:
    from onrecord.speakers.runs import Token

_AMBIGUOUS_SURNAMES = frozenset(
    """king bishop major judge pope prince marshal dean duke earl baron knight page cook parson
    deacon chancellor lord chambers mayor pilot warden master farmer mason priest rector doctor
    whip singer driver baker monk abbot constable sergeant captain painter canon chief coach
    model miner guard potter shepherd gardner minister teacher lawyer""".split()
)
_EVER = frozenset("former longtime long-time then current late fellow veteran".split())
"""Words that only describe whoever is named after them, with or without an office."""

_DEPARTMENTS = frozenset(
    """state defense defence treasury commerce labor labour education energy health agriculture
    justice interior war transportation transport finance""".split()
)
"""What may follow "Secretary of" before a name."""


def split_titles(run: list[Token], alone: frozenset[str]) -> tuple[list[str], list[Token]]:
    """Describing words at the head of a run, folded, and the name after them.

    `alone` are words that stand alone as names elsewhere in the text, as surnames do.
    """
    cut = _titles_end(run, alone)
    while cut < len(run) - 1 and run[cut].key in _EVER:
        cut += 1
    while cut < len(run) and run[cut].key in NAME_LINKS and not run[cut].text[0].isupper():
        cut += 1
    return [t.key for t in run[:cut]], run[cut:]


def organisation_after(run: list[Token]) -> list[Token]:
    """The organisation or place after an office without a name ("President of the Union")."""
    at = next((i for i, t in enumerate(run) if t.key in {"of", "for"}), len(run))
    core = run[at + 2 :] if at + 1 < len(run) and run[at + 1].key == "the" else run[at + 1 :]
    placed = " ".join(t.key for t in core) in PLACES | COUNTRIES
    return core if placed or any(t.key in ORGANISATION_WORDS for t in core) else []


def _titles_end(run: list[Token], alone: frozenset[str]) -> int:
    """How many tokens at the head of a run are titles, offices and their modifiers."""
    while len(run) > 2 and run[-1].key in SUFFIXES:
        run = run[:-1]
    last = max((i for i, token in enumerate(run) if _is_office(token.key)), default=-1)
    if last < 0:
        return 0
    if last == len(run) - 1:
        return 0 if _is_surname(run) or _ends_name(run) else len(run)
    rest = run[last + 1 :]
    if rest[0].key in {"of", "for"}:
        return last + 1 + _of_phrase(rest, alone)
    if rest[0].key in NAME_LINKS or any(t.key in ORGANISATION_WORDS for t in rest):
        return 0
    return last + 1


def _is_office(key: str) -> bool:
    """Whether a word is an office: as listed, in the plural ("Coaches"), or coming ("-elect")."""
    if key in OFFICES or key.removesuffix("-elect").removesuffix("-designate") in OFFICES:
        return True
    return key not in ORGANISATION_WORDS and (
        key.removesuffix("s") in OFFICES or key.removesuffix("es") in OFFICES
    )


def _is_surname(run: list[Token]) -> bool:
    """Whether a last word that could be an office is somebody's surname ("Martin King")."""
    if len(run) not in {2, 3} or run[-1].key not in _AMBIGUOUS_SURNAMES:
        return False
    telling = OFFICE_MODIFIERS | DEMONYMS | OFFICES | COUNTRIES | ORGANISATION_WORDS
    return not any(t.key in telling for t in run[:-1])


def _ends_name(run: list[Token]) -> bool:
    """Whether a run that ends in an office word is a name: "Department of Justice", a team."""
    if len(run) > 1 and run[-2].key in NAME_LINKS:
        return True
    plain = OFFICE_MODIFIERS | DEMONYMS | OFFICES | ORGANISATION_WORDS
    return run[-1].key not in OFFICES and any(t.key not in plain for t in run[:-1])


def _of_phrase(rest: list[Token], alone: frozenset[str]) -> int:
    """Length of "of the United States" before a person's name; all of `rest` if no name follows."""
    start = 2 if len(rest) > 1 and rest[1].key == "the" else 1
    body = rest[start:]
    for n in (4, 3, 2):
        if " ".join(t.key for t in body[:n]) in PLACES:
            return start + n
    if len(body) > 1 and body[0].key in COUNTRIES | _DEPARTMENTS and body[1].key not in NAME_LINKS:
        return start + 1
    ends = (i for i, t in enumerate(body) if t.key in ORGANISATION_WORDS or t.key in NAME_LINKS)
    named = len(body) - 1 - max(ends, default=-1)
    followed = len(body) > 2 and (named == 2 or (named > 2 and body[-1].key in alone))
    return len(rest) - 2 if followed else len(rest)
