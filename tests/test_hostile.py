"""Whatever comes in, every input is answered or listed as a problem, and nothing is raised."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hostile_inputs import make_hostile, make_hostile_line
from onrecord import pipeline
from onrecord.export import article_of_line, article_row, attributions_row, line_of
from onrecord.options import ReadingOptions
from onrecord.reading import read_paths

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.records import Article, Findings, Span

INPUTS = 2000
BATCHES = 20
ONRECORD = str(Path(sys.executable).with_name("onrecord"))


def files_in(folder: Path, numbers: Iterable[int]) -> set[str]:
    """Write the hostile files of these numbers; their names."""
    names = set()
    for number in numbers:
        name, raw = make_hostile(number)
        (folder / name).write_bytes(raw)
        names.add(name)
    return names


def stray_spans(article: Article, found: Findings) -> list[Span]:
    """Spans of the article's attributions that reach outside what they point into."""
    (attributions,) = [
        said
        for known, said in zip(found.articles, found.attributions, strict=True)
        if known is article
    ]
    stray = []
    for attribution in attributions:
        end = len((article.title or "") if attribution.in_title else article.text)
        spans = (*attribution.content, *attribution.cue, *attribution.source)
        stray += [span for span in spans if not 0 <= span.start < span.end <= end]
    return stray


@pytest.mark.parametrize("batch", range(BATCHES))
def test_hostile_files_are_answered(batch: int, tmp_path: Path) -> None:
    """Each file gives an article or a problem; every stage takes what came of it."""
    size = INPUTS // BATCHES
    names = files_in(tmp_path, range(batch * size, (batch + 1) * size))
    articles, problems = read_paths([str(tmp_path)], ReadingOptions())
    answered = {Path(a.file or "").name for a in articles} | {
        Path(problem.file or "").name for problem in problems
    }
    assert not names - answered
    found = pipeline.run(articles, problems=problems)
    for article, said in zip(found.articles, found.attributions, strict=True):
        assert not stray_spans(article, found)
        assert article_of_line(line_of(article_row(article))) == article
        assert line_of(attributions_row(article, said))


def test_hostile_piles_come_through_the_command(tmp_path: Path) -> None:
    """The report of a hostile pile is written, its exit code and its talk in order."""
    pile = tmp_path / "pile"
    pile.mkdir()
    for number in range(5):
        files_in(pile, range(9000 + 20 * number, 9020 + 20 * number))
        target = tmp_path / f"{number}.html"
        done = run(["report", str(pile), "-o", str(target)])
        assert done.returncode in (0, 1), done.stderr
        assert "Traceback" not in done.stderr
        page = target.read_text("utf-8")
        assert "<svg onload" not in page
        assert "<img src=x" not in page


@pytest.mark.parametrize("command", ["attributions", "speakers", "copies", "statements"])
def test_hostile_lines_come_through_the_command(command: str) -> None:
    """A stage command answers or names each of a hostile set of lines."""
    for number in range(0, 60, 10):
        lines = b"".join(make_hostile_line(seed) for seed in range(number, number + 10))
        done = run([command], lines)
        assert done.returncode in (0, 1), done.stderr
        assert "Traceback" not in done.stderr
        if command == "attributions":
            answered = len(done.stdout.splitlines())
            refused = done.stderr.count("is left out")
            assert answered + refused == sum(1 for line in lines.split(b"\n") if line.strip())


def run(arguments: list[str], lines: bytes = b"") -> subprocess.CompletedProcess[str]:
    """The command with these arguments and this standard input."""
    text = lines.decode("utf-8", "surrogateescape")
    return subprocess.run(
        [ONRECORD, *arguments],
        input=text,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="surrogateescape",
        check=False,
        timeout=60,
    )
