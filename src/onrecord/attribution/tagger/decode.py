"""From the network's scores for a window to attributions in spans of the text.

A cue is a run of pieces that are likelier part of one than not. Towards each cue every piece has
a probability of each role; the likeliest sequence of roles (Viterbi) decides, with a cost for
beginning another piece of content, so that contents have no holes. Spans then take in
whole words and whole quotations. A second pass reads each content found for fainter cues, which
count where their source stands in it too. Thresholds are on probabilities, so that a report can
show them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from onrecord.attribution.attached import is_within
from onrecord.attribution.found import Found
from onrecord.attribution.tagger import ALONE, FAINT
from onrecord.attribution.tagger.cue_runs import cue_runs, faint_runs
from onrecord.attribution.tagger.shaping import (
    apart,
    reports,
    says_something,
    spans_of,
    trimmed_pieces,
    whole_name,
    whole_quotations,
    whole_words,
    without_clitic,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribution.tagger.cue_runs import Cue
    from onrecord.attribution.tagger.features import Window
    from onrecord.records import Span

    Array = np.ndarray[Any, np.dtype[Any]]

TYPES = ("speech", "attitude", "decree")
ROLES = 5
NONE, SOURCE_B, SOURCE_I, CONTENT_B, CONTENT_I = range(ROLES)
TOGETHER = "tagger and rules"
"""How an attribution says whether the rules have its cue too."""

_CONTENT_FLAGS = 1 << 6 | 1 << 7
"""Flags of pieces that the rules take for content; see `features`."""

_SOURCE_BEGIN, _CONTENT_BEGIN = 1.0, 9.0
"""Log cost of a source, and of content, whose first piece does not look like a first one."""


_SURELY_NONE = 0.95
"""Probability of no role from which a piece is left out at the ends of what a cue can have."""

_NEVER = -30.0
"""Log probability of a role that a piece cannot have."""


class Thresholds(NamedTuple):
    """What decides; set on the development halves (`score.py polnear gum free`), never trained on.

    `cue`, `rule_cue`: probability from which a piece is part of a cue, lower where the rules have
    one. `score`, `alone`, `nested`: of an attribution, from which it is kept where the rules have
    its cue too, where they do not, and inside another.
    `faint_cue`, `faint`: the first two for cues in the content of others that have a source there;
    most of what is reported inside a report is scored far too low (free dev, nested found).
    `quoted`: the same for one in a quotation that nobody is said to have said. `begin`: log cost
    of another piece of content. `source`: log odds in favour of source, which the network cuts
    short or leaves out, but for faint cues. `quotation`: share of a quotation from which all of
    it is content.
    """

    cue: float = 0.35
    rule_cue: float = 0.25
    score: float = 0.5
    alone: float = 0.62
    nested: float = 0.2
    faint_cue: float = 0.07
    faint: float = 0.05
    quoted: float = 0.85
    begin: float = 1.5
    source: float = 0.6
    quotation: float = 0.35


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


class _Reading(NamedTuple):
    """A window with all that decides how it is read; `tags` and `types` are probabilities."""

    text: str
    window: Window
    scores: Scores
    biases: Biases
    thresholds: Thresholds
    quotations: Sequence[Span]
    tags: Array
    types: Array


def decode(  # noqa: PLR0913, PLR0917 all of it decides
    text: str,
    window: Window,
    scores: Scores,
    biases: Biases,
    thresholds: Thresholds,
    quotations: Sequence[Span] = (),
) -> list[Found]:
    """Attributions of a window with their scores, in the order of their cues, faint ones last.

    `quotations` are the outermost ones of the text, in order.
    """
    tags, types = _softmax(scores.cue), _softmax(scores.type)
    reading = _Reading(text, window, scores, biases, thresholds, quotations, tags, types)
    cues = cue_runs(window, tags, thresholds.cue, thresholds.rule_cue)
    found = _of_cues(reading, cues)
    held = (window.flags & _CONTENT_FLAGS) > 0
    held[window.pieces([piece for f in found for piece in f.content])] = True
    taken = window.pieces([piece for f in found for piece in f.cue])
    return found + _of_cues(reading, faint_runs(window, tags, thresholds.faint_cue, held, taken))


def _of_cues(reading: _Reading, cues: Sequence[Cue]) -> list[Found]:
    """The attributions of some cues that are sure enough."""
    if not cues:
        return []
    roles = _roles(reading.window, reading.scores, reading.biases, cues)
    paths = _likeliest(roles, cues, reading.thresholds)
    read = (_of_cue(reading, *one) for one in zip(cues, roles, paths, strict=True))
    return [found for found in read if found is not None]


def _of_cue(reading: _Reading, cue: Cue, role: Array, path: Array) -> Found | None:
    """The attribution of one cue, given the likeliest roles; None where it is not sure enough."""
    text, window, thresholds = reading.text, reading.window, reading.thresholds
    content = np.flatnonzero(path >= CONTENT_B)
    if not len(content) or (cue.reach and not _names_one(path)):
        return None
    certain = 1 - reading.tags[cue.first : cue.last + 1, 0].mean()
    score = float(certain * role[content, CONTENT_B:].sum(axis=1).mean())
    if score < (thresholds.faint if cue.reach else thresholds.nested):
        return None
    cue_span = whole_words(text, spans_of(window, np.arange(cue.first, cue.last + 1)))
    cue_span = without_clitic(text, cue_span)
    source = apart(_source(text, window, role, path), cue_span)
    words = whole_words(text, spans_of(window, content, path == CONTENT_B))
    kept_out = (*cue_span, *source)
    whole = whole_quotations(words, kept_out, reading.quotations, thresholds.quotation)
    pieces = trimmed_pieces(text, apart(whole, kept_out))
    if not (cue_span and reports(text, cue_span) and says_something(text, pieces)):
        return None
    if cue.reach and not source:
        return None
    rule = FAINT if cue.reach else TOGETHER if cue.ruled else ALONE
    type_ = TYPES[int(reading.types[cue.first].argmax())]
    return Found(pieces, cue_span, source, type_, (rule,), score=round(score, 3))


def _names_one(path: Array) -> bool:
    """Whether a sequence of roles has a source."""
    return bool(((path == SOURCE_B) | (path == SOURCE_I)).any())


def _roles(window: Window, scores: Scores, biases: Biases, cues: Sequence[Cue]) -> Array:
    """Probability of each role towards each cue, per piece (cues x pieces x roles)."""
    count, width = scores.key.shape
    first = np.array([cue.first for cue in cues])
    query = scores.query[first] + scores.query[[cue.last for cue in cues]]
    # A product a cue: of all at once the library makes threads, which cost more than they save.
    logits = np.stack([scores.key @ one.reshape(ROLES, width).T for one in query])
    logits = logits / np.sqrt(width) + scores.role
    logits = logits + biases.distance[_buckets(np.arange(count) - first[:, None])]
    ruled = window.rule_cues()
    for row, cue in enumerate(cues):
        if any(a <= cue.last and cue.first <= b for a, b in ruled):
            logits[row] += biases.rule[window.rule_roles(cue.first, cue.last)]
        else:
            logits[row] += biases.rule[0]
    return _softmax(logits)


def _buckets(distance: Array) -> Array:
    """The buckets of training/network.py."""
    size = np.minimum(np.log2(np.abs(distance) + 1), 7).astype(np.int64)
    buckets: Array = np.where(distance < 0, size, size + 8)
    return buckets


def _likeliest(roles: Array, cues: Sequence[Cue], thresholds: Thresholds) -> Array:
    """The likeliest sequence of roles of each cue (cues x pieces), every cue at once.

    A faint cue's lie within its reach, another's where a role is not all but impossible.
    """
    parts, shifted, reaches = [], [], []
    for role, cue in zip(roles, cues, strict=True):
        start, end = cue.reach or _reach(role)
        reaches.append((start, end))
        parts.append(np.log(role[start:end] + 1e-9))
        shifted.append(cue._replace(first=cue.first - start, last=cue.last - start))
    likely = np.zeros((len(cues), max(map(len, parts)), ROLES))
    likely[:, :, SOURCE_B:] = _NEVER
    for row, (part, cue) in enumerate(zip(parts, shifted, strict=True)):
        likely[row, : len(part)] = part
        likely[row, :, SOURCE_B : SOURCE_I + 1] += 0.0 if cue.reach else thresholds.source
        likely[row, max(0, cue.first) : max(0, cue.last + 1), SOURCE_B:] = _NEVER
    within = _viterbi(likely, thresholds.begin)
    path = np.zeros(roles.shape[:2], dtype=np.int8)
    for row, (start, end) in enumerate(reaches):
        path[row, start:end] = within[row, : end - start]
    return path


def _reach(role: Array) -> tuple[int, int]:
    """First piece and end of the stretch outside which no role is likely."""
    some = np.flatnonzero(role[:, NONE] < _SURELY_NONE)
    return (int(some[0]), int(some[-1]) + 1) if len(some) else (0, 1)


def _viterbi(likely: Array, begin: float) -> Array:
    """The best sequence of each row, given the log of the roles' probabilities."""
    cost = np.zeros((ROLES, ROLES))
    cost[:, CONTENT_B] = -begin
    cost[:, CONTENT_I] = -_CONTENT_BEGIN
    cost[:, SOURCE_I] = -_SOURCE_BEGIN
    cost[[SOURCE_B, SOURCE_I], SOURCE_I] = 0.0
    cost[[CONTENT_B, CONTENT_I], CONTENT_I] = 0.0
    count, length = likely.shape[:2]
    back = np.zeros((length, count, ROLES), dtype=np.int8)
    best = likely[:, 0] + cost[NONE]
    for k in range(1, length):
        ways = best[:, :, None] + cost[None]
        back[k] = ways.argmax(axis=1)
        best = ways.max(axis=1) + likely[:, k]
    path = np.zeros((count, length), dtype=np.int8)
    path[:, -1] = best.argmax(axis=1)
    rows = np.arange(count)
    for k in range(length - 1, 0, -1):
        path[:, k - 1] = back[k, rows, path[:, k]]
    return path


def confident(
    found: Sequence[Found],
    outer: Sequence[int | None],
    quotations: Sequence[Span],
    thresholds: Thresholds,
) -> list[Found]:
    """What is sure enough to keep, given which attribution each one lies in.

    Inside another a lower score will do; in a quotation that no attribution claims, where most
    are the quoted person's own thoughts, a higher one is needed.
    """
    kept = []
    for f, holder in zip(found, outer, strict=True):
        limit = thresholds.alone if f.rules[0] == ALONE else thresholds.score
        if holder is not None:
            limit = thresholds.nested
        if holder is None and is_within(f, quotations):
            limit = thresholds.quoted
        if f.score is None or f.score >= limit:
            kept.append(f)
    return kept


def _source(text: str, window: Window, role: Array, path: Array) -> tuple[Span, ...]:
    """The likeliest run of source pieces, or none."""
    taken = np.flatnonzero((path == SOURCE_B) | (path == SOURCE_I))
    runs = np.split(taken, np.flatnonzero((np.diff(taken) > 1) | (path[taken[1:]] == SOURCE_B)) + 1)
    runs = [run for run in runs if len(run)]
    if not runs:
        return ()
    probable = role[:, SOURCE_B] + role[:, SOURCE_I]
    best = max(runs, key=lambda run: float(probable[run].mean()))
    spans = (whole_name(text, span) for span in whole_words(text, spans_of(window, best)))
    return tuple(span for span in spans if span.end > span.start)


def _softmax(logits: Array) -> Array:
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    shares: Array = raised / raised.sum(axis=-1, keepdims=True)
    return shares
