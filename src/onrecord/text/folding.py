"""A plainer copy of a text that lives beside it, with a map back.

Typography differs between outlets where words do not: curly and straight marks, non-breaking and
narrow spaces, soft hyphens, ligatures. A `Folded` copy evens these out, and `back` turns a span of
the copy into the span of the original it came from, so that nothing is ever searched for again.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from onrecord.records import Span

_SPACES = "\u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u202f\u205f\u3000"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
_PLAIN = {
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_INVISIBLE, ""),
    "\u2018": "'",
    "\u2019": "'",
    "\u201a": "'",
    "\u201b": "'",
    "\u02bc": "'",
    "\u2032": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u201e": '"',
    "\u201f": '"',
    "\u2033": '"',
    "\u2010": "-",
    "\u2011": "-",
    "\u2013": "-",
    "\u2014": "-",
    "\u2212": "-",
    "\u2026": "...",
    "\ufb01": "fi",
    "\ufb02": "fl",
}
_TABLE = str.maketrans(_PLAIN)
_CHANGES = re.compile(f"[{re.escape(''.join(_PLAIN))}]")


class Folded(NamedTuple):
    """A folded copy: `text`, and for each of its code points the offset it came from."""

    text: str
    origin: tuple[int, ...] | None
    length: int

    def back(self, span: Span) -> Span:
        """The span of the original text that became `span` of the copy."""
        if self.origin is None or span.start >= span.end:
            return span
        return Span(self.origin[span.start], self.origin[span.end - 1] + 1)


def fold(text: str) -> Folded:
    r"""The folded copy of `text`; `origin` is None where folding moved nothing.

    >>> fold("\u201cIt\u2019s so\u00adme\u00a0thing\u2026\u201d").text
    '"It\'s some thing..."'
    """
    folded = text.translate(_TABLE)
    if len(folded) == len(text) and not any(
        len(_PLAIN[m.group()]) != 1 for m in _CHANGES.finditer(text)
    ):
        return Folded(folded, None, len(text))
    origin: list[int] = []
    for offset, character in enumerate(text):
        origin.extend([offset] * len(_PLAIN.get(character, character)))
    return Folded(folded, tuple(origin), len(text))


def fold_word(word: str) -> str:
    """A word for comparing: case, accents, marks and soft hyphens folded away.

    >>> fold_word("Café’s")
    "cafe's"
    """
    decomposed = unicodedata.normalize("NFKD", word.translate(_TABLE))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
