"""From the network's scores for a window to attributions in spans of the text.

A cue is a run of pieces that are likelier part of one than not. Towards each cue every piece has
a probability of each role; the likeliest sequence of roles (Viterbi) decides, with a cost for
beginning another piece of content, so that contents have no holes. Spans then take in
whole words and whole quotations. Thresholds are on probabilities, so that a report can show them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from onrecord.attribution.found import Found
from onrecord.attribution.lexicon import function_words
from onrecord.attribution.quoted import is_within
from onrecord.records import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribution.tagger.features import Window

    Array = np.ndarray[Any, np.dtype[Any]]

TYPES = ("speech", "attitude", "decree")
ROLES = 5
NONE, SOURCE_B, SOURCE_I, CONTENT_B, CONTENT_I = range(ROLES)
ALONE, TOGETHER = "tagger", "tagger and rules"
"""How an attribution says whether the rules have its cue too."""

_SOURCE_BEGIN, _CONTENT_BEGIN = 1.0, 9.0
"""Log cost of a source, and of content, whose first piece does not look like a first one."""


class Thresholds(NamedTuple):
    """What decides; set on the development halves (`score.py polnear gum free`), never trained on.

    `cue`, `rule_cue`: probability from which a piece is part of a cue, lower where the rules have
    one. `score`, `alone`, `nested`: of an attribution, from which it is kept where the rules have
    its cue too, where they do not, and inside another.
    `quoted`: the same for one in a quotation that nobody is said to have said. `begin`: log cost
    of another piece of content. `quotation`: share of a quotation from which all of it is content.
    """

    cue: float = 0.35
    rule_cue: float = 0.25
    score: float = 0.5
    alone: float = 0.62
    nested: float = 0.2
    quoted: float = 0.85
    begin: float = 1.5
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


class _Cue(NamedTuple):
    """First and last piece of a cue, and whether the rules have it too."""

    first: int
    last: int
    ruled: bool


def decode(  # noqa: PLR0913, PLR0917 all of it decides
    text: str,
    window: Window,
    scores: Scores,
    biases: Biases,
    thresholds: Thresholds,
    quotations: Sequence[Span] = (),
) -> list[Found]:
    """Attributions of a window with their scores, in the order of their cues.

    `quotations` are the outermost ones of the text, in order.
    """
    tags, types = _softmax(scores.cue), _softmax(scores.type)
    cues = _cues(window, tags, thresholds)
    if not cues:
        return []
    roles = np.stack([_roles(window, scores, biases, cue) for cue in cues])
    paths = _likeliest(roles, cues, thresholds.begin)
    found = []
    for cue, role, path in zip(cues, roles, paths, strict=True):
        content = np.flatnonzero(path >= CONTENT_B)
        if not len(content):
            continue
        certain = 1 - tags[cue.first : cue.last + 1, 0].mean()
        score = float(certain * role[content, CONTENT_B:].sum(axis=1).mean())
        cue_span = _whole_words(text, _spans(window, np.arange(cue.first, cue.last + 1)))
        cue_span = _without_clitic(text, cue_span)
        source = _apart(_source(text, window, role, path), cue_span)
        words = _whole_words(text, _spans(window, content, path == CONTENT_B))
        kept_out = (*cue_span, *source)
        whole = _whole_quotations(words, kept_out, quotations, thresholds.quotation)
        pieces = _trimmed_pieces(text, _apart(whole, kept_out))
        reports = bool(cue_span) and _reports(text, cue_span)
        if score < thresholds.nested or not reports or not _says_something(text, pieces):
            continue
        found.append(
            Found(
                pieces,
                cue_span,
                source,
                TYPES[int(types[cue.first].argmax())],
                (TOGETHER if cue.ruled else ALONE,),
                score=round(score, 3),
            )
        )
    return found


def _cues(window: Window, tags: Array, thresholds: Thresholds) -> list[_Cue]:
    """Runs of pieces that are likely part of a cue."""
    ruled = window.rule_cues()
    limit = np.full(len(tags), thresholds.cue)
    for first, last in ruled:
        limit[first : last + 1] = thresholds.rule_cue
    taken = (1 - tags[:, 0] > limit) & (window.ends > window.starts)
    cues: list[_Cue] = []
    k = 0
    while k < len(taken):
        if not taken[k]:
            k += 1
            continue
        end = k + 1
        while end < len(taken) and taken[end] and tags[end, 1] <= tags[end, 2]:
            end += 1
        cues.append(_Cue(k, end - 1, any(a < end and k <= b for a, b in ruled)))
        k = end
    return cues


def _roles(window: Window, scores: Scores, biases: Biases, cue: _Cue) -> Array:
    """Probability of each role towards a cue, per piece."""
    width = scores.key.shape[1]
    query = (scores.query[cue.first] + scores.query[cue.last]).reshape(ROLES, width)
    logits = scores.key @ query.T / np.sqrt(width) + scores.role
    logits = logits + biases.distance[_buckets(np.arange(len(window.ids)) - cue.first)]
    return _softmax(logits + biases.rule[window.rule_roles(cue.first, cue.last)])


def _buckets(distance: Array) -> Array:
    """The buckets of training/network.py."""
    size = np.minimum(np.log2(np.abs(distance) + 1), 7).astype(np.int64)
    buckets: Array = np.where(distance < 0, size, size + 8)
    return buckets


def _likeliest(roles: Array, cues: Sequence[_Cue], begin: float) -> Array:
    """The likeliest sequence of roles of each cue (cues x pieces), every cue at once."""
    cost = np.zeros((ROLES, ROLES))
    cost[:, CONTENT_B] = -begin
    cost[:, CONTENT_I] = -_CONTENT_BEGIN
    cost[:, SOURCE_I] = -_SOURCE_BEGIN
    cost[[SOURCE_B, SOURCE_I], SOURCE_I] = 0.0
    cost[[CONTENT_B, CONTENT_I], CONTENT_I] = 0.0
    likely = np.log(roles + 1e-9)
    for row, cue in enumerate(cues):
        likely[row, cue.first : cue.last + 1, SOURCE_B:] = -30.0
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


def _says_something(text: str, pieces: Sequence[Span]) -> bool:
    """Whether a content holds a word that is not grammar alone, or stands in marks."""
    words = [word for piece in pieces for word in piece.of(text).casefold().split()]
    return any(
        word[0] in _MARKS or function_words().get(word.strip(".,;:"), "") not in _GRAMMAR
        for word in words
    )


def _reports(text: str, cue: Sequence[Span]) -> bool:
    """Whether a cue can report by itself: a mark, or a word that is not grammar alone."""
    words = [word for piece in cue for word in piece.of(text).casefold().split()]
    return any(
        not word[0].isalnum() or function_words().get(word.strip(".,;:"), "") not in _GRAMMAR
        for word in words
    )


_MARKS = frozenset("\"'“”‘’«»„")
_GRAMMAR = frozenset(
    {"DT", "IN", "CC", "SC", "WP", "MD", "TO", "PRP$", "BE", "HAVE", "DO", "RB", "NEG", "PRP"}
)


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


def _trimmed_pieces(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The pieces without stops at their ends, wordless ones left out."""
    trimmed = (_trimmed(text, span) for span in spans)
    return tuple(span for span in trimmed if any(c.isalnum() for c in span.of(text)))


def _source(text: str, window: Window, role: Array, path: Array) -> tuple[Span, ...]:
    """The likeliest run of source pieces, or none."""
    taken = np.flatnonzero((path == SOURCE_B) | (path == SOURCE_I))
    runs = np.split(taken, np.flatnonzero((np.diff(taken) > 1) | (path[taken[1:]] == SOURCE_B)) + 1)
    runs = [run for run in runs if len(run)]
    if not runs:
        return ()
    probable = role[:, SOURCE_B] + role[:, SOURCE_I]
    best = max(runs, key=lambda run: float(probable[run].mean()))
    spans = (_whole_name(text, span) for span in _whole_words(text, _spans(window, best)))
    return tuple(span for span in spans if span.end > span.start)


def _whole_name(text: str, span: Span) -> Span:
    """The span with the title before a name, without marks at its ends; who | added is who."""
    start, end = span
    while start < end and not (text[start].isalnum() or text[start] in "“\"‘'(@#"):
        start += 1
    while end > start and text[end - 1] in " ’'–—-:;":
        end -= 1
    if text[start:end] == "s" and start and text[start - 1] in "'’":
        owner = _OWNER_BEFORE.search(text, max(0, start - _LONGEST_OWNER), start)
        start = start if owner is None else owner.start()
    title = _TITLE_BEFORE.search(text, max(0, start - 8), start)
    if title is not None:
        start = title.start()
    first = text[start:end].partition(" ")[0]
    return Span(start, start + len(first) if first in ("who", "which", "that") else end)


_LONGEST_OWNER = 60
_OWNER_BEFORE = re.compile(r"\b(?:[A-Z][\w.-]*\s)*[\w.-]+['’]$")
"""Whose it is, before the s of a possessor: Oliver Stone’."""

_TITLE_BEFORE = re.compile(r"\b(?:Mrs?|Ms|Mx|Dr|Sens?|Reps?|Gov|Gen|Lt|Col|Prof|St)\.\s$")


def _spans(window: Window, pieces: Array, begins: Array | None = None) -> list[Span]:
    """Runs of pieces as spans; pieces that stand for no text part nothing and add nothing."""
    spans: list[Span] = []
    previous = -2
    for piece in pieces.tolist():
        start, end = int(window.starts[piece]), int(window.ends[piece])
        goes_on = piece == previous + 1 and not (begins is not None and begins[piece])
        previous = piece
        if end <= start:
            previous = -2  # the end of a paragraph
        elif goes_on and spans:
            spans[-1] = Span(spans[-1].start, end)
        else:
            spans.append(Span(start, end))
    return spans


def _whole_words(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans grown to the ends of the words they cut into."""
    return tuple(_whole_word(text, *span) for span in spans)


def _apart(spans: Sequence[Span], others: Sequence[Span]) -> tuple[Span, ...]:
    """The spans without those that run into another part of the attribution."""
    return tuple(span for span in spans if not any(span.overlaps(other) for other in others))


def _without_clitic(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans without the 's of a possessor before them: Moe's | question about."""
    return tuple(
        Span(start + 2, end)
        if start and text[start - 1] in "'’" and text[start : start + 2] == "s " and end > start + 2
        else Span(start, end)
        for start, end in spans
    )


def _whole_word(text: str, start: int, end: int) -> Span:
    """The span grown over letters and digits at its ends."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return Span(start, end)


def _whole_quotations(
    spans: Sequence[Span], spared: Sequence[Span], quotations: Sequence[Span], share: float
) -> list[Span]:
    """The spans with every quotation whole of which they hold a good part, cue and source none."""
    grown = list(spans)
    for quotation in quotations:
        near = [k for k, span in enumerate(grown) if span.overlaps(quotation)]
        if not near or any(span.overlaps(quotation) for span in spared):
            continue
        held = sum(
            min(grown[k].end, quotation.end) - max(grown[k].start, quotation.start) for k in near
        )
        if held < share * (quotation.end - quotation.start):
            continue
        start = min(quotation.start, *(grown[k].start for k in near))
        end = max(quotation.end, *(grown[k].end for k in near))
        grown = [span for k, span in enumerate(grown) if k not in near] + [Span(start, end)]
    return sorted(grown)


def _trimmed(text: str, span: Span) -> Span:
    """The span without white space and stops at its ends, the points of U.S. kept."""
    start, end = span
    while end > start and text[end - 1] in " .,;:\n" and not _is_abbreviated(text, start, end):
        end -= 1
    while start < end and text[start] in " .,;:)\n":
        start += 1
    return Span(start, end)


def _is_abbreviated(text: str, start: int, end: int) -> bool:
    """Whether a full stop at the end belongs to U.S. and the like."""
    if end - start < 3 or text[end - 1] != "." or not text[end - 2].isupper():
        return False
    return text[end - 3] in ". "


def _softmax(logits: Array) -> Array:
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    shares: Array = raised / raised.sum(axis=-1, keepdims=True)
    return shares
