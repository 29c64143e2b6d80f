"""Measures speed on this machine: `make bench`.

Absolute figures depend on the machine, so each is shown beside a yardstick of the same run: a
plain regular expression that finds quotation marks, an interpreter that does nothing, and the
tools of `other_tools`.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

import other_tools
from made_up import make_articles
from onrecord import pipeline
from onrecord.options import Options
from onrecord.records import Findings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from onrecord.records import Article

_QUOTATION = re.compile(r"[“\"]([^”\"]+)[”\"]")
_WORD = re.compile(r"\w+")


def cpu_seconds(work: Callable[[], object], times: int = 3) -> float:
    """Least CPU time of several runs of `work`, the first of which warms everything up."""
    took = []
    for _ in range(times):
        start = time.process_time()
        work()
        took.append(time.process_time() - start)
    return max(min(took), 1e-9)


def wall_seconds(command: Sequence[str], times: int = 9) -> float:
    """Least wall time of several runs of a command."""
    took = []
    for _ in range(times):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        took.append(time.perf_counter() - start)
    return min(took)


def attribution_rows(articles: Sequence[Article]) -> list[tuple[str, str]]:
    """Words per CPU-second of `attributions`, and how many times as long a regex would take."""
    words = sum(len(_WORD.findall(article.text)) for article in articles)
    options = Options()
    ours = cpu_seconds(
        lambda: [pipeline.find_attributions(Findings((a,)), options) for a in articles]
    )
    regex = cpu_seconds(lambda: [_QUOTATION.findall(article.text) for article in articles])
    return [
        ("attributions, words per CPU-second", f"{words / ours:,.0f}"),
        ("a quotation regex, words per CPU-second", f"{words / regex:,.0f}"),
        ("attributions: CPU time against that regex", f"{ours / regex:,.0f} times"),
    ]


def copy_rows(articles: Sequence[Article]) -> list[tuple[str, str]]:
    """Articles per CPU-second of `copies`."""
    found = Findings(tuple(articles))
    took = cpu_seconds(lambda: pipeline.group_copies(found, Options()), times=1)
    speed = f"{len(articles) / took:,.0f}"
    return [(f"copies, articles per CPU-second, {len(articles)} articles", speed)]


def start_rows() -> list[tuple[str, str]]:
    """Wall time of `onrecord --help` and of an interpreter that does nothing."""
    onrecord = str(Path(sys.executable).with_name("onrecord"))
    helps, bare = wall_seconds([onrecord, "--help"]), wall_seconds([sys.executable, "-c", "pass"])
    return [
        ("onrecord --help, seconds", f"{helps:.3f}"),
        ("python -c pass, seconds", f"{bare:.3f}"),
    ]


def main() -> None:
    """Measure and print."""
    table = Table("what", "measured")
    rows = [*attribution_rows(make_articles(60)), *copy_rows(make_articles(300)), *start_rows()]
    for what, measured in rows:
        table.add_row(what, measured)
    Console(width=90).print(table)
    other_tools.print_speed()
    other_tools.print_accuracy()


if __name__ == "__main__":
    main()
