"""How commands end: wrong use, nothing readable, closed pipes, interruptions, mistakes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from command_runs import ARTICLES, ONRECORD, jsonl

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from command_runs import Run

    Onrecord = Callable[..., Run]

STAGES = ("attributions", "speakers", "copies", "statements")
HEAVY = ("lxml", "trafilatura", "resiliparse", "jinja2", "rich", "charset_normalizer")


def modules_after(code: str) -> set[str]:
    """The modules that are loaded once `code` has run."""
    shown = f"{code}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", shown], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


def test_importing_onrecord_loads_nothing_heavy() -> None:
    """`import onrecord` loads neither its own stages nor any other package."""
    loaded = modules_after("import onrecord")
    assert not loaded & {*HEAVY, "typer", "msgspec", "onrecord.pipeline", "onrecord.records"}


def test_help_loads_nothing_heavy() -> None:
    """`onrecord --help` loads typer and nothing that a command needs to do its work."""
    code = "import sys\nsys.argv = ['onrecord', '--help']\nfrom onrecord.cli import main\n"
    loaded = modules_after(f"{code}try:\n    main()\nexcept SystemExit:\n    pass")
    assert "typer" in loaded
    assert not loaded & {*HEAVY, "msgspec", "onrecord.pipeline", "onrecord.records"}


def test_attributions_load_no_page_reader(tmp_path: Path) -> None:
    """A stage command does not pay for reading pages or rendering reports."""
    lines = tmp_path / "articles.jsonl"
    lines.write_bytes(jsonl(ARTICLES[0]))
    code = f"import sys\nsys.argv = ['onrecord', 'attributions', {str(lines)!r}]\n"
    run = "from onrecord.cli import main\ntry:\n    main()\nexcept SystemExit:\n    pass"
    assert not modules_after(code + run) & set(HEAVY)


def test_help_names_every_command(onrecord: Onrecord) -> None:
    """The help shows the commands and how to begin."""
    done = onrecord("--help")
    assert done.code == 0
    text = done.out.decode()
    assert "onrecord report FOLDER" in text
    assert all(command in text for command in ("report", "read", *STAGES))


def test_the_version_is_told(onrecord: Onrecord) -> None:
    """--version prints the version that Python sees, too."""
    import onrecord as package

    done = onrecord("--version")
    assert done.out.decode() == f"onrecord {package.__version__}\n"


def test_the_package_runs_as_a_module() -> None:
    """`python -m onrecord` is the command where its script is not on the path."""
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", "--version"], capture_output=True, check=True
    )
    assert done.stdout.startswith(b"onrecord ")


def test_no_command_is_wrong_use(onrecord: Onrecord) -> None:
    """Without a command there is the help; with an unknown one, a message."""
    assert onrecord("reprot").code == 2
    assert "reprot" in onrecord("reprot").said


@pytest.mark.parametrize("command", STAGES)
def test_empty_input_is_nothing_readable(onrecord: Onrecord, command: str) -> None:
    """Empty standard input ends a stage with 2 and says what to do."""
    done = onrecord(command, lines=b"\n\n")
    assert done.code == 2
    assert "`onrecord read PATH...` makes article lines" in done.said


@pytest.mark.parametrize("command", STAGES)
def test_a_page_given_as_lines_is_nothing_readable(onrecord: Onrecord, command: str) -> None:
    """A file that is no JSONL at all ends a stage with 2, every line accounted for."""
    done = onrecord(command, lines=b"<html>\n<p>Hello</p>\n</html>\n")
    assert done.code == 2
    assert "none of its 3 lines is an article line" in done.said
    assert done.out == b""


def test_a_missing_file_is_named(onrecord: Onrecord) -> None:
    """A file of lines that is not there is named."""
    done = onrecord("attributions", "missing.jsonl")
    assert (done.code, done.said) == (2, "onrecord: there is no file missing.jsonl\n")


def test_a_folder_in_place_of_lines_is_explained(onrecord: Onrecord, pile: Path) -> None:
    """A folder given to a stage command gets the command that reads folders."""
    done = onrecord("attributions", str(pile))
    assert done.code == 2
    assert f"`onrecord read {pile}`" in done.said


def test_nobody_reads_any_more(article_lines: bytes, tmp_path: Path) -> None:
    """A reader that goes away ends the command at once, without a word."""
    source = tmp_path / "articles.jsonl"
    source.write_bytes(
        b"".join(article_lines.replace(b'"id": "', b'"id": "%d' % n) for n in range(300))
    )
    with subprocess.Popen(
        [ONRECORD, "attributions", str(source)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.wait(timeout=30) == 141
        assert process.stderr.read() == b""


def test_a_full_disk_is_said(article_lines: bytes) -> None:
    """Output that cannot be written is refused with the reason."""
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [ONRECORD, "attributions"],
            input=article_lines,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == b"onrecord: standard output cannot be written: No space left on device\n"


def test_closed_output_is_said(article_lines: bytes) -> None:
    """Rows that could go nowhere are not made in silence."""
    done = subprocess.run(
        ["/bin/sh", "-c", f"{ONRECORD} attributions >&-"],
        input=article_lines,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert b"standard output is closed" in done.stderr
    assert b"Traceback" not in done.stderr


def test_interrupting_is_quiet() -> None:
    """Ctrl-C ends a command with 130 and no traceback."""
    with subprocess.Popen(
        [ONRECORD, "attributions"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(jsonl(ARTICLES[0]))
        process.stdin.flush()
        process.stdout.readline()  # it is under way
        os.kill(process.pid, signal.SIGINT)
        assert process.wait(timeout=30) == 130
        assert process.stderr.read() == b""


def test_a_mistake_of_our_own_is_one_message(monkeypatch: pytest.MonkeyPatch) -> None:
    """An exception that should not be ends with 70 and a message in place of a traceback."""
    import typer

    from onrecord.cli.edge import guarded

    monkeypatch.delenv("ONRECORD_TRACEBACK", raising=False)

    @guarded
    def broken() -> int:
        raise KeyError("gate")

    with pytest.raises(typer.Exit) as ended:
        broken()
    assert ended.value.exit_code == 70


def test_ctrl_c_while_a_library_is_loaded_is_ctrl_c() -> None:
    """A library that makes another error of the interruption is no bug of onrecord's."""
    import typer

    from onrecord.cli.edge import guarded

    @guarded
    def interrupted() -> int:
        try:
            raise KeyboardInterrupt
        except KeyboardInterrupt as stopped:
            raise ImportError("initialization failed") from stopped

    with pytest.raises(typer.Exit) as ended:
        interrupted()
    assert ended.value.exit_code == 130


def test_a_traceback_can_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    """With ONRECORD_TRACEBACK the exception comes through as it is."""
    from onrecord.cli.edge import guarded

    monkeypatch.setenv("ONRECORD_TRACEBACK", "1")

    @guarded
    def broken() -> int:
        raise KeyError("gate")

    with pytest.raises(KeyError):
        broken()
