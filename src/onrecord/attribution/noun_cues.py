"""Nouns that carry what is said: somebody's claim that, his plan to, calls for a boycott.

All indexes are token indexes of one sentence, end exclusive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.attribution.contents import trim_end
from onrecord.attribution.drafts import make_draft
from onrecord.attribution.lexicon import word_group
from onrecord.attribution.reach import limit_of, main_verb_after
from onrecord.attribution.sources import Phrase, possessor_before, subject_after

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribution.cues import Cue
    from onrecord.attribution.drafts import Draft
    from onrecord.attribution.tokens import Token


_UNOWNED = word_group("unowned")
"""Nouns that report even where nobody is named who says so."""


def noun_of_saying(
    tokens: Sequence[Token], cue: Cue, _drafts: list[Draft], later: Sequence[Cue]
) -> Draft | None:
    """Somebody's claim that, his plan to; calls for a boycott by or from somebody."""
    if cue.form != "noun":
        return None
    source = possessor_before(tokens, cue.start)
    end = trim_end(tokens, cue.end, limit_of(tokens, cue, later))
    end = next((k for k in range(cue.end + 1, end) if tokens[k].tag in (",", ";", "-")), end)
    end = main_verb_after(tokens, cue.end, end)
    if source is None and tokens[cue.end].low != "that":
        agent = _agent_after(tokens, cue, end)
        if agent is None and not _stands_alone(tokens, cue):
            return None
        end, source = (end, None) if agent is None else agent
    if end - cue.end < 2 - cue.linked:
        return None
    return make_draft((Phrase(cue.end, end),), cue, source, "noun of saying")


def _agent_after(tokens: Sequence[Token], cue: Cue, end: int) -> tuple[int, Phrase] | None:
    """Where the content ends before "by" or "from" somebody, and who that is."""
    for k in range(cue.end + 1, end):
        if tokens[k].low in ("by", "from"):
            agent = subject_after(tokens[:end], k + 1)
            return None if agent is None else (k, agent)
    return None


def _stands_alone(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether a bare plural reports by itself: Allegations of, rumours of."""
    return cue.linked and tokens[cue.verb].low in _UNOWNED
