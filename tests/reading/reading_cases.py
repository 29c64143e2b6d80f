"""Cases of reading from tests/cases/reading*.json, and what an article shows of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from onrecord.records import Article

FOLDER = Path(__file__).parents[1] / "cases"


def cases_of(file: str, group: str) -> list[Any]:
    """The cases of one group as parameters, named."""
    cases = json.loads((FOLDER / file).read_text("utf-8"))[group]
    return [pytest.param(case, id=case["name"]) for case in cases]


def assert_gives(article: Article, gives: dict[str, Any]) -> None:
    """An article has what a case says: fields, words it has or lacks, kinds of problem."""
    shown: dict[str, Any] = {
        "signals": dict(article.signals),
        "kinds": [problem.kind for problem in article.problems],
        "furniture": [[span.of(article.text), kind] for span, kind in article.furniture],
    }
    for key, value in gives.items():
        if key == "has":
            assert [words for words in value if words not in article.text] == []
        elif key == "says":
            messages = " ".join(problem.message for problem in article.problems)
            assert [words for words in value if words not in messages] == []
        else:
            assert shown.get(key, getattr(article, key, None)) == value, key
