"""The command run in a process of its own, and a few articles to run it on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ONRECORD = str(Path(sys.executable).with_name("onrecord"))

WIRE = (
    "The lower gate of the lock failed twice in one night, Mara Lindqvist said on Tuesday.\n"
    "“We closed the lock because the gate had failed twice,” said Lindqvist, the harbour master. "
    "“Nobody was in danger at any time, and nobody will be.”\n"
    "The council will meet on Thursday to hear what the repairs would cost the town."
)
QUIET = (
    "It rained all day, as it had for most of the week, and the lock stayed shut until dark.\n"
    "By evening the water stood a hand below the quay, and some forty boats waited in the roads."
)
ARTICLES = (
    {"id": "wire", "title": "Lock closed, says harbour master", "outlet": "Wire", "text": WIRE},
    {"id": "copy", "outlet": "Herald", "text": WIRE},
    {"id": "quiet", "outlet": "Post", "text": QUIET},
)


def run(*arguments: str, lines: bytes = b"", cwd: Path | None = None, **env: str) -> Run:
    """What the command does with these arguments and this standard input."""
    done = subprocess.run(
        [ONRECORD, *arguments],
        input=lines,
        capture_output=True,
        check=False,
        cwd=cwd,
        env={"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", **env},
        timeout=60,
    )
    return Run(done.returncode, done.stdout, done.stderr.decode())


class Run:
    """How a command ended: its exit code, what it wrote, what it said."""

    def __init__(self, code: int, out: bytes, said: str) -> None:
        """The three of them."""
        self.code, self.out, self.said = code, out, said

    @property
    def rows(self) -> list[dict[str, object]]:
        """The JSONL rows it wrote."""
        return [json.loads(line) for line in self.out.splitlines()]


def jsonl(*rows: object) -> bytes:
    """Rows as lines of JSON."""
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)
