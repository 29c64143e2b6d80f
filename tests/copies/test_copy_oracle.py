"""Fast paths against slow obvious ones."""

from __future__ import annotations

import itertools

import numpy as np
from copy_articles import CASES, article
from hypothesis import given
from hypothesis import strategies as st

from onrecord.copies.borrowed import find_borrowed
from onrecord.copies.candidates import find_candidates
from onrecord.copies.fingerprints import Fingerprint, read_fingerprints
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
    articles = [article(name) for name in sorted(CASES["texts"])]
    texts = [read_own(one) for one in articles]
    candidates = set(find_candidates(list(read_fingerprints(articles))))
    found = {
        (i, j)
        for j in range(len(texts))
        for i in range(j)
        if score_of(compare_texts(texts[i], texts[j])) >= 0.5 and i != j
    }
    assert found
    assert found <= candidates


RUNS = st.lists(st.integers(0, 40), max_size=30)


@given(st.lists(RUNS, max_size=7))
def test_candidates_are_the_pairs_that_share_enough_runs(runs: list[list[int]]) -> None:
    """Sorting all runs at once counts what comparing each article with each other counts."""
    prints = [Fingerprint(0, "", np.array(one, dtype=np.uint32)) for one in runs]
    slow = [
        (i, j)
        for i, j in itertools.combinations(range(len(runs)), 2)
        if len(set(runs[i]) & set(runs[j])) >= 4  # four are more than a 25th of thirty
    ]
    assert find_candidates(prints) == slow


def test_a_story_printed_by_hundreds_leads_to_few_pairs() -> None:
    """Each version is paired with a few others, the same ones, and none is left out."""
    story = np.arange(300, dtype=np.uint32)
    prints = [Fingerprint(0, "", story[k % 50 :]) for k in range(500)]
    pairs = find_candidates(prints)
    assert {text for pair in pairs for text in pair} == set(range(500))
    assert len(pairs) < 3 * 500


def test_what_an_outlet_prints_under_every_story_makes_no_pairs() -> None:
    """A run that many articles hold weighs little, so that a template leads to no comparison."""
    template = np.arange(20, dtype=np.uint32)
    own = np.arange(100, 100 + 40 * 300, dtype=np.uint32).reshape(40, 300)
    prints = [Fingerprint(0, "", np.concatenate((rest, template))) for rest in own]
    assert find_candidates(prints) == []
    assert len(find_candidates(prints[:3])) == 3


@given(st.text(alphabet='ab “”"\n:QA.(@)', max_size=80))
def test_borrowed_spans_are_in_order_and_inside(text: str) -> None:
    """Spans of borrowed words slice to the text and never overlap."""
    spans = find_borrowed(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
