"""How far the words of a cue reach, and whether it stands behind its words or before them.

All indexes are token indexes of one sentence, end exclusive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.attribution.contents import after_adjuncts, is_clause
from onrecord.attribution.sources import subject_after, subject_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribution.cues import Cue
    from onrecord.attribution.sources import Phrase
    from onrecord.attribution.tokens import Token

PARENTHETICAL = frozenset({"say", "strong", "quote", "tell", "attitude"})
"""Classes of verbs that can stand, with their source, behind what was said."""

_NEXT_CUES = 5
"""Later cues of a sentence among which the one that ends a content is looked for."""


def limit_of(tokens: Sequence[Token], cue: Cue, later: Sequence[Cue]) -> int:
    """Where the words after a cue must end because another cue takes over."""
    for other in later[:_NEXT_CUES]:
        cut = _cut_before(tokens, cue, other)
        if cut is not None and cut > cue.end:
            return min(cut, _subordinate_end(tokens, cue))
    return _subordinate_end(tokens, cue)


def _subordinate_end(tokens: Sequence[Token], cue: Cue) -> int:
    """The comma that closes a leading clause: Though she called for X, | the others left."""
    if tokens[0].tag != "SC" or any(t.tag == "," for t in tokens[: cue.start]):
        return len(tokens)
    for k in range(cue.end, len(tokens) - 2):
        if tokens[k].tag == "," and is_clause(tokens, k + 1, len(tokens)):
            return k
    return len(tokens)


def _cut_before(tokens: Sequence[Token], cue: Cue, other: Cue) -> int | None:
    """Where a later cue's own part of the sentence begins, or None if it lies within."""
    before = tokens[other.start - 1]
    if other.form == "according":
        return other.start - 1 if before.tag == "," else other.start
    if other.form == "participle":
        return other.start - 1 if before.tag == "," else None
    if other.form != "finite":
        return None
    if before.tag == "CC":
        comma = tokens[other.start - 2].tag in (",", "Q")
        reports = other.end < len(tokens) and tokens[other.end].tag in ("THAT", "Q", ":", ",")
        if comma or reports or other.entry.lemma == "add":
            return other.start - 1
        return None
    source = parenthetical_source(tokens, other)
    if source is not None and source.start - 1 > cue.end:
        return source.start - (tokens[source.start - 1].tag != "Q")
    source = subject_before(tokens, other.start)
    if source is None or source.start < 2:
        return None
    lead, further = tokens[source.start - 1], tokens[source.start - 2]
    if lead.tag == ";":
        return source.start - 1
    if (
        lead.tag in ("CC", "SC")
        and lead.low not in ("that", "if")
        and further.tag in (",", "Q", ";")
    ):
        return source.start - 1
    if lead.low in ("while", "whereas", "although", "though"):
        return source.start - 1
    return None


def parenthetical_source(tokens: Sequence[Token], cue: Cue) -> Phrase | None:
    """The subject of a cue that can stand after its words, with nothing of its own to the right."""
    if cue.form != "finite" or not cue.entry.classes & PARENTHETICAL or cue.linked:
        return None
    source = subject_before(tokens, cue.start)
    if source is None or source.start == 0:
        return None
    if tokens[source.start - 1].tag not in (",", "Q", "-"):
        return None
    after = right_of(tokens, cue)
    if after >= len(tokens) or tokens[after].tag in (".", ",", ";", "-", "Q", "CC", "VBG", "SC"):
        return source
    adjunct = tokens[after].tag in ("IN", "TO", "RB")
    return source if adjunct and _follows_quotation(tokens, source.start) else None


def _follows_quotation(tokens: Sequence[Token], start: int) -> bool:
    """Whether a quotation, and at most a comma, stands right before."""
    before = start - 1 - (tokens[start - 1].tag == ",")
    return before >= 0 and tokens[before].tag == "Q"


def right_of(tokens: Sequence[Token], cue: Cue) -> int:
    """The first token after a cue's recipient and adjuncts."""
    start = cue.end
    if "tell" in cue.entry.classes:
        recipient = subject_after(tokens, start)
        if start < len(tokens) and tokens[start].tag == "PRP":
            start += 1
        elif recipient is not None:
            start = recipient.end
            if tokens[start - 1].tag == ",":
                start -= 1
    return after_adjuncts(tokens, start, len(tokens))
