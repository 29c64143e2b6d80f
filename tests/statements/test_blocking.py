"""Which units are compared at all: the quick way misses nothing that counts."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from said_articles import CASES, read_said

from onrecord.statements.blocking import find_pairs
from onrecord.statements.likeness import repeats
from onrecord.statements.units import Unit, find_units

NOTATIONS = [
    notation
    for group in ("in the wild", "negative", "known failures")
    for case in CASES[group]
    for notation in case["articles"].values()
]


def units_of(notations: list[str]) -> list[Unit]:
    """Units of the articles that the notations describe."""
    said = [read_said(f"a{number}", notation) for number, notation in enumerate(notations)]
    return [
        unit
        for position, each in enumerate(said)
        for unit in find_units(position, each.article, each.attributions)
    ]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(NOTATIONS), max_size=4), st.randoms(use_true_random=False))
def test_pairs_worth_comparing_are_found(notations: list[str], chance: Any) -> None:
    """Across articles two shared words, within one whatever says the other again in some words."""
    # an article that says several articles' statements repeats itself
    units = units_of([*notations, " ".join(chance.choices(NOTATIONS, k=3))])
    found = set(find_pairs(units))
    for j, unit in enumerate(units):
        for i, other in enumerate(units[:j]):
            shared = len(unit.content & other.content)
            if unit.article != other.article:
                assert ((i, j) in found) >= (shared > 1)
            elif shared > 1 and repeats(unit, other):
                assert (i, j) in found
