"""Measures how many of the sample coverage's attributions are found, phenomenon by phenomenon.

    python eval/sample_recall.py [--finder MODULE:FUNCTION] [--missed]

The gold stands in examples/lock-gate/gold.json, annotated by a careful reader. Text and Markdown
files are taken as they stand, white space folded; pages and tables come through onrecord.reading.
What counts as found is what eval/challenge.py says: content and source by the words they share.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from challenge import Challenge, Expected, find_by_rules, load_finder, match_expected
from onrecord.options import ReadingOptions
from onrecord.records import Article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from challenge import Finder

SAMPLE = Path(__file__).resolve().parent.parent / "examples/lock-gate"
PLAIN = (".txt", ".md")

Key = tuple[str, int | None]


class Sought(NamedTuple):
    """An attribution of the gold, the phenomena it shows, and whether it was found."""

    article: str
    phenomena: tuple[str, ...]
    expected: Expected
    found: bool


def read_gold() -> dict[str, Any]:
    """The gold of the sample coverage."""
    gold: dict[str, Any] = json.loads((SAMPLE / "gold.json").read_text(encoding="utf-8"))
    return gold


def plain_article(meta: dict[str, Any]) -> Article:
    """A text or Markdown file as an article: its blocks as paragraphs, its title apart."""
    text = (SAMPLE / "articles" / meta["file"]).read_text(encoding="utf-8")
    text = re.sub(r"(?s)\A---\n.*?\n---\n", "", text)
    if meta["file"].endswith(".md"):
        text = re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", text).replace("*", "")
        text = re.sub(r"(?m)^#+ ", "", text)
    blocks = [" ".join(block.split()) for block in text.split("\n")]
    apart = {meta["title"], "", *meta["byline_lines"]}
    kept = "\n\n".join(block for block in blocks if block not in apart)
    return Article(meta["file"], kept, title=meta["title"])


def read_articles(gold: dict[str, Any], *, plain: bool) -> Iterator[tuple[Key, Article]]:
    """The articles of the sample, the plain files or else those that `reading` has to open."""
    for meta in gold["articles"]:
        is_plain = meta["file"].endswith(PLAIN)
        key = (meta["file"], meta.get("record"))
        if is_plain and plain:
            yield key, plain_article(meta)
        elif not (is_plain or plain):
            from onrecord.reading import read_paths

            articles, _ = read_paths([str(SAMPLE / "articles" / meta["file"])], ReadingOptions())
            record = meta.get("record") or 0
            if record < len(articles):
                yield key, articles[record]


def seek(
    gold: dict[str, Any], articles: Iterable[tuple[Key, Article]], find: Finder
) -> tuple[Sought, ...]:
    """Every attribution that the gold has for these articles, found or not."""
    sought: list[Sought] = []
    for (file, record), article in articles:
        rows = [
            row
            for row in gold["attributions"]
            if row["article"] == file and row.get("record") == record
        ]
        wanted = tuple(_expected(row) for row in rows)
        asked = Challenge(file, "", article.text, wanted, (), article.title)
        matched = match_expected(asked, find(article))
        sought += [
            Sought(file, tuple(row["phenomena"]) or ("plain",), expected, index in matched)
            for index, (row, expected) in enumerate(zip(rows, wanted, strict=True))
        ]
    return tuple(sought)


def _expected(row: dict[str, Any]) -> Expected:
    """An attribution of the gold as one of a challenge, its nesting left out."""
    return Expected(
        content=tuple(row["content"]),
        cue=tuple(row["cue"]),
        source=tuple(row["source"]),
        kind=row["kind"],
        type=row["type"],
        inside=None,
        in_title=row["in_title"],
    )


def recall_by_phenomenon(sought: Iterable[Sought]) -> dict[str, tuple[int, int]]:
    """(found, all) for each phenomenon, most frequent first, and for "all" of them last."""
    counted: dict[str, tuple[int, int]] = {}
    for one in sought:
        for name in (*one.phenomena, "all"):
            found, total = counted.get(name, (0, 0))
            counted[name] = (found + one.found, total + 1)
    return dict(sorted(counted.items(), key=lambda row: (row[0] == "all", -row[1][1], row[0])))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--finder", metavar="MODULE:FUNCTION", help="measure this function instead")
    parser.add_argument("--missed", action="store_true", help="print what is not found")
    chosen = parser.parse_args(arguments)
    find = load_finder(chosen.finder) if chosen.finder else find_by_rules
    gold = read_gold()
    for heading, plain in (("plain text and Markdown", True), ("pages and tables", False)):
        sought = seek(gold, read_articles(gold, plain=plain), find)
        print(f"\n{heading}")
        for name, (found, total) in recall_by_phenomenon(sought).items():
            print(f"{name:22} {found:3} of {total:3}")
        if chosen.missed:
            for one in sought:
                if not one.found:
                    print(f"  {one.article}: {one.expected.source} | {one.expected.content}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
