"""Which mentions across documents name the same entity, by the names alone.

The mentions are given: this decides no spans. Within a document a surname, a short form, an
acronym or an apposition goes with the one name it can mean; across documents the same name is the
same entity, and a short name that its own document never spells out takes the fuller name of the
documents that share most names with it. Mere descriptions stay within their document.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
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
from onrecord.speakers.spelling import (
    LEGAL_FORMS,
    organisation_words,
    place_key,
    same_person_name,
    surname,
)

Key = tuple[str, ...]

_SPACED = re.compile(r" (?=['’]s?\b)| (?=[,;)])|(?<=\b[A-Z]) (?=\.)|(?<=\b[A-Z]\.) (?=[A-Z]\.)")
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
    `aliases` are what else the mention itself calls the entity ("EM" in "Eastern Motors ( EM").
    """

    key: Key
    form: Literal["name", "title", "description"]
    aliases: tuple[Key, ...] = ()


class _Collection(NamedTuple):
    """The names of each document and the documents of each name."""

    names: dict[str, set[Key]]
    documents: dict[Key, set[str]]
    aliases: dict[str, dict[Key, Key]]


def resolve_mentions(rows: list[MentionRow]) -> list[str]:
    """A label for each row in turn; rows with the same label name the same entity.

    >>> rows = [MentionRow("1", "a", "Mayor Mara Lindqvist"), MentionRow("2", "a", "Lindqvist"),
    ...     MentionRow("3", "b", "Mara Lindqvist's")]
    >>> len(set(resolve_mentions(rows)))
    1
    """
    labels = [""] * len(rows)
    for kind in sorted({row.type for row in rows}):
        places = [i for i, row in enumerate(rows) if row.type == kind]
        for place, label in zip(places, _labels([rows[i] for i in places]), strict=True):
            labels[place] = f"{kind}: {label}" if kind else label
    return labels


def _labels(rows: list[MentionRow]) -> list[str]:
    """Labels of mentions of one type."""
    by_words = {row.mention: parse_mention(row.mention) for row in rows}
    parsed = [by_words[row.mention] for row in rows]
    collection = _collect(rows, parsed)
    joined = _joined_names(collection)
    everywhere = _aliases_everywhere(collection)
    labels = []
    for row, mention in zip(rows, parsed, strict=True):
        key = collection.aliases[row.document].get(mention.key, mention.key)
        key = everywhere.get(key, key)
        if mention.form == "name" or key != mention.key or _is_one_capital(row.mention):
            key = _spelt_out(key, row.document, collection)
        told = " ".join(joined.get(key, key))
        stays = mention.form == "description" and key == mention.key
        labels.append(f"{row.document}: {told or row.mention.casefold()}" if stays else told)
    return labels


def parse_mention(mention: str) -> Parsed:
    """The name a mention holds, or the words of its description.

    >>> parse_mention("US automaker Eastern Motors ( EM )").key
    ('eastern', 'motors')
    >>> parse_mention("the company").form
    'description'
    """
    text = _tidy(mention)
    span = Span(0, len(text))
    if not text or text.islower():
        return Parsed(_words(text), "description")
    source = read_source(text, (span,), build_cast(text, (span,)))
    if source.form == "several":
        return Parsed(tuple(sorted(_core(m.name.keys)[-1] for m in source.meant)), "title")
    if source.form != "name" or source.head:
        return Parsed(_words(text), "title" if _reads_like_name(text) else "description")
    name = source.meant[0].name
    return Parsed(_core(name.keys), "name", _told(text, name.run, name.span))


def _tidy(mention: str) -> str:
    """A mention without the spaces that cutting into words left, and with its bracket closed."""
    text = " ".join(mention.split()).strip("\"'“”‘’`, ")
    for _ in range(2):
        text = _SPACED.sub("", text)
    return f"{text})" if text.count("(") > text.count(")") else text


def _is_one_capital(mention: str) -> bool:
    """Whether a mention is one capitalised word ("Saints", "the Chiefs")."""
    words = [w for w in _WORD.findall(mention) if w.casefold() not in {"the", "s"}]
    return len(words) == 1 and words[0][0].isupper()


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
    return (not generic and printed[0][0].isupper()) or any(w[0].isupper() for w in printed[1:])


def _core(keys: Key) -> Key:
    """A name's words without a leading "the" or "airline" and the legal form at its end."""
    words = [k for k in keys if k not in {"the", ","}] or list(keys)
    if len(words) > 1 and words[0] in APPOSED_HEADS:
        words = words[1:]
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words.pop()
    return tuple(place_key((w,)) if len(words) == 1 else w for w in words)


def _told(text: str, run: Span, name: Span) -> tuple[Key, ...]:
    """What else a mention calls the entity: before the name, after a comma, in brackets."""
    before = _words(text[: run.start])
    found = [before] if len(before) > 1 else []
    after = re.match(r" ?\( ?([A-Z][\w.&-]{1,9})|, ([^,]{3,80})", text[name.end :])
    if after is not None:
        found.append(_words(after.group(1) or after.group(2)))
    return tuple(found)


def _collect(rows: list[MentionRow], parsed: list[Parsed]) -> _Collection:
    """The names and aliases of every document."""
    collection = _Collection(defaultdict(set), defaultdict(set), defaultdict(dict))
    for row, mention in zip(rows, parsed, strict=True):
        if mention.form != "name":
            continue
        collection.names[row.document].add(mention.key)
        collection.documents[mention.key].add(row.document)
        for alias in mention.aliases:
            collection.aliases[row.document].setdefault(alias, mention.key)
    return collection


def _aliases_everywhere(collection: _Collection) -> dict[Key, Key]:
    """Acronyms that stand for one name only wherever they are explained."""
    meant: dict[Key, set[Key]] = defaultdict(set)
    for aliases in collection.aliases.values():
        for alias, key in aliases.items():
            if len(alias) == 1 and len(key) > 1:
                meant[alias].add(key)
    return {alias: next(iter(keys)) for alias, keys in meant.items() if len(keys) == 1}


def _joined_names(collection: _Collection) -> dict[Key, Key]:
    """Full names by the fuller name each joins: other spellings, other word order."""
    joined: dict[Key, Key] = {}
    by_surname: dict[str, list[Key]] = defaultdict(list)
    by_words: dict[frozenset[str], Key] = {}
    for key in sorted(collection.documents, key=lambda k: (-len(k), k)):
        if len(key) < 2:
            continue
        same = by_words.setdefault(organisation_words(key), key)
        found = {joined.get(k, k) for k in by_surname[surname(key)] if same_person_name(k, key)}
        if same != key:
            joined[key] = joined.get(same, same)
        elif len(found) == 1:
            joined[key] = found.pop()
        by_surname[surname(key)].append(key)
    return joined


def _spelt_out(key: Key, document: str, collection: _Collection) -> Key:
    """The fuller name a short one stands for in its document, or in those most like it."""
    own = collection.names[document]
    here = Counter({k: 1 for k in own if _stands_for(key, k, collection)})
    if here:
        return _best(key, here)
    weights: Counter[Key] = Counter()
    for other in set().union(*(collection.documents[k] for k in own)) - {document}:
        theirs = collection.names[other]
        shared = len(own & theirs)
        for k in theirs:
            if _stands_for(key, k, collection):
                weights[k] += shared
    return _best(key, weights) if weights else key


def _stands_for(short: Key, full: Key, collection: _Collection) -> bool:
    """Whether one name can be short for another.

    A first word alone ("Corvane") is short for a longer name only where that one is the commoner.
    """
    if len(short) >= len(full):
        return False
    if len(short) > 1:
        return organisation_words(short) < organisation_words(full)
    word = short[0]
    if word == surname(full):
        return True
    if len(word) > 1 and word == "".join(k[0] for k in full if k):
        return True
    commoner = len(collection.documents[full]) >= len(collection.documents[short])
    return word in full and commoner


def _best(short: Key, weights: Counter[Key]) -> Key:
    """The fuller name with the most behind it, surnames before other words."""
    last = {k: w for k, w in weights.items() if surname(k) == short[-1]} or weights
    return min(last, key=lambda k: (-last[k], len(k), k))
