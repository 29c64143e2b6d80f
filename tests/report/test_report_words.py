"""The words of the report: counts, dates, addresses, diffs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Edit
from onrecord.report.articles import web_address
from onrecord.report.diffs import is_telling, join_edits, stretches
from onrecord.report.wording import counted, maybe_date, period_words, published_words, shortened
from onrecord.statements import diff_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.report.diffs import Stretch

CASES = json.loads((Path(__file__).parents[1] / "cases/report_words.json").read_text("utf-8"))
SIGNS = {"same": "{}", "dropped": "[-{}]", "added": "[+{}]"}


@pytest.mark.parametrize(("number", "noun", "words"), CASES["counted"])
def test_a_number_has_its_noun_in_the_plural_where_due(number: int, noun: str, words: str) -> None:
    """One article, two articles."""
    assert counted(number, noun) == words


@pytest.mark.parametrize(("days", "words"), CASES["period"])
def test_a_period_says_nothing_twice(days: list[str], words: str) -> None:
    """Month and year stand once where both ends share them."""
    assert period_words(day for day in map(maybe_date, days) if day) == words


@pytest.mark.parametrize(("published", "words"), CASES["published"])
def test_a_date_that_cannot_be_read_is_shown_as_found(published: str | None, words: str) -> None:
    """A day is spelled out; anything else stays what it was."""
    assert published_words(published) == words


@pytest.mark.parametrize(("url", "linked"), CASES["web_address"])
def test_only_pages_on_the_web_are_linked(url: str, *, linked: bool) -> None:
    """No scheme but http and https, and no address without a host."""
    assert web_address(url) == (url if linked else "")


def told(found: Iterable[Stretch]) -> str:
    """Stretches as a line of text: [-dropped], [+added]."""
    return "".join(s.gap + SIGNS[s.fate].format(s.text) for s in found)


@pytest.mark.parametrize(("case", "edits", "words"), CASES["joined"])
def test_a_diff_reads_as_a_sentence(case: str, edits: list[list[str]], words: str) -> None:
    """Spaces that the diff lost are put back, none is put in twice."""
    assert told(join_edits([Edit(*edit) for edit in edits])) == words, case


@pytest.mark.parametrize(("case", "edits", "text", "words"), CASES["stretches"])
def test_a_diff_is_put_back_into_its_text(
    case: str, edits: list[list[str]], text: str, words: str
) -> None:
    """Marks and stops stand where the outlet printed them."""
    assert told(stretches([Edit(*edit) for edit in edits], text)) == words, case


PRINTED = st.lists(st.sampled_from(["we", "shut", "“the", "lock,”", "(she", "said).", "twice"]))


@given(PRINTED, PRINTED)
def test_a_diff_leaves_the_printed_words_alone(before: list[str], after: list[str]) -> None:
    """Without what was dropped, a diff is the outlet's text, letter by letter but for spaces."""
    text = " ".join(after)
    edits = diff_words(" ".join(before), text)
    kept = "".join(s.gap + s.text for s in stretches(edits, text) if s.fate != "dropped")
    assert kept.split() == text.split()
    dropped = [s.text for s in stretches(edits, text) if s.fate == "dropped"]
    assert dropped == [e.before for e in edits if e.op != "same" and e.before]


@pytest.mark.parametrize(("case", "edits", "telling"), CASES["telling"])
def test_a_diff_is_shown_where_it_tells_something(
    case: str, edits: list[list[str]], *, telling: bool
) -> None:
    """Two wordings that share little are shown as they are."""
    assert is_telling([Edit(*edit) for edit in edits]) is telling, case


def test_a_text_is_cut_between_words() -> None:
    """Never inside a word, unless there is only one."""
    assert shortened("one two three", 9) == "one two …"
    assert shortened("a" * 20, 9) == "a" * 9 + " …"
    assert shortened("short", 9) == "short"
