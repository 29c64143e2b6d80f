"""Measures the figures of the model card: who said what, with intervals, and by phenomenon.

    python eval/intervals.py [PART ...]     print the tables, of onrecord with and without tagger
    python eval/intervals.py [PART ...] --finder MODULE:FUNCTION    ditto, of other functions
    python eval/intervals.py --write        write all of them into docs/model-card.md

PART is polnear, gum, free or phenomena; all without it. Any function that takes an article and
returns its attributions can be measured, as in eval/challenge.py. The scorer and the development
data are no part of this repository: ONRECORD_MEASURE names the folder that holds
attribution/attrib_eval.py (../shared/measure without it), beside which lies data/attribution.

The intervals of a corpus hold 95 of 100 resamples of its articles; those of a phenomenon are
Wilson's, for its texts are too few to be drawn again.
"""

from __future__ import annotations

import argparse
import importlib
import json
import math
import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from challenge import find_by_rules, find_with_tagger, load_finder, measure, read_challenges, shares
from onrecord.records import Article

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from challenge import Finder
    from onrecord.records import Attribution

    Counts = Mapping[str, Sequence[int]]
    Row = dict[str, Any]

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs/model-card.md"
BEGIN, END = "<!-- figures: written by eval/intervals.py -->", "<!-- end of figures -->"
CORPORA = {
    "polnear": ("polnear-dev.jsonl", "PolNeAR dev, {} articles of US politics"),
    "gum": ("gum-dev.jsonl", "GUM dev, {} Wikinews articles, another scheme"),
    "free": ("free/free-dev.jsonl", "free dev, {} articles of the training kind"),
}
PHENOMENA = "phenomena"
COLUMNS = {
    "who said what, speech": "speech:linked.attribution",
    "direct": "direct:linked.attribution",
    "all": "linked.attribution",
    "every boundary exact": "citron~norm.quote.exact",
}
NESTED = "linked.attribution"
ROLES = ("content", "cue", "source")
FINDERS: dict[str, Finder] = {"with the tagger": find_with_tagger, "rules alone": find_by_rules}
RESAMPLES = 1000
Z95 = 1.96


class Figure(NamedTuple):
    """A share and the bounds of its interval, 0 to 1."""

    value: float
    low: float
    high: float


def measure_folder() -> Path:
    """The folder of the scorers, whether it is there or not."""
    return Path(os.environ.get("ONRECORD_MEASURE", ROOT.parent / "shared/measure"))


@cache
def load_scorer() -> Any:
    """The module attrib_eval of the scorers."""
    sys.path.append(str(measure_folder() / "attribution"))
    return importlib.import_module("attrib_eval")


def read_corpus(name: str) -> list[Row]:
    """The annotated articles of a corpus."""
    path = measure_folder().parent / "data/attribution" / CORPORA[name][0]
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def article_of(row: Row) -> Article:
    """An annotated article without what was annotated."""
    return Article(row["id"], row["text"], title=row.get("title"))


def spans_found(found: Iterable[Attribution], *, nested: bool) -> list[Row]:
    """Attributions of the text as the scorer takes them: the outermost, or those in others."""
    return [
        {role: [[span.start, span.end] for span in getattr(a, role)] for role in ROLES}
        for a in found
        if not a.in_title and bool(a.inside) == nested
    ]


def figures_of(rows: Sequence[Row], find: Finder) -> list[Figure | None]:
    """A finder's figures, one for each of `COLUMNS`, then the recall of nested attributions."""
    scorer = load_scorer()
    found = {row["id"]: find(article_of(row)) for row in rows}
    outer = _counts(scorer, rows, found, nested=False)
    figures: list[Figure | None] = [_figure(scorer, outer, key) for key in COLUMNS.values()]
    if not any(quote.get("in") for row in rows for quote in row["quotes"]):
        return [*figures, None]
    nested = _counts(scorer, rows, found, nested=True)
    return [*figures, _figure(scorer, [_recall_alone(counts) for counts in nested], NESTED)]


def _counts(
    scorer: Any, rows: Iterable[Row], found: Mapping[str, Sequence[Attribution]], *, nested: bool
) -> list[Counts]:
    """What the scorer counts in each article."""
    counts: list[Counts] = []
    for row in rows:
        gold = {**row, "quotes": [q for q in row["quotes"] if bool(q.get("in")) == nested]}
        counts.append(scorer.score_article(gold, spans_found(found[row["id"]], nested=nested)))
    return counts


def _recall_alone(counts: Counts) -> Counts:
    """Counts of an article without the half that makes precision."""
    return {key: [0, 0, right, wanted] for key, (_, _, right, wanted) in counts.items()}


def _figure(scorer: Any, counts: Sequence[Counts], key: str) -> Figure:
    """F1 over all articles with its interval; recall where nothing else was counted."""
    scores = scorer.prf(scorer.total(counts)[key])
    value = scores["R"] if scores["F1"] is None else scores["F1"]
    low, high = scorer.bootstrap(counts, [key], RESAMPLES)[key]
    return Figure(value, low, high)


def wilson(right: int, total: int) -> Figure:
    """The share that is right, with Wilson's interval.

    >>> [round(100 * share) for share in wilson(8, 9)]
    [89, 56, 98]
    """
    share, spread = right / total, Z95 * Z95 / total
    middle = (share + spread / 2) / (1 + spread)
    half = math.sqrt(spread * (share * (1 - share) + spread / 4)) / (1 + spread)
    return Figure(share, max(0.0, middle - half), min(1.0, middle + half))


def render_corpora(names: Iterable[str], finders: Mapping[str, Finder]) -> str:
    """The figures of each corpus as a table in Markdown, a line for each finder."""
    head = ["", *COLUMNS, "nested found (recall)"]
    lines = [_line(head), _line(["---"] * len(head))]
    for name in names:
        rows = read_corpus(name)
        lines.append(_line([f"**{CORPORA[name][1].format(len(rows))}**"] + [""] * (len(head) - 1)))
        for label, find in finders.items():
            lines.append(_line([label, *map(_shown, figures_of(rows, find))]))
    return "\n".join(lines)


def _shown(figure: Figure | None) -> str:
    """A figure in per cent as the tables print it."""
    if figure is None:
        return "-"
    value, low, high = (100 * share for share in figure)
    return f"{value:.1f} ({low:.1f} to {high:.1f})"


def render_phenomena(finders: Mapping[str, Finder]) -> str:
    """How many texts of eval/challenge.py each finder reads rightly, as a table in Markdown."""
    challenges = read_challenges()
    columns = []
    for find in finders.values():
        failed = {v.challenge.id for v in measure(challenges, find) if v.wrong}
        right = shares(challenges, failed)
        columns.append({**right, "all": (len(challenges) - len(failed), len(challenges))})
    head = ["phenomenon", *finders]
    rows = [[name, *(_shown_share(*column[name]) for column in columns)] for name in columns[0]]
    return "\n".join(map(_line, [head, ["---"] * len(head), *rows]))


def _shown_share(right: int, total: int) -> str:
    """A share of texts and its interval in whole per cent."""
    _, low, high = wilson(right, total)
    return f"{right} of {total} ({100 * low:.0f} to {100 * high:.0f} %)"


def _line(cells: Iterable[str]) -> str:
    """A line of a table in Markdown."""
    return f"| {' | '.join(cells)} |"


def render(parts: Sequence[str], finders: Mapping[str, Finder]) -> str:
    """The tables asked for, corpora first."""
    corpora = [part for part in parts if part in CORPORA]
    tables = [render_corpora(corpora, finders)] if corpora else []
    if PHENOMENA in parts:
        tables.append(render_phenomena(finders))
    return "\n\n".join(tables)


def write_card(page: Path, generated: str) -> None:
    """Write the tables between their markers in the model card."""
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    page.write_text(f"{before}{BEGIN}\n{generated}\n{END}{after}", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and write where asked; returns the exit code."""
    chosen = _arguments(arguments)
    scorer = measure_folder() / "attribution/attrib_eval.py"
    if not scorer.exists() and set(chosen.part) & set(CORPORA):
        print("No development data here (ONRECORD_MEASURE names its folder): nothing is measured.")
        return 0
    finders = {name: load_finder(name) for name in chosen.finder} or FINDERS
    generated = render(chosen.part, finders)
    print(generated)
    if chosen.write:
        write_card(PAGE, generated)
    return 0


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """What the command line asks for."""
    parts = (*CORPORA, PHENOMENA)
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("part", nargs="*", help=f"of {', '.join(parts)}; all without it")
    parser.add_argument(
        "--finder",
        metavar="MODULE:FUNCTION",
        action="append",
        default=[],
        help="measure this function instead; may be given several times",
    )
    parser.add_argument("--write", action="store_true", help="write all into docs/model-card.md")
    chosen = parser.parse_args(arguments)
    if chosen.write and (chosen.part or chosen.finder):
        parser.error("--write writes every part of the model card, of onrecord alone")
    unknown = [part for part in chosen.part if part not in parts]
    if unknown:
        parser.error(f"no part is called {unknown[0]!r}; there are: {', '.join(parts)}")
    chosen.part = chosen.part or list(parts)
    return chosen


if __name__ == "__main__":
    sys.exit(main())
