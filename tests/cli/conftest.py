"""What the tests of the command line share: the command itself and a few articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from command_runs import ARTICLES, Run, jsonl, run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def onrecord() -> Callable[..., Run]:
    """The command, run in a process of its own."""
    return run


@pytest.fixture
def article_lines() -> bytes:
    """Three articles: a report, a copy of it, one in which nobody says anything."""
    return jsonl(*ARTICLES)


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """A folder with the same three articles as files."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for article in ARTICLES:
        (folder / f"{article['id']}.txt").write_text(article["text"], encoding="utf-8")
    return folder
