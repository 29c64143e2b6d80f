"""How surely two units are the same thing said: the score, and the reasons for it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from onrecord.records import Reason
from onrecord.statements.apart import are_apart
from onrecord.statements.rarity import weigh
from onrecord.statements.speakers import compare_speakers
from onrecord.statements.vocabulary import content_of
from onrecord.statements.wording import shared_runs
from onrecord.text import stem

if TYPE_CHECKING:
    from onrecord.statements.rarity import Counts
    from onrecord.statements.units import Unit

_OF_BOTH = 0.6
_OF_BOTH_REPORTED = 0.7
"""Of the shared words' weight: part of it measured against both units, the rest against the
shorter one, so that a cut quotation still counts; less so a name in a reporter's few words."""

_ENOUGH = 2.0
"""Weight of shared words from which sharing them is no chance: two that no other sentence holds."""

_RUNS = 0.2
_MARKED = 0.35
_SAME_SPEAKER = 0.12
_OTHER_SPEAKER = 0.3
_IN_TITLE = 0.1
_RELATED = 0.4
_UNRELATED = 0.25
"""What shared runs of words, quoted words found in the other's quoted words, the speakers, a title
(which tells only the main thing) and the relatedness of the articles add. Round numbers, compared
by the development half of the statements set: `python eval/gate.py statements`."""

_TELLING = 0.5
"""Weight of the quoted words of a fragment below which they are too common to tell."""

_AGAIN = 0.6
_AGAIN_IN_A_ROW = 0.5
"""Part of the content words of two units of one article that both hold from which one says the
other again; less will do where three words in a row are the same."""

_LEAST_CONTENT = 2
"""Content words of a quotation from which a part of it is known again."""

RELATED = 0.15
"""Relatedness below which two articles are not of one story and nothing in them is compared."""


_SPEAKERS = {told: Reason("speakers", told) for told in ("same", "different", "unknown")}


class Likeness(NamedTuple):
    """A score 0..1 and what it rests on."""

    score: float
    shared: float
    runs: float
    marked: float
    speakers: str
    apart: bool = False
    """Whether the two may never stand in one statement, whatever else they share."""

    @property
    def why(self) -> tuple[Reason, ...]:
        """The reasons as data."""
        return (
            Reason("shared words", "by rarity", round(self.shared, 4)),
            Reason("shared runs of three words", "of the shorter wording", round(self.runs, 4)),
            Reason("words in marks in both", "of the shorter quotation", round(self.marked, 4)),
            _SPEAKERS[self.speakers],
        )


NONE = Likeness(0.0, 0.0, 0.0, 0.0, "unknown")
_APART = NONE._replace(apart=True)


def compare_units(a: Unit, b: Unit, counts: tuple[Counts, Counts], related: float) -> Likeness:
    """How surely `a` and `b`, from articles with these counts, are the same thing said."""
    left, right = a.content, b.content
    common = left & right
    if not common or related < RELATED:
        return NONE
    speakers = compare_speakers(a.speaker, b.speaker)
    if are_apart(a, b, speakers):
        return _APART
    if a.article == b.article and not repeats(a, b):
        return NONE
    weight = weigh(common, *counts)
    whole, other = weigh(left, *counts), weigh(right, *counts)
    of_both, of_shorter = 2 * weight / (whole + other), weight / min(whole, other)
    part = _OF_BOTH if (a if whole < other else b).quoted else _OF_BOTH_REPORTED
    shared = (part * of_both + (1 - part) * of_shorter) * min(1.0, weight / _ENOUGH)
    runs = _shared_runs(a, b)
    marked = _shared_marked(a, b, counts)
    if not (runs or marked) and _count_terms(common, a, b) < _least_common(a, b):
        return NONE
    score = shared + _RUNS * runs + _MARKED * marked + min(related, _RELATED) - _UNRELATED
    # two reports in reporters' words share few of them, so that who said it tells more
    same = _SAME_SPEAKER if a.quoted or b.quoted else 2 * _SAME_SPEAKER
    score += {"same": same, "different": -_OTHER_SPEAKER, "unknown": 0.0}[speakers]
    score += _IN_TITLE * (a.in_title or b.in_title)
    return Likeness(min(1.0, max(0.0, score)), shared, runs, marked, speakers)


def repeats(a: Unit, b: Unit) -> bool:
    """Whether one says again what the other says: nearly the same words, or a part of its quote.

    Within an article that is what makes two units one statement; across articles the same thing
    is said in other words, within one it is a next thing about the same matter.
    """
    both = len(a.stems) + len(b.stems)
    kept = 2 * len(a.content & b.content) / both if both else 1.0
    if kept >= _AGAIN or (kept >= _AGAIN_IN_A_ROW and not a.runs.isdisjoint(b.runs)):
        return True
    return is_part(a, b) or is_part(b, a)


def _count_terms(common: frozenset[str], a: Unit, b: Unit) -> int:
    """Content words in common; two that stand side by side in both are one term.

    “Legal status” is one thing to speak of, not two, unless that is all that one of them says.
    """
    is_all = _LEAST_CONTENT in (len(a.stems), len(b.stems))
    if is_all or len(common) != _LEAST_CONTENT or common not in _neighbours(a) & _neighbours(b):
        return len(common)
    return 1


def _neighbours(unit: Unit) -> set[frozenset[str]]:
    """Stems of the words that stand side by side."""
    stems = [stem(word) for word in unit.words]
    return {frozenset(pair) for pair in pairwise(stems)}


def _least_common(a: Unit, b: Unit) -> int:
    """Terms that two units without a run of words in common have to share."""
    if a.is_quoted and b.is_quoted:
        return _LEAST_CONTENT
    return min(_LEAST_CONTENT, len(a.stems), len(b.stems))


def is_part(a: Unit, b: Unit) -> bool:
    """Whether what `a` quotes stands as it is in what `b` quotes, and is more than a word."""
    if len(a.quoted) > len(b.quoted) or len(content_of(a.quoted)) < _LEAST_CONTENT:
        return False
    return shared_runs(a.quoted, b.quoted) == len(a.quoted)


def _shared_marked(a: Unit, b: Unit, counts: tuple[Counts, Counts]) -> float:
    """Part of the shorter quotation's weight that the other quotes too, where one is a fragment.

    Reporters put in marks what they want to have word for word: a single such word in both tells
    more than the words around it.
    """
    if a.is_quoted and b.is_quoted:
        return 0.0
    weight = weigh(a.marked & b.marked, *counts)
    if weight < _TELLING:
        return 0.0
    return weight / min(weigh(a.marked, *counts), weigh(b.marked, *counts))


def _shared_runs(a: Unit, b: Unit) -> float:
    """Part of the shorter unit's words in runs that both hold."""
    return shared_runs(a.words, b.words) / min(len(a.words), len(b.words))
