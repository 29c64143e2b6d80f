"""Transcripts and interviews: a label, a colon and what that speaker said."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from onrecord.attribution.found import Found
from onrecord.attribution.lexicon import word_group
from onrecord.records import Span
from onrecord.text import split_paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

_LABEL = re.compile(
    r"[\"“]?(?P<label>(?:[A-Z][\w.'’&-]*|[A-Z]{1,3})"
    r"(?:[ \u00a0]+(?:[A-Z(][\w.'’&)-]*|of|the|de|van|von)){0,5})"
    r"(?P<cue>[ \u00a0]?:)[ \u00a0]*(?=\S)"
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
    if not _is_transcript(labels, text):
        return []
    last = max(i for i, label in enumerate(labels) if label is not None)
    turns: list[Found] = []
    for index, (paragraph, label) in enumerate(zip(paragraphs, labels, strict=True)):
        if label is not None:
            rest = Span(label.end(), paragraph.end)
            turns.append(
                Found(
                    (rest,),
                    (Span(label.start("cue"), label.end("cue")),),
                    (Span(label.start("label"), label.end("label")),),
                    "speech",
                    (TRANSCRIPT_LABEL,),
                )
            )
        elif turns and index < last:
            turns[-1] = turns[-1].also([paragraph], "continued in the next paragraph")
    return turns


def _label(text: str, paragraph: Span) -> re.Match[str] | None:
    """The label a paragraph begins with."""
    match = _LABEL.match(text, paragraph.start, paragraph.end)
    if match is None or match.group("label").split()[0].casefold() in _NO_SPEAKERS:
        return None
    return match if match.end() < paragraph.end else None


def _is_transcript(labels: Sequence[re.Match[str] | None], text: str) -> bool:
    """Whether enough paragraphs begin with labels that come back."""
    counts = Counter(match.group("label") for match in labels if match is not None)
    turns = sum(n for label, n in counts.items() if n > 1 or label.isupper())
    return turns >= _FEWEST_TURNS and turns >= len([x for x in labels if x]) / 2 and bool(text)
