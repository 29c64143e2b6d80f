"""Names in a text: capitalised runs, taken apart into what describes a bearer and the name itself.

What stands before the name ("Infrastructure Minister", "spokeswoman") is kept as offices.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from onrecord.records import Span
from onrecord.speakers.acronyms import Introduction, find_introductions
from onrecord.speakers.lexicon import (
    APPOSED_HEADS,
    COUNTRIES,
    DEMONYMS,
    GROUP_HEADS,
    NAME_LINKS,
    OFFICE_MODIFIERS,
    OFFICES,
    ORGANISATION_WORDS,
    PARTICLES,
    PLACES,
    THING_WORDS,
)
from onrecord.speakers.runs import Token, find_runs, fold_name, words_in_lower_case
from onrecord.speakers.titles import organisation_after, split_titles
from onrecord.text.folding import fold_word

NameKind = Literal["person", "organisation", "place", "unknown"]

_WORDS_BEFORE = re.compile(r"(?:[^\W\d_]+(?:-[^\W\d_]+)*[ \u00a0]){1,4}$")
_STORMS = frozenset({"hurricane", "typhoon", "cyclone", "operation"})


class Name(NamedTuple):
    """A name as it stands in a text.

    `span` is the name without what describes its bearer; `run` takes that in; `text` is the name
    as printed, `keys` its words folded; `offices` the describing words before it, folded;
    `possessive` tells "Hall's", `article` that "the" stands before.
    """

    span: Span
    run: Span
    text: str
    keys: tuple[str, ...]
    offices: tuple[str, ...]
    kind: NameKind
    possessive: bool
    article: bool = False


def find_names(text: str, plain: frozenset[str] | None = None) -> tuple[Name, ...]:
    """Names of `text` in order.

    `plain` are words the wider text has in lower case, which a capital at the start of a
    sentence does not make a name; read from `text` itself where not given.

    >>> [(n.text, n.offices) for n in find_names("Infrastructure Minister Jonas Weil left Oslo.")]
    [('Jonas Weil', ('infrastructure', 'minister')), ('Oslo', ())]
    """
    runs = find_runs(text, words_in_lower_case(text) if plain is None else plain)
    alone = frozenset(run[0].key for run in runs if len(run) == 1)
    names = [n for run in runs for n in _names_of(text, run, alone)]
    introduced = find_introductions(text)
    if not introduced:
        return tuple(names)
    kept = [n for n in names if not any(n.run.overlaps(i.long) for i in introduced)]
    return tuple(sorted(kept + [_whole(text, i) for i in introduced], key=lambda n: n.span))


def _whole(text: str, introduced: Introduction) -> Name:
    """A name that an acronym in brackets spells, taken whole.

    An organisation's, unless the acronym is a speaker's label in a transcript ("ANN MOE (AM)").
    """
    printed = " ".join(introduced.long.of(text).split())
    keys = tuple(fold_name(word) for word in re.split(r"[ ,]+", printed))
    label = re.search(rf"^{re.escape(introduced.short.of(text))}:", text, re.MULTILINE)
    kind: NameKind = "person" if label and len(keys) in {2, 3} else "organisation"
    return Name(introduced.long, introduced.long, printed, keys, (), kind, possessive=False)


def _names_of(text: str, run: list[Token], alone: frozenset[str]) -> list[Name]:
    """The name a run holds, after the organisation whose officer its bearer is.

    "Salt Board Chairman Bo Lind" names the Salt Board and Bo Lind.
    """
    name = _name_of(text, run, alone)
    if name is None:
        return []
    titles = [t for t in run if t.end <= name.span.start]
    last = max((i for i, t in enumerate(titles) if t.key in ORGANISATION_WORDS), default=-1)
    body = titles[: last + 1]
    if name.kind != "person" or len(body) < 2 or any(t.key in OFFICES for t in body):
        return [name]
    if last + 1 == len(titles) or titles[last + 1].key not in OFFICES | OFFICE_MODIFIERS:
        return [name]
    of = Name(
        span=Span(body[0].start, body[-1].end),
        run=Span(body[0].start, body[-1].end),
        text=" ".join(text[body[0].start : body[-1].end].split()),
        keys=tuple(fold_name(t.text) for t in body),
        offices=(),
        kind="organisation",
        possessive=False,
    )
    return [of, name._replace(run=Span(titles[last + 1].start, name.run.end))]


def _name_of(text: str, run: list[Token], alone: frozenset[str]) -> Name | None:
    """The name a run holds, if it holds more than an office or an adjective."""
    offices, core = split_titles(run, alone)
    if not core:
        offices, core = [], organisation_after(run)
        run = core
    if not core or (len(core) == 1 and core[0].key in DEMONYMS - COUNTRIES):
        return None
    if len(core) == 1 and len(core[0].text) == 1:
        return None
    kind = _kind(core, offices)
    if kind == "person" and len(core) > 2 and core[0].key in COUNTRIES:
        core = core[1:]  # "Vermont Ann Moe": where she is from
    span = Span(core[0].start, core[-1].end)
    before = () if kind == "place" else _offices_before(text, run[0].start)
    if before and not offices and before[-1] in APPOSED_HEADS:
        kind = "organisation"
    return Name(
        span=span,
        run=Span(run[0].start, span.end),
        text=" ".join(span.of(text).split()),
        keys=tuple(fold_name(t.text) for t in core),
        offices=(*before, *offices),
        kind=kind,
        possessive=core[-1].possessive,
        article=text[max(0, run[0].start - 4) : run[0].start].casefold() == "the ",
    )


def _kind(core: list[Token], offices: list[str]) -> NameKind:
    """What a name names, by its words."""
    keys = [t.key for t in core]
    if " ".join(keys) in PLACES or (len(keys) == 1 and keys[0] in COUNTRIES):
        return "place"
    if keys[-1] in THING_WORDS or keys[0] in _STORMS:
        return "unknown"
    linked = any(k in NAME_LINKS and k not in PARTICLES for k in keys)
    if linked or keys[0] in DEMONYMS | GROUP_HEADS or any(k in ORGANISATION_WORDS for k in keys):
        return "organisation"
    if any(o in OFFICES for o in offices):
        return "person"
    return _kind_by_form([t.text for t in core])


def _kind_by_form(words: list[str]) -> NameKind:
    """What a name names, by its length and capitals."""
    if len(words) == 1:
        return "organisation" if len(words[0]) > 1 and words[0].isupper() else "unknown"
    shouted = len(words) <= 3 and all(word.isupper() and word.isalpha() for word in words)
    if not shouted and any(_is_code(word) for word in words):
        return "unknown"
    return "person" if len(words) <= 5 else "organisation"


def _is_code(word: str) -> bool:
    """Whether a word is an abbreviation or holds a digit, as no part of a person's name does."""
    return any(c.isdigit() for c in word) or (len(word) > 2 and word.isupper() and "." not in word)


def _offices_before(text: str, start: int) -> tuple[str, ...]:
    """Office words in lower case right before a name ("spokeswoman Mara Lindqvist")."""
    tail = _WORDS_BEFORE.search(text, max(0, start - 60), start)
    found: list[str] = []
    for word in reversed(tail.group().split() if tail else []):
        key = fold_word(word)
        if key not in (OFFICES | OFFICE_MODIFIERS | DEMONYMS if found else OFFICES | APPOSED_HEADS):
            break
        found.append(key)
    return tuple(reversed(found))
