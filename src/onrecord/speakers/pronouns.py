"""Whether an article calls somebody "he" or "she": its own words decide, never a first name."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Literal

from onrecord.records import Span
from onrecord.speakers.lexicon import HE_NOUNS, HE_TITLES, SHE_NOUNS, SHE_TITLES
from onrecord.speakers.roles import opens_clause

if TYPE_CHECKING:
    from onrecord.speakers.cast import Cast

Gender = Literal["he", "she"]

_OWNED = re.compile(r" (?!(?:and|or|to|of|for|in|on|at|that|as|with|by|from|if|when|but)\b)[a-z]")
PRONOUN = re.compile(
    r"\b(?:(?P<he>he|him|his|himself)|(?P<she>she|hers?|herself))\b", re.IGNORECASE
)


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
        for index, gender, weight in _sentence_votes(text, cast, sentence, quoted):
            votes.setdefault(index, Counter())[gender] += weight
    decided = {index: _decided(count) for index, count in votes.items()}
    return {index: gender for index, gender in decided.items() if gender is not None}


def _sentence_votes(
    text: str, cast: Cast, sentence: Span, quoted: tuple[Span, ...]
) -> list[tuple[int, Gender, int]]:
    """What one sentence shows, outside quotations: whose pronoun, which, and how clearly.

    "Weil said he" shows it clearly; a pronoun somewhere after the only name, less so.
    """
    named = [
        m
        for m in cast.at(sentence)
        if len(m.members) != 1 or cast.members[m.members[0]].kind in {"person", "unknown"}
    ]
    if not named or any(len(m.members) != 1 for m in named):
        return []
    pronouns = [
        m
        for m in PRONOUN.finditer(text, named[0].name.span.end, sentence.end)
        if not any(q.start <= m.start() < q.end for q in quoted)
    ]
    votes = [
        (m.members[0], gender_of(p), 2)
        for p in pronouns
        for m in named
        if opens_clause(text, m.name.span, Span(p.start(), p.end()))
    ]
    alone = len({m.members for m in named}) == 1
    found = {gender_of(p) for p in pronouns if _may_be_its_own(text, p)}
    if alone and len(found) == 1 and not any(q.contains(named[0].name.span) for q in quoted):
        votes.append((named[0].members[0], found.pop(), 1))
    return votes


def _may_be_its_own(text: str, pronoun: re.Match[str]) -> bool:
    """Whether a pronoun may stand for the only person its sentence names ("her gate").

    An object may not: in "Moe tells him" somebody else is told.
    """
    form = pronoun.group().casefold()
    return form != "him" and (form != "her" or _OWNED.match(text, pronoun.end()) is not None)


def _decided(votes: Counter[Gender]) -> Gender | None:
    """The pronoun that clearly leads."""
    (first, most), *others = votes.most_common()
    return None if any(3 * n > most for _, n in others) else first
