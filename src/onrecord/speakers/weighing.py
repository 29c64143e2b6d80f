"""Which of those mentioned before a pronoun it means: what speaks for each, weighed.

Each candidate is described by a few plain facts ("subject of the sentence before", "spoke last",
"named in the words"), whose weights stand in `weights.py`. The best must weigh enough and lead
clearly; otherwise nobody is chosen.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from onrecord.speakers.roles import opens_clause
from onrecord.speakers.weights import ENOUGH, MARGIN, WEIGHTS

if TYPE_CHECKING:
    from onrecord.records import Span

_REACH = 5
"""Sentences of narration before a pronoun within which its antecedent is looked for."""


GOES_ON = re.compile(
    r" (?:has |had |have )?(?:also|again|further|later|then|add(?:s|ed)|continue[sd]|went on"
    r"|goes on|conclude[sd])\b"
)
"""What shows that whoever spoke last goes on."""


class Asked(NamedTuple):
    """A pronoun, or a noun that works like one, to be resolved: where it stands and what it is.

    `wanted` is a key of `WEIGHTS`; `barred` cannot be meant; only those in `among` can, where
    given; `called` are the telling words of a noun; `named` are those whom the pronoun's own
    statement names, who hardly speak it.
    """

    span: Span
    wanted: str
    barred: int | None = None
    called: frozenset[str] = frozenset()
    among: frozenset[int] | None = None
    named: frozenset[int] = frozenset()


class Found(NamedTuple):
    """Whom a pronoun means, or between whom it cannot be decided."""

    key: int | None
    between: tuple[int, ...] = ()
    lead: int = 0


class Place(NamedTuple):
    """Where something stands: the number of its sentence, and its quotation (-1 in narration).

    Sentences inside a quotation are not counted.
    """

    sentence: int
    quotation: int


class Candidate(NamedTuple):
    """A mention with its place and its parts in its sentence."""

    key: int
    span: Span
    place: Place
    roles: frozenset[str]
    fits: frozenset[str]
    shown: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()


class Story:
    """What has been read so far: mentions, who spoke last, who has which pronoun.

    `unsure` are those whom nothing shows to be a person: they are never chosen.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.earlier: list[Candidate] = []
        self.pronoun: dict[int, str] = {}
        self.meant: dict[str, int] = {}
        self.spoke: int | None = None
        self.unsure: set[int] = set()


def choose(story: Story, asked: Asked, place: Place) -> Found:
    """The candidate that weighs enough and leads by more than the margin."""
    weights = WEIGHTS[asked.wanted]
    scores = {
        key: sum(weights.get(fact, 0) for fact in facts)
        for key, facts in facts_of_all(story, asked, place).items()
    }
    return _leader(scores, ENOUGH[asked.wanted], story.unsure)


def facts_of_all(story: Story, asked: Asked, place: Place) -> dict[int, set[str]]:
    """What speaks for and against each of those whom a pronoun may mean."""
    return {
        key: facts_of(story, asked, mentions, place)
        for key, mentions in candidates(story, asked, place).items()
    }


def candidates(story: Story, asked: Asked, place: Place) -> dict[int, list[Candidate]]:
    """Those whom a pronoun may mean, each with its mentions within reach, the latest first."""
    found: dict[int, list[Candidate]] = {}
    for candidate in reversed(story.earlier):
        if place.sentence - candidate.place.sentence >= _REACH:
            break
        elsewhere = candidate.place.quotation != place.quotation
        if elsewhere and place.quotation >= 0 and asked.wanted in {"it", "they"}:
            continue
        if _may_be(story, candidate, asked):
            found.setdefault(candidate.key, []).append(candidate)
    return found


def facts_of(story: Story, asked: Asked, mentions: list[Candidate], place: Place) -> set[str]:
    """What speaks for and against a candidate with these mentions, by the names of `WEIGHTS`."""
    latest = mentions[0]
    nearest = place.sentence - latest.place.sentence
    facts = {f"near {nearest}", *(f"shown {sign}" for sign in latest.shown)}
    for mention in mentions:
        distance = min(place.sentence - mention.place.sentence, 2)
        if mention.place.quotation not in {-1, place.quotation}:
            facts.add(f"{distance} quoted")
        else:
            facts.update(f"{distance} {role}" for role in mention.roles)
        if distance == 0 and opens_clause(story.text, mention.span, asked.span):
            facts.add("says so")
    if story.spoke == latest.key:
        facts.update({"spoke last", f"spoke last {min(nearest, 2)}"})
        if GOES_ON.match(story.text, asked.span.end):
            facts.add("goes on")
    if story.meant.get(asked.wanted) == latest.key:
        facts.add("meant last")
    if latest.key in asked.named:
        facts.add("named in the words")
    if story.pronoun.get(latest.key) == asked.wanted or mentions[-1].fits == {asked.wanted}:
        facts.add("known")
    if "\n" not in story.text[latest.span.end : asked.span.start]:
        facts.add("paragraph")
    if asked.called:
        facts.add(_calling(asked.called, mentions))
    return facts


def _calling(called: frozenset[str], mentions: list[Candidate]) -> str:
    """Whether a candidate is told to be what a noun calls it ("the company")."""
    told = frozenset().union(*(mention.told for mention in mentions))
    if called <= told:
        return "called so"
    return "called in part" if called & told else "not called so"


def _may_be(story: Story, candidate: Candidate, asked: Asked) -> bool:
    """Whether a pronoun may stand for a candidate."""
    somebody = bool(candidate.fits & {"he", "she"}) and asked.wanted in {"office", "somebody"}
    if not (somebody or asked.wanted in candidate.fits) or candidate.key == asked.barred:
        return False
    if asked.among is not None and candidate.key not in asked.among:
        return False
    if asked.wanted in {"he", "she"}:
        return story.pronoun.get(candidate.key, asked.wanted) == asked.wanted
    return True


def _leader(scores: dict[int, int], enough: int, unsure: set[int]) -> Found:
    """The key with the best score, if it is enough, its lead clear, and it is surely a person."""
    ranked = sorted(scores.items(), key=lambda kv: (-kv[1], kv[0]))
    if not ranked:
        return Found(None)
    best = ranked[0][1]
    lead = best - ranked[1][1] if len(ranked) > 1 else best
    near = tuple(key for key, score in ranked if best - score < MARGIN)
    if best < enough or lead < MARGIN or ranked[0][0] in unsure:
        return Found(None, near)
    return Found(ranked[0][0], lead=lead)
