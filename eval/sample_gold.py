"""Measures what a report on the sample coverage finds of what a careful reader found in it.

    python eval/sample_gold.py [--missed]

The whole pipeline reads examples/lock-gate/articles as `make demo` does, and is held against
gold.json beside it: attributions with their sources, speakers by their fullest names, statements
as links between every two articles that carry one, how many independent accounts each has, and
sentences in an article's own voice. Words count as found where half of the shorter wording's are
shared; what an attribution takes is what eval/challenge.py says.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from challenge import CONTENT_DICE, SOURCE_DICE, bag_of, dice_of
from onrecord.options import Options
from onrecord.pipeline import run
from onrecord.reading import read_paths

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from onrecord.records import Article, Attribution, Findings, Rendering, Span, Statement

SAMPLE = Path(__file__).resolve().parent.parent / "examples/lock-gate"

Key = tuple[str, int]
"""An article of the gold: its file, and the row of a table it stands in."""

Row = dict[str, Any]


class Check(NamedTuple):
    """One thing that the gold says: what kind of thing, in words, and whether it was found."""

    part: str
    words: str
    found: bool


def read_gold() -> Row:
    """The gold of the sample coverage."""
    gold: Row = json.loads((SAMPLE / "gold.json").read_text(encoding="utf-8"))
    return gold


def read_sample() -> Findings:
    """What the pipeline makes of the sample coverage."""
    options = Options()
    articles, problems = read_paths([str(SAMPLE / "articles")], options.reading)
    return run(articles, options, problems=problems)


def check(gold: Row, found: Findings) -> list[Check]:
    """Everything that the gold says, found or not."""
    articles = _by_key(found.articles)
    names = {speaker["name"]: speaker["as_printed"] for speaker in gold["speakers"]}
    checks: list[Check] = []
    for key, article in articles.items():
        rows = [row for row in gold["attributions"] if _key_of(row) == key]
        read = found.attributions[found.articles.index(article)]
        checks += _check_attributions(article, rows, read, names)
    for row in gold["statements"]:
        checks += _check_statement(row, articles, found.statements)
    return checks


def _by_key(articles: Iterable[Article]) -> dict[Key, Article]:
    """The articles by file and row."""
    rows: Counter[str] = Counter()
    keyed: dict[Key, Article] = {}
    for article in articles:
        name = Path(article.file or "").name
        keyed[name, rows[name]] = article
        rows[name] += 1
    return keyed


def _key_of(row: Row) -> Key:
    return row["article"], row.get("record") or 0


def _check_attributions(
    article: Article,
    rows: Sequence[Row],
    read: Sequence[Attribution],
    names: Mapping[str, Sequence[str]],
) -> Iterator[Check]:
    """Attributions of one article, and the speakers of those whose words are found."""
    likest = []
    for number, row in enumerate(rows):
        for place, attribution in enumerate(read):
            content = dice_of(row["content"], _words(article, attribution, attribution.content))
            if attribution.in_title == row["in_title"] and content >= CONTENT_DICE:
                source = dice_of(row["source"], _words(article, attribution, attribution.source))
                likest.append((-content - source, number, place, source >= SOURCE_DICE))
    matched: dict[int, tuple[int, bool]] = {}
    for _, number, place, sourced in sorted(likest):
        if number not in matched and place not in {p for p, _ in matched.values()}:
            matched[number] = place, sourced
    for number, row in enumerate(rows):
        place, sourced = matched.get(number, (-1, False))
        words = f"{article.file}: {row['source']} {row['cue']} {row['content']}"
        yield Check("attributions", words, sourced)
        if place >= 0 and row["speaker"] is not None:
            speaker = read[place].speaker
            told = f"{words}: {row['speaker']}, not {speaker and speaker.name}"
            allowed = {_plain(name) for name in (row["speaker"], *names.get(row["speaker"], ()))}
            right = speaker is not None and _plain(speaker.name) in allowed
            yield Check("speakers", told, right)


def _plain(name: str) -> str:
    return name.casefold().replace("’", "'").removeprefix("the ")


def _check_statement(
    row: Row, articles: Mapping[Key, Article], statements: Sequence[Statement]
) -> Iterator[Check]:
    """The links between renderings, their own-voice tellings, and the independent accounts."""
    places = [_places(rendering, articles, statements) for rendering in row["renderings"]]
    said = [n for n, each in enumerate(row["renderings"]) if each["kind"] != "own-voice"]
    for one, other in combinations(said, 2):
        a, b = row["renderings"][one], row["renderings"][other]
        if _key_of(a) != _key_of(b):
            words = f"{row['statement']}: {a['article']} and {b['article']}"
            yield Check("links", words, bool(places[one] & places[other]))
    for number, each in enumerate(row["renderings"]):
        if number not in said:
            found = any(places[number] & places[one] for one in said)
            yield Check("own voice", f"{row['statement']}: {each['content']}", found)
    times = Counter(place for one in said for place in sorted(places[one]))
    if len({_key_of(row["renderings"][n]) for n in said}) > 1:
        likest = statements[times.most_common(1)[0][0]].independent if times else 0
        words = f"{row['statement']}: {row['independent']}, not {likest}"
        yield Check("independent accounts", words, likest == row["independent"])


def _places(row: Row, articles: Mapping[Key, Article], statements: Sequence[Statement]) -> set[int]:
    """Positions of the statements that have this rendering of the gold."""
    article = articles.get(_key_of(row))
    own = row["kind"] == "own-voice"
    return {
        place
        for place, statement in enumerate(statements)
        if article is not None
        and any(r.own_voice == own and _is_at(row, article, r) for r in statement.renderings)
    }


def _is_at(row: Row, article: Article, rendering: Rendering) -> bool:
    """Whether a rendering has half of the shorter wording's words, and a quarter of both."""
    if (rendering.article, rendering.in_title) != (article.id, row["in_title"]):
        return False
    ours, theirs = bag_of(row["content"]), bag_of(_words(article, rendering, rendering.content))
    shared = (ours & theirs).total()
    return 2 * shared >= min(ours.total(), theirs.total()) > 0 and (
        8 * shared >= ours.total() + theirs.total()
    )


def _words(article: Article, read: Attribution | Rendering, spans: Iterable[Span]) -> list[str]:
    """The words of spans in the title or the text."""
    text = article.title or "" if read.in_title else article.text
    return [span.of(text) for span in spans]


def shares(checks: Iterable[Check]) -> dict[str, tuple[int, int]]:
    """(found, all) of each part, in the order of the checks."""
    counted: dict[str, tuple[int, int]] = {}
    for one in checks:
        found, total = counted.get(one.part, (0, 0))
        counted[one.part] = (found + one.found, total + 1)
    return counted


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--missed", action="store_true", help="print what is not found")
    chosen = parser.parse_args(arguments)
    checks = check(read_gold(), read_sample())
    if chosen.missed:
        for one in checks:
            if not one.found:
                print(f"{one.part}: {one.words}")
    for part, (found, total) in shares(checks).items():
        print(f"{part:22} {found:3} of {total:3}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
