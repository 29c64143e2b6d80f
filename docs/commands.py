"""Writes docs/cli.md from the commands themselves; with --check, only tells whether it is in step.

python docs/commands.py [--check]
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import typer

from onrecord.cli.app import app

PAGE = Path(__file__).with_name("cli.md")

HEAD = """\
<!-- Written by docs/commands.py from the commands themselves: change those, then `make docs`. -->
# The command line

    onrecord report articles/                              # the report, in report.html
    onrecord read articles/ > articles.jsonl               # articles as lines of JSON
    onrecord attributions articles.jsonl > said.jsonl      # one stage on its own
    onrecord read articles/ | onrecord copies --pairs      # commands joined

Data goes to standard output, talk to standard error. What the lines hold stands in
[formats.md](formats.md).

| exit code | meaning |
| --- | --- |
| 0 | done |
| 1 | nothing found: the articles were read, and they hold nothing of what was asked for |
| 2 | wrong use, or nothing readable; the message says what to do |
| 70 | a mistake of onrecord's own; with `ONRECORD_TRACEBACK=1` it shows where |
| 130 | stopped with Ctrl-C |
| 141 | the program that read the output stopped reading |

A file that cannot be read never ends a run: it is listed as a problem, in the report and in the
rows. A line that is no article line is left out with a warning that gives its number.
"""


def render_page() -> str:
    """The whole page, ending in a line feed."""
    group: Any = typer.main.get_command(app)
    commands = [_command(command) for command in group.commands.values()]
    return "\n".join([HEAD, *commands, _options_alone(group)])


def _command(command: Any) -> str:
    """The section on one command."""
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    usage = " ".join(["onrecord", command.name, "[OPTIONS]", *map(_usage, arguments)])
    rows = [f"| `{_usage(p)}` | {p.help} |" for p in arguments]
    rows += [_option(p) for p in command.params if p.param_type_name == "option"]
    table = "\n".join(["| | |", "| --- | --- |", *rows])
    return f"## onrecord {command.name}\n\n    {usage}\n\n{_paragraphs(command.help)}\n\n{table}\n"


def _options_alone(group: Any) -> str:
    """The section on options that need no command."""
    rows = [_option(p) for p in group.params if p.param_type_name == "option"]
    helps = "| `-h`, `--help` | What the command does, and its options; with every command. |"
    return "\n".join(["## Without a command\n", "| | |", "| --- | --- |", *rows, helps]) + "\n"


def _usage(argument: Any) -> str:
    """An argument as a usage line shows it."""
    several = "..." if argument.nargs == -1 else ""
    return f"{argument.metavar}{several}" if argument.required else f"[{argument.metavar}]"


def _option(option: Any) -> str:
    """The table row of one option, with its default where it says anything."""
    names = [*option.opts, *option.secondary_opts]
    value = f" {option.metavar}" if option.metavar else ""
    if not value and not option.is_flag:
        value = " NUMBER"
    shown = ", ".join(f"`{name}{value}`" for name in names)
    if option.is_flag and option.secondary_opts:
        usual = option.opts[0] if option.default else option.secondary_opts[0]
        return f"| {shown} | {option.help} Default: `{usual}`. |"
    usual = "" if option.is_flag else f" Default: {option.default}."
    return f"| {shown} | {option.help}{usual} |"


def _paragraphs(text: str) -> str:
    """A help text without the indentation of the code it stands in."""
    return "\n".join(line.strip() for line in text.strip().splitlines())


def main(arguments: list[str]) -> int:
    """Write the page, or say whether it is in step; returns the exit code."""
    page = render_page()
    if "--check" not in arguments:
        PAGE.write_text(page, encoding="utf-8")
        return 0
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == page:
        return 0
    print("docs/cli.md is not in step with the commands; `make docs` writes it anew")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
