"""Which pieces of a window are cues: runs likelier part of one than not, and faint ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.attribution.tagger.features import Window

    Array = np.ndarray[Any, np.dtype[Any]]


class Cue(NamedTuple):
    """First and last piece of a cue, and whether the rules have it too.

    A faint one has a reach: first piece and end of the content it lies in, where all of its
    attribution has to lie.
    """

    first: int
    last: int
    ruled: bool
    reach: tuple[int, int] | None = None


def cue_runs(window: Window, tags: Array, limit: float, rule_limit: float) -> list[Cue]:
    """Runs of pieces that are part of a cue with a probability above `limit`.

    `tags` are the probabilities of no cue, its beginning and its going on, per piece; `rule_limit`
    holds where the rules have a cue.
    """
    ruled = window.rule_cues()
    limits = np.full(len(tags), limit)
    for first, last in ruled:
        limits[first : last + 1] = rule_limit
    return [
        Cue(first, end - 1, any(a < end and first <= b for a, b in ruled))
        for first, end in _runs((1 - tags[:, 0] > limits) & (window.ends > window.starts), tags)
    ]


def faint_runs(window: Window, tags: Array, limit: float, held: Array, taken: Array) -> list[Cue]:
    """Runs above a low limit that lie in the content of others and touch no cue found.

    `held` says for each piece whether it is content; `taken` are indexes of pieces of cues found.
    """
    likely = (1 - tags[:, 0] > limit) & (window.ends > window.starts)
    free = np.ones(len(tags), dtype=bool)
    free[taken] = False
    edges = np.flatnonzero(np.diff(held, prepend=False, append=False))
    faint = []
    for first, end in _runs(likely, tags):
        place = int(np.searchsorted(edges, first, side="right"))
        if place % 2 and end <= edges[place] and free[first:end].all():
            reach = (int(edges[place - 1]), int(edges[place]))
            faint.append(Cue(first, end - 1, ruled=False, reach=reach))
    return faint


def _runs(taken: Array, tags: Array) -> Iterable[tuple[int, int]]:
    """First piece and end of each run of pieces taken, cut where another cue begins."""
    k = 0
    while k < len(taken):
        if not taken[k]:
            k += 1
            continue
        end = k + 1
        while end < len(taken) and taken[end] and tags[end, 1] <= tags[end, 2]:
            end += 1
        yield k, end
        k = end
