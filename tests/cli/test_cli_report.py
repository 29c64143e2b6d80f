"""`onrecord report` and `onrecord read`: files in, a page or lines out."""

from __future__ import annotations

import os
import re
import subprocess
from typing import TYPE_CHECKING

from command_runs import ONRECORD, QUIET

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from command_runs import Run

    Onrecord = Callable[..., Run]


def test_a_report_is_one_page_and_one_line(onrecord: Onrecord, pile: Path) -> None:
    """The page stands where it was asked for, and one line on standard error says what it is."""
    target = pile.parent / "out.html"
    done = onrecord("report", str(pile), "-o", str(target))
    assert done.code == 0
    assert done.out == b""
    assert done.said == f"onrecord: 3 articles read, no problems; the report is in {target}\n"
    assert target.read_text("utf-8").lower().startswith("<!doctype html>")


def test_the_report_is_named_report_html(onrecord: Onrecord, pile: Path) -> None:
    """Without -o the page is report.html in the folder one is in."""
    assert onrecord("report", str(pile), cwd=pile.parent).code == 0
    assert (pile.parent / "report.html").exists()


def test_a_report_can_go_to_standard_output(onrecord: Onrecord, pile: Path) -> None:
    """With -o - the page is the only thing on standard output."""
    done = onrecord("report", str(pile), "-o", "-")
    assert done.out.lower().startswith(b"<!doctype html>")
    assert done.out.rstrip().endswith(b"</html>")
    assert "the report is on standard output" in done.said


def test_the_same_pile_gives_the_same_page(onrecord: Onrecord, pile: Path) -> None:
    """Two runs agree byte for byte, whatever the hashing of texts is seeded with."""
    first = onrecord("report", str(pile), "-o", "-", PYTHONHASHSEED="1")
    second = onrecord("report", str(pile), "-o", "-", PYTHONHASHSEED="2")
    assert first.out == second.out


def test_the_title_is_shown_and_escaped(onrecord: Onrecord, pile: Path) -> None:
    """The heading is the one asked for, as text and never as HTML."""
    done = onrecord("report", str(pile), "-o", "-", "--title", "Lock <b>&</b> gate")
    assert b"Lock &lt;b&gt;&amp;&lt;/b&gt; gate" in done.out
    assert b"Lock <b>" not in done.out


def test_private_shows_whole_articles(onrecord: Onrecord, pile: Path) -> None:
    """A page to share leaves out what a private one shows."""
    sentence = b"The council will meet on Thursday"
    private = onrecord("report", str(pile), "-o", "-", "--private").out
    shared = onrecord("report", str(pile), "-o", "-").out
    assert sentence in re.sub(rb"<[^>]+>", b"", private)
    assert sentence not in re.sub(rb"<[^>]+>", b"", shared)


def test_articles_in_which_nobody_speaks_are_nothing_found(
    onrecord: Onrecord, tmp_path: Path
) -> None:
    """The report is written all the same, and the exit code says that it holds nothing."""
    (tmp_path / "quiet.txt").write_text(QUIET)
    target = tmp_path / "out.html"
    assert onrecord("report", str(tmp_path / "quiet.txt"), "-o", str(target)).code == 1
    assert target.exists()


def test_a_folder_is_no_target(onrecord: Onrecord, pile: Path) -> None:
    """A folder as the target is refused before anything is read."""
    done = onrecord("report", str(pile), "-o", str(pile))
    assert done.code == 2
    assert "is a folder; name a file in it" in done.said


def test_an_input_is_never_replaced(onrecord: Onrecord, pile: Path) -> None:
    """A report onto one of the articles, or beside them a second time, is refused."""
    article = pile / "wire.txt"
    before = article.read_bytes()
    done = onrecord("report", ".", "-o", "wire.txt", cwd=pile)
    assert done.code == 2
    assert "wire.txt is among the files that were read" in done.said
    assert article.read_bytes() == before


def test_a_missing_path_is_named(onrecord: Onrecord, tmp_path: Path) -> None:
    """A path that names nothing is wrong use, and no page is made."""
    for command in ("report", "read"):
        done = onrecord(command, "missing-folder", cwd=tmp_path)
        assert done.code == 2
        assert "missing-folder" in done.said
        assert "Traceback" not in done.said
    assert not (tmp_path / "report.html").exists()


def test_an_empty_folder_is_nothing_readable(onrecord: Onrecord, tmp_path: Path) -> None:
    """A folder without articles ends both commands with 2 and says so."""
    folder = tmp_path / "empty"
    folder.mkdir()
    for command in ("report", "read"):
        done = onrecord(command, str(folder), cwd=tmp_path)
        assert done.code == 2
        assert "no article could be read" in done.said


def test_one_bad_file_ends_no_run(onrecord: Onrecord, pile: Path) -> None:
    """A file that is no article is a problem of the report, and the others are read."""
    (pile / "noise.html").write_bytes(bytes(range(256)) * 20)
    done = onrecord("report", str(pile), "-o", str(pile.parent / "out.html"))
    assert done.code == 0
    assert "problem" in done.said
    assert "no problems" not in done.said


def test_standard_input_is_a_path(onrecord: Onrecord, article_lines: bytes) -> None:
    """A dash among the paths is an article, or article lines, on standard input."""
    done = onrecord("read", "-", lines=article_lines)
    assert done.code == 0
    assert "We closed the lock" in str(done.rows[0]["text"])


def test_a_person_sees_progress(pile: Path) -> None:
    """On a terminal a bar shows how far the run is, and the line on what was done is left."""
    ours, theirs = os.openpty()
    target = str(pile.parent / "out.html")
    with subprocess.Popen([ONRECORD, "report", str(pile), "-o", target], stderr=theirs) as process:
        os.close(theirs)
        shown = b""
        while part := _read_terminal(ours):
            shown += part
        assert process.wait(timeout=60) == 0
    os.close(ours)
    assert b"reading" in shown
    assert b"\x1b[2K" in shown.rpartition(b"reading")[2]  # the bar is cleared away
    assert shown.rstrip().endswith(b"out.html")


def _read_terminal(descriptor: int) -> bytes:
    """What was written to a terminal, empty once nobody writes any more."""
    try:
        return os.read(descriptor, 4096)
    except OSError:
        return b""
