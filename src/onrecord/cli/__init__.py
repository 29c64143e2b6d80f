"""The command line: one command for the report, one for each stage.

Data on standard output, talk on standard error. Exit codes: 0 done, 1 nothing found, 2 wrong use
or nothing readable; 130 after Ctrl-C, 141 where nobody reads the output any more, 70 for a bug.
"""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; always ends in `SystemExit`."""
    try:
        from onrecord.cli.app import app

        app()
    except KeyboardInterrupt:  # before a command had begun
        sys.exit(130)
