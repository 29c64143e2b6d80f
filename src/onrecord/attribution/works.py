"""Names of programmes and papers in quotation marks, which are told something and say nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.attribution.found import Found
    from onrecord.records import Span

_MARKS = "\"'“”‘’«»"
_LONGEST = 6
_SMALL = 3
"""Letters of the words that a name may have in small letters: "At the Mill"."""


def without_named_works(text: str, found: Iterable[Found]) -> list[Found]:
    """The attributions without pieces that are the name of whom the words were told to.

    “It held,” she told “At Slack Water”. “It will hold.” has two pieces of content, not three.
    """
    return [_without(text, f) if len(f.content) > 1 else f for f in found]


def _without(text: str, found: Found) -> Found:
    kept = tuple(piece for piece in found.content if not _is_told(text, piece, found))
    return found._replace(content=kept) if kept and len(kept) < len(found.content) else found


def _is_told(text: str, piece: Span, found: Found) -> bool:
    """Whether a piece right behind the cue is a name in marks, with no stop within them."""
    words = re.findall(r"[^\W\d_]+", piece.of(text))
    after_cue = any(text[cue.end : piece.start] == " " for cue in found.cue)
    quoted = piece.of(text)[0] in _MARKS and piece.of(text)[-1] in _MARKS
    if not (after_cue and quoted and 0 < len(words) <= _LONGEST):
        return False
    bare = piece.of(text).strip(_MARKS)
    capital = all(word[0].isupper() for word in words if len(word) > _SMALL)
    return capital and words[0][0].isupper() and bare[-1:] not in ",.!?;:"
