"""Wordings compared: the same quotation, the edits between two, the sentences carried."""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.statements import align_sentences, compare_words, diff_words
from onrecord.statements.wording import shared_runs
from onrecord.text import fold_word, words_of

WORDS = st.lists(st.sampled_from("we will not sell the old yard to them".split()), max_size=12)

SAME = [
    ("We will not sell the yard", "“we will NOT sell the yard,”"),
    ("We have kept both receipts, and we will show them.", "we have kept both receipts"),
    ("It’s a raft with a bar", "It's a raft with a bar, and no more than that"),
    ("freight", "freight"),
]
OTHER = [
    ("We will not sell the yard this year", "We will not be moved by them, not ever"),
    ("They knew in March that it was cracked", "Nobody knew of it until the Friday"),
    ("", "We will not sell the yard"),
    ("", ""),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_one_quotation_is_known_again(a: str, b: str) -> None:
    """Cuts, marks, case and apostrophes leave a quotation what it is."""
    assert compare_words(a, b) >= 0.5


@pytest.mark.parametrize(("a", "b"), OTHER)
def test_another_quotation_is_not_taken_for_it(a: str, b: str) -> None:
    """A turn of phrase in common makes no quotation the same."""
    assert compare_words(a, b) < 0.5


@given(a=WORDS, b=WORDS)
def test_shared_runs_are_the_matching_blocks(a: list[str], b: list[str]) -> None:
    """Leaving out stretches too short for a run changes nothing in what the two share."""
    a, b = sorted((a, b), key=len)
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    whole = len(a) if f" {' '.join(a)} " in f" {' '.join(b)} " else 0
    assert shared_runs(a, b) == (whole or sum(block.size for block in blocks if block.size >= 3))


@given(a=WORDS, b=WORDS)
def test_diffs_can_be_replayed(a: list[str], b: list[str]) -> None:
    """The edits' befores make the one wording, their afters the other; scores stay in range."""
    before, after = " ".join(a), " ".join(b)
    edits = diff_words(before, after)
    assert " ".join(e.before for e in edits if e.before) == before
    assert " ".join(e.after for e in edits if e.after) == after
    for edit in edits:
        same = [[fold_word(w.text) for w in words_of(t)] for t in (edit.before, edit.after)]
        assert (edit.op == "same") == (same[0] == same[1])
    assert 0 <= compare_words(before, after) <= 1


@given(st.lists(st.sampled_from(["It rained.", "The gate failed twice.", "Nobody came."])))
def test_a_text_carries_itself(sentences: list[str]) -> None:
    """Each sentence is carried once, by a sentence that reads the same."""
    pairs = align_sentences(sentences, sentences)
    assert [i for i, _ in pairs] == list(range(len(sentences)))
    assert sorted(j for _, j in pairs) == list(range(len(sentences)))
    assert all(sentences[i] == sentences[j] for i, j in pairs)


def test_reworded_and_reordered_sentences_are_found() -> None:
    """Swapped words and clauses are carried; a new sentence is not."""
    a = [
        "On Friday the last ferry to the island was cancelled because of a crack.",
        "Nobody was hurt when the ship drifted across the sound.",
        "The report is due in July.",
    ]
    b = [
        "Nobody was injured when the vessel drifted across the strait.",
        "The last ferry to the island was cancelled on Friday because of a crack.",
        "Apples are cheap this year.",
    ]
    assert align_sentences(a, b) == [(0, 1), (1, 0)]
    assert align_sentences([], b) == []


def test_a_sentence_in_other_words_is_carried_if_nothing_else_is_like_it() -> None:
    """Few words in common will do where no other sentence shares as many."""
    a = ["The minister drowned the whole plan in a bucket.", "Nobody came to the harbour."]
    b = ["The secretary buried the old plan in a drawer.", "The soup was cold."]
    assert align_sentences(a, b) == [(0, 0)]
    assert align_sentences([*a, "The captain put the plan in a locker."], b) == []


def test_of_equal_sentences_that_beside_a_sure_one_is_carried() -> None:
    """A line printed twice is carried where the sentence before it is."""
    line = "Photograph by the harbour office"
    a = ["The lock was shut at noon.", line]
    b = [
        line,
        "Apples are cheap this year.",
        "Rain fell all day.",
        "The lock was shut at noon.",
        line,
    ]
    assert align_sentences(a, b) == [(0, 3), (1, 4)]
