"""Cues too faint to count by themselves, which count inside the words of another."""

from __future__ import annotations

from typing import Any

import numpy as np

from onrecord.attribution.combining import combine
from onrecord.attribution.found import Found
from onrecord.attribution.rules import read_by_rules
from onrecord.attribution.tagger import FAINT
from onrecord.attribution.tagger.cue_runs import cue_runs, faint_runs
from onrecord.attribution.tagger.features import Window
from onrecord.records import Span
from onrecord.text import find_quotations

TEXT = "Ida Moe said the crew loved the boat. The owner sold it."


def tags(*likely: float) -> np.ndarray[Any, Any]:
    """Probabilities of no cue, its beginning and its going on, for each piece's of any cue."""
    return np.array([(1 - p, 0.4 * p, 0.6 * p) for p in likely])


def window(pieces: int) -> Window:
    """A window of that many pieces of one letter."""
    starts = np.arange(pieces)
    return Window(starts, np.zeros(pieces, dtype=np.int64), starts, starts + 1, ())


def attribution(source: str, cue: str, content: str, rule: str, score: float) -> Found:
    """An attribution of words of the text."""
    return Found(_span(content), _span(cue), _span(source), "speech", (rule,), score=score)


def _span(words: str) -> tuple[Span, ...]:
    start = TEXT.index(words)
    return (Span(start, start + len(words)),)


def test_faint_cues_lie_in_content() -> None:
    """A run above the low limit counts in content alone, apart from cues that are found."""
    likely = tags(0.9, 0.1, 0.0, 0.1, 0.1, 0.0, 0.2, 0.0, 0.1)
    shown = window(9)
    (found,) = cue_runs(shown, likely, 0.5, 0.4)
    assert (found.first, found.last, found.reach) == (0, 0, None)
    held = np.array([True, True, True, True, True, True, False, True, True])
    faint = faint_runs(shown, likely, 0.07, held, np.array([0]))
    assert [(c.first, c.last, c.reach) for c in faint] == [(3, 4, (0, 6)), (8, 8, (7, 9))]


def test_faint_cues_count_inside_another() -> None:
    """What has a faint cue is kept where it lies inside something found, and only there."""
    outer = attribution("Ida Moe", "said", "the crew loved the boat", "tagger", 0.9)
    inner = attribution("the crew", "loved", "the boat", FAINT, 0.1)
    outside = attribution("The owner", "sold", "it", FAINT, 0.1)
    by_rules = read_by_rules(TEXT, ())
    assert combine(TEXT, (), by_rules, [outer, inner, outside]) == [outer, inner]


def test_who_cites_another_is_read_by_the_rules() -> None:
    """Where somebody is cited as saying something, the rules are believed against the tagger."""
    text = "The Echo cited Ida Moe as saying that it sank."
    by_rules = read_by_rules(text, find_quotations(text))
    short = by_rules[0]._replace(content=(Span(15, 22),), rules=("tagger",), score=0.99)
    assert combine(text, (), by_rules, [short]) == by_rules
