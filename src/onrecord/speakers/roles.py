"""How much a mention weighs as an antecedent by its part in its sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from onrecord.speakers.lexicon import INTERVIEWERS, SAYING

if TYPE_CHECKING:
    from onrecord.records import Span

_PREPOSITIONS = frozenset(
    """of to with for by from against about on at in like than between under over into onto near
    toward towards via per among around behind upon beside including""".split()
)
_OPENERS = frozenset(
    """and but or that while when as after before because if whether although though since until so
    where said says added then yet however meanwhile""".split()
)
"""Words after which a clause begins."""

_ACCORDING = re.compile(r"\baccording to [^.,;]{0,30}$", re.IGNORECASE)
_LAST = re.compile(r"([\w’'.-]+|[^\w\s])\s*$")
_NEXT = re.compile(r"(?:,[^,.;]{2,120},|\s\([^)]{1,60}\))?\s+([a-zß-ÿ][\w’'-]*)")
_VERB = re.compile(r"(?:,[^,]{2,120},)?(?: (?:also|then|later|was|is|has|had|have|who))* (\w+)")
_CLAUSE = re.compile(r"(?:,[^,]{2,120},)?(?: (?:also|then|later|has|had|have))* (\w+)( that)? $")

_LOOK_BACK = 200
"""Code points before a mention that can tell its part: more than any of the patterns spans."""

_TELLING = frozenset("told tells asked asks reminded reminds warned warns urged accused".split())
"""Verbs after which "her" is whom it is said to."""


class Mentioned(NamedTuple):
    """Somebody or something the text mentions at a place.

    `key` names who; `fits` are the pronouns that may stand for it; `speaks` tells that it is the
    source of an attribution there; `lead` is where the phrase begins that ends in it; `shown` are
    the signs by which the article shows what it is ("office", "surname", "speaks", "gender").
    """

    key: int
    span: Span
    lead: int
    fits: frozenset[str]
    possessive: bool = False
    speaks: bool = False
    shown: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()


def read_role(text: str, mention: Mentioned, sentence: Span, narrated: bool) -> frozenset[str]:
    """A mention's parts in its sentence, such as "subject"; `narrated` where it is not quoted."""
    roles = {"speaker"} if mention.speaks else set()
    if mention.possessive:
        return frozenset({*roles, "possessive"})
    verb = _VERB.match(text, mention.span.end)
    if verb is not None and verb.group(1) in INTERVIEWERS:
        roles.add("questioner")
    before = text[max(sentence.start, mention.lead - _LOOK_BACK) : mention.lead]
    if _ACCORDING.search(before):
        return frozenset({*roles, "according"})
    if narrated and not before.strip() and text[max(0, sentence.start - 1)] == "\n":
        roles.add("topic")
    if _is_subject(text, mention, before):
        return frozenset({*roles, "subject"})
    last = _LAST.search(before)
    in_phrase = last is not None and last.group(1).casefold() in _PREPOSITIONS
    return frozenset({*roles, "object"}) if in_phrase else frozenset(roles)


def opens_clause(text: str, mention: Span, pronoun: Span) -> bool:
    """Whether a mention's verb of saying, or its "that", leads straight to a pronoun."""
    match = _CLAUSE.fullmatch(text, mention.end, pronoun.start)
    form = pronoun.of(text).casefold()
    if match is None or form in {"him", "them"}:
        return False
    told = form == "her" and match.group(1) in _TELLING and not match.group(2)
    return not told and (match.group(1) in SAYING or bool(match.group(2)))


def _is_subject(text: str, mention: Mentioned, before: str) -> bool:
    """Whether a mention begins a clause and a verb may follow it."""
    last = _LAST.search(before)
    word = last.group(1).casefold() if last else ""
    begins = not word or not word[-1].isalnum() or word in _OPENERS
    following = _NEXT.match(text, mention.span.end)
    if following is None or not begins:
        return False
    return following.group(1) not in _PREPOSITIONS | {"and", "or"}
