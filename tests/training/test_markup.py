"""Layouts filled: marks, commas and spans."""

from __future__ import annotations

import pytest
from edits import maybe_replaced, substituted
from markup import Fragment, filled
from verbs import inflected

FORMS = [
    ("say", "past", False, "said"),
    ("say", "third", True, "say"),
    ("deny", "third", False, "denies"),
    ("deny", "past", False, "denied"),
    ("slam", "ing", False, "slamming"),
    ("agree", "ing", False, "agreeing"),
    ("be sure", "past", True, "were sure"),
    ("be sure", "third", True, "are sure"),
    ("also *say", "third", False, "also says"),
    ("*laugh and *say", "past", False, "laughed and said"),
    ("go on record as saying", "done", False, "gone on record as saying"),
    ("stress", "third", False, "stresses"),
    ("portray", "past", False, "portrayed"),
]
QUOTED = [Fragment("“"), Fragment("It leaks", 4), Fragment("”")]


@pytest.mark.parametrize(("phrase", "form", "plural", "expected"), FORMS)
def test_verbs_are_inflected(phrase: str, form: str, plural: bool, expected: str) -> None:
    """A phrase's verb is in the form asked for."""
    assert inflected(phrase, form, plural=plural) == expected


def test_comma_goes_inside_the_mark() -> None:
    """A comma after a quotation stands before its closing mark, within the content."""
    built = filled("[q $d], [s she] [c said].", {"d": QUOTED})
    assert built.text == "“It leaks,” she said."
    assert built.spans(0, "q") == [[0, 11]]
    assert built.copies == ((4, 12, 1),)


def test_comma_is_left_out_after_a_question() -> None:
    """A quotation that asks takes no comma."""
    asked = [Fragment("“"), Fragment("Who"), Fragment("?"), Fragment("”")]
    assert filled("[q $d], [s she] [c said].", {"d": asked}).text == "“Who?” she said."


def test_apposition_is_closed_before_a_verb_only() -> None:
    """The comma that closes a source is left out where the sentence pauses anyhow."""
    source = [Fragment("Ida Moe, a diver"), Fragment(",")]
    assert filled("[s $s] [c said] so.", {"s": source}).text == "Ida Moe, a diver, said so."
    assert filled("So [c said] [s $s].", {"s": source}).text == "So said Ida Moe, a diver."


@pytest.mark.parametrize("layout", ["[s she", "she]"])
def test_brackets_must_pair(layout: str) -> None:
    """A layout that does not close what it opens is refused."""
    with pytest.raises(ValueError, match="bracket"):
        filled(layout, {})


def test_words_of_others_are_never_cut() -> None:
    """A stretch is not replaced where another attribution's words would be lost."""
    quote = {"name": "A0", "in": None, "speaker": None, "type": "speech"}
    quotes = [{**quote, "source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 14]]}]
    article = {"text": "She said hello there.", "quotes": quotes}
    assert maybe_replaced(article, (9, 20), filled("nothing", {}), {}, {}) is None
    kept = filled("$w to all", {"w": [Fragment("hello", 9)]})
    changed = maybe_replaced(article, (9, 20), kept, {}, {})
    assert changed is not None
    assert changed["text"] == "She said hello to all."
    assert changed["quotes"][0]["content"] == [[9, 14]]


def test_substitutes_of_any_length_carry_spans() -> None:
    """Characters written as several move what follows."""
    quote = {"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 13]]}
    changed = substituted({"text": "She said “so”", "quotes": [quote]}, {"“": "â€œ"})
    ((start, end),) = changed["quotes"][0]["content"]
    assert changed["text"][start:end] == "â€œso”"
