"""Quotation marks: pairs found, repaired and told apart from apostrophes and inches."""

from __future__ import annotations

import pytest
from case_reader import read_cases

from onrecord.text import find_quotations


@pytest.mark.parametrize("case", read_cases("quotation.json"))
def test_quotations_of_cases(case: dict) -> None:
    """A text's quotations are the ones the case lists, closed, nested and continued as it says."""
    found = find_quotations(case["text"])
    assert [q.inner.of(case["text"]) for q in found] == case["inner"]
    for what in ("depth", "closing", "continues"):
        if what in case:
            assert [getattr(q, what) for q in found] == case[what]


def test_span_covers_the_marks() -> None:
    """The span of a quotation is its marks and the words between them."""
    text = "He said “run” twice."
    (found,) = find_quotations(text)
    assert found.span.of(text) == "“run”"
    assert (found.opener, found.closer) == ("“", "”")
    assert found.closed


def test_an_unclosed_quotation_says_so() -> None:
    """A quotation without a closing mark has an empty closer and is not closed."""
    (found,) = find_quotations("“The keel was cracked.")
    assert found.closer == ""
    assert not found.closed
