"""Floors: the figures that a change may not fall below, kept in eval/floors.toml.

A floor names the task that measures it (as `measure/score.py` calls it), the line of output it
stands in ("eval") and the key of that line ("name").
"""

from __future__ import annotations

import json
import math
import tomllib
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

HEAD = """\
# Figures that may not get worse; `make eval` compares them and `python eval/gate.py --update`
# raises them. A floor is only lowered with a reason, by `python eval/gate.py --lower REASON`.
"""


class Floor(NamedTuple):
    """One figure and what it may not fall below, None where that was never measured.

    `lower_is_better` turns the floor into a ceiling; `lowered` is why it was last let down; `value`
    is what was measured when the file was last written; a `slow` figure is measured when asked for.
    """

    task: str
    eval: str
    name: str
    floor: float | None = None
    lower_is_better: bool = False
    lowered: str = ""
    value: float | None = None
    slow: bool = False

    @property
    def figure(self) -> str:
        """What the figure is called in tables."""
        return f"{self.eval} {self.name}"

    def is_met_by(self, value: float | None) -> bool:
        """Whether `value` is good enough; a figure that was not measured is not."""
        if value is None:
            return False
        return not self._is_worse(value)

    def raised_to(self, value: float) -> Floor:
        """The floor moved to `value` where that is better, else as it is."""
        rounded = self._rounded(value)
        if self._is_worse(value) or rounded == self.floor:
            return self
        return self._replace(floor=rounded, lowered="")

    def lowered_to(self, value: float, reason: str) -> Floor:
        """The floor let down to `value` where that is worse, else as it is."""
        if self.is_met_by(value):
            return self
        return self._replace(floor=self._rounded(value), lowered=reason)

    def _is_worse(self, value: float) -> bool:
        """Whether `value` is on the wrong side of the floor; of none, nothing is."""
        if self.floor is None:
            return False
        return value > self.floor if self.lower_is_better else value < self.floor

    def _rounded(self, value: float) -> float:
        """`value` to three places, on the side where it still passes."""
        side = math.ceil if self.lower_is_better else math.floor
        return side(round(value * 1000, 6)) / 1000


def read_floors(path: Path) -> tuple[Floor, ...]:
    """The floors of a file, in order."""
    rows = tomllib.loads(path.read_text(encoding="utf-8")).get("figure", [])
    return tuple(Floor(**row) for row in rows)


def render_floors(floors: Iterable[Floor]) -> str:
    """The file that holds `floors`."""
    blocks = [HEAD]
    for floor in floors:
        left_out = (None, "", False)
        given = {k: v for k, v in floor._asdict().items() if not any(v is x for x in left_out)}
        lines = [f"{key} = {_toml(value)}" for key, value in given.items()]
        blocks.append("\n".join(["[[figure]]", *lines]) + "\n")
    return "\n".join(blocks)


def _toml(value: object) -> str:
    """A text, a number or a truth value in TOML, which writes all three as JSON does."""
    return json.dumps(value, ensure_ascii=False)


class Measured(NamedTuple):
    """A floor and the value measured, None where there was none."""

    floor: Floor
    value: float | None

    @property
    def passed(self) -> bool:
        """Whether the value is good enough."""
        return self.floor.is_met_by(self.value)


def compare(
    floors: Iterable[Floor], values: Mapping[tuple[str, str], float], tasks: Iterable[str]
) -> tuple[Measured, ...]:
    """Each floor of `tasks` beside the value that stands under its eval and name."""
    asked = set(tasks)
    return tuple(
        Measured(floor, values.get((floor.eval, floor.name)))
        for floor in floors
        if floor.task in asked
    )
