"""The signs that part two units: numbers, negations, questions, names without a word on them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from said_articles import statements_of

from onrecord.records import Span, SpeakerRef
from onrecord.statements.amounts import differ_in_amount, read_amounts
from onrecord.statements.overlaps import overlapping
from onrecord.statements.polarity import negated_stems
from onrecord.statements.speakers import compare_speakers
from onrecord.text import merge_spans

SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)), max_size=12).map(
    lambda pairs: merge_spans(Span(start, start + length) for start, length in pairs)
)


def amounts(text: str) -> set[tuple[str, float]]:
    """What a text counts."""
    return set(read_amounts(text, Span(0, len(text))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nine thousand cargo bicycles", {("cargo", 9000)}),
        ("a hundred and forty jobs", {("job", 140)}),
        ("55,000 pages", {("pag", 55000)}),
        ("seven million two hundred thousand five people", {("person", 7200005)}),
        ("twenty-two boats", {("boat", 22)}),
        ("three quarters of the boats", set()),
        ("half a million people", set()),
        ("one boat", set()),
        ("at nine, boats", set()),
    ],
)
def test_what_is_counted_is_read_in_digits_and_words(
    text: str, expected: set[tuple[str, float]]
) -> None:
    """Fractions and a lone “one” count nothing, and no number reaches over a stop."""
    assert amounts(text) == expected


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        ("nine boats", "twelve boats", True),
        ("nine boats", "nine boats and two tugs", False),
        ("300 pages", "307 pages", False),
        ("nine boats", "twelve tugs", False),
        ("nine boats or ten boats", "ten boats", False),
    ],
)
def test_amounts_differ_where_the_same_is_counted_otherwise(a: str, b: str, differ: bool) -> None:
    """Rounding is no difference, and another thing counted is none either."""
    assert differ_in_amount(frozenset(amounts(a)), frozenset(amounts(b))) == differ


def joined(first: str, second: str) -> bool:
    """Whether two reports by one speaker become one statement."""
    found = statements_of(
        {
            "wire": f"On Skarrow, of the ferry, Ilse Brand said {{Ilse Brand|indirect|{first}}}.",
            "post": f"On Skarrow, of the ferry, Ilse Brand said {{Ilse Brand|indirect|{second}}}.",
        }
    )
    return any(statement.carriers > 1 for statement in found)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            "the yard sold nine thousand lamps to the navy",
            "the yard sold nine thousand lamps to the navy in spring",
            True,
        ),
        (
            "the yard sold nine thousand lamps to the navy",
            "this year the yard meant to build fourteen thousand lamps for the navy",
            False,
        ),
        (
            "the light for the ferry had been green",
            "the light for the tug had not been green at all",
            False,
        ),
        (
            "whether the lamps had been paid for twice",
            "the lamps had been paid for twice",
            False,
        ),
    ],
)
def test_numbers_negations_and_questions_part(first: str, second: str, expected: bool) -> None:
    """The same matter with another number, turned round, or asked, is another statement."""
    assert joined(first, second) == expected


def test_a_negation_turns_the_next_telling_word() -> None:
    """Small words are skipped, and none is looked for far away."""
    words = tuple("it was not in the budget and never would they pay".split())
    assert negated_stems(words) == {"budget", "pay"}
    assert negated_stems(("paid",)) == frozenset()


def test_a_report_that_only_names_somebody_is_no_statement() -> None:
    """“Ilse Brand of Skarrow” says nothing; with a word on her it does."""
    assert statements_of({"post": "Renn met {Renn|indirect|Ilse Brand of Skarrow} there."}) == ()
    assert statements_of({"post": "Renn wants {Renn|indirect|Ilse Brand to go} there."})


@pytest.mark.parametrize(
    ("name", "agreement"),
    [("The Northern lawmaker", "unknown"), ("The Northern Star", "different"), ("he", "unknown")],
)
def test_a_description_is_no_other_speaker(name: str, agreement: str) -> None:
    """Whoever is only described may be the one who is named; a name written large is a name."""
    named, other = SpeakerRef("1", "Mara Lindqvist"), SpeakerRef("2", name)
    assert compare_speakers(named, other) == agreement


@given(spans=SPANS, start=st.integers(0, 70), length=st.integers(1, 9))
def test_overlapping_spans_are_those_a_slow_search_finds(
    spans: tuple[Span, ...], start: int, length: int
) -> None:
    """The quick way finds what looking at each finds."""
    span = Span(start, start + length)
    assert list(overlapping(spans, span)) == [other for other in spans if other.overlaps(span)]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("the legal status of the new lighthouse was a riddle to everyone", False),
        ("the legal status of the island worried every fisherman", True),
    ],
)
def test_two_words_side_by_side_are_one_term(second: str, expected: bool) -> None:
    """A term in common joins nothing unless something else is in common, too."""
    assert joined("fishermen had asked for a legal status for the island", second) == expected
