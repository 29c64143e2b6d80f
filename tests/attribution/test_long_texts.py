"""Long texts and long sentences are answered, with work that grows with their length.

ONRECORD_LONG=1 adds five megabytes of news, which take minutes.
"""

from __future__ import annotations

import os

import pytest

from growth import growth
from onrecord.attribution import find_attributions
from onrecord.attribution.assembly import _read_text
from onrecord.options import AttributionOptions
from onrecord.records import Article

RULES = AttributionOptions(tagger=False)
LINEAR = 2.3
MEGABYTES = 5_000_000
NEWS = "“The keel was cracked,” said Ida Moe, a diver. She told the court that it had sunk.\n\n"

UNITS = {
    "words": ("boat ", 600),
    "names": ("Moe and ", 600),
    "clauses without a cue": ("it sank; ", 600),
    "adverbs": ("very ", 600),
    "brackets": ("( ", 600),
}
DENSE = {
    "news": (NEWS, 1500),
    "one paragraph of news": (NEWS.replace("\n\n", " "), 900),
    "turns of a transcript": ("MOE: yes.\nPELL: no.\n", 800),
    "reports in one sentence": ("he said ", 900),
    "according to, over and over": ("according to Moe, ", 900),
    "clauses with a cue": ("he said it sank; ", 500),
    "questions asked": ("Asked whether it held, she left.\n\n", 3000),
    "who is cited": ("Moe cited Pell as saying it fell. ", 3000),
    "quotations in one paragraph": ("“It sank,” he said. ", 800),
}


def attribute(text: str) -> object:
    """What the rules find in a text, read anew."""
    _read_text.cache_clear()
    return find_attributions(Article("a", text), RULES)


@pytest.mark.parametrize(("unit", "length"), UNITS.values(), ids=UNITS)
def test_linear(unit: str, length: int) -> None:
    """A text twice as long takes about twice as many steps."""
    assert growth(attribute, unit, length) < LINEAR


@pytest.mark.parametrize(("unit", "length"), DENSE.values(), ids=DENSE)
def test_linear_where_much_is_said(unit: str, length: int) -> None:
    """A text with twice as many attributions takes about twice as many steps."""
    assert growth(attribute, unit, length) < LINEAR


@pytest.mark.parametrize("character", ["a", " ", "\n", "."])
def test_five_megabytes_of_one_character(character: str) -> None:
    """One word, one stop or one space, five million times, is answered."""
    assert attribute(character * MEGABYTES) == ((), ())


@pytest.mark.skipif("ONRECORD_LONG" not in os.environ, reason="takes minutes: ONRECORD_LONG=1")
def test_five_megabytes_of_news() -> None:
    """Five megabytes of news are answered."""
    found, _ = find_attributions(Article("a", NEWS * (MEGABYTES // len(NEWS))), RULES)
    assert len(found) > MEGABYTES // len(NEWS)


@pytest.mark.skipif("ONRECORD_LONG" not in os.environ, reason="takes minutes: ONRECORD_LONG=1")
@pytest.mark.parametrize("character", ["’", "🚢", '"', "“", "("])
def test_five_megabytes_of_one_mark(character: str) -> None:
    """Five million marks and not a word are answered."""
    assert attribute(character * MEGABYTES)
