"""Which mentions across documents name the same entity, by the names alone.

The mentions are given: this decides no spans. Within a document a surname, a short form, an
acronym or an apposition goes with the one name it can mean; across documents the same name is the
same entity, and a short name that its own document never spells out takes the fuller name of the
documents that share most names with it. Mere descriptions stay within their document.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import NamedTuple

from onrecord.speakers.given import (
    Key,
    MentionRow,
    Parsed,
    is_one_capital,
    parse_mention,
    takes_up,
)
from onrecord.speakers.lexicon import COUNTRIES, OFFICES, ORGANISATION_WORDS
from onrecord.speakers.spelling import organisation_words, same_person_name, surname
from onrecord.speakers.wordings import join_names, join_titles

_NO_PERSON = ORGANISATION_WORDS | COUNTRIES | frozenset("north south east west new san los".split())
"""What shows that the last word of a name is no surname ("North Carolina")."""


class _Collection(NamedTuple):
    """The names of each document, the documents of each name, and what tells them apart.

    `aliases` are what else a document calls a name, `bearers` the full names by their last word,
    `foremost` the organisation that a document names most; `joined`, `titles` and `everywhere`
    lead names, titles and acronyms to the wording that all documents share.
    """

    names: dict[str, set[Key]]
    documents: dict[Key, set[str]]
    aliases: dict[str, dict[Key, Key]]
    bearers: dict[str, set[Key]]
    foremost: dict[str, Key]
    joined: dict[Key, Key]
    titles: dict[Key, Key]
    everywhere: dict[Key, Key]


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
    return [_label(row, p, collection) for row, p in zip(rows, parsed, strict=True)]


def _label(row: MentionRow, mention: Parsed, collection: _Collection) -> str:
    """The label of a mention: the fullest wording of its name, or its description where it is."""
    if mention.parts:
        named = (_everywhere(part, row.document, collection) for part in mention.parts)
        return " and ".join(sorted(" ".join(key) for key in named))
    key = collection.aliases[row.document].get(mention.key, mention.key)
    if key == mention.key and mention.form != "name":
        key = _by_title(mention.key, row.document, collection)
        if key == mention.key and takes_up(row.mention):
            key = collection.foremost.get(row.document, key)
    if mention.form == "name" or key != mention.key or is_one_capital(row.mention):
        key = _everywhere(key, row.document, collection)
    else:
        key = collection.everywhere.get(key, key)
    told = " ".join(collection.joined.get(key, collection.titles.get(key, key)))
    stays = mention.form == "description" and key == mention.key
    return f"{row.document}: {told or row.mention.casefold()}" if stays else told


def _everywhere(key: Key, document: str, collection: _Collection) -> Key:
    """The wording of a name that all documents share."""
    spelt = _spelt_out(collection.everywhere.get(key, key), document, collection)
    return collection.joined.get(spelt, spelt)


def _collect(rows: list[MentionRow], parsed: list[Parsed]) -> _Collection:
    """The names and aliases of every document, and what they make together."""
    names, documents = defaultdict[str, set[Key]](set), defaultdict[Key, set[str]](set)
    called = defaultdict[str, dict[Key, set[Key]]](dict)
    bearers = defaultdict[str, set[Key]](set)
    for row, mention in zip(rows, parsed, strict=True):
        if mention.form != "name":
            continue
        names[row.document].add(mention.key)
        documents[mention.key].add(row.document)
        if len(mention.key) > 1:
            bearers[surname(mention.key)].add(mention.key)
        for alias in mention.aliases:
            called[row.document].setdefault(alias, set()).add(mention.key)
    # what several names of a document have in brackets stands for none of them
    aliases = defaultdict[str, dict[Key, Key]](dict)
    for document, meant in called.items():
        aliases[document] = {a: next(iter(keys)) for a, keys in meant.items() if len(keys) == 1}
    joined = join_names(documents)
    everywhere = _acronyms(aliases, joined)
    foremost = _foremost(rows, parsed, everywhere | joined)
    titles = join_titles(parsed)
    return _Collection(names, documents, aliases, bearers, foremost, joined, titles, everywhere)


def _acronyms(aliases: dict[str, dict[Key, Key]], joined: dict[Key, Key]) -> dict[Key, Key]:
    """Acronyms that stand for one name only wherever they are explained."""
    meant: dict[Key, set[Key]] = defaultdict(set)
    for known in aliases.values():
        for alias, key in known.items():
            if len(alias) == 1 and len(key) > 1:
                meant[alias].add(joined.get(key, key))
    return {alias: next(iter(keys)) for alias, keys in meant.items() if len(keys) == 1}


def _foremost(
    rows: list[MentionRow], parsed: list[Parsed], fuller: dict[Key, Key]
) -> dict[str, Key]:
    """The organisation that each document names twice as often as any other, and more than once."""
    counts: dict[str, Counter[Key]] = defaultdict(Counter)
    for row, mention in zip(rows, parsed, strict=True):
        if mention.form == "name" and not mention.person:
            counts[row.document][fuller.get(mention.key, mention.key)] += 1
    found = {}
    for document, count in counts.items():
        ranked = sorted(count.items(), key=lambda kv: (-kv[1], kv[0]))
        clear = len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]
        if clear and ranked[0][1] > 1:
            found[document] = ranked[0][0]
    return found


def _by_title(key: Key, document: str, collection: _Collection) -> Key:
    """The one name of a document that a title there goes with ("the Prime Minister")."""
    words = organisation_words(key)
    if not words & OFFICES:
        return key
    found = {
        name
        for told, name in collection.aliases[document].items()
        if words <= organisation_words(told)
    }
    one = len({surname(name) for name in found}) == 1
    return max(found, key=lambda name: (len(name), name)) if one else key


def _spelt_out(key: Key, document: str, collection: _Collection) -> Key:
    """The fuller name a short one stands for in its document, or in those most like it."""
    own = collection.names[document]
    here = Counter({k: 1 for k in own if _stands_for(key, k, collection)})
    if here:
        return _best(key, here)
    weights: Counter[Key] = Counter()
    for other in set().union(*(collection.documents[k] for k in own)) - {document}:
        theirs = collection.names[other]
        shared = len((own & theirs) - {key})
        for k in theirs:
            if shared and _stands_for(key, k, collection):
                weights[k] += shared
    return _best(key, weights) if weights else _only_bearer(key, collection)


def _only_bearer(key: Key, collection: _Collection) -> Key:
    """The one person of a bare surname in the whole collection; the surname where that is unsure.

    So it is where most documents with the bare surname share no other name with hers.
    """
    if len(key) != 1:
        return key
    found = [k for k in collection.bearers[key[0]] if len(k) < 5 and not _NO_PERSON & set(k)]
    if not found or not all(same_person_name(a, b) for a in found for b in found):
        return key
    theirs = set().union(*(collection.documents[k] for k in found))
    bare = collection.documents[key]
    company = set().union(*(collection.names[d] for d in theirs)) - {key}
    strange = [d for d in bare if not company & collection.names[d]]
    if len(strange) > 1 and 2 * len(strange) > len(bare):
        return key
    return max(found, key=lambda k: (len(k), k))


def _stands_for(short: Key, full: Key, collection: _Collection) -> bool:
    """Whether one name can be short for another.

    A first word alone ("Corvane") is short for a longer name only where that one is the commoner.
    """
    if not short or len(short) >= len(full):
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
