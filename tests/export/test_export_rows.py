"""The rows that onrecord writes: their keys, their JSON, the page that lists them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from export_samples import ARTICLE, ATTRIBUTION, MEMBER, PAIR, PROBLEM, SPEAKER, STATEMENT
from msgspec.structs import replace

from onrecord.export import (
    Row,
    article_row,
    attribution_row,
    attributions_row,
    copy_row,
    line_of,
    pair_row,
    problem_row,
    speaker_row,
    statement_row,
)
from onrecord.reading import ARTICLE_KINDS, FILE_KINDS

PAGE = Path("docs/formats.md").read_text(encoding="utf-8")
ROWS: dict[str, tuple[str, Row]] = {
    "article": ("An article line", article_row(replace(ARTICLE, problems=()))),
    "problem": ("A problem", problem_row(PROBLEM)),
    "attributions": ("`onrecord attributions`", attributions_row(ARTICLE, (ATTRIBUTION,))),
    "speakers": ("`onrecord speakers`", speaker_row(SPEAKER)),
    "copies": ("`onrecord copies`", copy_row(MEMBER)),
    "pairs": ("`onrecord copies`", pair_row(PAIR)),
    "statements": ("`onrecord statements`", statement_row(STATEMENT)),
}
REASON_KEYS = {"rule", "detail", "score"}
"""Keys of reasons, which stand in many rows and are explained in one place."""


def section(heading: str) -> str:
    """The part of docs/formats.md under `heading`."""
    return PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]


def keys_of(value: object) -> set[str]:
    """Every key of a row, however deep; the keys of `signals` are values."""
    if isinstance(value, dict):
        inner = (keys_of(v) for k, v in value.items() if k != "signals")
        return set(value).union(*inner)
    if isinstance(value, list | tuple):
        return set().union(*(keys_of(v) for v in value))
    return set()


@pytest.mark.parametrize("name", ROWS)
def test_every_key_is_documented(name: str) -> None:
    """Each key of a row stands in the section of docs/formats.md on that row."""
    heading, row = ROWS[name]
    text = section(heading)
    told_elsewhere = section("A problem") if name == "attributions" else ""
    told = text + told_elsewhere
    keys = keys_of(row) - (REASON_KEYS if name != "attributions" else set())
    assert not [key for key in keys if f"`{key}`" not in told and f'"{key}"' not in told]


@pytest.mark.parametrize("name", ROWS)
def test_a_row_is_one_line_of_json(name: str) -> None:
    """A row is written as one line that reads back as the same JSON."""
    line = line_of(ROWS[name][1])
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert json.loads(line) == json.loads(json.dumps(ROWS[name][1]))


def test_a_file_name_that_is_not_utf8_is_written() -> None:
    """Half a surrogate pair, as in a file name that is not UTF-8, does not stop the line."""
    row = article_row(replace(ARTICLE, file="caf\udce9.html"))
    assert json.loads(line_of(row))["file"] == "caf\udce9.html"


def test_stable_keys_of_attributions() -> None:
    """The keys other programs rely on are there even where nothing is known."""
    bare = replace(
        ATTRIBUTION, cue=(), source=(), speaker=None, inside=None, in_title=False, why=()
    )
    row = json.loads(line_of(attribution_row(bare)))
    assert row == {
        "id": "q1",
        "kind": "direct",
        "type": "speech",
        "content": [[0, 18]],
        "cue": [],
        "source": [],
        "speaker": None,
        "inside": None,
        "why": [],
    }


def test_a_title_is_said_to_be_one() -> None:
    """Offsets into the title are marked, those into the text are not."""
    assert attribution_row(ATTRIBUTION)["in_title"] is True
    assert "in_title" not in attribution_row(replace(ATTRIBUTION, in_title=False))


def test_problems_of_an_article_are_told_once() -> None:
    """A problem that reading and a stage both noticed stands in the row once."""
    row = attributions_row(ARTICLE, (), (PROBLEM, replace(PROBLEM, kind="unbalanced")))
    kinds = [problem["kind"] for problem in json.loads(line_of(row))["problems"]]
    assert kinds == ["truncated", "unbalanced"]


def test_every_kind_of_problem_is_documented() -> None:
    """Each kind of problem that the source names stands in docs/formats.md."""
    source = "\n".join(path.read_text("utf-8") for path in sorted(Path("src").rglob("*.py")))
    kinds = set(re.findall(r"\bProblem\(\s*(?:kind=)?\"([a-z-]+)\"", source))
    kinds |= {*ARTICLE_KINDS, *FILE_KINDS}
    listed = section("A problem")
    assert not [kind for kind in sorted(kinds) if f"`{kind}`" not in listed]
