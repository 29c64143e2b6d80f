"""Whom a pronoun means: "he", "she", "they", "it", and nouns that work like one ("the company").

The article is read once from its beginning, pronouns of the narration included, so that a chain
of pronouns keeps its person. Candidates are weighed by grammar and role (subject of the sentence
before, speaker of the statement before, questioner, possessive), never by mere nearness; where
two weigh about the same, nobody is chosen.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from onrecord.records import Span
from onrecord.speakers.lexicon import INTERVIEWERS, SAYING

_DISTANCE = (80, 60, 30, 15, 0, 0)
"""Weight of a mention by how many sentences lie between (0: the same sentence)."""

_SUBJECT, _SPEAKER, _OBJECT, _POSSESSIVE, _QUOTED, _QUESTIONER = 10, 14, -18, -5, -18, -35
_SAYS_SO, _OFTEN, _KNOWN, _TOPIC = 35, 3, 20, 13
_MARGIN = 20
"""How far the best candidate must lead."""

_ENOUGH = {"he": 25, "she": 50, "they": 70, "it": 70, "thing": 80, "country": 40}
"""What the best candidate must weigh, by what is asked for: "it" and "they" may well stand for
something that no mention here names.

Weights and margin were read off mistakes on free-train with gold sources; the speaker figures of
`score.py free gum` measure them again.
"""

_PRONOUN = re.compile(
    r"\b(?:(?P<he>he|him|his|himself)|(?P<she>she|hers?|herself)|(?P<they>they|them|their))\b",
    re.IGNORECASE,
)
_SUBJECT_FORMS = frozenset({"he", "she", "they", "it"})
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


class Mentioned(NamedTuple):
    """Somebody or something the text mentions at a place.

    `key` names who; `fits` are the pronouns that may stand for it; `speaks` tells that it is the
    source of an attribution there; `lead` is where the phrase begins that ends in it.
    """

    key: int
    span: Span
    lead: int
    fits: frozenset[str]
    possessive: bool = False
    speaks: bool = False


class Asked(NamedTuple):
    """A pronoun to be resolved: where it stands, what it is, and whom it cannot mean."""

    span: Span
    wanted: str
    barred: int | None = None


class Found(NamedTuple):
    """Whom a pronoun means, or between whom it cannot be decided."""

    key: int | None
    between: tuple[int, ...] = ()
    lead: int = 0


class _Candidate(NamedTuple):
    """A mention with its place and the weight of its role."""

    key: int
    span: Span
    sentence: int
    weight: int
    quotation: int
    fits: frozenset[str]


class _Known(NamedTuple):
    """What is known so far of each key: how often it speaks, and its pronoun."""

    often: dict[int, int]
    pronoun: dict[int, str]


def find_antecedents(
    text: str,
    mentioned: tuple[Mentioned, ...],
    asked: tuple[Asked, ...],
    sentences: tuple[Span, ...],
    quoted: tuple[Span, ...],
) -> dict[int, Found]:
    """Whom each pronoun means, by the offset where it stands."""
    starts = [s.start for s in sentences]
    found: dict[int, Found] = {}
    known = _Known({}, {})
    earlier: list[_Candidate] = []
    for offset, event in _events(text, mentioned, asked, quoted):
        sentence = bisect_right(starts, offset) - 1
        quotation = _quotation_at(quoted, offset)
        if isinstance(event, Mentioned):
            weight = _role(text, event, sentences[sentence], quotation)
            earlier.append(
                _Candidate(event.key, event.span, sentence, weight, quotation, event.fits)
            )
            known.often[event.key] = known.often.get(event.key, 0) + event.speaks
            continue
        result = _choose(text, earlier, known, event, sentence, quotation)
        found[offset] = result
        if result.key is not None and quotation < 0:
            if event.wanted in {"he", "she"} and result.lead > 2 * _MARGIN:
                known.pronoun.setdefault(result.key, event.wanted)
            earlier.append(_as_mention(text, event, result.key, sentence, asked))
    return found


def _events(
    text: str,
    mentioned: tuple[Mentioned, ...],
    asked: tuple[Asked, ...],
    quoted: tuple[Span, ...],
) -> list[tuple[int, Mentioned | Asked]]:
    """Mentions and pronouns in the order of the text; narration's pronouns beside those asked."""
    wanted = {a.span.start: a for a in asked}
    for match in _PRONOUN.finditer(text):
        if match.start() not in wanted and _quotation_at(quoted, match.start()) < 0:
            wanted[match.start()] = Asked(Span(*match.span()), str(match.lastgroup))
    events: list[tuple[int, Mentioned | Asked]] = [(m.span.start, m) for m in mentioned]
    events += list(wanted.items())
    return sorted(events, key=lambda e: (e[0], isinstance(e[1], Mentioned)))


def _as_mention(
    text: str, event: Asked, key: int, sentence: int, asked: tuple[Asked, ...]
) -> _Candidate:
    """A resolved pronoun as a mention of whom it means."""
    form = event.span.of(text).casefold()
    weight = _SUBJECT if form in _SUBJECT_FORMS or event.wanted == "thing" else 0
    weight += _SPEAKER if event in asked else 0
    return _Candidate(key, event.span, sentence, weight, -1, frozenset({event.wanted, form}))


def _quotation_at(quoted: tuple[Span, ...], offset: int) -> int:
    """Which quotation an offset lies in; -1 for none."""
    at = bisect_right(quoted, offset, key=lambda q: q.start) - 1
    return at if at >= 0 and offset < quoted[at].end else -1


def _role(text: str, mention: Mentioned, sentence: Span, quotation: int) -> int:
    """Weight of a mention by its part in its sentence."""
    weight = _SPEAKER if mention.speaks else 0
    if mention.possessive:
        return weight + _POSSESSIVE
    verb = _VERB.match(text, mention.span.end)
    if verb is not None and verb.group(1) in INTERVIEWERS:
        weight += _QUESTIONER
    before = text[sentence.start : mention.lead]
    if _ACCORDING.search(before):
        return weight
    if quotation < 0 and not before.strip() and text[max(0, sentence.start - 1)] == "\n":
        weight += _TOPIC
    if mention.speaks or _is_subject(text, mention, before):
        return weight + _SUBJECT
    last = _LAST.search(before)
    in_phrase = last is not None and last.group(1).casefold() in _PREPOSITIONS
    return weight + (_OBJECT if in_phrase else 0)


def _is_subject(text: str, mention: Mentioned, before: str) -> bool:
    """Whether a mention begins a clause and a verb may follow it."""
    last = _LAST.search(before)
    word = last.group(1).casefold() if last else ""
    begins = not word or not word[-1].isalnum() or word in _OPENERS
    following = _NEXT.match(text, mention.span.end)
    if following is None or not begins:
        return False
    return following.group(1) not in _PREPOSITIONS | {"and", "or"}


def _choose(
    text: str,
    earlier: list[_Candidate],
    known: _Known,
    event: Asked,
    sentence: int,
    quotation: int,
) -> Found:
    """The candidate that leads by more than the margin."""
    scores: dict[int, int] = {}
    for candidate in reversed(earlier):
        distance = sentence - candidate.sentence
        if distance >= len(_DISTANCE):
            break
        if not _may_be(candidate, known, event):
            continue
        if event.wanted in {"it", "they"} and 0 <= quotation != candidate.quotation:
            continue
        score = _DISTANCE[distance] + candidate.weight
        score += min(known.often.get(candidate.key, 0), 3) * _OFTEN
        score += _KNOWN if _is_known(candidate, known, event.wanted) else 0
        score += _QUOTED if candidate.quotation >= 0 and candidate.quotation != quotation else 0
        if distance == 0 and _says_so(text, candidate, event):
            score += _SAYS_SO
        scores[candidate.key] = max(score, scores.get(candidate.key, score))
    return _leader(scores, _ENOUGH[event.wanted])


def _may_be(candidate: _Candidate, known: _Known, event: Asked) -> bool:
    """Whether a pronoun may stand for a candidate."""
    if event.wanted not in candidate.fits or candidate.key == event.barred:
        return False
    if event.wanted in {"he", "she"}:
        return known.pronoun.get(candidate.key, event.wanted) == event.wanted
    return True


def _is_known(candidate: _Candidate, known: _Known, wanted: str) -> bool:
    """Whether the article itself shows that this pronoun is the candidate's."""
    return wanted in {"he", "she"} and (
        known.pronoun.get(candidate.key) == wanted or candidate.fits == {wanted}
    )


def _says_so(text: str, candidate: _Candidate, event: Asked) -> bool:
    """Whether the candidate's verb of saying opens the clause the pronoun begins."""
    match = _CLAUSE.fullmatch(text, candidate.span.end, event.span.start)
    return match is not None and (match.group(1) in SAYING or bool(match.group(2)))


def _leader(scores: dict[int, int], enough: int) -> Found:
    """The key with the best score, if it is enough and its lead is clear."""
    ranked = sorted(scores.items(), key=lambda kv: (-kv[1], kv[0]))
    if not ranked or ranked[0][1] < enough:
        return Found(None)
    if len(ranked) == 1:
        return Found(ranked[0][0], lead=ranked[0][1])
    lead = ranked[0][1] - ranked[1][1]
    if lead < _MARGIN:
        return Found(None, tuple(k for k, s in ranked if ranked[0][1] - s < _MARGIN))
    return Found(ranked[0][0], lead=lead)
