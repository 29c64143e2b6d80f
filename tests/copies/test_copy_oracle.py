"""Fast paths against slow obvious ones."""

from __future__ import annotations

import itertools

from copy_articles import CASES, article
from hypothesis import given
from hypothesis import strategies as st

from onrecord.copies.borrowed import find_borrowed
from onrecord.copies.candidates import find_candidates
from onrecord.copies.own_words import read_own
from onrecord.copies.scoring import score_of
from onrecord.copies.sharing import compare_texts
from onrecord.copies.twins import likeness

WORDS = st.lists(st.sampled_from("abcde"), max_size=12)


def slow_subsequence(a: list[str], b: list[str]) -> int:
    """Length of the longest common subsequence by its textbook table."""
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            table[i + 1][j + 1] = (
                table[i][j] + 1 if x == y else max(table[i][j + 1], table[i + 1][j])
            )
    return table[-1][-1]


@given(a=WORDS, b=WORDS)
def test_likeness_is_the_common_subsequence(a: list[str], b: list[str]) -> None:
    """The bits of a number count what the table counts."""
    both = len(a) + len(b)
    expected = 2 * slow_subsequence(a, b) / both if a and b else 0.0
    assert likeness(a, b) == expected
    assert likeness(a, b) == likeness(b, a)


def test_no_copy_is_lost_before_it_is_compared() -> None:
    """Every pair that comparing all pairs finds is among the candidates."""
    texts = [read_own(article(name)) for name in sorted(CASES["texts"])]
    candidates = set(find_candidates(texts))
    found = {
        (i, j)
        for j in range(len(texts))
        for i in range(j)
        if score_of(compare_texts(texts[i], texts[j])) >= 0.5 and i != j
    }
    assert found
    assert found <= candidates


@given(st.text(alphabet='ab “”"\n:QA.(@)', max_size=80))
def test_borrowed_spans_are_in_order_and_inside(text: str) -> None:
    """Spans of borrowed words slice to the text and never overlap."""
    spans = find_borrowed(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
