"""How near two articles are, seen from where each of them stands.

A plain cosine has no one limit: articles on a wordy trial are nearer to one another than reports of
an earthquake are, and two quakes a year apart are nearer to each other than two columns on one
speech. So a cosine is set against how near each of the two is to its own nearest neighbours. The
result is 1 where two articles are just near enough for one event.
"""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

F = Any
"""A number, or an array of numbers."""

NEAREST = 3
"""Neighbours that say how near an article's own company is; 2 to 4 are alike."""

_COPY = 0.6
"""Cosine from which a neighbour is the same text over again, and no company: or else a wire story
and its copies would leave the other reports of the event alone."""

LEAST, _MOST = 0.18, 0.5
"""Limits of how near own company is taken to be. Without the first, strangers join for want of
company."""

_ENOUGH, _SHORT, _UNEVEN = 0.58, 2.0, 0.05
"""Share of own company's nearness that is enough between two long texts; the number of different
words of a text of which half of that is enough, since headlines share less; and the power of the
shorter one's part of the longer one's words, since briefs share less with long reports."""

_FREE_DAYS, _FADING, _FAR = 1, 14, 0.5
"""Days between two articles that do not count; days after which the rest of nearness is down to a
third; what is left of it for good."""
# All of these were measured on the development halves of the stories set and of its headlines
# (python eval/gate.py stories headline-stories) and on the events of the copies set. On parts of
# the first (60 per cent of the topics, 4 topics, one story alone, the first 20 to 200 words of each
# article) the same values are best or within a point of it.


def company(cosines: Sequence[float], least: float = LEAST) -> float:
    """How near an article's own company is, from its cosines with others, nearest first."""
    near = [cosine for cosine in cosines if cosine < _COPY][:NEAREST]
    mean = sum(near) / len(near) if near else 0.0
    return min(_MOST, max(least, mean))


def likeness(cosine: F, companies: tuple[F, F], sizes: tuple[F, F]) -> F:
    """How near two articles are for one event, 1 if just near enough.

    `companies` are those of the two, `sizes` the different words of the shorter and of the longer
    one. Takes numbers, or arrays of them.
    """
    shorter, longer = sizes
    enough = _ENOUGH * shorter / (shorter + _SHORT) * (shorter / longer) ** _UNEVEN
    return (cosine / (companies[0] * companies[1]) ** 0.5 / enough) ** 2


def nearness_in_time(a: int | None, b: int | None) -> float:
    """What is left of a cosine for the days between two articles; all of it where one is undated.

    >>> nearness_in_time(100, 101), nearness_in_time(100, None)
    (1.0, 1.0)
    >>> round(nearness_in_time(100, 115), 2)
    0.68
    """
    if a is None or b is None:
        return 1.0
    apart = max(0, abs(a - b) - _FREE_DAYS)
    return _FAR + (1 - _FAR) * exp(-apart / _FADING)
