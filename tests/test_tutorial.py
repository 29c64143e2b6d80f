"""docs/tutorial.md: each command on the page does what the page shows."""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)


def steps() -> list[tuple[str, str]]:
    """The commands of the page in order, each with what it shows."""
    found = []
    for block in BLOCK.findall((ROOT / "docs/tutorial.md").read_text("utf-8")):
        for step in block.split("$ ")[1:]:
            command, _, shown = step.partition("\n")
            found.append((command, shown))
    return found


def test_the_tutorial_runs(tmp_path: Path) -> None:
    """Typed in order, each command ends well and shows what stands under it."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    path = f"{Path(sys.executable).parent}:/usr/bin:/bin"
    checker = doctest.OutputChecker()
    for command, shown in steps():
        done = subprocess.run(
            ["/bin/bash", "-c", command],
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
            env={**os.environ, "PATH": path, "LC_ALL": "C.UTF-8"},
        )
        assert done.returncode == 0, (command, done.stderr)
        got = done.stderr + done.stdout
        assert checker.check_output(shown, got, doctest.ELLIPSIS), (command, got)
    assert (tmp_path / "report.html").exists()
