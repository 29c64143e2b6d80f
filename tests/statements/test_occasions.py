"""On which day something was said: another day makes another statement."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from said_articles import OPTIONS, read_said

from onrecord.records import Span
from onrecord.statements import Quoted, compare_quotations, group_statements, occasion_around
from onrecord.statements.occasions import Days, Occasion

REPORTED = "At Skarrow {Ilse Brand|indirect|the yard must replace the broken bolt by spring}."
RETOLD = "At Skarrow {Ilse Brand|indirect|that the yard has to replace the broken bolt by spring}."
QUOTED = "At Skarrow {Ilse Brand|direct|“The yard must replace the broken bolt by spring.”}"


def carriers(first: str, second: str, days: tuple[str | None, str | None]) -> int:
    """The most articles that carry one statement of two articles published on these days."""
    said = [
        read_said(name, notation, published=day)
        for name, notation, day in zip(("wire", "post"), (first, second), days, strict=True)
    ]
    articles = [each.article for each in said]
    found = group_statements(articles, [each.attributions for each in said], (), OPTIONS)
    return max(statement.carriers for statement in found)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (("2031-03-12", "2031-03-14"), 2),
        (("2031-03-12", "2031-03-26"), 1),
        (("2031-03-12", None), 2),
        (("2031-03-12", "a Friday"), 2),
    ],
)
def test_reports_weeks_apart_are_two_statements(days: tuple[str, str], expected: int) -> None:
    """The same report two weeks later is of another occasion; without dates nothing is told."""
    assert carriers(REPORTED, RETOLD, days) == expected


def test_a_quotation_word_for_word_is_one_whenever_it_is_printed() -> None:
    """A quotation may be printed again weeks later."""
    assert carriers(QUOTED, QUOTED, ("2031-03-12", "2031-03-26")) == 2


def test_the_day_is_read_beside_the_cue_and_not_in_what_is_said() -> None:
    """The day a speaker names is not the day he spoke."""
    said = read_said(
        "post", "{Renn|direct|“The lock shuts on Friday,”} Renn said on Monday. Rain on Sunday."
    )
    attribution, text = said.attributions[0], said.article.text
    start = text.index("said")
    cued = Span(start, start + 4)
    days = Days(said.article, text)
    found = days.occasion_of(replace(attribution, cue=(cued,)), attribution.content)
    assert found == Occasion(weekday=0)


@pytest.mark.parametrize(
    ("before", "after", "weekday"),
    [
        ("Renn met them. On Monday he said: ", " The gate broke on Friday.", None),
        ("It rained on Sunday.\n", " Renn said on Tuesday. On Friday it broke.", 1),
        ("", "", None),
    ],
)
def test_the_sentence_around_a_quotation_tells_the_day(
    before: str, after: str, weekday: int | None
) -> None:
    """Only the sentence the quotation stands in counts, and only if it names one day."""
    assert occasion_around(before, after).weekday == weekday


def test_two_days_part_only_what_is_not_word_for_word() -> None:
    """Outlets name the day of a speech or of its broadcast for the same words."""
    words = "We have asked them to send the tug before Sunday"
    monday, friday = Occasion(weekday=0), Occasion(weekday=4)
    same = compare_quotations(Quoted(words, monday), Quoted(words, monday))
    assert compare_quotations(Quoted(words, monday), Quoted(words, friday)) == same
