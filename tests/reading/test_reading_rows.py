"""JSON, tables and files that give no article: every case of tests/cases/reading_rows.json."""

from __future__ import annotations

import gzip
import hashlib
from typing import Any

import pytest
from reading_cases import assert_gives, cases_of

from onrecord.reading import ARTICLE_KINDS, FILE_KINDS, read_file


def content_of(case: dict[str, Any]) -> bytes:
    """The bytes of a case's file."""
    if "hex" in case:
        return bytes.fromhex(case["hex"])
    return str(case["content"]).encode("utf-8")


@pytest.mark.parametrize("case", cases_of("reading_rows.json", "rows"))
def test_rows_give_articles(case: dict[str, Any]) -> None:
    """Each row gives what the case says, in order; each bad row is a problem that says where."""
    articles, problems = read_file(case["file"], content_of(case))
    assert len(articles) == len(case["articles"]), problems
    for article, gives in zip(articles, case["articles"], strict=True):
        given = {k: v for k, v in gives.items() if k != "source_map"}
        assert_gives(article, given)
        if "source_map" in gives:
            assert [list(run) for run in article.source_map] == gives["source_map"]
    assert [p.kind for p in problems] == [kind for kind, _ in case["problems"]]
    for problem, (_, says) in zip(problems, case["problems"], strict=True):
        assert says in problem.message
        assert problem.file == case["file"]


@pytest.mark.parametrize("case", cases_of("reading_rows.json", "no_article"))
def test_files_without_article_say_why(case: dict[str, Any]) -> None:
    """No article comes of the file, and the one problem tells what it is."""
    articles, problems = read_file(case["file"], content_of(case))
    kind, says = case["problem"]
    assert articles == ()
    assert [problem.kind for problem in problems] == [kind]
    assert says in problems[0].message
    assert kind in FILE_KINDS


@pytest.mark.parametrize("case", cases_of("reading_rows.json", "encodings"))
def test_encodings_are_told_or_guessed(case: dict[str, Any]) -> None:
    """The words come out right; where the encoding was guessed, the article says so."""
    (article,), problems = read_file(case["file"], content_of(case))
    assert problems == ()
    assert case["words"] in article.text
    kinds = {problem.kind for problem in article.problems}
    assert ("encoding-guessed" in kinds) is case["guessed"]
    assert "mojibake" not in kinds
    assert kinds <= ARTICLE_KINDS.keys()


def test_compressed_files_are_what_they_hold() -> None:
    """A compressed file gives the same text as the file in it, whatever its name."""
    content = b"Ferry to run until autumn\n\nThe council met on Tuesday evening, its clerk said."
    packed = gzip.compress(content, mtime=0)
    (plain,), _ = read_file("a.txt", content)
    for name in ("a.txt.gz", "a.bin", "a"):
        (article,), problems = read_file(name, packed)
        assert problems == ()
        assert (article.title, article.text) == (plain.title, plain.text)


def test_archives_that_swell_are_stopped() -> None:
    """A small file that unpacks beyond the limit is a problem, not a full memory."""
    articles, problems = read_file("a.gz", gzip.compress(b"\0" * 220_000_000, 9, mtime=0))
    assert articles == ()
    assert [problem.kind for problem in problems] == ["too-large"]


def test_many_broken_lines_are_counted() -> None:
    """After twenty broken lines the rest are told as a number."""
    content = b"{}\n" + b'{"text": \n' * 100 + b'{"id": "z", "text": "It stays."}\n'
    articles, problems = read_file("a.jsonl", content)
    assert [article.id for article in articles] == ["z"]
    assert len(problems) == 22
    assert "80 more lines" in problems[-1].message


def test_ids_are_hashes_of_content() -> None:
    """The same file gives the same id anywhere; another text or file name gives another."""
    one = read_file("in/a.txt", b"It stays, said the clerk.")[0][0]
    assert read_file("/elsewhere/a.txt", b"It stays, said the clerk.")[0][0].id == one.id
    assert read_file("in/b.txt", b"It stays, said the clerk.")[0][0].id != one.id
    assert read_file("in/a.txt", b"It stays, said a clerk.")[0][0].id != one.id
    assert len(one.id) == 16
    assert int(one.id, 16) >= 0
    assert one.source_hash == hashlib.sha256(b"It stays, said the clerk.").hexdigest()[:16]
