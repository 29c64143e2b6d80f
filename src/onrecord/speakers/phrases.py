"""The parts of a source's wording: its words and names, its phrases, their heads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from onrecord.text.folding import fold_word

if TYPE_CHECKING:
    from onrecord.records import Span
    from onrecord.speakers.cast import Cast, Meant

_PART = re.compile(
    r"[^\W_]+(?:(?:[.’'&-]|\.-)(?=[^\W_])[^\W_]+)*(?:(?<=s)[’'](?!\w))?|[,;()–—]|\$|%"
)
_BREAKS = frozenset(",;()–—")
_LINKS = frozenset(
    """of for from in at with to by on who which that whose whom including such within at near over
    under against about between among across inside outside behind as than since during working
    based familiar close responsible involved named called seen made carried sent taken published
    conducted released written issued led dated given here there itself themselves himself herself
    alone""".split()
)
"""Words after the head of a phrase that open what only describes it."""

_DETERMINERS = frozenset(
    "the a an this that these those his her its their our my some any each every both all".split()
)
OTHERS = frozenset("his her their its some several many other others the a an".split())
"""Words with which a second speaker may begin after "and"."""


class Unit(NamedTuple):
    """A word of a source, or a whole name in it."""

    text: str
    start: int
    end: int
    meant: Meant | None = None

    @property
    def key(self) -> str:
        """The word folded; of a name nothing, so that no name is taken for a word."""
        return "" if self.meant is not None else fold_word(self.text)


def units_of(text: str, span: Span, cast: Cast) -> list[Unit]:
    """The words of a source, each name in it as one unit."""
    units: list[Unit] = []
    at = span.start
    for meant in cast.touching(span):
        start = max(meant.name.run.start, span.start)
        units += _words(text, at, start)
        units.append(Unit(meant.name.text, start, meant.name.span.end, meant))
        at = meant.name.span.end
        if meant.name.possessive:
            at += 2 if text[at + 1 : at + 2] == "s" else 1
    return units + _words(text, at, span.end)


def _words(text: str, start: int, end: int) -> list[Unit]:
    """Plain words and breaks between two offsets."""
    if start >= end:
        return []
    return [Unit(m.group(), m.start(), m.end()) for m in _PART.finditer(text, start, end)]


def phrases_of(units: list[Unit]) -> list[list[Unit]]:
    """Units between commas and other breaks, what stands in brackets left out."""
    phrases: list[list[Unit]] = [[]]
    depth = 0
    for unit in units:
        if unit.key in {"(", ")"}:
            depth += 1 if unit.key == "(" else -1
        elif depth <= 0 and unit.key in _BREAKS:
            phrases.append([])
        elif depth <= 0:
            phrases[-1].append(unit)
    return [p for p in phrases if p]


def parts_of(units: list[Unit]) -> list[list[Unit]]:
    """Units between commas and "and": the items of a list, if it is one."""
    parts: list[list[Unit]] = [[]]
    for unit in units:
        if unit.key in {",", "or"} or is_and(unit):
            parts.append([])
        else:
            parts[-1].append(unit)
    return [p for p in parts if p]


def head_of(phrase: list[Unit]) -> Unit | None:
    """The word or name a phrase is about: the last before its first link ("of", "who")."""
    head: Unit | None = None
    for unit in phrase:
        if head is not None and head.key not in _DETERMINERS and is_link(unit) and not _owns(head):
            break
        if head is not None and unit.key.endswith("ly"):
            continue
        head = unit
    return head


def _owns(unit: Unit) -> bool:
    """Whether a unit is a possessive, after which "ruling" is no link but an adjective."""
    return (
        unit.meant.name.possessive if unit.meant is not None else unit.text.endswith(("'s", "’s"))
    )


def is_and(unit: Unit) -> bool:
    """Whether a unit is the word "and"."""
    return unit.key in {"and", "&"}


def is_link(unit: Unit) -> bool:
    """Whether a word opens what only describes the head before it ("from", "examining")."""
    word = unit.text if unit.meant is None else ""
    return word in _LINKS or (word.endswith("ing") and len(word) > 5 and word[0].islower())


def joins_heads(phrase: list[Unit]) -> bool:
    """Whether an "and" in a phrase joins two that speak, not two words that describe one."""
    linked = False
    for i, unit in enumerate(phrase):
        if not is_and(unit) or i in {0, len(phrase) - 1}:
            linked = linked or (i > 0 and is_link(unit))
        elif linked:
            after = phrase[i + 1]
            if (
                after.key in OTHERS
                or after.key.isdigit()
                or (after.meant and after.meant.name.kind == "person")
            ):
                return True
        elif not _describes_one(phrase, i):
            return True
    return False


def _describes_one(phrase: list[Unit], place: int) -> bool:
    """Whether the "and" at a place joins trades of one person ("Clinic and press manager X")."""
    named = any(u.meant is not None for u in phrase[:place]) or phrase[place + 1].meant is not None
    return not named and phrase[-1].meant is not None and phrase[place - 1].text[0].isupper()
