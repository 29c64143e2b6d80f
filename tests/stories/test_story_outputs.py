"""What the command writes, and how a report over several stories opens."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import lxml.html
from story_articles import NAMES, article

from onrecord import Collection
from onrecord.export import article_row, line_of
from onrecord.options import AttributionOptions, Options
from onrecord.records import Article

ONRECORD = str(Path(sys.executable).with_name("onrecord"))
LINES = b"".join(line_of(article_row(article(name))) for name in NAMES)
QUICK = Options(attributions=AttributionOptions(tagger=False))


def _run(*arguments: str, lines: bytes = LINES) -> tuple[int, list[dict[str, object]], str]:
    command = [ONRECORD, "stories", *arguments]
    done = subprocess.run(command, input=lines, capture_output=True, check=False)
    return done.returncode, [json.loads(x) for x in done.stdout.splitlines()], done.stderr.decode()


def _page(articles: list[Article]) -> lxml.html.HtmlElement:
    return lxml.html.fromstring(Collection(tuple(articles), options=QUICK).report().html())


def test_one_line_per_article_in_order() -> None:
    """Each article line is answered with its id and its story's."""
    code, rows, _ = _run()
    assert code == 0
    assert [row["id"] for row in rows] == NAMES
    assert all(set(row) == {"id", "story"} for row in rows)


def test_one_line_per_story() -> None:
    """With --list there is a line per story, with its label, its days and its articles."""
    code, rows, _ = _run("--list")
    assert code == 0
    assert all(
        list(row) == ["story", "label", "first", "last", "articles", "words", "why"] for row in rows
    )
    assert sorted(a for row in rows for a in row["articles"]) == NAMES  # type: ignore[attr-defined]


def test_no_two_on_one_event_is_nothing_found() -> None:
    """One article, or articles on different events, end with 1 and a word on why."""
    for flags in ((), ("--stream",)):
        code, rows, said = _run(*flags, lines=line_of(article_row(article("lone"))))
        assert (code, len(rows)) == (1, 1)
        assert "no two of 1 article tell of one event" in said


def test_a_stream_has_no_list() -> None:
    """--list with --stream is wrong use."""
    code, _, said = _run("--stream", "--list")
    assert code == 2
    assert "--list" in said


def test_a_report_over_stories_opens_with_their_list() -> None:
    """Each story has its label, days, counts and links; articles alone with theirs come last."""
    page = _page([article(name) for name in NAMES])
    sections = page.xpath("//main/section/@id")
    assert sections[:2] == ["stories", "statements"]
    (section,) = page.xpath("//section[@id='stories']")
    stories = section.xpath("./details")
    facts = stories[0].xpath("./summary")[0].text_content()
    for words in ("6–8 May 2031", "3 articles", "3 outlets", "3 independent accounts"):
        assert words in facts
    assert "1 article tells" in stories[-1].text_content()
    ids = set(page.xpath("//@id"))
    assert {href.removeprefix("#") for href in section.xpath(".//a/@href")} <= ids
    assert page.xpath("//nav//a[@href='#stories']")


def test_a_report_over_one_story_has_no_list() -> None:
    """Where two thirds of the articles tell of one event, the report opens with the statements."""
    page = _page([article(name) for name in NAMES if name.startswith("ferry") or name == "lone"])
    assert page.xpath("//main/section/@id")[0] == "statements"
    assert not page.xpath("//*[@href='#stories']")


def test_headlines_are_escaped() -> None:
    """A headline with markup is shown as it stands."""
    odd = [
        Article(id="a", text=article("ferry wire").text, title="<b>Ferry</b> & <script>x</script>"),
        *[article(name) for name in NAMES if not name.startswith("ferry wire")],
    ]
    page = _page(odd)
    assert not page.xpath("//script")
    assert "<b>Ferry</b>" in page.xpath("//section[@id='stories']")[0].text_content()
