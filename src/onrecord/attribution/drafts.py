"""What a rule answers with: an attribution in token indexes of one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.attribution.contents import trim_end
from onrecord.attribution.sources import Phrase
from onrecord.attribution.tokens import FINITE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribution.cues import Cue
    from onrecord.attribution.tokens import Token


LEADING = "participle before its clause"
"""The rule whose words come before the main clause, whatever side of them their cue is on."""


class Draft(NamedTuple):
    """Content, cue and source of an attribution, its type, and the rule that found it."""

    content: tuple[Phrase, ...]
    cue: Phrase
    source: Phrase | None
    type: str
    rule: str

    @property
    def before(self) -> bool:
        """Whether the words stand before their cue."""
        return self.content[0].start < self.cue.start


def make_draft(pieces: tuple[Phrase, ...], cue: Cue, source: Phrase | None, rule: str) -> Draft:
    """A draft of the cue's own type."""
    return Draft(pieces, Phrase(cue.start, cue.end), source, cue.entry.type, rule)


def clause_start(tokens: Sequence[Token], drafts: Sequence[Draft], end: int) -> int:
    """Where the words before a cue can begin: after a draft that already closed."""
    start = 0
    for draft in drafts:
        if draft.before or draft.rule == LEADING:
            last = max(draft.cue.end, draft.source.end if draft.source else 0)
            last = max(last, *(piece.end for piece in draft.content))
            if last <= end:
                start = max(start, last)
    for k in range(end - 1, start, -1):
        if tokens[k].tag == ";":
            return k + 1
    return start


def rest_of_clause(tokens: Sequence[Token], after: int) -> Phrase | None:
    """The part of a clause that goes on after an inserted source, if its verb is still to come."""
    if after >= len(tokens) or tokens[after].tag != ",":
        return None
    following = tokens[after + 1] if after + 1 < len(tokens) else None
    if following is None or following.tag not in FINITE | {"Q", "CC", "IN"}:
        return None
    end = trim_end(tokens, after + 1, len(tokens))
    return Phrase(after + 1, end) if end > after + 1 else None
