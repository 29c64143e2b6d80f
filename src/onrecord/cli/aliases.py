"""The alias file a user names: read and checked before the long work begins."""

from __future__ import annotations

from pathlib import Path

from onrecord.errors import PathMissing, UnknownOption


def aliases_in(path: str | None) -> str:
    """The text of an alias file, empty where none is named.

    Raises `PathMissing` where there is no such file, `UnknownOption` where it holds anything but
    aliases and corrections.
    """
    if path is None:
        return ""
    from onrecord.speakers import read_aliases

    try:
        text = Path(path).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise PathMissing(f"{path}: no such file; --aliases wants a TOML file") from None
    except IsADirectoryError:
        raise UnknownOption(f"{path} is a folder; --aliases wants a TOML file") from None
    except UnicodeDecodeError:
        raise UnknownOption(f"{path} is no text; --aliases wants a TOML file in UTF-8") from None
    except OSError as error:
        raise UnknownOption(f"{path} cannot be read: {error.strerror}") from None
    try:
        read_aliases(text)
    except UnknownOption as error:
        raise UnknownOption(f"{path}: {error}") from None
    return text
