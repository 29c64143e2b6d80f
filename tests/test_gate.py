"""The evaluation gate, with a scorer that prints what the test wants."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import gate
from floors import Floor, read_floors, render_floors
from onrecord.report.figures import read_figures

if TYPE_CHECKING:
    from pathlib import Path

FLOORS = (
    Floor("copies", "copies.pairs", "F1", 0.8),
    Floor("copies", "copies.groups", "independence_error", 0.5, lower_is_better=True),
    Floor("reuse", "reuse.shared_text", "F1"),
    Floor("reuse", "labels", "acc", 0.0, value=0.0),
)
PAGE = f"# Accuracy\n\n{gate.BEGIN}\nold\n{gate.END}\n\nThe rest stays.\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with three floors, beside it the place for a scorer."""
    root = tmp_path / "main"
    (root / "eval").mkdir(parents=True)
    (root / "docs").mkdir()
    (root / "eval/floors.toml").write_text(render_floors(FLOORS), encoding="utf-8")
    (root / "docs/accuracy.md").write_text(PAGE, encoding="utf-8")
    monkeypatch.setenv("ONRECORD_MEASURE", str(tmp_path / "measure"))
    return root


def scorer(project: Path, f1: float, error: float, *, fails: str = "") -> None:
    """Put a scorer in place that prints these figures, and that `fails` could not be measured."""
    rows = [
        {"ran": "copies", "inputs": 3, "answers": 3, "seconds": 0.1},
        {"eval": "copies.pairs", "F1": f1, "AP": 0.5},
        {"eval": "copies.groups", "independence_error": error},
        {"eval": "reuse.shared_text", "F1": 0.61},
        {"eval": "labels", "acc": 0.0},
    ]
    rows += [{"eval": fails, "failed": "RuntimeError: no"}] if fails else []
    folder = project.parent / "measure"
    folder.mkdir(exist_ok=True)
    lines = "\n".join(json.dumps(row) for row in rows)
    (folder / "score.py").write_text(f"print({lines!r})\nraise SystemExit({int(bool(fails))})\n")


def floors_of(project: Path) -> dict[str, Floor]:
    """The floors as they stand in the file now, by figure."""
    return {floor.figure: floor for floor in read_floors(project / "eval/floors.toml")}


def test_floors_read_back_equal(project: Path) -> None:
    """Floors written to a file are the same floors when read."""
    assert read_floors(project / "eval/floors.toml") == FLOORS


def test_figures_at_or_above_their_floors_pass(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The gate opens where nothing got worse, and shows every figure with its floor."""
    scorer(project, f1=0.8, error=0.5)
    assert gate.main([], project) == 0
    shown = capsys.readouterr().out
    assert "copies.pairs F1" in shown
    assert "0.800" in shown
    assert "below its floor" not in shown


@pytest.mark.parametrize(("f1", "error"), [(0.79, 0.5), (0.8, 0.51)])
def test_a_figure_that_got_worse_closes_the_gate(project: Path, f1: float, error: float) -> None:
    """One figure on the wrong side of its floor fails the run, whichever side is wrong for it."""
    scorer(project, f1=f1, error=error)
    assert gate.main([], project) == 1


def test_a_figure_that_is_missing_closes_the_gate(project: Path) -> None:
    """A figure that the scorer no longer prints does not pass unnoticed."""
    scorer(project, f1=0.9, error=0.1)
    floors = (*FLOORS, Floor("copies", "copies.origin", "origin_acc", 0.1))
    (project / "eval/floors.toml").write_text(render_floors(floors), encoding="utf-8")
    assert gate.main([], project) == 1


def test_a_task_that_failed_closes_the_gate(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A task that could not be measured is named, and the run fails."""
    scorer(project, f1=0.9, error=0.1, fails="quotes")
    assert gate.main([], project) == 1
    assert "quotes could not be measured: RuntimeError: no" in capsys.readouterr().out


def test_update_raises_floors_and_lowers_none(project: Path) -> None:
    """With --update a better figure becomes the floor; a worse one leaves its floor and fails."""
    scorer(project, f1=0.7, error=0.2)
    assert gate.main(["--update"], project) == 1
    floors = floors_of(project)
    assert floors["copies.pairs F1"].floor == 0.8
    assert floors["copies.groups independence_error"].floor == 0.2
    assert floors["reuse.shared_text F1"].floor == 0.61


def test_a_floor_is_lowered_with_a_reason(project: Path) -> None:
    """With --lower the floor follows the figure down, and the reason stands beside it."""
    scorer(project, f1=0.7, error=0.5)
    assert gate.main(["--lower", "gold corrected"], project) == 0
    lowered = floors_of(project)["copies.pairs F1"]
    assert (lowered.floor, lowered.lowered) == (0.7, "gold corrected")
    page = (project / "docs/accuracy.md").read_text(encoding="utf-8")
    assert "0.700 (lowered: gold corrected)" in page


def test_a_reason_stays_until_the_figure_is_better(project: Path) -> None:
    """The reason for a lowered floor goes when the floor is raised, not before."""
    scorer(project, f1=0.7, error=0.5)
    gate.main(["--lower", "gold corrected"], project)
    gate.main(["--update"], project)
    assert floors_of(project)["copies.pairs F1"].lowered == "gold corrected"
    scorer(project, f1=0.75, error=0.5)
    gate.main(["--update"], project)
    assert floors_of(project)["copies.pairs F1"].lowered == ""


def test_the_page_keeps_what_is_not_figures(project: Path) -> None:
    """Only what stands between the markers of docs/accuracy.md is written anew."""
    scorer(project, f1=0.9, error=0.1)
    gate.main(["--update"], project)
    page = (project / "docs/accuracy.md").read_text(encoding="utf-8")
    assert page.startswith("# Accuracy\n")
    assert page.endswith("The rest stays.\n")
    assert "old" not in page
    assert "| copies.pairs F1 | 0.900 | 0.900 | `make eval TASKS=copies` |" in page


def test_without_development_data_nothing_is_measured(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the scorer is missing, the gate says so and fails nothing."""
    assert gate.main([], project) == 0
    assert "No development data here" in capsys.readouterr().out


def test_a_slow_figure_is_measured_when_asked_for(project: Path) -> None:
    """A figure marked slow is left out of the run of all tasks, and of no run that names it."""
    scorer(project, f1=0.9, error=0.1)
    floors = (*FLOORS, Floor("entities", "entities.names", "conll", 0.5, slow=True))
    (project / "eval/floors.toml").write_text(render_floors(floors), encoding="utf-8")
    assert gate.main([], project) == 0
    assert gate.main(["entities"], project) == 1


def test_a_run_of_one_task_keeps_the_others_figures(project: Path) -> None:
    """The page keeps the figures that this run did not measure."""
    scorer(project, f1=0.9, error=0.1)
    gate.main(["--update"], project)
    scorer(project, f1=0.95, error=0.1)
    gate.main(["--update", "copies"], project)
    page = (project / "docs/accuracy.md").read_text(encoding="utf-8")
    assert "| copies.pairs F1 | 0.950 | 0.950 |" in page
    assert "| reuse.shared_text F1 | 0.610 | 0.610 |" in page


def test_the_page_shows_the_floors() -> None:
    """docs/accuracy.md shows what stands in eval/floors.toml, figure by figure."""
    page = (gate.ROOT / "docs/accuracy.md").read_text(encoding="utf-8")
    assert gate.render_accuracy(read_floors(gate.ROOT / "eval/floors.toml")) in page


def test_the_report_tells_the_measured_figures() -> None:
    """The error rates printed in reports are those of eval/floors.toml, to the per cent."""
    measured = {
        "Who said what, in speech": "attribution.polnear speech:linked.attribution.F1",
        "Who said what, quoted directly": "attribution.polnear direct:linked.attribution.F1",
        "Which articles are copies of each other, in pairs": "copies.pairs F1",
        "Which statements several outlets share": "statements F1",
    }
    told = {figure: int(shown.split(" %")[0]) for figure, shown in read_figures()}
    floors = floors_of(gate.ROOT)
    for figure, name in measured.items():
        value = floors[name].value
        assert value is not None
        assert abs(told[figure] - 100 * value) <= 0.6, figure
