"""Words with their places."""

from __future__ import annotations

import pytest

from onrecord.text import words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It’s half-done, she said.", ["It’s", "half-done", "she", "said"]),
        ("the divers’ boat", ["the", "divers", "boat"]),
        ("the U.S. Navy", ["the", "U.S", "Navy"]),
        ("so\u00adme thing", ["so\u00adme", "thing"]),
        ("AT&T paid 40", ["AT&T", "paid", "40"]),
        ("under_score", ["under", "score"]),
        ("Пять 海 🚢 café", ["Пять", "海", "café"]),
        ("“…”", []),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    """Letters and digits make words; marks between two of them hold them together."""
    assert [word.text for word in words_of(text)] == words


def test_words_between_two_offsets() -> None:
    """Only words within the offsets come back, with their places in the whole text."""
    found = words_of("one two three", 4, 8)
    assert [(word.text, word.span) for word in found] == [("two", (4, 7))]


@pytest.mark.xfail(strict=True, reason="a combining accent ends a word")
@pytest.mark.parametrize("text", ["cafe\u0301s", "हिन्दी"], ids=["accents apart", "vowel signs"])
def test_combining_marks_belong_to_their_word(text: str) -> None:
    """A word written with combining marks is one word."""
    assert [word.text for word in words_of(text)] == [text]
