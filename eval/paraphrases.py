"""Measures which renderings of one utterance are found to be one, paraphrase by paraphrase.

    python eval/paraphrases.py [dev|held] [--mistakes]

A pair is two short invented articles and a rendering in each; eval/paraphrases/README.md says how
they were written. The whole pipeline reads the two articles and nothing else, and a pair counts as
the same where one statement has both renderings. What is printed is precision, recall and F1 of
"same". `held` is for measuring only: of it no mistakes are shown.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from onrecord.export import article_of_row
from onrecord.pipeline import run
from onrecord.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.records import Article, Rendering, Statement

FOLDER = Path(__file__).resolve().parent / "paraphrases"
HALVES = ("dev", "held")


class Place(NamedTuple):
    """Where one article renders the utterance: a span of its text, or of its title."""

    article: Article
    span: Span
    in_title: bool

    @property
    def words(self) -> str:
        """The words of the rendering."""
        return self.span.of(self.article.title or "" if self.in_title else self.article.text)


class Pair(NamedTuple):
    """Two renderings, and whether a careful reader takes them for one utterance."""

    id: str
    phenomenon: str
    same: bool
    a: Place
    b: Place


class Answer(NamedTuple):
    """A pair and what the pipeline made of it."""

    pair: Pair
    same: bool

    @property
    def is_right(self) -> bool:
        """Whether the pipeline and the careful reader agree."""
        return self.same == self.pair.same


class Figures(NamedTuple):
    """Precision, recall and F1 of "same", each 0 where nothing was found."""

    precision: float
    recall: float
    f1: float


def read_pairs(half: str) -> tuple[Pair, ...]:
    """The pairs of "dev" or "held", in the order of the file."""
    lines = (FOLDER / f"{half}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(_pair_of(json.loads(line)) for line in lines)


def _pair_of(row: dict[str, Any]) -> Pair:
    """The pair that a line holds."""
    in_title = row.get("in_title", (False, False))
    a, b = (
        Place(
            article_of_row({"id": f"{row['id']}-{side}", **row[side]}),
            Span(*row[f"{side}_span"]),
            titled,
        )
        for side, titled in zip("ab", in_title, strict=True)
    )
    return Pair(row["id"], row["phenomenon"], row["label"] == "same", a, b)


def answer(pair: Pair) -> Answer:
    """What the pipeline says of a pair when it reads its two articles and nothing else."""
    found = run((pair.a.article, pair.b.article), until="statements")
    return Answer(pair, same=any(is_shared(statement, pair) for statement in found.statements))


def is_shared(statement: Statement, pair: Pair) -> bool:
    """Whether a statement has a rendering at both places of a pair."""
    return all(
        any(is_at(rendering, place) for rendering in statement.renderings)
        for place in (pair.a, pair.b)
    )


def is_at(rendering: Rendering, place: Place) -> bool:
    """Whether a rendering and a place share half of the shorter one's code points, or more."""
    if (rendering.article, rendering.in_title) != (place.article.id, place.in_title):
        return False
    start, end = place.span
    shared = sum(
        max(0, min(end, piece.end) - max(start, piece.start)) for piece in rendering.content
    )
    length = sum(piece.end - piece.start for piece in rendering.content)
    return 2 * shared >= min(length, end - start) > 0


def measure(answers: Sequence[Answer]) -> Figures:
    """Precision, recall and F1 of "same"."""
    right = sum(answer.same and answer.pair.same for answer in answers)
    said = sum(answer.same for answer in answers)
    true = sum(answer.pair.same for answer in answers)
    return Figures(
        precision=right / said if said else 0.0,
        recall=right / true if true else 0.0,
        f1=2 * right / (said + true) if said + true else 0.0,
    )


def shares(answers: Iterable[Answer]) -> dict[tuple[bool, str], tuple[int, int]]:
    """(right, all) for each label and phenomenon, in the order of the file."""
    counted: dict[tuple[bool, str], tuple[int, int]] = {}
    for one in answers:
        key = (one.pair.same, one.pair.phenomenon)
        right, total = counted.get(key, (0, 0))
        counted[key] = (right + one.is_right, total + 1)
    return counted


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("half", nargs="?", choices=HALVES, default="dev")
    parser.add_argument("--mistakes", action="store_true", help="print the pairs it got wrong")
    chosen = parser.parse_args(arguments)
    if chosen.mistakes and chosen.half == "held":
        parser.error("held is for measuring only; --mistakes shows those of dev")
    answers = [answer(pair) for pair in read_pairs(chosen.half)]
    if chosen.mistakes:
        _print_mistakes(answers)
    figures = measure(answers)
    print(
        f"{chosen.half} {len(answers)} pairs: "
        f"precision {figures.precision:.3f} recall {figures.recall:.3f} F1 {figures.f1:.3f}"
    )
    return 0


def _print_mistakes(answers: Sequence[Answer]) -> None:
    """Print each pair that was answered wrongly, then the shares of the phenomena."""
    for pair, same in answers:
        if same != pair.same:
            went = "joined, and different" if same else "kept apart, and the same"
            print(f"{pair.id} {pair.phenomenon}: {went}\n  a  {pair.a.words}\n  b  {pair.b.words}")
    for (same, phenomenon), (right, total) in shares(answers).items():
        print(f"{'same' if same else 'different':9} {phenomenon:46} {right:3} of {total:3}")


if __name__ == "__main__":
    sys.exit(main())
