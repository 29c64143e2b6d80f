"""Training examples: windows of word pieces with what the rules found and what the gold says.

A window is a run of whole paragraphs. Each word piece carries the features a rule-based reading
gives it; each gold cue in the window carries the roles of all word pieces towards it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from onrecord.attribution.rules import read_by_rules
from onrecord.attribution.tagger.features import Window, read_windows
from onrecord.text import find_quotations

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from onrecord.attribution.tagger.pieces import Vocabulary

TYPES = ("speech", "attitude", "decree")
SOURCE_B, CONTENT_B = 1, 3
"""Roles a span begins with; each is followed by the one for going on, and 0 is no role."""


class GoldCue(NamedTuple):
    """One attribution in a window: its cue's first and last piece, its type, every piece's role."""

    first: int
    last: int
    type: int
    roles: np.ndarray[Any, Any]
    rule_roles: np.ndarray[Any, Any]


class Example(NamedTuple):
    """A window, its cue tags (0 none, 1 begins, 2 goes on) and its cues; negatives have no role."""

    window: Window
    cue_tags: np.ndarray[Any, Any]
    cues: tuple[GoldCue, ...]


def read_articles(paths: list[Path]) -> list[dict[str, Any]]:
    """Articles of JSONL files in the form of data/attribution/free."""
    return [
        json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines() if line
    ]


def iter_examples(
    article: dict[str, Any], vocabulary: Vocabulary, *, length: int, start: int = 0
) -> Iterator[Example]:
    """Examples of one article; `start` shifts where the first window ends."""
    text = article["text"]
    rules = read_by_rules(text, find_quotations(text))
    for window in read_windows(text, vocabulary, rules, length=length, first=start):
        yield _example(window, article["quotes"])


def _example(window: Window, quotes: list[dict[str, Any]]) -> Example:
    tags = np.zeros(len(window.ids), dtype=np.int64)
    cues: list[GoldCue] = []
    for quote in quotes:
        pieces = window.pieces(quote["cue"])
        if not len(pieces):
            continue
        first, last = int(pieces[0]), int(pieces[-1])
        tags[first] = 1
        tags[first + 1 : last + 1] = 2
        roles = np.zeros(len(window.ids), dtype=np.int64)
        for spans, begin in ((quote["source"], SOURCE_B), (quote["content"], CONTENT_B)):
            for span in spans:
                inside = window.pieces([span])
                roles[inside] = begin + 1
                if len(inside) and window.starts_in(span):
                    roles[inside[0]] = begin
        cues.append(
            GoldCue(first, last, TYPES.index(quote["type"]), roles, window.rule_roles(first, last))
        )
    taken = {(c.first, c.last) for c in cues}
    for first, last in window.rule_cues():
        if not any(a <= last and first <= b for a, b in taken):
            nothing = np.zeros(len(window.ids), dtype=np.int64)
            cues.append(GoldCue(first, last, -1, nothing, window.rule_roles(first, last)))
    return Example(window, tags, tuple(cues))
