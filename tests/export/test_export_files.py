"""Files put in place: whole or not at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from onrecord.errors import OutputRefused
from onrecord.export import check_target, files, write_text

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    """The text stands in the file, and nothing else is left in its folder."""
    target = tmp_path / "report.html"
    write_text(target, "first")
    write_text(target, "“second”\n")
    assert target.read_bytes() == "“second”\n".encode()
    assert os.listdir(tmp_path) == ["report.html"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """A report written through a link replaces what the link leads to."""
    link, target = tmp_path / "latest.html", tmp_path / "report.html"
    target.write_text("old")
    link.symlink_to(target)
    write_text(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_a_device_is_written_to(tmp_path: Path) -> None:
    """A pipe is written to, not replaced by a file."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_text(pipe, "page")
    assert os.read(reader, 10) == b"page"
    os.close(reader)


def test_what_stood_there_stays_where_writing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A write that fails half way leaves the old file and no draft."""
    target = tmp_path / "report.html"
    target.write_text("old")

    def full(_source: object, _target: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "replace", full)
    with pytest.raises(OutputRefused, match=r"report\.html cannot be written: No space left"):
        write_text(target, "new")
    assert target.read_text() == "old"
    assert os.listdir(tmp_path) == ["report.html"]


def test_a_folder_is_refused(tmp_path: Path) -> None:
    """A folder is no place for a page, and the message names one in it."""
    with pytest.raises(OutputRefused, match=r"is a folder; name a file in it"):
        check_target(tmp_path)


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    """A folder that is not there is not made."""
    with pytest.raises(OutputRefused, match="there is no folder"):
        check_target(tmp_path / "missing" / "report.html")


def test_a_read_only_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be written is not replaced either."""
    target = tmp_path / "report.html"
    target.write_text("old")
    monkeypatch.setattr(files.os, "access", lambda path, _mode: path != target)
    with pytest.raises(OutputRefused, match="is read-only; name another file"):
        write_text(target, "new")
    assert target.read_text() == "old"
