"""A word diff for reading: what stayed, what was left out, what was put in.

A diff holds words alone. For reading they are put back into the text they came from, so that its
marks and stops stand where they stood.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from onrecord.text import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.records import Edit

Fate = Literal["same", "dropped", "added"]

_TIGHT_BEFORE = re.compile(r"[\s.,;:!?…)\]}”’»]")
_TIGHT_AFTER = re.compile(r"[\s(\[{“‘«]$")


class Stretch(NamedTuple):
    """Words of a diff that share one fate; `gap` is the space before them."""

    fate: Fate
    text: str
    gap: str = ""


def stretches(edits: Sequence[Edit], text: str) -> tuple[Stretch, ...]:
    """The edits as stretches of `text`, with the words that are not in it any more between.

    Words that were replaced are words dropped, then words added. Where the words of the edits are
    not those of the text, the edits stand for themselves.
    """
    words = words_of(text)
    if [word.text for word in words] != [w for edit in edits for w in edit.after.split()]:
        return join_edits(edits)
    found: list[Stretch] = []
    position = number = 0
    for edit in edits:
        if edit.op != "same":
            _put_between(found, "dropped", edit.before)
        following = number + len(edit.after.split())
        if following > number:
            first, last = words[number], words[following - 1]
            _go_on(found, "same", text[position : first.start])
            _go_on(found, "same" if edit.op == "same" else "added", text[first.start : last.end])
            number, position = following, last.end
    _go_on(found, "same", text[position:])
    return tuple(found)


def join_edits(edits: Sequence[Edit]) -> tuple[Stretch, ...]:
    """The edits as stretches, with spaces where there are none and some belong."""
    found: list[Stretch] = []
    for edit in edits:
        if edit.op == "same":
            _put_between(found, "same", edit.after or edit.before)
        else:
            _put_between(found, "dropped", edit.before)
            _put_between(found, "added", edit.after)
    return tuple(found)


def _put_between(found: list[Stretch], fate: Fate, text: str) -> None:
    """Append words, with a space before them unless one is there or none belongs there."""
    if text:
        before = found[-1].text if found else " "
        tight = _TIGHT_BEFORE.match(text) or _TIGHT_AFTER.search(before)
        found.append(Stretch(fate, text, "" if tight else " "))


def _go_on(found: list[Stretch], fate: Fate, text: str) -> None:
    """Append the next words of a text as they stand; only what was put between needs a space."""
    if not text:
        return
    if found and found[-1].fate == "dropped":
        _put_between(found, fate, text)
    elif found and found[-1].fate == fate:
        found[-1] = found[-1]._replace(text=found[-1].text + text)
    else:
        found.append(Stretch(fate, text))


def is_telling(edits: Sequence[Edit]) -> bool:
    """Whether a diff shows more than it hides: half of the new words are the old ones.

    Two wordings that share less are easier to compare side by side than as a diff.
    """
    same = sum(len(edit.after or edit.before) for edit in edits if edit.op == "same")
    put_in = sum(len(edit.after) for edit in edits if edit.op in {"added", "replaced"})
    return bool(edits) and same >= put_in and any(edit.op != "same" for edit in edits)
