"""Folding: typography evened out, with a way back to every character."""

from __future__ import annotations

import pytest

from onrecord.records import Span
from onrecord.text import fold, fold_word


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("plain", "plain"),
        ("“It’s”", '"It\'s"'),
        ("„so“", '"so"'),
        ("‘a’ ‚b‘", "'a' 'b'"),
        ("so\u00adme", "some"),
        ("a\u00a0b\u2009c\u202fd", "a b c d"),
        ("wait…", "wait..."),
        ("1–2—3‑4−5", "1-2-3-4-5"),
        ("ﬁne ﬂour", "fine flour"),
        ("\ufeffx\u200by", "xy"),
        ("5′ 9″", "5' 9\""),
        ("café Пять 海 🚢", "café Пять 海 🚢"),
    ],
)
def test_folded_text(text: str, folded: str) -> None:
    """Marks, spaces, dashes and ligatures become plain; letters and case stay."""
    assert fold(text).text == folded


def test_back_spans_every_character_that_was_folded() -> None:
    """A span of the copy leads to the span it came from, over dropped and spread characters."""
    text = "a\u00adb…c"
    copy = fold(text)
    assert copy.text == "ab...c"
    assert copy.back(Span(0, 2)) == Span(0, 3)
    assert copy.back(Span(3, 4)).of(text) == "…"
    assert copy.back(Span(5, 6)).of(text) == "c"


def test_nothing_to_move_needs_no_map() -> None:
    """Where folding moved nothing, the copy carries no map and spans stay as they are."""
    copy = fold("“It’s”")
    assert copy.origin is None
    assert copy.back(Span(1, 5)) == Span(1, 5)


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Café’s", "cafe's"),
        ("ÅNGSTRÖM", "angstrom"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("co\u00adop", "coop"),
        ("e\u0301clair", "eclair"),
        ("Пять", "пять"),
        ("", ""),
    ],
)
def test_folded_words(word: str, folded: str) -> None:
    """Words compare without case, accents and soft hyphens."""
    assert fold_word(word) == folded
