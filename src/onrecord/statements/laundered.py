"""Words quoted in one article that stand in another's own voice.

Nearly all words of the quotation must stand in one sentence in the same order.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from onrecord.statements.likeness import RELATED
from onrecord.statements.vocabulary import content_of, runs_of
from onrecord.statements.wording import shared_runs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from onrecord.statements.own_sentences import OwnSentence
    from onrecord.statements.rarity import Relatedness
    from onrecord.statements.units import Unit

_SHORTEST = 6
_LEAST_CONTENT = 2
"""Words and content words of a quotation below which its words may turn up by chance; with no
more content words than these it must turn up whole."""

_NEARLY_ALL = 0.75
"""Part of the quotation's words that the sentence holds in runs of three and more."""

_LEAST_RUNS = 0.4
"""Runs of three both hold, for each word of the quotation, below which the part above is out of
reach; saves comparing."""


def find_laundered(
    units: Sequence[Unit],
    quoted: Iterable[int],
    sentences: Sequence[OwnSentence],
    related: Relatedness,
) -> Iterator[tuple[int, OwnSentence]]:
    """Positions among those `quoted`, and sentences of other articles that say the same as own."""
    places: dict[tuple[str, ...], list[int]] = {}
    for number, sentence in enumerate(sentences):
        for run in runs_of(sentence.words):
            places.setdefault(run, []).append(number)
    for position in quoted:
        unit = units[position]
        for number in _near(unit.quoted, places):
            if _is_laundered(unit, sentences[number], related):
                yield position, sentences[number]


def is_quotation(unit: Unit) -> bool:
    """Whether a unit's quoted words are enough to be known again."""
    return len(unit.quoted) >= _SHORTEST and len(content_of(unit.quoted)) >= _LEAST_CONTENT


def _near(quoted: tuple[str, ...], places: Mapping[tuple[str, ...], Sequence[int]]) -> list[int]:
    """Numbers of the sentences that share enough runs of three words with a quotation."""
    near: Counter[int] = Counter()
    for run in runs_of(quoted):
        if run in places:
            near.update(places[run])
    return sorted(number for number, times in near.items() if times >= _LEAST_RUNS * len(quoted))


def _is_laundered(unit: Unit, sentence: OwnSentence, related: Relatedness) -> bool:
    """Whether a sentence of another article holds what a unit quotes."""
    if sentence.article == unit.article:
        return False
    is_short = len(content_of(unit.quoted)) <= _LEAST_CONTENT
    needed = len(unit.quoted) * (1 if is_short else _NEARLY_ALL)
    if shared_runs(unit.quoted, sentence.words) < needed:
        return False
    return related.between(unit.article, sentence.article) >= RELATED
