"""Headline forms: "Harbour master: gate failed twice", "Gate failed twice: union"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.attribution.found import Found
from onrecord.attribution.lexicon import word_group
from onrecord.attribution.sources import subject_before
from onrecord.attribution.tagging import read_tokens
from onrecord.attribution.tokens import FINITE
from onrecord.records import Span

if TYPE_CHECKING:
    from collections.abc import Callable

_COLON = re.compile(r"\s*(?P<cue>:)\s+")
_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_SPEAKING_WORDS = word_group("speaking")
_NO_SPEAKERS = word_group("no_speakers")
_ON = re.compile(r"\s(?:on|about|after|at|in)\s")
_LONGEST_SOURCE = 5
_LONGEST_NAME = 3
_SHORTEST_CONTENT = 3
_QUOTES = frozenset("\"“‘'«")


def read_headline(text: str, span: Span, is_source: Callable[[str], bool]) -> list[Found]:
    """The attribution a headline makes with a colon, if one side of it can speak.

    `is_source` tells whether a last word names somebody whom the article's own text quotes.
    Before quoted words a clause may stand, whose subject then speaks: "Chief shuts lock: ‘No’".
    """
    match = _COLON.search(text, span.start, span.end)
    if match is None or match.end() >= span.end or match.start() == span.start:
        return []
    cue = Span(match.start("cue"), match.end("cue"))
    left, right = Span(span.start, match.start()), Span(match.end(), span.end)
    for side, content in ((left, right), (right, left)):
        if len(_WORD.findall(content.of(text))) < _SHORTEST_CONTENT:
            continue
        quoted = text[content.start] in _QUOTES
        source = _speaking_side(text, side, is_source)
        if source is None and quoted:
            source = _subject(text, side) or _speaker_on(text, side)
        if source:
            return [Found((content,), (cue,), (source,), "speech", ("headline with a colon",))]
    return []


def names_one(title: str, found: Found, is_source: Callable[[str], bool]) -> bool:
    """Whether an attribution in a title names somebody, not a label (LIVE) or a topic (Paris:)."""
    if any(source.of(title).casefold() in _NO_SPEAKERS for source in found.source):
        return False
    if not any(cue.of(title).strip() == ":" for cue in found.cue):
        return True
    return any(_speaking_side(title, source, is_source) for source in found.source)


def _speaking_side(text: str, side: Span, is_source: Callable[[str], bool]) -> Span | None:
    """The side of the colon, if it is short and ends in a word for somebody who speaks."""
    words = _WORD.findall(side.of(text))
    if not 0 < len(words) <= _LONGEST_SOURCE:
        return None
    return side if words[-1].casefold() in _SPEAKING_WORDS or is_source(words[-1]) else None


def _speaker_on(text: str, side: Span) -> Span | None:
    """Who speaks, before what about or when: Vik on the mayor's chair."""
    match = _ON.search(text, side.start, side.end)
    if match is None or len(_WORD.findall(text[side.start : match.start()])) > _LONGEST_NAME:
        return None
    return Span(side.start, match.start()) if match.start() > side.start else None


def _subject(text: str, side: Span) -> Span | None:
    """The subject of the clause on one side of the colon."""
    tokens = read_tokens(text, side, [])
    for index, token in enumerate(tokens):
        if token.tag in FINITE:
            subject = subject_before(tokens, index)
            return subject and Span(tokens[subject.start].start, tokens[subject.end - 1].end)
    return None
