"""Sentences: where a full stop ends one, and where it does not."""

from __future__ import annotations

import pytest
from case_reader import read_cases

from onrecord.records import Span
from onrecord.text import split_sentences


@pytest.mark.parametrize("case", read_cases("sentences.json"))
def test_sentences_of_cases(case: dict) -> None:
    """A text falls into the sentences that the case lists."""
    text = case["text"]
    assert [sentence.of(text) for sentence in split_sentences(text)] == case["sentences"]


def test_only_the_asked_for_stretch_is_split() -> None:
    """Sentences of a span lie in that span and keep their offsets in the whole text."""
    text = "One sank. Two swam. Three rowed."
    found = split_sentences(text, Span(10, 19))
    assert found == (Span(10, 19),)
    assert found[0].of(text) == "Two swam."
