"""What an article says as its own and another one attributes: no marks, no source.

Two ways of it are told: the words of a quotation (`laundered`), and nearly all of what a report
says (`adopted`).
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from onrecord.records import Reason
from onrecord.statements.adopted import find_adopted, is_report
from onrecord.statements.laundered import find_laundered, is_quotation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.statements.own_sentences import OwnSentence
    from onrecord.statements.rarity import Counts, Relatedness
    from onrecord.statements.units import Unit

_AT_ONCE = 300_000
"""Sentences whose words are held in memory at a time."""

_QUOTED = Reason("quoted words without marks or source")
_REPORTED = Reason("reported words without a source")


class OwnVoice(NamedTuple):
    """A sentence that says something as the article's own, and why it is taken for the same."""

    sentence: OwnSentence
    why: Reason


def find_own_voice(
    units: Sequence[Unit],
    sentences: Iterable[OwnSentence],
    counts: Sequence[Counts],
    related: Relatedness,
) -> Mapping[int, Sequence[OwnVoice]]:
    """For positions of units the sentences of other articles that say the same as their own."""
    found: dict[int, dict[OwnSentence, OwnVoice]] = {}
    quoted = [k for k, unit in enumerate(units) if is_quotation(unit)]
    reported = [k for k, unit in enumerate(units) if is_report(unit)]
    remaining = iter(sentences)
    while batch := list(islice(remaining, _AT_ONCE)):
        for position, sentence in find_laundered(units, quoted, batch, related):
            found.setdefault(position, {})[sentence] = OwnVoice(sentence, _QUOTED)
        for position, sentence in find_adopted(units, reported, batch, counts, related):
            voices = found.setdefault(position, {})
            voices.setdefault(sentence, OwnVoice(sentence, _REPORTED))
    return {position: list(voices.values()) for position, voices in found.items()}
