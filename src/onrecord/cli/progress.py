"""How far a run has come, told on standard error, and only where a person watches it."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from rich.progress import Progress, TaskID


class Teller(Protocol):
    """Somebody to tell how far a run has come."""

    def files(self, done: int, total: int, name: str) -> None:
        """So many of so many files are read; `name` is the next."""

    def stage(self, name: str) -> None:
        """A stage begins."""


class _Silent:
    """Tells nobody."""

    def files(self, done: int, total: int, name: str) -> None:
        """Nothing."""

    def stage(self, name: str) -> None:
        """Nothing."""


class _Bar:
    """Tells a person at a terminal."""

    def __init__(self, progress: Progress) -> None:
        """A bar that is not under way yet."""
        self._progress = progress
        self._task: TaskID = progress.add_task("reading", total=None)

    def files(self, done: int, total: int, name: str) -> None:
        """Move the bar on."""
        what = f"reading {name}"[-60:] if name else "reading"
        self._progress.update(self._task, completed=done, total=total, description=what)

    def stage(self, name: str) -> None:
        """Show the stage, for which no length is known."""
        self._progress.update(self._task, completed=0, total=None, description=name)


@contextmanager
def telling(*, writes_data: bool) -> Iterator[Teller]:
    """Somebody to tell, who shows a bar while the block runs and clears it away afterwards.

    Nothing is shown where standard error is no terminal, nor where the command `writes_data` to
    the same terminal and would write through the bar.
    """
    if not _is_terminal(sys.stderr) or (writes_data and _is_terminal(sys.stdout)):
        yield _Silent()
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield _Bar(progress)


def _is_terminal(stream: TextIO | None) -> bool:
    """Whether a person watches `stream`; a closed one is None."""
    return stream is not None and stream.isatty()
