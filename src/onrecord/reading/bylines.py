"""Who wrote an article, out of the line that says so."""

from __future__ import annotations

import re

_BY = re.compile(r"^\s*(?:written by|words by|story by|by)\s*:?\s+(?=\S)", re.IGNORECASE)
_ENDS = re.compile(
    r"\n|\s[|•·]\s|\s[-–—]\s|[,;]?\s(?:[Oo]n|[Uu]pdated|[Pp]ublished|[Pp]osted|[Ll]ast)\b"
    r"|\sin\s(?=[A-Z])|,?\s*\d"
)
_NAME = r"(?:[^\W\d_a-z][\w’'.-]*|de|del|della|der|di|du|la|le|van|von|bin|al|el|ter|ten)"
_LINE = re.compile(
    r"^\s*(?:[Bb][Yy]|Written by|Words by|Story by)\s*:?\s+"
    rf"{_NAME}(?:(?:,|\sand|\s&)?\s+{_NAME}){{0,9}}"
    r"(?:,? [\w ’'.,/&-]{0,60})?\s*$"
)
_STRAY = re.compile(rf"^\s*(?P<mark>[•·*|–—-]+)\s*{_NAME}(?:\s{_NAME}){{1,3}}\s*$")
_LONGEST = 120
_MOST_WORDS = 14


def byline_of(printed: str) -> str | None:
    """The names in a byline as printed: without "By", a date or what follows a bar.

    >>> byline_of("By Ada Moe and Jon Lind | 12 March 2031")
    'Ada Moe and Jon Lind'
    """
    text = _BY.sub("", " ".join(printed.split(" ")).strip())
    ends = _ENDS.search(text)
    name = (text[: ends.start()] if ends else text).strip(" ,;:")
    is_name = 0 < len(name) <= _LONGEST and len(name.split()) <= _MOST_WORDS
    return name if is_name and not name.startswith(("http://", "https://", "@")) else None


def is_byline(line: str) -> bool:
    """Whether a line says by whom the article is, and nothing else.

    >>> is_byline("By Ada Moe, Staff Writer"), is_byline("By noon the lock was shut.")
    (True, False)
    """
    return (
        len(line) <= _LONGEST
        and not line.rstrip().endswith((".", "!", "?"))
        and bool(_LINE.match(line))
    )


def is_stray_byline(line: str) -> bool:
    """Whether a line is a mark and a name alone, as rewriters leave them at the end.

    >>> is_stray_byline("  • Ada Moe"), is_stray_byline("- We left.")
    (True, False)
    """
    return len(line) <= _LONGEST and bool(_STRAY.match(line))
