"""Files put in place whole: a reader sees the old file or the new one, never half of one."""

from __future__ import annotations

import os
from pathlib import Path

from onrecord.errors import OutputRefused


def check_target(target: str | os.PathLike[str]) -> Path:
    """The file that `target` leads to, links followed.

    Raises `OutputRefused` where nothing can be written, so that this is known before the work.
    """
    given = Path(target)
    if given.exists() and not given.is_file() and not given.is_dir():
        return given  # a device or a pipe: /dev/stdout leads to a name nothing can be opened by
    path = Path(os.path.realpath(target))
    if path.is_dir():
        raise OutputRefused(
            f"{target} is a folder; name a file in it, such as {target}/report.html"
        )
    if not path.parent.is_dir():
        raise OutputRefused(
            f"{target} cannot be written: there is no folder {path.parent}; make it"
        )
    if path.exists() and not os.access(path, os.W_OK):
        raise OutputRefused(f"{target} cannot be written: it is read-only; name another file")
    if _is_put_in_place(path) and not os.access(path.parent, os.W_OK):
        raise OutputRefused(f"{target} cannot be written: the folder {path.parent} is read-only")
    return path


def write_text(target: str | os.PathLike[str], text: str) -> None:
    """Write `text` as UTF-8 into `target`, replacing the whole file at once.

    Raises `OutputRefused` where that is not to be had; what stood there before stays then.
    """
    path = check_target(target)
    # A device or a pipe (/dev/null, /dev/stdout) is written to, never replaced by a file.
    draft = path.with_name(f".{path.name}.{os.getpid()}") if _is_put_in_place(path) else path
    try:
        # A file name that is not UTF-8 may stand in the text: it is shown with "?".
        with open(draft, "w", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(text)
        if draft != path:
            os.replace(draft, path)
    except OSError as error:
        if draft != path:
            draft.unlink(missing_ok=True)
        raise OutputRefused(f"{target} cannot be written: {error.strerror}") from error
    except BaseException:
        if draft != path:
            draft.unlink(missing_ok=True)
        raise


def _is_put_in_place(path: Path) -> bool:
    """Whether `path` is, or will be, a plain file."""
    return path.is_file() or not path.exists()
