"""The stage commands: rows out for article lines in."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest
from command_runs import ARTICLES, ONRECORD, WIRE, jsonl

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from command_runs import Run

    Onrecord = Callable[..., Run]


def test_attributions_answer_every_article_in_order(
    onrecord: Onrecord, article_lines: bytes
) -> None:
    """There is one row per article, in the order given, also where nobody says anything."""
    done = onrecord("attributions", lines=article_lines)
    assert done.code == 0
    assert [row["id"] for row in done.rows] == ["wire", "copy", "quiet"]
    assert done.rows[2]["attributions"] == []
    assert all(set(row) == {"id", "attributions", "problems"} for row in done.rows)


@pytest.mark.parametrize("command", ["speakers", "statements"])
def test_every_problem_of_an_article_counts(onrecord: Onrecord, command: str) -> None:
    """What reading noticed is told as well as what looking for attributions noticed."""
    done = onrecord(command, lines=jsonl({**ARTICLES[0], "published": "someday"}))
    assert "1 problem in these articles" in done.said


def test_offsets_point_into_the_text_as_given(onrecord: Onrecord) -> None:
    """Text is used as it stands: odd white space and astral characters move no offset."""
    text = "\U0001f6a7\r\n  “The gate failed,”\u00a0said Mara Lindqvist.  \r\n"
    done = onrecord("attributions", lines=jsonl({"id": "a", "text": text}))
    found = done.rows[0]["attributions"]
    assert found
    start, end = found[0]["content"][0]
    assert "The gate failed" in text[start:end]


def test_attributions_hold_one_article_at_a_time(article_lines: bytes) -> None:
    """A row is written before the next line is read, so that a pile of any size goes through."""
    first = article_lines.splitlines(keepends=True)[0]
    with subprocess.Popen(
        [ONRECORD, "attributions"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(first)
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["id"] == "wire"
        process.stdin.close()
        assert process.wait(timeout=30) == 0


def test_titles_can_be_left_out(onrecord: Onrecord, article_lines: bytes) -> None:
    """With --no-titles no attribution lies in a title."""
    done = onrecord("attributions", "--no-titles", lines=article_lines)
    found = [a for row in done.rows for a in row["attributions"]]
    assert found
    assert not [a for a in found if a.get("in_title")]


def test_speakers_name_their_mentions(onrecord: Onrecord, article_lines: bytes) -> None:
    """A speaker's row leads to the attributions that name it."""
    said = onrecord("attributions", lines=article_lines).rows
    ids = {a["id"] for row in said for a in row["attributions"]}
    done = onrecord("speakers", lines=article_lines)
    assert done.code == 0
    assert any("Lindqvist" in row["name"] for row in done.rows)
    assert {m["attribution"] for row in done.rows for m in row["mentions"]} <= ids


def test_copies_are_grouped(onrecord: Onrecord, article_lines: bytes) -> None:
    """A copy shares its original's group, and one article of each group is independent."""
    done = onrecord("copies", lines=article_lines)
    wire, copy, quiet = done.rows
    assert (wire["id"], copy["id"], quiet["id"]) == ("wire", "copy", "quiet")
    assert wire["group"] == copy["group"] != quiet["group"]
    assert [wire["independent"], copy["independent"], quiet["independent"]].count(True) == 2


def test_pairs_have_scores(onrecord: Onrecord, article_lines: bytes) -> None:
    """With --pairs each row is a pair with a score."""
    done = onrecord("copies", "--pairs", lines=article_lines)
    (pair,) = [row for row in done.rows if row["score"] >= 0.5]
    assert {pair["a"], pair["b"]} == {"wire", "copy"}


def test_a_threshold_outside_its_range_is_refused(onrecord: Onrecord) -> None:
    """A threshold is a number from 0 to 1; anything else is wrong use."""
    done = onrecord("copies", "--threshold", "1.5", lines=b"")
    assert done.code == 2
    assert "--threshold" in done.said


def test_statements_count_independent_accounts(onrecord: Onrecord, article_lines: bytes) -> None:
    """A statement in an article and its copy has two carriers and one independent account."""
    done = onrecord("statements", lines=article_lines)
    assert done.code == 0
    shared = [row for row in done.rows if row["carriers"] == 2]
    assert shared
    assert {row["independent"] for row in shared} == {1}
    assert all(r["article"] in ("wire", "copy") for row in shared for r in row["renderings"])


def test_a_file_serves_as_well_as_standard_input(
    onrecord: Onrecord, article_lines: bytes, tmp_path: Path
) -> None:
    """A named file and standard input give the same rows."""
    source = tmp_path / "articles.jsonl"
    source.write_bytes(article_lines)
    assert (
        onrecord("statements", str(source)).out == onrecord("statements", lines=article_lines).out
    )


def test_the_same_lines_give_the_same_rows(onrecord: Onrecord, article_lines: bytes) -> None:
    """Two runs agree byte for byte, whatever the hashing of texts is seeded with."""
    for command in ("speakers", "statements"):
        first = onrecord(command, lines=article_lines, PYTHONHASHSEED="1")
        second = onrecord(command, lines=article_lines, PYTHONHASHSEED="2")
        assert first.out == second.out


def test_rows_of_read_go_through(onrecord: Onrecord, pile: Path) -> None:
    """What `read` writes the other commands read, the text unchanged."""
    read = onrecord("read", str(pile))
    assert read.code == 0
    said = onrecord("attributions", lines=read.out)
    assert [row["id"] for row in said.rows] == [row["id"] for row in read.rows]
    assert WIRE in [row["text"] for row in read.rows]


def test_bad_lines_are_named_and_the_rest_goes_on(onrecord: Onrecord) -> None:
    """A line that is no article line is named with its reason, and costs no other line."""
    lines = b"\n".join([b"oops", jsonl(ARTICLES[0]), b'{"id": "b"}', jsonl(ARTICLES[2])])
    done = onrecord("attributions", lines=lines)
    assert done.code == 0
    assert [row["id"] for row in done.rows] == ["wire", "quiet"]
    assert "standard input, line 1 is left out: not JSON" in done.said
    assert 'line 4 is left out: an article line needs "id", and "text" or "title"' in done.said


def test_many_bad_lines_are_counted(onrecord: Onrecord, article_lines: bytes) -> None:
    """Of many bad lines, the first are named and the others counted."""
    done = onrecord("attributions", lines=b"oops\n" * 50 + article_lines)
    assert done.said.count("is left out") == 20
    assert "30 more lines are left out" in done.said


def test_a_file_of_another_kind_is_told_in_few_words(onrecord: Onrecord) -> None:
    """Of a page given where article lines are wanted, two lines are named, and what to do."""
    done = onrecord("attributions", lines=b"<p>\n" * 50)
    assert done.code == 2
    assert done.said.count("is left out") == 2
    assert "48 more lines are left out" in done.said
    assert "none of its 50 lines is an article line; `onrecord read PATH...`" in done.said


@pytest.mark.parametrize("command", [("copies",), ("attributions",), ("stories", "--stream")])
def test_an_id_given_twice_is_named(
    onrecord: Onrecord, article_lines: bytes, command: tuple[str, ...]
) -> None:
    """An id that stands twice gets a number, and it is said."""
    done = onrecord(*command, lines=article_lines + jsonl(ARTICLES[0]))
    assert [row["id"] for row in done.rows] == ["wire", "copy", "quiet", "wire-2"]
    assert "line 4: the id 'wire' was given to an article before; this one is 'wire-2'" in done.said


def test_nothing_found_is_an_exit_code(onrecord: Onrecord) -> None:
    """Articles that hold nothing of what was asked for end the command with 1 and a word."""
    quiet = jsonl(ARTICLES[2])
    for command in ("attributions", "speakers", "copies", "statements"):
        done = onrecord(command, lines=quiet)
        assert (command, done.code) == (command, 1)
        assert done.said.startswith("onrecord: no ")
