"""Contents that break off in the middle of a phrase are read on to the next mark."""

from __future__ import annotations

import pytest

from onrecord.attribution.endings import finish_contents
from onrecord.attribution.found import Found
from onrecord.records import Span

CASES = [
    ("Moe hopes to see it before the autumn storms. Voss left.", "to see it before the", ". "),
    ("Moe hopes to see it before noon today. Voss left.", "to see it before noon", " today"),
    ("Moe spoke of the keel, the oar and the", "the keel, the oar and the", ""),
]


@pytest.mark.parametrize(("text", "content", "then"), CASES)
def test_a_broken_content_goes_on_to_the_next_mark(text: str, content: str, then: str) -> None:
    """One that ends in a word like "the" with more behind it; another one stays as it is."""
    start = text.index(content)
    broken = Found((Span(start, start + len(content)),), (Span(4, 9),), (Span(0, 3),), "speech", ())
    (found,) = finish_contents(text, [broken])
    assert text[found.content[0].end :].startswith(then)


def test_a_broken_content_stops_before_its_own_source() -> None:
    """What is added never reaches into the source or the cue."""
    text = "It rained on the quay Moe said"
    broken = Found((Span(0, 16),), (Span(26, 30),), (Span(22, 25),), "speech", ("tagger",))
    (found,) = finish_contents(text, [broken])
    assert found.content[0].of(text) == "It rained on the quay"
