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
from onrecord.speakers.roles import SPEAKER, SUBJECT, Mentioned, opens_clause, weigh_role

_DISTANCE = (80, 60, 30, 15)
"""Weight of a mention by how many sentences lie between (0: the same sentence)."""

_QUOTED, _SAYS_SO, _OFTEN, _KNOWN = -18, 35, 3, 20
_MARGIN = 20
"""How far the best candidate must lead. Tuned with the weights of roles.py, as told there."""

_ENOUGH = {"he": 25, "she": 50, "they": 70, "it": 70, "thing": 80, "country": 40}
"""What the best candidate must weigh, by what is asked for: "it" and "they" may well stand for
something that no mention here names. Tuned likewise.
"""

_PRONOUN = re.compile(
    r"\b(?:(?P<he>he|him|his|himself)|(?P<she>she|hers?|herself)|(?P<they>they|them|their))\b",
    re.IGNORECASE,
)
_SUBJECT_FORMS = frozenset({"he", "she", "they", "it"})


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
    """A mention with its place and the weight of its role; `quotation` is -1 in narration."""

    key: int
    span: Span
    sentence: int
    weight: int
    quotation: int
    fits: frozenset[str]


class _Story(NamedTuple):
    """What has been read so far: mentions, how often each key speaks, which pronoun it has."""

    text: str
    earlier: list[_Candidate]
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
    found: dict[int, Found] = {}
    story = _Story(text, [], {}, {})
    for offset, event in _events(text, mentioned, asked, quoted):
        sentence = bisect_right(sentences, offset, key=lambda s: s.start) - 1
        quotation = _quotation_at(quoted, offset)
        if isinstance(event, Mentioned):
            weight = weigh_role(text, event, sentences[sentence], quotation < 0)
            story.earlier.append(
                _Candidate(event.key, event.span, sentence, weight, quotation, event.fits)
            )
            story.often[event.key] = story.often.get(event.key, 0) + event.speaks
            continue
        found[offset] = result = _choose(story, event, sentence, quotation)
        if result.key is not None and quotation < 0:
            if event.wanted in {"he", "she"} and result.lead > 2 * _MARGIN:
                story.pronoun.setdefault(result.key, event.wanted)
            story.earlier.append(_as_mention(text, event, result.key, sentence, event in asked))
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


def _quotation_at(quoted: tuple[Span, ...], offset: int) -> int:
    """Which quotation an offset lies in; -1 for none."""
    at = bisect_right(quoted, offset, key=lambda q: q.start) - 1
    return at if at >= 0 and offset < quoted[at].end else -1


def _as_mention(text: str, event: Asked, key: int, sentence: int, speaks: bool) -> _Candidate:
    """A resolved pronoun as a mention of whom it means."""
    form = event.span.of(text).casefold()
    weight = SUBJECT if form in _SUBJECT_FORMS or event.wanted == "thing" else 0
    weight += SPEAKER if speaks else 0
    return _Candidate(key, event.span, sentence, weight, -1, frozenset({event.wanted, form}))


def _choose(story: _Story, event: Asked, sentence: int, quotation: int) -> Found:
    """The candidate that leads by more than the margin."""
    scores: dict[int, int] = {}
    for candidate in reversed(story.earlier):
        distance = sentence - candidate.sentence
        if distance >= len(_DISTANCE):
            break
        if not _may_be(story, candidate, event):
            continue
        elsewhere = candidate.quotation != quotation
        if elsewhere and quotation >= 0 and event.wanted in {"it", "they"}:
            continue
        score = _DISTANCE[distance] + candidate.weight
        score += min(story.often.get(candidate.key, 0), 3) * _OFTEN
        score += _KNOWN if _is_shown(story, candidate, event.wanted) else 0
        score += _QUOTED if elsewhere and candidate.quotation >= 0 else 0
        if distance == 0 and opens_clause(story.text, candidate.span, event.span):
            score += _SAYS_SO
        scores[candidate.key] = max(score, scores.get(candidate.key, score))
    unsure = {c.key for c in story.earlier if "perhaps" in c.fits}
    return _leader(scores, _ENOUGH[event.wanted], unsure)


def _may_be(story: _Story, candidate: _Candidate, event: Asked) -> bool:
    """Whether a pronoun may stand for a candidate."""
    if event.wanted not in candidate.fits or candidate.key == event.barred:
        return False
    if event.wanted in {"he", "she"}:
        return story.pronoun.get(candidate.key, event.wanted) == event.wanted
    return True


def _is_shown(story: _Story, candidate: _Candidate, wanted: str) -> bool:
    """Whether the article itself shows that this pronoun is the candidate's."""
    return wanted in {"he", "she"} and (
        story.pronoun.get(candidate.key) == wanted or candidate.fits == {wanted}
    )


def _leader(scores: dict[int, int], enough: int, unsure: set[int]) -> Found:
    """The key with the best score, if it is enough, its lead clear, and it is surely a person."""
    ranked = sorted(scores.items(), key=lambda kv: (-kv[1], kv[0]))
    if not ranked or ranked[0][1] < enough or ranked[0][0] in unsure:
        return Found(None)
    best = ranked[0][1]
    lead = best - ranked[1][1] if len(ranked) > 1 else best
    if lead < _MARGIN:
        return Found(None, tuple(k for k, s in ranked if best - s < _MARGIN))
    return Found(ranked[0][0], lead=lead)
