"""An alias file on the command line: it wins, and a bad one is refused before the work begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from command_runs import ARTICLES, jsonl

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from command_runs import Run

    Onrecord = Callable[..., Run]


def test_an_alias_names_a_speaker_anew(onrecord: Onrecord, tmp_path: Path) -> None:
    """The name of the file is shown in place of the printed one."""
    file = tmp_path / "names.toml"
    file.write_text('[[speaker]]\nname = "M. Q. Lindqvist"\nalso = ["Mara Lindqvist"]\n')
    done = onrecord("speakers", "--aliases", str(file), lines=jsonl(*ARTICLES))
    names = {row["name"] for row in done.rows}
    assert "M. Q. Lindqvist" in names
    assert "Mara Lindqvist" not in names


@pytest.mark.parametrize(
    ("text", "told"),
    [(None, "no such file"), ("x = [", "cannot be used"), ("[[spaeker]]\n", "cannot be used")],
)
def test_a_bad_alias_file_is_refused(
    onrecord: Onrecord, tmp_path: Path, text: str | None, told: str
) -> None:
    """A file that is missing, no TOML, or misspelt is named with what is wrong."""
    file = tmp_path / "names.toml"
    if text is not None:
        file.write_text(text)
    done = onrecord("speakers", "--aliases", str(file), lines=jsonl(*ARTICLES))
    assert done.code == 2
    assert done.rows == []
    assert told in done.said


def test_a_folder_is_no_alias_file(onrecord: Onrecord, tmp_path: Path) -> None:
    """A folder is named as one."""
    done = onrecord("speakers", "--aliases", str(tmp_path), lines=jsonl(*ARTICLES))
    assert done.code == 2
    assert "is a folder" in done.said


def test_a_correction_knows_an_article_by_its_file_alone(
    onrecord: Onrecord, tmp_path: Path
) -> None:
    """The folder in which a file was read does not matter to a correction."""
    file = tmp_path / "names.toml"
    file.write_text(
        '[[correction]]\narticle = "wire.txt"\nsource = "Mara Lindqvist"\nspeaker = "Zed Moe"\n'
    )
    article = {**ARTICLES[0], "file": "in/a/folder/wire.txt"}
    done = onrecord("speakers", "--aliases", str(file), lines=jsonl(article))
    assert "Zed Moe" in {row["name"] for row in done.rows}


@pytest.mark.parametrize("command", ["speakers", "statements"])
def test_an_alias_of_nobody_is_told(onrecord: Onrecord, tmp_path: Path, command: str) -> None:
    """An entry that matches nothing is one line on standard error, and no failure."""
    file = tmp_path / "names.toml"
    file.write_text('[[speaker]]\nname = "Zed Moe"\n')
    plain = onrecord(command, lines=jsonl(*ARTICLES))
    done = onrecord(command, "--aliases", str(file), lines=jsonl(*ARTICLES))
    assert done.code == plain.code == 0
    assert done.rows == plain.rows
    assert "nobody in these articles is called 'Zed Moe'" in done.said
    assert len(done.said.splitlines()) == len(plain.said.splitlines()) + 1
