"""A mention given for linking, read by its own words: the name it holds, or a description."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from onrecord.records import Span
from onrecord.speakers.cast import build_cast
from onrecord.speakers.lexicon import (
    APPOSED_HEADS,
    DEMONYMS,
    GENERIC_HEADS,
    GROUP_HEADS,
    OFFICE_MODIFIERS,
    OFFICES,
    ORGANISATION_HEADS,
    PERSON_NOUNS,
    STOP,
)
from onrecord.speakers.runs import fold_name
from onrecord.speakers.sources import read_source
from onrecord.speakers.spelling import LEGAL_FORMS, place_key

Key = tuple[str, ...]
"""The folded words of a name or a description."""

Form = Literal["name", "title", "description"]

_SPACED = re.compile(r" (?=['’]s?\b)| (?=[,;)])|(?<=\b[A-Z]) (?=\.)|(?<=\b[A-Z]\.) (?=[A-Z]\.)")
_PREFIX_APART = re.compile(r"\b([OD])['’] (?=[A-Z])")
_BASED = re.compile(r"^(?:[Tt]he )?(?:[A-Z][\w.]+ ){1,3}(?:- ?)?based (?=[A-Z])")
_PLURAL = re.compile(r"(?<=\b[A-Z]{2})s$")
_SITE = re.compile(r"(?<=\w) ?\. ?com$")
_TITLE_GLUED = re.compile(r"(?<=\b(?:Gov|Sen|Rep|Gen))\.(?=[A-Z])")
_KIND_AFTER = re.compile(r"(?<= )([A-Z][\w.’'-]+) (?:union|airline|newspaper|magazine|network)$")
_BRACKETED = re.compile(r"[A-Z].* \(([A-Z]{3,6})\)?$")
_APPOSED = re.compile(
    r"(?:[Aa]n?|[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa]nother|[a-z][\w-]*)\b"
    r"(?!.*\b(?:who|which|that|and|or)\b)[^,]+, "
    r"(?P<name>[A-Z][^,()]+(?:\( ?[A-Z][\w.&-]{1,9} ?\)?)?)$"
)
"""A description, and after a comma the name."""

_LED_TO = re.compile(
    r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Aa]nother) [^,()]*?"
    r"\b[a-z][\w-]*(?<!\b(?:of|in|at|by))(?<!\b(?:for|and|the))(?<!\bfrom)"
    r"(?:,? |(?: and)? [A-Z]{2,4} "
    r"| (?:of|at|for) (?:[A-Z][\w.]+ )+(?:LLC|Inc|Corp|Co|Ltd|Plc)\.? )"
    r"(?P<name>(?:[A-Z][\w.’'-]+ ?){2,4})$"
)
"""A description, and at its end the name ("its president and CEO Bo Lind")."""

_GENERIC = (
    OFFICES
    | PERSON_NOUNS
    | GROUP_HEADS
    | ORGANISATION_HEADS
    | APPOSED_HEADS
    | GENERIC_HEADS
    | OFFICE_MODIFIERS
    | DEMONYMS
    | STOP
)
_HIGH = frozenset("ambassador general king minister premier president queen secretary".split())
"""Offices of a country that one person at a time holds."""

_INITIALS_OR_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[.’'&-][^\W_]+)*")
_WORD = re.compile(r"[^\W_]+(?:[.’'&-][^\W_]+)*")


class MentionRow(NamedTuple):
    """A mention given for linking: an id, its document, its words, and the type it is given.

    Mentions of different types ("PER", "ORG") are never linked; without types any may be.
    """

    id: str
    document: str
    mention: str
    type: str = ""


class Parsed(NamedTuple):
    """A mention read: the folded words of its name or description, and how far they tell.

    "name": a name proper; "title": words that tell one thing from others without naming it
    ("Surgeon General"); "description": words that mean something in their document only.
    `aliases` are what else the mention itself calls the entity ("EM" in "Eastern Motors ( EM");
    `person` tells that its form is a person's; `parts` are the names of a list.
    """

    key: Key
    form: Form
    aliases: tuple[Key, ...] = ()
    person: bool = False
    parts: tuple[Key, ...] = ()


def parse_mention(mention: str) -> Parsed:
    """The name a mention holds, or the words of its description.

    >>> parse_mention("US automaker Eastern Motors ( EM )").key
    ('eastern', 'motors')
    >>> parse_mention("the company").form
    'description'
    """
    text = _tidy(mention)
    if not text or text.islower():
        return Parsed(_words(text), "description")
    span = Span(0, len(text))
    source = read_source(text, (span,), build_cast(text, (span,)))
    if source.form == "several":
        parts = tuple(_core(m.name.keys) for m in source.meant)
        return Parsed(_words(text), "title", parts=parts)
    if source.form == "name" and not source.head:
        name = source.meant[0].name
        return Parsed(_core(name.keys), "name", _told(text, name.span), name.kind == "person")
    told = _told_name(text) if source.form != "name" else None
    form: Form = "title" if _reads_like_name(text) else "description"
    return told or Parsed(_words(text), form)


def _told_name(text: str) -> Parsed | None:
    """The name that a description leads to ("another carmaker, Eastern Motors (EM)").

    Or both names of two joined by "and", or the acronym that ends it in brackets.
    """
    if listed := _listed(text):
        return Parsed(_words(text), "title", parts=listed)
    short = _BRACKETED.search(text)
    if short is not None:
        return Parsed((fold_name(short.group(1)),), "name")
    match = _APPOSED.match(text) or _LED_TO.match(text)
    if match is None:
        return None
    named = match.group("name").strip()
    span = Span(0, len(named))
    source = read_source(named, (span,), build_cast(named, (span,)))
    if source.form != "name" or source.head:
        return None
    name = source.meant[0].name
    aliases = (_words(text[: match.start("name")]), *_told(named, name.span))
    return Parsed(_core(name.keys), "name", aliases, name.kind == "person")


def _listed(text: str) -> tuple[Key, ...]:
    """The names that a mention lists, where it is nothing but two of them joined by "and"."""
    parts = text.split(" and ")
    if len(parts) != 2 or not all(part[:1].isupper() and part.count(" ") < 5 for part in parts):
        return ()
    parsed = [parse_mention(part) for part in parts]
    return tuple(p.key for p in parsed) if all(p.form == "name" for p in parsed) else ()


def _tidy(mention: str) -> str:
    """A mention without the spaces that cutting into words left, and with its bracket closed."""
    text = " ".join(mention.split()).strip("\"'“”‘’`, ")
    text = _BASED.sub("", _PREFIX_APART.sub(r"\1'", text))
    for _ in range(2):
        text = _SPACED.sub("", text)
    text = _TITLE_GLUED.sub(". ", _SITE.sub("", _PLURAL.sub("", _KIND_AFTER.sub(r"\1", text))))
    return f"{text})" if text.count("(") > text.count(")") else text


def is_one_capital(mention: str) -> bool:
    """Whether a mention is one capitalised word ("Saints", "the Chiefs")."""
    words = [w for w in _WORD.findall(mention) if w.casefold() not in {"the", "s"}]
    return len(words) == 1 and words[0][0].isupper()


def takes_up(mention: str) -> bool:
    """Whether a mention is "the company" or the like, which takes up one named before."""
    words = [fold_name(w) for w in _WORD.findall(mention)]
    return 1 < len(words) < 4 and words[0] == "the" and words[-1] in GENERIC_HEADS


def _words(text: str) -> Key:
    """The folded words of a phrase, determiners left out."""
    words = (place_key((fold_name(w),)) for w in _INITIALS_OR_WORD.findall(text))
    return tuple(w for w in words if w and w not in {"the", "a", "an"})


def _reads_like_name(text: str) -> bool:
    """Whether words that hold no name by the rules still tell one thing from all others.

    Capitals within ("Surgeon General"), or a first word that is no common description ("Saints").
    """
    printed = [w for w in _WORD.findall(text) if w.casefold() not in {"the", "a", "an"}]
    if not printed:
        return False
    first = fold_name(printed[0])
    generic = first in _GENERIC or first.removesuffix("s") in _GENERIC
    if place_key((first,)) != first and fold_name(printed[-1]) in _HIGH:
        return True
    return (not generic and printed[0][0].isupper()) or any(w[0].isupper() for w in printed[1:])


def _core(keys: Key) -> Key:
    """A name's words without a leading "the" or "airline" and the legal form at its end."""
    words = [k for k in keys if k not in {"the", ",", ""}] or [k for k in keys if k]
    if len(words) > 1 and words[0] in APPOSED_HEADS:
        words = words[1:]
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words.pop()
    return tuple(place_key((w,)) if len(words) == 1 else w for w in words)


def _told(text: str, name: Span) -> tuple[Key, ...]:
    """What else a mention calls the entity: before the name, after a comma, in brackets."""
    before = _words(text[: name.start])
    found = [before] if len(before) > 1 else []
    after = re.match(r" ?\( ?([A-Z][\w.&-]{1,9})|, ([^,]{3,80})", text[name.end :])
    if after is not None:
        found.append(_words(after.group(1) or after.group(2)))
    return tuple(found)
