"""Pages, plain text and Markdown become articles: every case of tests/cases/reading.json."""

from __future__ import annotations

from typing import Any

import pytest
from reading_cases import assert_gives, cases_of

from onrecord.reading import read_file


@pytest.mark.parametrize(
    "case",
    [
        *cases_of("reading.json", "html"),
        *cases_of("reading.json", "doubts"),
        *cases_of("reading.json", "plain"),
        *cases_of("reading.json", "markdown"),
    ],
)
def test_file_gives_article(case: dict[str, Any]) -> None:
    """The file gives one article that has what the case says, and no problem beside it."""
    articles, problems = read_file(case["file"], case["content"].encode("utf-8"))
    assert [problem.kind for problem in problems] == []
    (article,) = articles
    assert article.file == case["file"]
    assert_gives(article, case["gives"])


def test_a_report_among_the_articles_is_left_out() -> None:
    """A page that says onrecord made it is named as left out, never read as an article."""
    page = (
        b'<!doctype html><head><meta charset="utf-8">\n<meta name="generator" content="onrecord">'
    )
    articles, problems = read_file("report.html", page + b"</head><p>Ann Moe said it sank.</p>")
    assert not articles
    assert [problem.kind for problem in problems] == ["left-out"]
