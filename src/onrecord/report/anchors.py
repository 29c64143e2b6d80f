"""The page's ids: each one used once, safe to stand in a link, the same on every run."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SAFE = re.compile(r"[A-Za-z0-9_.-]{1,80}")


def slug(raw: str) -> str:
    """The text itself where it can stand in an id, else a hash of it.

    >>> slug("a1b2"), slug("who is this?")
    ('a1b2', 'xcf302b2f20')
    """
    if _SAFE.fullmatch(raw):
        return raw
    return "x" + hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()[:10]


class Anchors:
    """Hands out ids, none of them twice. What wants the same id gets a number behind it."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        """`taken` are the ids the page's frame uses."""
        self._taken = set(taken)

    def fresh(self, *parts: str | int) -> str:
        """An id made of the parts, not handed out before."""
        wanted = "-".join(slug(str(part)) for part in parts)
        anchor, number = wanted, 1
        while anchor in self._taken:
            number += 1
            anchor = f"{wanted}_{number}"
        self._taken.add(anchor)
        return anchor
