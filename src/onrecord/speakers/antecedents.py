"""Whom a pronoun means: "he", "she", "they", "it", and nouns that work like one ("the company").

The article is read once from its beginning, pronouns of the narration included, so that a chain
of pronouns keeps its person. Sentences inside a quotation do not count as distance: who spoke
before a long quotation is as near as before a short one.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from onrecord.records import Span
from onrecord.speakers.roles import Mentioned, read_role
from onrecord.speakers.weighing import Asked, Candidate, Found, Place, Story, choose
from onrecord.speakers.weights import MARGIN

_PRONOUN = re.compile(
    r"\b(?:(?P<he>he|him|his|himself)|(?P<she>she|hers?|herself)|(?P<they>they|them|their))\b",
    re.IGNORECASE,
)
_NOBODY = Found(None)
_SUBJECT_FORMS = frozenset({"he", "she", "they", "it"})


def find_antecedents(
    text: str,
    mentioned: tuple[Mentioned, ...],
    asked: tuple[Asked, ...],
    sentences: tuple[Span, ...],
    quoted: tuple[Span, ...],
) -> dict[int, Found]:
    """Whom each pronoun means, by the offset where it stands."""
    found: dict[int, Found] = {}
    story = Story(text)
    numbers = _numbers(sentences, quoted)
    sources = frozenset(asked)
    for offset, event in _events(text, mentioned, asked, quoted):
        at = bisect_right(sentences, offset, key=lambda s: s.start) - 1
        place = Place(numbers[at], _quotation_at(quoted, offset))
        if isinstance(event, Mentioned):
            if found.get(offset, _NOBODY).key is None:
                _note_mention(story, event, place, sentences[at])
        else:
            found[offset] = choose(story, event, place)
            _note_pronoun(story, event, place, found[offset], event in sources)
    return found


def _note_mention(story: Story, event: Mentioned, place: Place, sentence: Span) -> None:
    """Adds a mention to the story; whoever speaks there spoke last."""
    roles = read_role(story.text, event, sentence, place.quotation < 0)
    story.earlier.append(
        Candidate(event.key, event.span, place, roles, event.fits, event.shown, event.told)
    )
    if "perhaps" in event.fits:
        story.unsure.add(event.key)
    if event.speaks and place.quotation < 0:
        story.spoke = event.key


def _note_pronoun(story: Story, event: Asked, place: Place, result: Found, speaks: bool) -> None:
    """Adds a resolved pronoun of the narration to the story, as a mention of whom it means."""
    if result.key is None or place.quotation >= 0:
        return
    form = event.span.of(story.text).casefold()
    roles = {"pronoun"}
    if form in _SUBJECT_FORMS or event.wanted == "thing":
        roles.add("subject")
    if speaks:
        roles.add("speaker")
        story.spoke = result.key
    fits = frozenset({event.wanted, form})
    story.earlier.append(Candidate(result.key, event.span, place, frozenset(roles), fits))
    story.meant[event.wanted] = result.key
    if event.wanted in {"he", "she"} and result.lead > 2 * MARGIN:
        story.pronoun.setdefault(result.key, event.wanted)


def _numbers(sentences: tuple[Span, ...], quoted: tuple[Span, ...]) -> list[int]:
    """The number of each sentence, those that lie inside a quotation not counted."""
    number, numbers = 0, []
    for sentence in sentences:
        at = _quotation_at(quoted, sentence.start)
        number += at < 0 or quoted[at].end < sentence.end - 1
        numbers.append(number)
    return numbers


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
