"""Speakers who are described and not named: what to call them and what kind they are."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.speakers.lexicon import (
    DEMONYMS,
    DOCUMENT_HEADS,
    GROUP_HEADS,
    OFFICES,
    ORGANISATION_HEADS,
    PERSON_NOUNS,
    RESEARCHERS,
    SAYING,
    STOP,
)
from onrecord.text.folding import fold_word

if TYPE_CHECKING:
    from onrecord.records import SpeakerKind

_CLAUSE = re.compile(r", (?:who|which|whose|where)\b.*|\s*[(—].*", re.DOTALL)
_NUMBER = re.compile(
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|both)\b", re.I
)
_DETERMINERS = frozenset(
    "a an some several two three four five six seven eight nine ten many another other one".split()
)
_DEFINITE = frozenset("the this these those his her its their our".split())
_TAIL = re.compile(
    r" (?:(?:involved|working|based|employed) )?(?:of|from|at|with|for|in)(?: (?:the|a|an))?"
    r" (?:[^\W\d_a-z][\w’'.-]*|[\w’'-]+)"
    r"(?:(?: (?:of|the|for|and|at|in|de))*[ -][^\W\d_a-z][\w’'-]*)*"
)
_NOUN = re.compile(r" (?:[a-z]{4,}ry|government|army|navy|police|embassy|office|union|court)\b")
"""What a nationality at a tail's end goes on with ("a spokesman for the German government")."""

_WORD_BEFORE = re.compile(r"([\w’'.-]+) $")


_LEADS_ON = re.compile(
    r"(?<=\w)(?: (?:who|which|that|whose|of|on|in|at|for|from|with|and|the|an?))+$"
)
"""What a description cut short ends with."""


def describe(printed: str) -> str:
    """The words that describe a speaker, without the clause that follows them.

    >>> describe("two people familiar with the matter, who were not named")
    'two people familiar with the matter'
    >>> describe("a former manager who"), describe("a judge on")
    ('a former manager', 'a judge')
    """
    kept = _CLAUSE.sub("", printed).strip(' ,"“”')
    kept = _LEADS_ON.sub("", kept)
    return re.sub(r"(?<=\w)[’']s$|(?<=s)[’']$", "", kept) or printed


def kind_of_description(printed: str, head: str) -> SpeakerKind:
    """What a description stands for, by its head word.

    >>> kind_of_description("a witness", "witness"), kind_of_description("police", "police")
    ('unnamed', 'group')
    """
    if head in DOCUMENT_HEADS:
        return "document"
    if head in ORGANISATION_HEADS and head not in {"group", "team", "panel", "board"}:
        return "organisation"
    plural = head.endswith("s") and not head.endswith(("ss", "us", "is", "'s"))
    if head in GROUP_HEADS or plural or _NUMBER.match(printed):
        return "group"
    return "unnamed"


def find_fuller(text: str, end: int, head: str, printed: str) -> str | None:
    """The nearest earlier description with the same head that tells more; None where none does.

    >>> t = "A team of biologists from Oslo went north. The team found bones."
    >>> find_fuller(t, t.index("The team"), "team", "The team")
    'A team of biologists from Oslo'
    >>> find_fuller("The Danish minister left. The minister", 38, "minister", "The minister")
    'the Danish minister'
    """
    heads = RESEARCHERS - {"authors"} if head in RESEARCHERS else {head}
    if head in {"source", "insider"}:
        heads = {"source", "insider", "official"}
    if not heads & (RESEARCHERS | PERSON_NOUNS | OFFICES | GROUP_HEADS - ORGANISATION_HEADS):
        return None
    ends, fullest = _fuller_phrases(text, frozenset(heads), len(printed.split()))
    place = bisect_right(ends, end)
    fuller = fullest[place - 1] if place else None
    named = [w for w in printed.split()[1:] if w[0].isupper()]
    if fuller is None and not named:
        return _of_a_country(told_before(text, end), head)
    told = fuller is not None and all(re.sub(r"[’']s?$", "", w) in fuller for w in named)
    return fuller if told else None


_NEAR = 6000
"""Code points before a description in which what it takes up is looked for."""


def told_before(text: str, place: int) -> str:
    """The text before a place that a description there may take up."""
    return text[max(0, place - _NEAR) : place]


def _of_a_country(before: str, head: str) -> str | None:
    """The one "the Danish minister" that "the minister" takes up; None for none or several."""
    if head not in OFFICES:
        return None
    told = re.findall(rf"\b[Tt]he (\w+) {re.escape(head)}\b", before)
    countries = {word for word in told if fold_word(word) in DEMONYMS}
    return f"the {countries.pop()} {head}" if len(countries) == 1 else None


def find_first(text: str, end: int, head: str, printed: str) -> str | None:
    """The one "a judge" before an `end` that "the judge" takes up; None for none or several.

    >>> t = "A judge opened the files. The judge gave them a week."
    >>> find_first(t, t.index("The judge"), "judge", "The judge")
    'A judge'
    """
    words = printed.split(maxsplit=1)
    if len(words) < 2 or words[0].casefold() != "the" or head in DOCUMENT_HEADS | {"person"}:
        return None
    ends, phrases = _introductions(text, words[1])
    found = phrases[: bisect_right(ends, end)]
    return found[0] if len(found) == 1 and found[0].casefold().startswith(("a ", "an ")) else None


@lru_cache(maxsize=64)
def _introductions(text: str, noun: str) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Where each "a judge" and "another judge" ends, and its words; remembered like the phrases."""
    told = rf"\b(?:an?|another|one|second|other) {re.escape(noun)}\b(?!['’-])"
    found = [(m.end(), m.group()) for m in re.finditer(told, text, re.IGNORECASE)]
    return tuple(end for end, _ in found), tuple(words for _, words in found)


@lru_cache(maxsize=64)
def _fuller_phrases(
    text: str, heads: frozenset[str], words: int
) -> tuple[tuple[int, ...], tuple[str | None, ...]]:
    """Where each head ends, and the last phrase of more than `words` words up to there.

    Remembered, because an article asks it for every "the minister" in it.
    """
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(heads))})\b", re.IGNORECASE)
    ends, fullest = [], []
    best: str | None = None
    for match in pattern.finditer(text):
        phrase = phrase_around(text, match.start(), match.end())
        fuller = phrase is not None and len(phrase.split()) > words
        # "biologists from Oslo" only ends "a team of biologists from Oslo"
        if fuller and not (best or "").endswith(phrase or ""):
            best = phrase
        ends.append(match.end())
        fullest.append(best)
    return tuple(ends), tuple(fullest)


def phrase_around(text: str, start: int, end: int) -> str | None:
    """An indefinite phrase around a noun, or one with a tail; None for mere "the noun"."""
    begin, determiner = _before(text, start)
    if determiner in {"a", "an"} and text[end - 1] == "s":
        # "an area scientists have mapped": the phrase begins with its head
        begin, determiner = start, ""
    stop = end
    for _ in range(2):
        tail = _TAIL.match(text, stop)
        last = fold_word(tail.group().split()[-1]) if tail else ""
        if tail is None or "-" in last or last in STOP | SAYING or last.endswith("ing"):
            break
        stop = tail.end()
        if last in DEMONYMS and (noun := _NOUN.match(text, stop)):
            stop = noun.end()
    if stop == end and determiner not in _DETERMINERS:
        return None
    return " ".join(text[begin:stop].split())


def _before(text: str, start: int) -> tuple[int, str]:
    """Where a phrase begins, and its determiner: up to four words back, none of them small."""
    begin = start
    for _ in range(5):
        match = _WORD_BEFORE.search(text, max(0, begin - 30), begin)
        if match is None:
            break
        word = fold_word(match.group(1))
        if word in _DETERMINERS or word in _DEFINITE:
            return match.start(), word
        if word in STOP | SAYING or word.endswith(("ly", "ing")) or match.group(1)[-1] in ".,":
            break
        begin = match.start()
    return start, ""
