"""From the network's scores for a window to attributions in spans of the text.

A cue is a run of pieces that are likelier part of one than not; towards each cue every piece has
a role, and the content is what is likelier content than not, the source the likeliest run of
source pieces. Thresholds are on probabilities, so that a report can show them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from onrecord.attribution.found import Found
from onrecord.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.attribution.tagger.features import Window

    Array = np.ndarray[Any, np.dtype[Any]]

TYPES = ("speech", "attitude", "decree")
ROLES = 5
_GAP = 0.15
"""Probability from which a single piece between two of content is content too."""


class Thresholds(NamedTuple):
    """Probabilities from which a piece is taken (set on PolNeAR dev, `score.py polnear`)."""

    cue: float = 0.5
    rule_cue: float = 0.35
    content: float = 0.5
    source: float = 0.4
    score: float = 0.4


class Scores(NamedTuple):
    """What the network says of each piece of a window; see training/network.py."""

    cue: Array
    type: Array
    query: Array
    key: Array
    role: Array


class Biases(NamedTuple):
    """Learned role biases for the distance from the cue and for the role the rules gave."""

    distance: Array
    rule: Array


def decode(
    text: str, window: Window, scores: Scores, biases: Biases, thresholds: Thresholds
) -> Iterator[Found]:
    """Attributions of a window with their scores, in the order of their cues."""
    cue_tags = _softmax(scores.cue)
    types = _softmax(scores.type)
    for first, last, known in _cues(window, cue_tags, thresholds):
        roles = _roles(window, scores, biases, first, last)
        content = _content(roles, first, last, thresholds.content)
        if not len(content):
            continue
        source = _source(roles, content, first, last, thresholds.source)
        certain = 1 - cue_tags[first : last + 1, 0].mean()
        score = float(certain * roles[content, 3:].sum(axis=1).mean())
        if score < (thresholds.score * (0.8 if known else 1)):
            continue
        pieces = _spans(text, window, content)
        if pieces:
            yield Found(
                pieces,
                _spans(text, window, np.arange(first, last + 1)),
                _spans(text, window, source),
                TYPES[int(types[first].argmax())],
                ("tagger and rules" if known else "tagger",),
                score=round(score, 3),
            )


def _cues(window: Window, tags: Array, thresholds: Thresholds) -> list[tuple[int, int, bool]]:
    """First piece, last piece, and whether the rules know the cue too."""
    inside = 1 - tags[:, 0]
    text = window.ends > window.starts
    ruled = window.rule_cues()
    limit = np.full(len(inside), thresholds.cue)
    for a, b in ruled:
        limit[a : b + 1] = thresholds.rule_cue
    taken = (inside > limit) & text
    cues: list[tuple[int, int, bool]] = []
    k = 0
    while k < len(taken):
        if not taken[k]:
            k += 1
            continue
        end = k + 1
        while end < len(taken) and taken[end] and tags[end, 1] <= tags[end, 2]:
            end += 1
        known = any(a < end and k <= b for a, b in ruled)
        cues.append((k, end - 1, known))
        k = end
    return cues


def _roles(window: Window, scores: Scores, biases: Biases, first: int, last: int) -> Array:
    """Probability per piece of no role, source beginning, going on, content beginning, going on."""
    width = scores.key.shape[1]
    query = (scores.query[first] + scores.query[last]).reshape(ROLES, width)
    logits = scores.key @ query.T / np.sqrt(width) + scores.role
    logits = logits + biases.distance[_buckets(np.arange(len(window.ids)) - first)]
    return _softmax(logits + biases.rule[window.rule_roles(first, last)])


def _buckets(distance: Array) -> Array:
    """The buckets of training/network.py."""
    size = np.minimum(np.log2(np.abs(distance) + 1), 7).astype(np.int64)
    buckets: Array = np.where(distance < 0, size, size + 8)
    return buckets


def _content(roles: Array, first: int, last: int, threshold: float) -> Array:
    """Pieces of the content."""
    probable = roles[:, 3] + roles[:, 4]
    taken = probable > threshold
    taken[first : last + 1] = False
    for k in range(1, len(taken) - 1):
        if (
            not taken[k]
            and taken[k - 1]
            and taken[k + 1]
            and not first <= k <= last
            and probable[k] > 0.15
        ):
            taken[k] = True
    return np.flatnonzero(taken)


def _source(roles: Array, content: Array, first: int, last: int, threshold: float) -> Array:
    """The likeliest run of source pieces, or none."""
    probable = roles[:, 1] + roles[:, 2]
    taken = probable > threshold
    taken[content] = False
    taken[first : last + 1] = False
    best, best_score = np.array([], dtype=np.int64), 0.0
    k = 0
    while k < len(taken):
        if not taken[k]:
            k += 1
            continue
        end = k + 1
        while end < len(taken) and taken[end] and roles[end, 1] < 0.6:
            end += 1
        score = float(probable[k:end].max())
        if score > best_score:
            best, best_score = np.arange(k, end), score
        k = end
    return best


def _spans(text: str, window: Window, pieces: Array) -> tuple[Span, ...]:
    """Runs of pieces as spans, without white space and lone stops at their ends."""
    spans: list[Span] = []
    previous = -2
    for piece in pieces.tolist():
        start, end = int(window.starts[piece]), int(window.ends[piece])
        if end <= start:
            if piece == previous + 1:
                previous = piece
            continue
        if piece == previous + 1 and spans and "\n" not in text[spans[-1].end : start]:
            spans[-1] = Span(spans[-1].start, end)
        else:
            spans.append(Span(start, end))
        previous = piece
    return tuple(s for s in (_trimmed(text, span) for span in spans) if s.end > s.start)


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while end > start and text[end - 1] in " .,;:\n" and not _closes_abbreviation(text, start, end):
        end -= 1
    while start < end and text[start] in " .,;:)\n":
        start += 1
    return Span(start, end)


def _closes_abbreviation(text: str, start: int, end: int) -> bool:
    """Whether a full stop belongs to U.S. and the like."""
    return (
        end - start >= 2
        and text[end - 1] == "."
        and text[end - 3 : end - 2] in (".", " ")
        and text[end - 2].isupper()
    )


def _softmax(logits: Array) -> Array:
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    shares: Array = raised / raised.sum(axis=-1, keepdims=True)
    return shares
