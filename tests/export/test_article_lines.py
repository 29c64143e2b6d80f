"""Article lines read back: what is taken, what is refused, and how that is said."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

import pytest
from export_samples import ARTICLE
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import BadLine
from onrecord.export import article_of_line, article_of_row, article_row, line_of
from onrecord.records import Article, Problem, Run, Span

CASES = json.loads(Path("tests/cases/article_lines.json").read_text("utf-8"))

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
known = st.none() | texts.filter(bool)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Any article that a stage could make."""
    text = draw(texts)
    offsets = sorted(draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2)))
    return Article(
        id=draw(texts.filter(bool)),
        text=text,
        title=draw(known),
        outlet=draw(known),
        published=draw(known),
        file=draw(known),
        signals=tuple(draw(st.dictionaries(texts, texts, max_size=2)).items()),
        furniture=((Span(*offsets), draw(texts)),) if draw(st.booleans()) else (),
        source_map=tuple(draw(st.lists(st.builds(Run, *[st.integers(0, 9)] * 3), max_size=2))),
        problems=tuple(draw(st.lists(st.builds(Problem, texts, texts, known), max_size=2))),
    )


@settings(deadline=None)  # a machine that has other work to do is no failure
@given(articles())
def test_an_article_line_reads_back_equal(article: Article) -> None:
    """What is written as an article line is the same article when read."""
    assert article_of_line(line_of(article_row(article))) == article


def test_a_full_article_reads_back_equal() -> None:
    """No field of an article is lost on the way through a line."""
    assert article_of_line(line_of(article_row(ARTICLE))) == ARTICLE


@pytest.mark.parametrize("case", CASES["taken"], ids=lambda case: case["name"])
def test_odd_lines_are_taken(case: dict[str, object]) -> None:
    """A line with odd but clear content is an article."""
    article = article_of_line(str(case["line"]).encode())
    assert {key: getattr(article, key) for key in case["gives"]} == case["gives"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("case", CASES["refused"], ids=lambda case: case["name"])
def test_refused_lines_say_why(case: dict[str, str]) -> None:
    """A line that is no article line is refused with the reason."""
    with pytest.raises(BadLine) as caught:
        article_of_line(case["line"].encode("latin-1"))
    assert str(caught.value) == case["says"]


def test_a_line_nested_too_deep_is_refused() -> None:
    """A line built to exhaust the reader is refused like any other."""
    with pytest.raises(BadLine):
        article_of_line(b'{"id": "a", "text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}")


def test_rows_of_other_programs_are_taken() -> None:
    """A decoded row makes the same article as its line."""
    row = {"id": 7, "text": "He spoke.", "problems": [], "outlet": "", "note": float("nan")}
    assert article_of_row(row) == Article(id="7", text="He spoke.")


def test_a_new_line_is_read_as_a_file_is() -> None:
    """A line that was not read before gets what reading tells from a text; its text stays."""
    text = "AVERHAVEN (Tidewater Wire) — The gate failed.\n\nThe lock stays shut.  \n"
    article = article_of_row(
        {"id": "a", "text": text, "title": " Gate ", "published": "2 May 2031"}
    )
    assert (article.text, article.title) == (text, " Gate ")
    assert article.published == "2031-05-02"
    assert [span.of(text) for span, what in article.furniture if what == "dateline"]


def test_a_line_without_words_is_an_article() -> None:
    """An empty text is answered, with a problem that says so."""
    article = article_of_row({"id": "a", "text": " \n"})
    assert article.text == " \n"
    assert [problem.kind for problem in article.problems] == ["no-text"]


@settings(deadline=None)
@given(st.binary(max_size=60))
def test_no_bytes_break_the_reader(line: bytes) -> None:
    """Any bytes are an article or are refused; nothing else is raised."""
    with contextlib.suppress(BadLine):
        assert article_of_line(line).id


def test_the_column_of_a_cut_line_is_its_own() -> None:
    """A line that breaks off is told with the column where it does, its line end aside."""
    with pytest.raises(BadLine, match="at column 21"):
        article_of_line(b'{"id":"a","text":"b"\n')
