"""Stories in one pass: what is told of an article never depends on what comes after it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from story_articles import NAMES, article, events

from onrecord.export import article_row, line_of
from onrecord.options import StoryOptions
from onrecord.records import Article
from onrecord.stories import StoryStream

ONRECORD = str(Path(sys.executable).with_name("onrecord"))
ORDER = ("ferry wire", "library wire", "bruecke eins", "lone", "ferry herald", "library post")


def _told(names: list[str]) -> list[str]:
    stream = StoryStream()
    return [stream.add(article(name)) for name in names]


def test_articles_join_the_story_that_came_before() -> None:
    """An article on an event seen before joins it, one on a new event starts a story."""
    names = [*ORDER, "bruecke zwei", "ferry post", "other ferry wire", "other ferry herald"]
    found: dict[str, set[str]] = {}
    for name, story in zip(names, _told(names), strict=True):
        found.setdefault(story, set()).add(name)
    assert set(map(frozenset, found.values())) == events(article(name) for name in names)


@settings(max_examples=40, deadline=None)
@given(names=st.lists(st.sampled_from(NAMES), min_size=1, max_size=12), cut=st.integers(0, 12))
def test_nothing_is_looked_forward_to(names: list[str], cut: int) -> None:
    """The stories of the first articles are the same whatever follows."""
    assert _told(names)[:cut] == _told(names[:cut])


def test_the_same_text_is_the_same_story() -> None:
    """Also under another title, from another outlet, at any time."""
    stream = StoryStream()
    story = stream.add(article("ferry wire"))
    again = replace(article("ferry wire"), id="x", title="Other", published="2033-01-01")
    assert stream.add(again) == story


def test_articles_without_words_stay_alone() -> None:
    """Two empty texts are two stories."""
    stream = StoryStream()
    assert stream.add(Article(id="a", text="")) != stream.add(Article(id="b", text=""))


def test_the_threshold_is_taken() -> None:
    """At 1 every text is a story of its own."""
    stream = StoryStream(StoryOptions(threshold=1))
    assert len({stream.add(article(name)) for name in NAMES}) == len(NAMES)


def test_each_line_is_answered_before_the_next_is_read() -> None:
    """`onrecord stories --stream` writes a row as soon as it has read the line."""
    lines = [line_of(article_row(article(name))) for name in ("ferry wire", "ferry herald")]
    command = [ONRECORD, "stories", "--stream"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        rows = []
        for line in lines:
            process.stdin.write(line)
            process.stdin.flush()
            rows.append(json.loads(process.stdout.readline()))
        process.stdin.close()
        assert process.wait(timeout=30) == 0
    assert [row["id"] for row in rows] == ["ferry wire", "ferry herald"]
    assert rows[0]["story"] == rows[1]["story"]
