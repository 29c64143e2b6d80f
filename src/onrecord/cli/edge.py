"""The edge of the process: how a command ends, and what is said on standard error."""

from __future__ import annotations

import functools
import os
import sys
from typing import TYPE_CHECKING

import typer

from onrecord.errors import OnrecordError, OutputRefused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import ParamSpec

    P = ParamSpec("P")

DONE, NOTHING_FOUND, WRONG_USE = 0, 1, 2
_BUG, _STOPPED, _NOBODY_READS = 70, 130, 141


def say(message: str) -> None:
    """Print one message on standard error, where there is one."""
    if sys.stderr is not None:
        typer.echo(f"onrecord: {message}", err=True)


def guarded(command: Callable[P, int]) -> Callable[P, None]:
    """The command ending as the command line promises: an exit code, and never a traceback."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        raise typer.Exit(_exit_code(functools.partial(command, *args, **kwargs)))

    return run


def _exit_code(command: Callable[[], int]) -> int:
    """What `command` ends with, after everything it wrote has left this process."""
    try:
        code = command()
        if sys.stdout is not None:
            sys.stdout.flush()
    except OnrecordError as error:
        say(str(error))
        return WRONG_USE
    except BrokenPipeError:
        _write_no_more()
        return _NOBODY_READS
    except KeyboardInterrupt:
        _write_no_more()
        return _STOPPED
    except Exception as error:
        if _is_interrupted(error):
            _write_no_more()
            return _STOPPED
        if os.environ.get("ONRECORD_TRACEBACK"):
            raise
        _write_no_more()
        say(
            f"a mistake of onrecord's own stopped it: {type(error).__name__}: {error}\n"
            "Please report it; ONRECORD_TRACEBACK=1 before the command shows where it happened."
        )
        return _BUG
    return code


def _is_interrupted(error: BaseException) -> bool:
    """Whether Ctrl-C is behind an error: a library that is being loaded makes another one of it."""
    behind: BaseException | None = error
    while behind is not None and not isinstance(behind, KeyboardInterrupt):
        behind = behind.__cause__ or behind.__context__
    return behind is not None


def _write_no_more() -> None:
    """Turn standard output to nowhere, so that what is still held back raises nothing at exit."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError, AttributeError):
        pass  # no real file behind standard output: nothing is held back


def write_lines(lines: Iterable[bytes]) -> int:
    """Write each line to standard output at once and return how many there were.

    Raises `OutputRefused` where standard output is closed or full, `BrokenPipeError` where nobody
    reads it.
    """
    if sys.stdout is None:
        raise OutputRefused("standard output is closed; send it to a file: onrecord ... > FILE")
    out, count = sys.stdout.buffer, 0
    for line in lines:
        try:
            out.write(line)
            out.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            _write_no_more()
            raise OutputRefused(f"standard output cannot be written: {error.strerror}") from error
        count += 1
    return count
