"""Pairs of articles: what is a copy, what is a part taken over, what is only quoted by both."""

from __future__ import annotations

from typing import Any

import pytest
from copy_articles import CASES, article

from onrecord.copies import compare_pair, label_pair
from onrecord.records import Article, Span

KNOWN = pytest.mark.xfail(strict=True, reason="a known failure")
PAIRS = [
    pytest.param(case, id=case["name"], marks=[KNOWN] if group == "known failures" else [])
    for group in ("in the wild", "negative", "known failures")
    for case in CASES[group]
]


@pytest.mark.parametrize("case", PAIRS)
def test_pairs_are_told_apart(case: dict[str, Any]) -> None:
    """The score says yes to copies alone, and the kind and the letter say what is shared."""
    a, b = article(case["a"]), article(case["b"])
    pair = compare_pair(a, b)
    assert (pair.score >= 0.5) == case["copy"]
    assert pair.kind == case.get("kind", pair.kind)
    assert label_pair(a, b) == case["label"]


@pytest.mark.parametrize("case", PAIRS[:-1])
def test_the_score_does_not_depend_on_who_comes_first(case: dict[str, Any]) -> None:
    """Comparing b with a gives what comparing a with b gives, the names turned."""
    a, b = article(case["a"]), article(case["b"])
    forth, back = compare_pair(a, b), compare_pair(b, a)
    assert (forth.score, forth.kind, forth.why) == (back.score, back.kind, back.why)
    assert (forth.a, forth.b) == (back.b, back.a)
    assert label_pair(a, b) == label_pair(b, a)


def test_every_pair_gives_its_evidence() -> None:
    """The reasons carry the counts the score was made from."""
    pair = compare_pair(article("wire"), article("wire reworded"))
    twins, likeness = pair.why
    assert twins.rule == "sentence twins"
    assert twins.detail == "9 sentences, 175 of 175 own words"
    assert twins.score == 1.0
    assert likeness.score is not None
    assert 0.5 < likeness.score < 0.9


def test_furniture_is_no_evidence() -> None:
    """Sentences an article's reader marked as furniture are not compared."""
    whole = article("wire")
    caption = ((Span(0, len(whole.text)), "caption"),)
    marked = Article("marked", whole.text, furniture=caption)
    other = article("wire cut and credited")
    assert compare_pair(whole, other).score > 0.9
    assert compare_pair(marked, other).score < 0.5


@pytest.mark.parametrize("text", ["", "   \n\n ", "Gone.", "“", "…\n" * 50, "word " * 3000])
def test_odd_texts_are_compared_without_complaint(text: str) -> None:
    """Texts with nothing to compare give a score, never an error."""
    odd = Article("odd", text)
    assert 0 <= compare_pair(odd, article("wire")).score < 0.5
    assert 0 <= compare_pair(odd, odd).score <= 1
