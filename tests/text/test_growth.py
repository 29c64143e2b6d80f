"""Work grows with the length of the text, not with its square, whatever the text is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from growth import growth
from onrecord.text import find_quotations, fold, split_paragraphs, split_sentences, words_of

if TYPE_CHECKING:
    from collections.abc import Callable

LINEAR = 2.3
LENGTH = 1200
NEWS = "“The keel was cracked,” said Ida Moe, a diver. She told the court that it had sunk.\n\n"
UNITS = {
    "news": NEWS,
    "words": "boat ",
    "stops": ". ",
    "apostrophes": "it’s ",
    "paragraphs left open": "“a\n",
    "closing marks": "a” ",
    "single opening marks": "‘a ",
    "quotations": "“a” ",
    "opening marks": "“a ",
    "straight marks": '"a b ',
    "mixed opening marks": '"a “b ',
}


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
@pytest.mark.parametrize("function", [split_paragraphs, split_sentences, words_of, fold])
def test_linear(function: Callable[[str], object], unit: str) -> None:
    """A text twice as long takes about twice as many steps."""
    assert growth(function, unit, LENGTH) < LINEAR


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_quotations_are_linear(unit: str) -> None:
    """Finding quotations in a paragraph twice as long takes about twice as many steps."""
    assert growth(find_quotations, unit, LENGTH) < LINEAR
