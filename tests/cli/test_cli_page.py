"""docs/cli.md keeps step with the commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import commands

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_the_page_is_what_the_commands_say() -> None:
    """The page stands as the commands would write it now."""
    assert commands.PAGE.read_text("utf-8") == commands.render_page()


def test_every_option_is_on_the_page() -> None:
    """Each command has a section that names each of its options."""
    import typer

    from onrecord.cli.app import app

    group = typer.main.get_command(app)
    page = commands.PAGE.read_text("utf-8")
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        section = page.split(f"\n## onrecord {name}\n")[1].split("\n## ")[0]
        names = [
            opt
            for parameter in command.params
            if parameter.param_type_name == "option"
            for opt in (*parameter.opts, *parameter.secondary_opts)
        ]
        assert not [opt for opt in names if f"`{opt}" not in section]


def test_a_page_out_of_step_is_noticed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The check fails on a page that says something else, and tells how to write it anew."""
    page = tmp_path / "cli.md"
    page.write_text("# Something else\n")
    monkeypatch.setattr(commands, "PAGE", page)
    assert commands.main(["--check"]) == 1
    assert "make docs" in capsys.readouterr().out
