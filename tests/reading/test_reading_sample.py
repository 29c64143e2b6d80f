"""The sample coverage reads as its gold says: what each file tells of itself, what is not text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.reading import read_paths
from onrecord.records import INCOMPLETE, Article

SAMPLE = Path(__file__).parents[2] / "examples/lock-gate"
GOLD = json.loads((SAMPLE / "gold.json").read_text("utf-8"))["articles"]
ARTICLES, PROBLEMS = read_paths([str(SAMPLE / "articles")])
KEPT_ANYWAY = {"The Lantern, issue 11 of 2031. Set and printed on the island."}
"""A footer that no markup tells from the article."""


def article_of(gold: dict[str, Any]) -> Article:
    """The article that a row of the gold describes."""
    of_file = [a for a in ARTICLES if Path(a.file or "").name == gold["file"]]
    return of_file[gold.get("record") or 0]


def lines_of(text: str) -> set[str]:
    """The lines of a text."""
    return {line.strip() for line in text.split("\n")}


@pytest.mark.parametrize(
    "gold", [pytest.param(g, id=f"{g['file']}-{g.get('record')}") for g in GOLD]
)
def test_files_tell_of_themselves(gold: dict[str, Any]) -> None:
    """Title, outlet, day and byline are those of the gold; only cut articles are in doubt."""
    article = article_of(gold)
    assert article.title == gold["title"]
    assert article.outlet == gold["outlet"]
    assert (article.published or "")[:10] == (gold["published"] or "")
    assert article.byline == gold["byline"]
    told = {field for field, _ in article.signals}
    known = {"title", "outlet", "published", "byline", "url"}
    assert told == {field for field in known if getattr(article, field)}
    doubted = {problem.kind for problem in article.problems} & INCOMPLETE
    assert bool(doubted) is bool(gold["incomplete"])


@pytest.mark.parametrize(
    "gold", [pytest.param(g, id=f"{g['file']}-{g.get('record')}") for g in GOLD]
)
def test_what_is_not_the_article_is_left_out_or_marked(gold: dict[str, Any]) -> None:
    """No line of the text is furniture; bylines that stay are marked."""
    article = article_of(gold)
    aside = {*gold["furniture"], *gold["caption"], *gold["pull_quotes"]} - KEPT_ANYWAY
    assert lines_of(article.text) & aside == set()
    marked = {span.of(article.text) for span, kind in article.furniture if "byline" in kind}
    assert {m.lstrip("• ") for m in marked} <= {*gold["byline_lines"], gold["stray_byline"]}
    if gold["stray_byline"]:
        assert any(gold["stray_byline"] in span.of(article.text) for span, _ in article.furniture)


def test_files_that_cannot_be_read_are_told() -> None:
    """The empty file and the picture are problems; everything else is an article."""
    told = {Path(problem.file or "").name: problem.kind for problem in PROBLEMS}
    assert told == {
        "2031-03-11-northern-post-live-blog.html": "empty",
        "hesper-lock-gallery.html": "not-text",
    }
    assert len(ARTICLES) == len(GOLD)
