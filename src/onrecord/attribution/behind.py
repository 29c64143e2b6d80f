"""Words that stand before their cue: "...," said the minister; "...," the minister said.

All indexes are token indexes of one sentence, end exclusive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.attribution.contents import (
    after_adjuncts,
    content_before,
    is_clause,
    short_subject,
    trim_end,
)
from onrecord.attribution.drafts import clause_start, make_draft, rest_of_clause
from onrecord.attribution.reach import PARENTHETICAL, parenthetical_source, right_of
from onrecord.attribution.sources import Phrase, subject_after
from onrecord.attribution.tokens import FINITE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribution.cues import Cue
    from onrecord.attribution.drafts import Draft
    from onrecord.attribution.tokens import Token


_SPEAKING = frozenset({"say", "tell", "quote", "strong", "weak"})


def inverted(
    tokens: Sequence[Token], cue: Cue, drafts: list[Draft], _later: Sequence[Cue]
) -> Draft | None:
    """Words, then the verb, then who said them: "...," said the minister."""
    if cue.form != "finite" or not cue.entry.classes & _SPEAKING:
        return None
    if cue.start == 0:
        return _opening_inverted(tokens, cue)
    previous = tokens[cue.start - 1]
    if previous.tag not in ("Q", ",", "-"):
        return None
    source = subject_after(tokens, cue.end)
    if source is None or (tokens[source.start].tag == "PRP" and previous.tag != "Q"):
        return None
    if previous.tag == "," and parenthetical_source(tokens, cue) is not None:
        return None  # "...," Ann Moe, the mayor, told the Herald
    lead = clause_start(tokens, drafts, cue.start)
    before = content_before(tokens, lead, cue.start) or _short_lead(tokens, lead, cue.start)
    if before is None:
        return None
    quoted = any(t.tag == "Q" for t in tokens[before.start : before.end])
    if not quoted and "say" in cue.entry.classes and previous.tag == ",":
        rest = _rest_after_comma(tokens, source.end)
        if rest is not None and not is_clause(tokens, before.start, before.end):
            return make_draft((before, rest), cue, source, "inserted in its content")
    if not quoted:
        if not is_clause(tokens, before.start, before.end) or "say" not in cue.entry.classes:
            return None
        after = tokens[source.end - 1 : source.end + 1]
        if not any(t.tag in (".", ",", "IN", "TO") for t in after) and source.end < len(tokens):
            return None
    pieces = (before, *_quoted_after(tokens, source.end))
    return make_draft(pieces, cue, source, "content, cue, source")


def _short_lead(tokens: Sequence[Token], start: int, end: int) -> Phrase | None:
    """One or two words that open what was said: Gone, say the fishermen, are the days."""
    stop = trim_end(tokens, start, end)
    words = tokens[start:stop]
    opens = 0 < len(words) <= 2 and words[0].tag in ("VBN", "VBD", "NEG", "JJ", "NNP", "NN")
    return Phrase(start, stop) if opens else None


def _rest_after_comma(tokens: Sequence[Token], after: int) -> Phrase | None:
    """What goes on after an inverted insertion: , are the days; : the wells were tested."""
    if after >= len(tokens) or tokens[after].tag not in (",", ":") or after + 2 >= len(tokens):
        return None
    if tokens[after].tag == "," and tokens[after + 1].tag not in FINITE:
        return None
    end = trim_end(tokens, after + 1, len(tokens))
    return Phrase(after + 1, end) if end > after + 1 else None


def _opening_inverted(tokens: Sequence[Token], cue: Cue) -> Draft | None:
    """Said one retired miner: "..."."""
    source = subject_after(tokens, cue.end)
    if source is None or source.end >= len(tokens) or tokens[source.end].tag not in (":", ","):
        return None
    end = trim_end(tokens, source.end + 1, len(tokens))
    words = tokens[source.end + 1 : end]
    if not words or (tokens[source.end].tag == "," and words[0].tag != "Q"):
        return None
    return make_draft((Phrase(source.end + 1, end),), cue, source, "cue, source, content")


def parenthetical(
    tokens: Sequence[Token], cue: Cue, drafts: list[Draft], _later: Sequence[Cue]
) -> Draft | None:
    """Words, then who said them: "...," the minister said (, "...")."""
    source = parenthetical_source(tokens, cue)
    if source is None:
        return None
    lead = clause_start(tokens, drafts, source.start)
    after = right_of(tokens, cue)
    before = content_before(tokens, lead, source.start)
    if before is None and rest_of_clause(tokens, after) is not None:
        before = short_subject(tokens, lead, source.start)
    if before is None:
        return None
    quoted = _quoted_after(tokens, after)
    tail = tokens[before.end - 1]
    if tail.tag == "Q" and _closed_by_stop(tail) and quoted and tokens[source.start - 1].tag == "Q":
        return None  # "A." He said: "B."
    if not any(t.tag == "Q" for t in tokens[before.start : before.end]):
        if quoted and not is_clause(tokens, before.start, before.end):
            return None
        if not is_clause(tokens, before.start, before.end):
            rest = rest_of_clause(tokens, after)
            if rest is None:
                return None
            return make_draft((before, rest), cue, source, "inserted in its content")
        if cue.entry.classes & {"quote"} and not cue.entry.classes & PARENTHETICAL - {"quote"}:
            return None
        further = _further_verb(tokens, after)
        if further is not None:
            return make_draft((before, further), cue, source, "inserted in its content")
    return make_draft((before, *quoted), cue, source, "content, source, cue")


def _further_verb(tokens: Sequence[Token], after: int) -> Phrase | None:
    """What goes on after an inserted source with a second verb: , and will be loved for it."""
    if after + 2 >= len(tokens) or tokens[after].tag != "," or tokens[after + 1].tag != "CC":
        return None
    if tokens[after + 2].tag not in ("MD", "BE", "HAVE", "DO"):
        return None
    end = trim_end(tokens, after + 1, len(tokens))
    return Phrase(after + 1, end) if end > after + 2 else None


def _quoted_after(tokens: Sequence[Token], start: int) -> tuple[Phrase, ...]:
    """The quotation that goes on right after an inserted source and cue."""
    k = after_adjuncts(tokens, start, len(tokens))
    while k < len(tokens) and tokens[k].tag in (",", "-", ";", "CC"):
        k += 1
    if k < len(tokens) and tokens[k].tag == "Q" and k > start - 1:
        return (Phrase(k, k + 1),)
    return ()


def _closed_by_stop(token: Token) -> bool:
    return token.text.rstrip("\"'”’»").endswith((".", "!", "?"))
