"""The source map leads back: every run of a text stands letter by letter in the file."""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.reading import read_file
from onrecord.reading.align import align_words

if TYPE_CHECKING:
    from onrecord.records import Article

CASES = json.loads((Path(__file__).parents[1] / "cases/reading.json").read_text("utf-8"))
MAPPED = [case for group in CASES.values() for case in group if case["file"] != "-"]
PIECES = [
    *["The ferry stays", "“We wait,” she said", " ", "\n", "\t ", "\r\n", "\xa0", "\xad", "\u200b"],
    *[
        "&amp;",
        "&#8220;",
        "&nbsp;",
        "&shy;",
        "&xyzzy;",
        "&",
        ";",
        "é",
        "𝒳",
        "漢字",
        "\x00",
        "<",
        ">",
    ],
    *["*bold*", "**b _c_**", "[a](b)", "# ", "> ", "- ", "`x`", "\\*", "---\n", "\n\n", "~~", "_"],
]
TAGS = "p div b i q a br li ul td tr table h1 h2 blockquote span aside figure article".split()

words = st.lists(st.sampled_from("a b c d e".split()), max_size=40)


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Mark-up that opens and closes as it likes."""
    parts = draw(st.lists(st.sampled_from(PIECES) | st.sampled_from(TAGS), max_size=40))
    return "<html><body>" + "".join(
        draw(st.sampled_from((f"<{part}>", f"</{part}>"))) if part in TAGS else part
        for part in parts
    )


def assert_mapped(article: Article, source: str) -> None:
    """Runs go forward in the text and agree with the source, but for the kind of white space."""
    end = 0
    for start, origin, length in article.source_map:
        assert start >= end
        assert length > 0
        end = start + length
        shown, stands = article.text[start:end], source[origin : origin + length]
        assert len(shown) == len(stands) == length
        for mine, its in zip(shown, stands, strict=True):
            assert mine == its or (mine.isspace() and its.isspace())
    assert end <= len(article.text)


def unmapped(article: Article) -> str:
    """What of the text no run covers."""
    text = list(article.text)
    for start, _, length in article.source_map:
        text[start : start + length] = [""] * length
    return "".join(text)


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in MAPPED])
def test_cases_lead_back(case: dict[str, str]) -> None:
    """Every run of every case agrees; what has no run is entities, marks of `q` and breaks."""
    (article,), _ = read_file(case["file"], case["content"].encode("utf-8"))
    assert_mapped(article, case["content"])
    if article.source_map:
        loose = {c for c in unmapped(article) if not c.isspace()}
        decoded = set(html.unescape(case["content"])) - set(case["content"])
        assert loose <= decoded | set("“”‘’&<>")


@given(pages())
@settings(deadline=None, max_examples=150)
def test_any_page_leads_back(source: str) -> None:
    """Whatever the mark-up, runs agree with the source and text can be written."""
    articles, problems = read_file("page.html", source.encode("utf-8"))
    assert articles or problems
    for article in articles:
        assert_mapped(article, source)
        article.text.encode("utf-8")


@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from(["a.txt", "a.md"]))
@settings(deadline=None, max_examples=150)
def test_any_text_leads_back(parts: list[str], name: str) -> None:
    """Plain text and Markdown map every letter they keep."""
    source = "The ferry stays. " + "".join(parts)
    articles, problems = read_file(name, source.encode("utf-8"))
    assert articles or problems
    for article in articles:
        assert_mapped(article, source)
        assert unmapped(article).strip() == ""


@given(words, words)
def test_alignment_goes_forward(page: list[str], kept: list[str]) -> None:
    """Aligned words are equal, and neither list is read backwards."""
    found = align_words(page, kept)
    assert len(found) == len(page)
    pairs = [(at, to) for at, to in enumerate(found) if to >= 0]
    assert all(page[at] == kept[to] for at, to in pairs)
    assert pairs == sorted(pairs, key=lambda pair: pair[1])
    assert len({to for _, to in pairs}) == len(pairs)


@given(words)
def test_alignment_of_a_list_with_itself_is_whole(page: list[str]) -> None:
    """A list aligned with itself is itself, however often its words come back."""
    assert align_words(page, page) == list(range(len(page)))


@given(st.lists(st.integers(0, 60), unique=True, max_size=60))
def test_alignment_finds_what_was_left_out(left_out: list[int]) -> None:
    """Of words that are all different, exactly those kept are aligned."""
    page = [f"w{n}" for n in range(60)]
    kept = [word for n, word in enumerate(page) if n not in left_out]
    found = align_words(page, kept)
    alone = [n for n, word in enumerate(page) if word in kept and found[n] < 0]
    assert [word for n, word in enumerate(page) if found[n] >= 0 and word not in kept] == []
    for n in alone:  # a word whose neighbours are both gone is too little to tell a place
        assert n - 1 in left_out or n == 0 or n - 1 in alone
