"""According to a source: the clause on the side where it stands, or around it.

All indexes are token indexes of one sentence, end exclusive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.attribution.contents import content_before, is_clause, short_subject, trim_end
from onrecord.attribution.drafts import clause_start, make_draft, rest_of_clause
from onrecord.attribution.sources import Phrase, subject_after
from onrecord.attribution.tokens import FINITE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribution.cues import Cue
    from onrecord.attribution.drafts import Draft
    from onrecord.attribution.tokens import Token


def according_to(
    tokens: Sequence[Token], cue: Cue, drafts: list[Draft], _later: Sequence[Cue]
) -> Draft | None:
    """According to a source: the rest of the sentence, on the side where it stands."""
    if cue.form != "according":
        return None
    source = subject_after(tokens, cue.end)
    if source is None:
        return _according_to_which(tokens, cue)
    after = source.end
    if after < len(tokens) and tokens[after - 1].tag == ",":
        after -= 1
    lead = clause_start(tokens, drafts, cue.start)
    before = content_before(tokens, lead, cue.start)
    rest = rest_of_clause(tokens, after)
    if rest is not None and tokens[rest.start].tag in FINITE and before is None:
        before = short_subject(tokens, lead, cue.start)
        if before is not None:
            return make_draft((before, rest), cue, source, "according to, around its content")
    if before is not None and not _only_lead(tokens, before):
        if _is_measure(tokens, cue, source):
            return None
        pieces = (before,) if rest is None else (before, rest)
        return make_draft(pieces, cue, source, "according to, after its content")
    start = after + 1 if after < len(tokens) and tokens[after].tag == "," else source.end
    end = trim_end(tokens, start, len(tokens))
    if start >= end:
        return None
    return make_draft((Phrase(start, end),), cue, source, "according to, before its content")


def _is_measure(tokens: Sequence[Token], cue: Cue, source: Phrase) -> bool:
    """Whether something goes by a measure, not by somebody: pay according to their income."""
    owned = tokens[source.start].tag == "PRP$"
    return owned and tokens[cue.start - 1].tag != "," and source.end - source.start == 2


def _according_to_which(tokens: Sequence[Token], cue: Cue) -> Draft | None:
    """The recipe, according to which the eel must be skinned(,)."""
    if cue.end + 1 >= len(tokens) or tokens[cue.end].tag != "WP":
        return None
    start = cue.end + 1
    end = next((k for k in range(start, len(tokens)) if tokens[k].tag == ","), len(tokens))
    end = trim_end(tokens, start, end)
    if end <= start:
        return None
    source = Phrase(cue.end, start)
    return make_draft((Phrase(start, end),), cue, source, "according to, before its content")


def _only_lead(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether what stands before is no clause of its own: But, In May."""
    return not is_clause(tokens, phrase.start, phrase.end) and not any(
        t.tag == "Q" for t in tokens[phrase.start : phrase.end]
    )
