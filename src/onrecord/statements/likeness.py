"""How surely two units are the same thing said: the score, and the reasons for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.records import Reason
from onrecord.statements.rarity import weigh
from onrecord.statements.speakers import compare_speakers
from onrecord.statements.wording import RUN, shared_runs

if TYPE_CHECKING:
    from onrecord.statements.rarity import Counts
    from onrecord.statements.units import Unit

_OF_BOTH = 0.6
"""Of the shared words' weight: part of it measured against both units, the rest against the
shorter one, so that a cut quotation still counts."""

_ENOUGH = 2.0
"""Weight of shared words from which sharing them is no chance: two that no other sentence holds."""

_RUNS = 0.2
_MARKED = 0.3
_SAME_SPEAKER = 0.1
_OTHER_SPEAKER = 0.25
_IN_TITLE = 0.1
_RELATED = 0.4
_UNRELATED = 0.2
"""What shared runs of words, quoted words found in the other's quoted words, the speakers, a title
(which tells only the main thing) and the relatedness of the articles add. Round numbers, compared
by the development half of the statements set: `python eval/gate.py statements`."""

_TELLING = 0.5
"""Weight of the quoted words of a fragment below which they are too common to tell."""

RELATED = 0.15
"""Relatedness below which two articles are not of one story and nothing in them is compared."""


class Likeness(NamedTuple):
    """A score 0..1 and what it rests on."""

    score: float
    shared: float
    runs: float
    marked: float
    speakers: str

    @property
    def why(self) -> tuple[Reason, ...]:
        """The reasons as data."""
        return (
            Reason("shared words", "by rarity", round(self.shared, 4)),
            Reason("shared runs of three words", "of the shorter wording", round(self.runs, 4)),
            Reason("words in marks in both", "of the shorter quotation", round(self.marked, 4)),
            Reason("speakers", self.speakers),
        )


NONE = Likeness(0.0, 0.0, 0.0, 0.0, "unknown")


def compare_units(a: Unit, b: Unit, counts: tuple[Counts, Counts], related: float) -> Likeness:
    """How surely `a` and `b`, from articles with these counts, are the same thing said."""
    common = a.content & b.content
    if not common or related < RELATED:
        return NONE
    weight = weigh(common, *counts)
    whole, other = weigh(a.content, *counts), weigh(b.content, *counts)
    of_both, of_shorter = 2 * weight / (whole + other), weight / min(whole, other)
    shared = (_OF_BOTH * of_both + (1 - _OF_BOTH) * of_shorter) * min(1.0, weight / _ENOUGH)
    runs = _shared_runs(a, b)
    speakers = compare_speakers(a.speaker, b.speaker)
    marked = _shared_marked(a, b, counts)
    score = shared + _RUNS * runs + _MARKED * marked + min(related, _RELATED) - _UNRELATED
    # two reports in reporters' words share few of them, so that who said it tells more
    same = _SAME_SPEAKER if a.quoted or b.quoted else 2 * _SAME_SPEAKER
    score += {"same": same, "different": -_OTHER_SPEAKER, "unknown": 0.0}[speakers]
    score += _IN_TITLE * (a.in_title or b.in_title)
    return Likeness(min(1.0, max(0.0, score)), shared, runs, marked, speakers)


def _shared_marked(a: Unit, b: Unit, counts: tuple[Counts, Counts]) -> float:
    """Part of the shorter quotation's weight that the other quotes too, where one is a fragment.

    Reporters put in marks what they want to have word for word: a single such word in both tells
    more than the words around it.
    """
    if len(a.quoted) == len(a.words) and len(b.quoted) == len(b.words):
        return 0.0
    weight = weigh(a.marked & b.marked, *counts)
    if weight < _TELLING:
        return 0.0
    return weight / min(weigh(a.marked, *counts), weigh(b.marked, *counts))


def _shared_runs(a: Unit, b: Unit) -> float:
    """Part of the shorter unit's words in runs that both hold."""
    shorter = min(len(a.words), len(b.words))
    if shorter >= RUN and a.runs.isdisjoint(b.runs):
        return 0.0
    return shared_runs(a.words, b.words) / shorter
