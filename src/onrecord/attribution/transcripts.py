"""Transcripts and interviews: a label, a colon and what that speaker said."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from onrecord.attribution.found import Found
from onrecord.attribution.lexicon import word_group
from onrecord.records import Span
from onrecord.text import split_paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_NAME = (
    r"(?:[A-Z][\w.'’&-]*|[A-Z]{1,3})"
    r"(?:[ \u00a0]+(?:[A-Z(][\w.'’&)-]*|\d{1,2}|of|the|de|van|von)){0,5}"
)
_LABEL = re.compile(
    rf"[\"“]?(?:(?P<label>{_NAME})(?P<cue>[ \u00a0]?:)|(?P<letter>[QA])(?P<point>\.)(?=\s)"
    rf"|[(\[]{{1,2}}(?P<bracketed>{_NAME})[)\]]{{1,2}})[ \u00a0]*(?=\S)"
)
TRANSCRIPT_LABEL = "transcript label"
"""The rule that finds a turn: what follows a label are the speaker's own words."""

_FEWEST_TURNS = 3
_NO_SPEAKERS = word_group("no_speakers")


def read_transcript(text: str) -> list[Found]:
    """Turns of a transcript in order; none where too few paragraphs begin with a label.

    A paragraph without a label goes on with the turn before it, as long as turns follow.
    """
    paragraphs = split_paragraphs(text)
    labels = [_label(text, paragraph) for paragraph in paragraphs]
    if not _is_transcript([label for label in labels if label is not None], len(paragraphs)):
        return []
    last = max(i for i, label in enumerate(labels) if label is not None)
    turns: list[Found] = []
    for index, (paragraph, label) in enumerate(zip(paragraphs, labels, strict=True)):
        if label is not None:
            turns.append(
                Found(
                    (_words_of_turn(text, Span(label.end(), paragraph.end)),),
                    _group(label, "cue", "point"),
                    _group(label, "label", "letter", "bracketed"),
                    "speech",
                    (TRANSCRIPT_LABEL,),
                )
            )
        elif turns and index < last and not _is_direction(paragraph.of(text)):
            turns[-1] = turns[-1].also([paragraph], "continued in the next paragraph")
    return turns


_DIRECTION = re.compile(r"[\[(][^\])]*[\])]\s*")
"""What is not said but done: [Laughs.], (crosstalk)."""


def _words_of_turn(text: str, rest: Span) -> Span:
    """A turn's words without a stage direction before them, if any words are left."""
    match = _DIRECTION.match(text, rest.start, rest.end)
    return Span(match.end(), rest.end) if match and match.end() < rest.end else rest


def _is_direction(paragraph: str) -> bool:
    """Whether a paragraph is a stage direction or a heading in capitals."""
    return bool(_DIRECTION.fullmatch(paragraph)) or paragraph.isupper()


def without_crossing(found: Iterable[Found], turns: Sequence[Found]) -> list[Found]:
    """What was found otherwise, without a second reading of a turn or of two turns as one."""
    if not turns:
        return list(found)
    starts = [turn.hull.start for turn in turns]
    kept = []
    for f in found:
        place = bisect_right(starts, f.hull.start) - 1
        inside = place >= 0 and f.hull.end <= turns[place].hull.end
        before_all = place < 0 and f.hull.end <= (starts[0] if starts else f.hull.end)
        near = turns[max(0, place) : place + 2]
        labelled = any(c.overlaps(t) for c in f.cue for turn in near for t in turn.cue)
        if (inside or before_all) and not labelled:
            kept.append(f)
    return kept


def _group(match: re.Match[str], *names: str) -> tuple[Span, ...]:
    """The span of the first group that matched, as a tuple; empty where none did."""
    return tuple(Span(*match.span(name)) for name in names if match.group(name))[:1]


def _label(text: str, paragraph: Span) -> re.Match[str] | None:
    """The label a paragraph begins with."""
    match = _LABEL.match(text, paragraph.start, paragraph.end)
    if match is None or match.end() >= paragraph.end:
        return None
    return None if _name(match).split()[0].casefold() in _NO_SPEAKERS else match


def _name(match: re.Match[str]) -> str:
    return match.group("label") or match.group("letter") or match.group("bracketed")


def _is_transcript(labels: Sequence[re.Match[str]], paragraphs: int) -> bool:
    """Whether enough paragraphs begin with labels that come back, or with a question's Q and A."""
    names = [_key(_name(match)) for match in labels]
    counts = Counter(names)
    turns = sum(n for name, n in counts.items() if n > 1 or name.isupper())
    if {"Q", "A"} <= counts.keys():
        return True
    if paragraphs == len(labels) >= _FEWEST_TURNS and len(counts) < len(labels):
        return True  # nothing but turns, and somebody speaks twice
    if len(labels) == len(counts) == 2 and all(name.isupper() for name in names):
        return paragraphs == 2 or _answers(labels[0], labels[1])
    return turns >= _FEWEST_TURNS and turns >= len(labels) / 2


def _key(name: str) -> str:
    """A label's name, or the initials it introduces: Lena Sorge (LS) is LS."""
    initials = _INITIALS.search(name)
    return initials.group(1) if initials else name


_INITIALS = re.compile(r"\(([A-Z]{2,4})\)$")


def _answers(question: re.Match[str], answer: re.Match[str]) -> bool:
    """Whether one label's words are a question, and the other label stands in the next line."""
    between = question.string[question.end() : answer.start()]
    return between.rstrip().endswith("?") and between.strip().count("\n") == 0
