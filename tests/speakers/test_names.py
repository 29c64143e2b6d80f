"""Names in texts: what they are made of, and that their offsets hold."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import speakers
from onrecord.speakers.cast import build_cast
from onrecord.speakers.lexicon import sections
from onrecord.speakers.names import find_names
from onrecord.speakers.spelling import is_one_edit, same_person_name

PIECES = (
    "Mara Lindqvist", "the", "Minister", "Jonas Weil's", "of", "de", "NATO", "(NCPA)", "“", "”",
    "said", "he", ",", ".", "\n\n", "U.S.", "O’Brien", "al-Sisi", "McDonald’s", "—", "é", "ß", "’",
)  # fmt: skip

MODULES = [m.name for m in pkgutil.iter_modules(speakers.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_docstrings_run(name: str) -> None:
    """Every example in a docstring gives what it says."""
    assert doctest.testmod(importlib.import_module(f"onrecord.speakers.{name}")).failed == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Labour's Shadow Home Secretary Ann Moe spoke.", ["Labour", "Ann Moe"]),
        ("The Governor of Ontario Bo Lind came.", ["Bo Lind"]),
        ("Yesterday Moe met Lind.", ["Moe", "Lind"]),
        ("The Port Ellis Sheriff's Office called.", ["Port Ellis Sheriff's Office"]),
        ("The Food and Drug Administration met.", ["Food and Drug Administration"]),
        ("Martin King and King Harald met.", ["Martin King", "Harald"]),
        ("comScore counted.", ["comScore"]),
    ],
)
def test_names_are_found(text: str, expected: list[str]) -> None:
    """Titles, owners and first words of sentences are no part of a name."""
    assert [name.text for name in find_names(text)] == expected


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=25))
def test_names_slice_to_the_text(pieces: list[str]) -> None:
    """A name's span covers its words, its run covers the span, and names come in order."""
    text = " ".join(pieces)
    names = find_names(text)
    for name in names:
        assert " ".join(name.span.of(text).split()) == name.text
        assert name.run.contains(name.span)
        assert len(name.keys) > 0
    assert list(names) == sorted(names, key=lambda n: n.span)
    cast = build_cast(text)
    assert all(m.members for m in cast.meant)
    assert sum(len(m.mentions) for m in cast.members) == sum(
        len(m.members) == 1 for m in cast.meant
    )


@given(st.text("abcd", max_size=7), st.text("abcd", max_size=7))
def test_one_edit_goes_both_ways(a: str, b: str) -> None:
    """What is one slip from a word is one slip to it."""
    assert is_one_edit(a, b) == is_one_edit(b, a)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("dora j trent", "dora trent", True),
        ("bill corran", "helen corran", False),
        ("mike moe", "michael moe", True),
        ("john weil", "john weir", False),
        ("john smithers", "john smithars", True),
        ("park min-jun", "park min jun", True),
        ("ramon rosales", "ramon rosales nieto", True),
    ],
)
def test_same_person_names(a: str, b: str, same: bool) -> None:
    """Full names agree in every part that both give."""
    assert same_person_name(tuple(a.split()), tuple(b.split())) is same


@pytest.mark.parametrize(
    "name", ["people", "organisations", "places", "verbs_and_openers", "nobody"]
)
def test_word_lists_are_folded(name: str) -> None:
    """Every word of a list is in lower case, and no section is empty."""
    for section, lines in sections(name).items():
        assert lines, section
        assert all(line == line.casefold() for line in lines)
