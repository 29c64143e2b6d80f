"""Files, folders, globs and standard input: what is read, in which order, what is said of it."""

from __future__ import annotations

import io
import json
import os
from typing import TYPE_CHECKING

import pytest

from onrecord.errors import PathMissing
from onrecord.reading import collecting, files, iter_articles, read_paths
from onrecord.records import Article

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "The council met on Tuesday evening and kept the ferry, {} said.\n"


def write(folder: Path, *names: str) -> None:
    """Small text files of these names, each with a text of its own."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT.format(name), "utf-8")


def names_of(articles: tuple[Article, ...], folder: Path) -> list[str]:
    """The files of articles, told from a folder."""
    return [os.path.relpath(article.file or "", folder) for article in articles]


def test_folders_are_read_in_order_of_names(tmp_path: Path) -> None:
    """Everything below a folder is read, sorted, without what is hidden."""
    write(tmp_path, "b.txt", "a/z.txt", "a/b/c.txt", ".hidden.txt", ".git/x.txt", "c.txt")
    articles, problems = read_paths([str(tmp_path)])
    assert problems == ()
    assert names_of(articles, tmp_path) == ["b.txt", "c.txt", "a/z.txt", "a/b/c.txt"]


def test_globs_name_files_and_folders(tmp_path: Path) -> None:
    """A glob names files in order, a folder it matches is gone through, ** goes down."""
    write(tmp_path, "b.txt", "a.txt", "c.md", "d/e.txt", "[1].txt")
    articles, _ = read_paths([str(tmp_path / "*.txt")])
    assert names_of(articles, tmp_path) == ["[1].txt", "a.txt", "b.txt"]
    articles, _ = read_paths([str(tmp_path / "**" / "*.txt")])
    assert names_of(articles, tmp_path) == ["[1].txt", "a.txt", "b.txt", "d/e.txt"]
    articles, _ = read_paths([str(tmp_path / "?")])
    assert names_of(articles, tmp_path) == ["d/e.txt"]
    articles, _ = read_paths([str(tmp_path / "[1].txt")])
    assert names_of(articles, tmp_path) == ["[1].txt"]


@pytest.mark.parametrize("name", ["nowhere", "*.nothing", "no/such/file.txt", "a\0b", ""])
def test_paths_that_name_nothing_raise_at_the_call(name: str, tmp_path: Path) -> None:
    """The message says what was named, what was expected and what to look at."""
    path = str(tmp_path / name) if name else ""
    with pytest.raises(PathMissing, match="expected a file, a folder, a glob") as raised:
        iter_articles([path])
    assert repr(path) in str(raised.value)


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    """A file and its folder, or two ways to one file, give one article."""
    write(tmp_path, "a.txt")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    articles, problems = read_paths([str(tmp_path / "a.txt"), str(tmp_path)])
    assert names_of(articles, tmp_path) == ["a.txt"]
    assert problems == ()


def test_empty_folders_and_broken_links_are_told(tmp_path: Path) -> None:
    """A folder without files and a link that leads nowhere are problems; the rest is read."""
    (tmp_path / "empty").mkdir()
    write(tmp_path, "pile/a.txt")
    (tmp_path / "pile/gone.txt").symlink_to(tmp_path / "nowhere")
    articles, problems = read_paths([str(tmp_path / "empty"), str(tmp_path / "pile")])
    assert len(articles) == 1
    assert [problem.kind for problem in problems] == ["empty", "unreadable"]
    assert all(problem.file and problem.message for problem in problems)


def test_parts_of_saved_pages_are_left_out_and_told(tmp_path: Path) -> None:
    """The folder a browser saves beside a page is no pile of articles, unless it is named."""
    page = "<html><body><h1>Ferry</h1><p>The ferry stays, said the clerk.</p></body></html>"
    (tmp_path / "Ferry.html").write_text(page, "utf-8")
    write(tmp_path, "Ferry_files/frame.html", "Other_files/a.txt")
    articles, problems = read_paths([str(tmp_path)])
    assert names_of(articles, tmp_path) == ["Ferry.html", "Other_files/a.txt"]
    assert [problem.kind for problem in problems] == ["left-out"]
    articles, _ = read_paths([str(tmp_path / "Ferry_files")])
    assert names_of(articles, tmp_path) == ["Ferry_files/frame.html"]


def test_two_articles_with_one_id_get_two(tmp_path: Path) -> None:
    """The second gets a number, and both the collection and the article say so."""
    line = json.dumps({"id": "a", "text": "The ferry stays, said the clerk of the island."})
    (tmp_path / "1.jsonl").write_text(f"{line}\n{line}\n", "utf-8")
    other = json.dumps({"id": "a-2", "text": "The ferry goes, said the clerk."})
    (tmp_path / "2.jsonl").write_text(f"{other}\n{line}\n", "utf-8")
    articles, problems = read_paths([str(tmp_path)])
    assert [article.id for article in articles] == ["a", "a-2", "a-2-2", "a-3"]
    assert [problem.kind for problem in problems] == ["duplicate-id"] * 3
    assert problems[0] in articles[1].problems
    assert {problem.article for problem in articles[1].problems} == {"a-2"}


@pytest.mark.parametrize(
    ("content", "title"),
    [
        (
            b'{"id": "x", "title": "Ferry stays", "text": "It stays, said the clerk."}\n',
            "Ferry stays",
        ),
        (b"<h1>Ferry stays</h1><p>It stays, said the clerk of the island.</p>", "Ferry stays"),
        (b"Ferry stays\n\nIt stays, said the clerk of the island.", "Ferry stays"),
    ],
)
def test_standard_input_is_sniffed(content: bytes, title: str) -> None:
    """Lines of JSON, a page or plain text come in through "-"."""
    (article,), problems = read_paths(["-"], stdin=io.BytesIO(content))
    assert problems == ()
    assert article.title == title
    assert article.file == "-"


def test_progress_is_told_before_each_file(tmp_path: Path) -> None:
    """So many of so many are read, and the next one's name; at the end all are."""
    write(tmp_path, "a.txt", "b.txt")
    told: list[tuple[int, int, str]] = []
    read_paths([str(tmp_path)], progress=lambda *state: told.append(state))
    assert [(done, total) for done, total, _ in told] == [(0, 2), (1, 2), (2, 2)]
    assert [os.path.basename(name) for _, _, name in told] == ["a.txt", "b.txt", ""]


def test_articles_come_one_by_one(tmp_path: Path) -> None:
    """The first article is there before the second file is opened."""
    write(tmp_path, "a.txt", "b.txt")
    articles = iter_articles([str(tmp_path)])
    first = next(articles)
    assert isinstance(first, Article)
    (tmp_path / "b.txt").write_text("Another text, said the clerk.", "utf-8")
    second = next(articles)
    assert isinstance(second, Article)
    assert second.text == "Another text, said the clerk."


class Trickle(io.RawIOBase):
    """A pipe that gives a few bytes at a time."""

    def __init__(self, content: bytes) -> None:
        self.left = content

    def read(self, size: int = -1) -> bytes:
        """At most seven bytes."""
        taken, self.left = self.left[: min(7, size)], self.left[min(7, size) :]
        return taken


def test_pipes_are_read_to_their_end() -> None:
    """A pipe that gives little at a time is read whole."""
    stream = Trickle(b'{"id": "x", "text": "It stays, said the clerk."}\n' * 3)
    articles, _ = read_paths(["-"], stdin=stream)  # type: ignore[arg-type]
    assert [article.id for article in articles] == ["x", "x-2", "x-3"]


def test_long_piles_of_lines_are_read_line_by_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beyond the limit JSON lines are still read, with their numbers; other files are not."""
    monkeypatch.setattr(files, "LARGEST", 500)
    monkeypatch.setattr(collecting, "LARGEST", 500)
    lines = [json.dumps({"id": str(n), "text": f"It stays, said clerk {n}."}) for n in range(50)]
    lines[30] = '{"id": "30", "te'
    lines[40] = json.dumps({"id": "40", "text": "x" * 3000})
    (tmp_path / "a.jsonl").write_text("\n".join(lines), "utf-8")
    write(tmp_path, "b.txt")
    (tmp_path / "c.txt").write_text("It stays. " * 100, "utf-8")
    articles, problems = read_paths([str(tmp_path)])
    ids = [article.id for article in articles[:48]]
    assert ids == [str(n) for n in range(50) if n not in (30, 40)]
    assert names_of(articles[48:], tmp_path) == ["b.txt"]
    assert [problem.kind for problem in problems] == ["broken-json", "too-large", "too-large"]
    assert "line 31" in problems[0].message


def test_names_no_encoding_can_hold_are_written_down(tmp_path: Path) -> None:
    """A file name of stray bytes becomes one that can be written as JSON."""
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(name, "wb") as file:
        file.write(b"It stays, said the clerk of the island.")
    articles, problems = read_paths([os.fsdecode(name), str(tmp_path)])
    assert problems == ()
    assert [article.file for article in articles] == [f"{tmp_path}/caf\ufffd.txt"]
