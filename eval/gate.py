"""Measures the project and fails where a figure fell below its floor.

    python eval/gate.py [TASK ...]              measure and compare; exit 1 below a floor
    python eval/gate.py --update [TASK ...]     raise floors, write the table in docs/accuracy.md
    python eval/gate.py --lower REASON [TASK]   ditto, and let floors down, the reason beside them

Without a TASK, all are measured but those whose figures are marked slow.

The scorer and the development data are no part of this repository: ONRECORD_MEASURE names the
folder that holds score.py (../shared/measure without it). Without them nothing is measured.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from floors import Floor, Measured, compare, read_floors, render_floors

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ROOT = Path(__file__).resolve().parent.parent
BEGIN, END = "<!-- figures: written by eval/gate.py -->", "<!-- end of figures -->"


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Run the gate on the project in `root`; returns the exit code."""
    chosen = _arguments(arguments)
    path = root / "eval/floors.toml"
    floors = read_floors(path)
    tasks = chosen.task or list(dict.fromkeys(floor.task for floor in floors if not floor.slow))
    scorer = Path(os.environ.get("ONRECORD_MEASURE", root.parent / "shared/measure")) / "score.py"
    if not scorer.exists():
        print("No development data here (ONRECORD_MEASURE names its folder): nothing is measured.")
        return 0
    values, failures = measure(scorer, tasks, root)
    measured = compare(floors, values, tasks)
    Console(width=110).print(_table(measured))
    for failure in failures:
        print(failure)
    if chosen.update or chosen.lower:
        floors, measured = _moved(floors, measured, chosen.lower)
        path.write_text(render_floors(floors), encoding="utf-8")
        write_accuracy(root / "docs/accuracy.md", floors)
    return 0 if measured and not failures and all(m.passed for m in measured) else 1


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("task", nargs="*", help="tasks of eval/floors.toml; all without it")
    parser.add_argument("--update", action="store_true", help="raise floors; lower none")
    parser.add_argument("--lower", metavar="REASON", default="", help="let floors down, and why")
    return parser.parse_args(arguments)


def measure(
    scorer: Path, tasks: Sequence[str], root: Path
) -> tuple[dict[tuple[str, str], float], list[str]]:
    """Every figure the scorer prints, by eval and name, and a sentence for each failed task.

    Several tasks may print the same eval: each figure also stands under its run, as "run.eval".
    """
    values: dict[tuple[str, str], float] = {}
    failures, ran = [], ""
    command = [sys.executable, str(scorer), *tasks]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as scoring:
        for line in scoring.stdout or ():
            row = _row_of(line)
            if "failed" in row:
                failures.append(f"{row.get('eval')} could not be measured: {row['failed']}")
            elif "eval" in row:
                numbers = {k: v for k, v in row.items() if isinstance(v, int | float)}
                for eval_ in (str(row["eval"]), f"{ran}.{row['eval']}"):
                    values |= {(eval_, name): float(v) for name, v in numbers.items()}
            elif "ran" in row:
                ran = str(row["ran"])
                print(f"{row['ran']}: {row.get('seconds')} s", file=sys.stderr, flush=True)
    if scoring.returncode and not failures:
        failures.append(f"the scorer ended with {scoring.returncode}")
    return values, failures


def _row_of(line: str) -> dict[str, object]:
    """The figures a line of the scorer's output holds; a line that holds none is empty."""
    try:
        row = json.loads(line)
    except ValueError:
        return {}
    return row if isinstance(row, dict) else {}


def _table(measured: Iterable[Measured]) -> Table:
    """The figures for a terminal."""
    table = Table("task", "figure", "value", "floor", "")
    for m in measured:
        verdict = "" if m.passed else "[bold red]below its floor[/]"
        table.add_row(m.floor.task, m.floor.figure, _shown(m.value), _shown(m.floor.floor), verdict)
    return table


def _shown(value: float | None) -> str:
    """A figure as tables print it."""
    return "-" if value is None else f"{value:.3f}"


def _moved(
    floors: Sequence[Floor], measured: Sequence[Measured], reason: str
) -> tuple[tuple[Floor, ...], tuple[Measured, ...]]:
    """The floors raised to what was measured, let down only for a reason; and what that makes."""
    values = {m.floor: m.value for m in measured}
    moved = {floor: _moved_floor(floor, values.get(floor), reason) for floor in floors}
    return tuple(moved.values()), tuple(Measured(moved[m.floor], m.value) for m in measured)


def _moved_floor(floor: Floor, value: float | None, reason: str) -> Floor:
    """One floor after `value` was measured."""
    if value is None:
        return floor
    lowered = floor.lowered_to(value, reason) if reason else floor
    return lowered.raised_to(value)._replace(value=value)


def write_accuracy(page: Path, floors: Iterable[Floor]) -> None:
    """Write the table of figures between the markers of `page`."""
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    page.write_text(f"{before}{BEGIN}\n{render_accuracy(floors)}\n{END}{after}", encoding="utf-8")


def render_accuracy(floors: Iterable[Floor]) -> str:
    """The table of figures in Markdown, each with the command that measures it."""
    rows = ["| figure | value | floor | measured by |", "| --- | --- | --- | --- |"]
    for floor in floors:
        note = f" (lowered: {floor.lowered})" if floor.lowered else ""
        bound = f"{'at most ' if floor.lower_is_better else ''}{_shown(floor.floor)}{note}"
        command = f"`make eval TASKS={floor.task}`"
        rows.append(f"| {floor.figure} | {_shown(floor.value)} | {bound} | {command} |")
    return "\n".join(rows)


if __name__ == "__main__":
    sys.exit(main())
