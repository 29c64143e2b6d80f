"""The invented articles of tests/cases/stories.json, and what the tests ask of their stories."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.options import StoryOptions
from onrecord.records import Article
from onrecord.stories import group_stories

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CASES = json.loads((Path(__file__).parents[1] / "cases" / "stories.json").read_text("utf-8"))
ROWS = {row["name"]: row for row in CASES["articles"]}
NAMES = sorted(ROWS)


def article(name: str, *, title: bool = True, dated: bool = True) -> Article:
    """The article of that name; its id is the name."""
    row = ROWS[name]
    return Article(
        id=name,
        text=row["text"],
        title=row["title"] if title else None,
        outlet=row["outlet"],
        published=row["published"] if dated else None,
    )


def short_articles(part: str) -> list[Article]:
    """The texts of "headlines" or "unspaced", each an article named by its event and number."""
    rows = CASES[part]
    return [Article(id=f"{row['event']} {n}", text=row["text"]) for n, row in enumerate(rows)]


def events(articles: Iterable[Article]) -> set[frozenset[str]]:
    """The ids of the articles as the cases group them."""
    found: dict[str, set[str]] = {}
    for one in articles:
        event = ROWS[one.id]["event"] if one.id in ROWS else one.id.split()[0]
        found.setdefault(event, set()).add(one.id)
    return {frozenset(ids) for ids in found.values()}


def groups(articles: Sequence[Article], options: StoryOptions | None = None) -> set[frozenset[str]]:
    """The ids of the articles as the stage groups them."""
    stories = group_stories(articles, options or StoryOptions())
    return {frozenset(story.articles) for story in stories}
