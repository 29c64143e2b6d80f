"""What one article reports of somebody, told in another's own voice in nearly the same words.

Nearly all that the report says, by the weight of its words and in their order, must stand in one
sentence, and make up a good part of it: two reporters who tell one event share its names.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.statements.likeness import RELATED
from onrecord.statements.polarity import is_negated
from onrecord.statements.rarity import weigh
from onrecord.statements.vocabulary import SMALL
from onrecord.text import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from onrecord.statements.own_sentences import OwnSentence
    from onrecord.statements.rarity import Counts, Relatedness
    from onrecord.statements.units import Unit

_LEAST_CONTENT = 4
_LEAST_WEIGHT = 2.0
_COVERED = 0.8
_IN_ORDER = 0.7
_OF_BOTH = 0.4
"""Content words of a report, their weight, the part of that weight and of the words in their order
that a sentence holds, and of the weight of both what they share, from which it says the same. Of 25
likest sentences of the statements set (development half) those above are the ones a reader calls
the same; lower limits let in sentences about one event."""

_NEAR = 2
"""Pairs of neighbouring content words both hold from which they are compared."""

_VERBS = frozenset(
    "is are was were has had have will would can could may might must do did does should been be "
    "that".split()
)
"""Words of which a report in a reporter's words holds one where it says something and does not
only name it: “the inquiry into her accounts” says nothing."""


def find_adopted(
    units: Sequence[Unit],
    reported: Iterable[int],
    sentences: Sequence[OwnSentence],
    counts: Sequence[Counts],
    related: Relatedness,
) -> Iterator[tuple[int, OwnSentence]]:
    """Positions among those `reported`, and sentences of other articles that say the same."""
    stems = [_in_order(sentence.words) for sentence in sentences]
    places: dict[tuple[str, str], list[int]] = {}
    for number, words in enumerate(stems):
        for pair in set(pairwise(words)):
            places.setdefault(pair, []).append(number)
    for position in reported:
        unit = units[position]
        words = _in_order(unit.words)
        for number in _near(words, places):
            sentence = sentences[number]
            if sentence.article == unit.article or is_negated(unit.words) != is_negated(
                sentence.words
            ):
                continue
            if related.between(unit.article, sentence.article) < RELATED:
                continue
            both = (counts[unit.article], counts[sentence.article])
            if _says_the_same(words, stems[number], both):
                yield position, sentence


def is_report(unit: Unit) -> bool:
    """Whether a unit is a report of something said, and enough of it to be known again."""
    if unit.attribution is None or unit.asks or unit.denies:
        return False
    is_clause = unit.is_quoted or not _VERBS.isdisjoint(unit.words)
    return is_clause and len(unit.stems) >= _LEAST_CONTENT


def _in_order(words: Sequence[str]) -> list[str]:
    """Stems of the content words, in their order."""
    return [stem(word) for word in words if word not in SMALL]


def _near(words: Sequence[str], places: Mapping[tuple[str, str], Sequence[int]]) -> list[int]:
    """Numbers of the sentences that share enough pairs of neighbouring words."""
    near: Counter[int] = Counter()
    for pair in set(pairwise(words)):
        if pair in places:
            near.update(places[pair])
    return sorted(number for number, times in near.items() if times >= _NEAR)


def _says_the_same(report: list[str], sentence: list[str], counts: tuple[Counts, Counts]) -> bool:
    """Whether nearly all of a report stands in a sentence that says little else."""
    ours, theirs = frozenset(report), frozenset(sentence)
    shared = weigh(ours & theirs, *counts)
    whole = weigh(ours, *counts)
    if shared < max(_LEAST_WEIGHT, _COVERED * whole):
        return False
    if 2 * shared < _OF_BOTH * (whole + weigh(theirs, *counts)):
        return False
    return _longest_in_common(report, sentence) >= _IN_ORDER * len(report)


def _longest_in_common(a: Sequence[str], b: Sequence[str]) -> int:
    """Length of the longest sequence of words that both hold in this order, gaps allowed."""
    lengths = [0] * (len(b) + 1)
    for word in a:
        before = 0
        for place, other in enumerate(b, 1):
            kept = lengths[place]
            lengths[place] = before + 1 if word == other else max(kept, lengths[place - 1])
            before = kept
    return lengths[-1]
