"""Outlets: the name cut off the end of a title, and the name an address stands for."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from onrecord.reading.passages import words_in

_PARTS = re.compile(r"\s+[-–—|•·:»]\s+|\s*[|»]\s*")
_MOST_WORDS = 6


def without_outlet(title: str, outlets: tuple[str, ...]) -> str:
    """A title without the parts at its ends that name the outlet.

    `outlets` are the names the page states for itself; a part goes if its words are one of them,
    or begin or end one, or if it is the name of the site without spaces.

    >>> without_outlet("Lock closed again - The Harbour Post", ("Harbour Post",))
    'Lock closed again'
    """
    names = [words for outlet in outlets if (words := words_in(outlet))]
    cut = title.strip()
    while True:
        shorter = _cut_once(cut, names)
        if shorter is None:
            return cut
        cut = shorter


def outlet_beside(title: str, heading: str) -> str | None:
    """What a title element adds to the heading of its page, if that can be a name.

    >>> outlet_beside("The Beacon: Lock closed again", "Lock closed again")
    'The Beacon'
    """
    if len(words_in(heading)) < 2 or heading not in title:
        return None
    before, _, after = title.partition(heading)
    parts = [part.strip(" -–—|•·:»«") for part in (before, after)]
    named = [part for part in parts if part]
    if len(named) != 1 or len(words_in(named[0])) > _MOST_WORDS:
        return None
    return _PARTS.split(named[0])[-1].strip() or None


def host_of(url: str) -> str | None:
    """The host of an address without "www."; None where there is none."""
    try:
        host = urlsplit(url.strip()).hostname
    except ValueError:
        return None
    if not host or "." not in host:
        return None
    return host.removeprefix("www.")


def _cut_once(title: str, names: list[tuple[str, ...]]) -> str | None:
    """The title without its last or first part, if that names an outlet; else None."""
    breaks = list(_PARTS.finditer(title))
    if not breaks:
        return None
    first, last = breaks[0], breaks[-1]
    if title[: last.start()].strip() and _names(title[last.end() :], names):
        return title[: last.start()].strip()
    if title[first.end() :].strip() and _names(title[: first.start()], names):
        return title[first.end() :].strip()
    return None


def _names(part: str, names: list[tuple[str, ...]]) -> bool:
    """Whether a part of a title is an outlet's name, perhaps with an article or a desk."""
    words = words_in(part)
    bare = words[1:] if words[:1] == ("the",) else words
    if not bare or len(bare) > _MOST_WORDS:
        return False
    for name in names:
        known = name[1:] if name[:1] == ("the",) else name
        if bare == known or "".join(bare) in ("".join(known), "".join(known[:-1])):
            return True
        if len(known) <= len(bare) and (
            bare[: len(known)] == known or bare[-len(known) :] == known
        ):
            return True
    return False
