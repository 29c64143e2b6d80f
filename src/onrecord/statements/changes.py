"""What became of a statement's words in one rendering, in one word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.records import Reason
from onrecord.statements.polarity import are_opposed
from onrecord.statements.wording import RUN, shared_runs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.records import Change, Edit
    from onrecord.statements.renderings import Piece

_CUT = re.compile(r"\.\.\.|…|\[")
"""Signs by which a quotation says itself that something was left out or put in."""

_KEPT = 0.4
"""Part of the shorter quotation's words, in runs that both hold, from which one is the other
altered: below it the two are told in words of their own."""

POLARITY = Reason("polarity", "one of the two is negated")


def are_opposite(piece: Piece, base: Piece) -> bool:
    """Whether a rendering says that what the base says is not so."""
    return are_opposed(base.words, piece.words, one_denies=base.denies != piece.denies)


def name_change(piece: Piece, base: Piece, edits: Sequence[Edit], *, opposite: bool) -> Change:
    """What became of the words of `base` in `piece`, `edits` being the way between the two.

    `opposite` says that `piece` says the opposite of `base`.
    """
    if piece.own_voice:
        return "own-voice"
    if opposite:
        return "altered"
    if all(edit.op == "same" for edit in edits):
        return "same"
    if not piece.is_direct:
        return "altered" if _is_altered(piece, base) else "paraphrased"
    inside = _between_cuts(edits)
    kept = all(edit.op == "same" for edit in inside)
    # words left out in the middle without a sign of it: the sentence was never said like that
    told = len(piece.spans) > 1 or any(_CUT.search(span.of(piece.text)) for span in piece.spans)
    only_less = not any(edit.op in ("added", "replaced") for edit in inside)
    if inside and (kept or (told and only_less)):
        return "truncated"
    return "altered" if base.is_direct and _is_version(piece, base) else "paraphrased"


def _between_cuts(edits: Sequence[Edit]) -> Sequence[Edit]:
    """The edits without words only one of the two has at an end: that is another cut."""
    inside = list(edits)
    while inside and inside[0].op in ("added", "dropped"):
        inside.pop(0)
    while inside and inside[-1].op in ("added", "dropped"):
        inside.pop()
    return inside


def _is_version(piece: Piece, base: Piece) -> bool:
    """Whether two quotations share runs of words enough to be one of them altered."""
    shared = shared_runs(piece.words, base.words)
    return shared >= max(RUN, _KEPT * min(len(piece.words), len(base.words)))


def _is_altered(piece: Piece, base: Piece) -> bool:
    """Whether marked words of a mixed rendering are quoted in the base, but not all of them."""
    if not piece.quoted or not base.quoted:
        return False
    shared = shared_runs(piece.quoted, base.quoted)
    return max(RUN, 0.5 * len(piece.quoted)) <= shared < len(piece.quoted)
