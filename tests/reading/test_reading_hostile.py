"""Nothing that comes in is raised: not bytes, not depth, not size."""

from __future__ import annotations

import json
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.options import ReadingOptions
from onrecord.reading import ARTICLE_KINDS, FILE_KINDS, read_file

SAID = "The council met again on Tuesday, she said, “because the gate failed”. "
NAMES = ["a.html", "a.txt", "a.md", "a.jsonl", "a.json", "a.csv", "a.tsv", "a.gz", "a", "-"]
START = st.sampled_from(
    [b"", b"<html>", b'{"text": "', b"---\n", b"title,text\n", b"\xff\xfe", b"\x1f\x8b\x08", b"["]
)


def assert_answered(name: str, content: bytes) -> None:
    """An article or a problem comes of it, of known kinds, all of it writable."""
    articles, problems = read_file(name, content)
    assert articles or problems
    for problem in problems:
        assert problem.kind in FILE_KINDS
        assert problem.message
        assert problem.file == name
    for article in articles:
        told = (article.id, article.text, article.title, article.outlet, article.byline)
        "".join(part or "" for part in told).encode("utf-8")
        assert article.id
        assert all(problem.kind in ARTICLE_KINDS for problem in article.problems)
        assert all(problem.article == article.id for problem in article.problems)
        for span, kind in article.furniture:
            assert 0 <= span.start < span.end <= len(article.text)
            assert kind


@given(st.sampled_from(NAMES), START, st.binary(max_size=400))
@settings(deadline=None, max_examples=200)
def test_any_bytes_are_answered(name: str, start: bytes, content: bytes) -> None:
    """Random bytes behind any beginning give an article or a problem."""
    assert_answered(name, start + content)


@given(st.sampled_from(NAMES), st.text(max_size=200))
@settings(deadline=None, max_examples=200)
def test_any_text_is_answered(name: str, content: str) -> None:
    """Random text under any name gives an article or a problem."""
    assert_answered(name, content.encode("utf-8", "surrogatepass"))


HUGE = {
    "elements within elements": ("a.html", "<div>" * 100_000 + f"<p>{SAID}"),
    "paragraphs within elements": ("a.html", "<div><p>x" * 20_000 + SAID),
    "letters within letters": ("a.html", "<p>" + "<b>" * 100_000 + SAID),
    "quotes within quotes": ("a.html", "<p>" + "<q>" * 30_000 + SAID),
    "end tags of nothing": ("a.html", f"<p>{SAID}" + "<i></b></u>" * 50_000),
    "tables within tables": ("a.html", "<table><tr><td>" * 25_000 + SAID),
    "signs that open nothing": ("a.html", f"<html><p>{SAID}" + "<" * 1_000_000),
    "a tag without an end": ("a.html", f"<html><p>{SAID}<a b='" + 'x="' * 1_000_000),
    "comments without an end": ("a.html", f"<html><p>{SAID}" + "<!-- " * 500_000),
    "a script in the title": ("a.html", f"<title><script>x()</script></title><p>{SAID}</p>"),
    "a script without an end": ("a.html", f"<p>{SAID}</p><script>" + "</scrip" * 500_000),
    "entities": ("a.html", f"<p>{SAID}" + "&amp;&#0;&#xD800;&#99999999999;&nosuch;" * 20_000),
    "one line of mark-up": ("a.html", "<p>" + SAID * 15_000),
    "nested json-ld": ("a.html", "<script type=application/ld+json>" + "[" * 500_000),
    "a title without end": ("a.html", "<title>" + SAID * 20_000),
    "brackets": ("a.md", "[" * 300_000 + "](" * 300_000),
    "stars": ("a.md", "*a **b _c " * 100_000),
    "headings": ("a.md", "#" * 1_000_000 + " x"),
    "one line of text": ("a.txt", SAID * 280_000),
    "one word": ("a.txt", "a" * 20_000_000),
    "many lines": ("a.txt", "word\n" * 1_000_000),
    "capitals": ("a.txt", "HOLM, " + "A. " * 300_000),
    "a quoted field without an end": ("a.csv", 'title,text\nx,"' + "a\n" * 1_000_000),
    "columns without end": ("a.csv", "title,text" + ",x" * 500_000 + "\n" + "a," * 500_000),
    "a field of 20 MB": ("a.csv", f'title,text\nx,"{SAID * 280_000}"\n'),
    "a line of 20 MB": ("a.jsonl", json.dumps({"text": SAID * 280_000}, ensure_ascii=False)),
    "lists within lists": ("a.json", "[" * 1_000_000),
    "objects within objects": ("a.json", '{"a":' * 500_000),
    "zero bytes": ("a.txt", "\0" * 1_000_000),
}


@pytest.mark.parametrize("what", HUGE)
def test_size_and_depth_take_no_more_than_their_time(what: str) -> None:
    """Input built to trip a reader up is answered, in seconds and not in hours."""
    name, content = HUGE[what]
    begun = time.process_time()
    assert_answered(name, content.encode("utf-8"))
    assert time.process_time() - begun < 25


@pytest.mark.parametrize("unit", ["<p>{}</p>", "<div class=x><p>{}</p></div>", "{}<br>", "<li>{}"])
def test_time_grows_with_length_and_not_with_its_square(unit: str) -> None:
    """Eight times the page takes less than thirty times as long (its square is 64)."""
    chance = random.Random(3)  # noqa: S311  no secrets here

    def seconds(count: int) -> float:
        lines = (f"Line {n} says “{chance.random()}” and ends." for n in range(count))
        page = "<article>" + "".join(unit.format(line) for line in lines)
        begun = time.process_time()
        assert_answered("a.html", page.encode("utf-8"))
        return time.process_time() - begun

    seconds(50)
    assert seconds(2400) < 30 * max(seconds(300), 0.02)


def test_mojibake_and_broken_bytes_are_told_and_not_repaired() -> None:
    """Garbled characters stay as they are, and the article says so."""
    garbled = (SAID.replace("”", "’") * 3).encode("utf-8").decode("cp1252")
    (article,), _ = read_file("a.txt", garbled.encode("utf-8"))
    assert "â€œbecause the gate failedâ€™" in article.text
    assert "mojibake" in [problem.kind for problem in article.problems]
    (article,), _ = read_file("a.txt", SAID.encode("utf-8") + b"\xff\xfe broken \x80\x81")
    kinds = [problem.kind for problem in article.problems]
    assert "encoding-guessed" in kinds


def test_the_second_opinion_can_be_left_out() -> None:
    """Without it a page is read all the same."""
    page = f"<html><body><h1>Lock shut</h1><p>{SAID * 3}</p><p>{SAID}</p></body></html>"
    first, _ = read_file("a.html", page.encode("utf-8"))
    second, _ = read_file("a.html", page.encode("utf-8"), ReadingOptions(second_opinion=False))
    assert first == second


def test_the_same_bytes_give_the_same_articles() -> None:
    """Reading twice gives equal records."""
    page = f"<html><body><h1>Lock shut</h1><p>{SAID * 3}</p><p>{SAID}</p></body></html>".encode()
    assert read_file("a.html", page) == read_file("a.html", page)
