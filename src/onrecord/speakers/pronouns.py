"""Whether an article calls somebody "he" or "she": its own words decide, never a first name."""

from __future__ import annotations

import re
from collections import Counter
from typing import Literal

from onrecord.records import Span
from onrecord.speakers.cast import Cast
from onrecord.speakers.lexicon import HE_NOUNS, HE_TITLES, SHE_NOUNS, SHE_TITLES

Gender = Literal["he", "she"]

PRONOUN = re.compile(r"\b(?:(?P<he>he|him|his|himself)|(?P<she>she|hers?|herself))\b", re.IGNORECASE)


def gender_of(match: re.Match[str]) -> Gender:
    """Which pronoun a match of `PRONOUN` is."""
    return "he" if match.lastgroup == "he" else "she"


def noun_gender(words: frozenset[str] | set[str]) -> Gender | None:
    """The pronoun that titles and nouns like "Mr" or "spokeswoman" ask for, if they agree."""
    he, she = words & (HE_TITLES | HE_NOUNS), words & (SHE_TITLES | SHE_NOUNS)
    if bool(he) == bool(she):
        return None
    return "he" if he else "she"


def read_genders(
    text: str, cast: Cast, sentences: tuple[Span, ...], quoted: tuple[Span, ...]
) -> dict[int, Gender]:
    """The pronoun of each member of the cast for which the article shows one.

    A title or noun of address shows it; so does a sentence that names one person only and then
    uses pronouns of one kind only, outside quotation marks.
    """
    votes: dict[int, Counter[Gender]] = {}
    for index, member in enumerate(cast.members):
        told = noun_gender(set(member.told))
        if told and member.kind != "organisation":
            votes.setdefault(index, Counter())[told] += 3
    for sentence in sentences:
        told_in = _sentence_vote(text, cast, sentence, quoted)
        if told_in is not None:
            votes.setdefault(told_in[0], Counter())[told_in[1]] += 1
    decided = {index: _decided(count) for index, count in votes.items()}
    return {index: gender for index, gender in decided.items() if gender is not None}


def _sentence_vote(
    text: str, cast: Cast, sentence: Span, quoted: tuple[Span, ...]
) -> tuple[int, Gender] | None:
    """The one person a sentence names and the one pronoun that follows, outside quotations."""
    named = [
        m
        for m in cast.at(sentence)
        if len(m.members) != 1 or cast.members[m.members[0]].kind in {"person", "unknown"}
    ]
    persons = {m.members for m in named}
    if len(persons) != 1 or len(named[0].members) != 1:
        return None
    if any(q.contains(named[0].name.span) for q in quoted):
        return None
    found = {
        gender_of(m)
        for m in PRONOUN.finditer(text, named[0].name.span.end, sentence.end)
        if not any(q.start <= m.start() < q.end for q in quoted)
    }
    return (named[0].members[0], found.pop()) if len(found) == 1 else None


def _decided(votes: Counter[Gender]) -> Gender | None:
    """The pronoun that clearly leads."""
    he, she = votes["he"], votes["she"]
    if he >= 3 * she and he:
        return "he"
    return "she" if she >= 3 * he and she else None
