"""Passives: was expected to, was told that, was criticised by, it was reported that.

All indexes are token indexes of one sentence, end exclusive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.attribution.contents import after_adjuncts, content_after, trim_end
from onrecord.attribution.drafts import make_draft
from onrecord.attribution.reach import limit_of
from onrecord.attribution.sources import Phrase, is_empty_subject, subject_after, subject_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribution.cues import Cue
    from onrecord.attribution.drafts import Draft
    from onrecord.attribution.tokens import Token


def passive(
    tokens: Sequence[Token], cue: Cue, _drafts: list[Draft], later: Sequence[Cue]
) -> Draft | None:
    """Passives: was expected to, was told that, was criticised by, it was reported that."""
    if cue.form != "passive":
        return None
    limit = limit_of(tokens, cue, later)
    subject = subject_before(tokens, cue.start)
    named = None if subject is None or is_empty_subject(tokens, subject) else subject
    following = tokens[cue.end] if cue.end < limit else None
    if following is None or following.tag == ".":
        return _passive_of_words(tokens, cue, named)
    if following.low == "by" and not cue.linked:
        return _passive_with_agent(tokens, cue, subject, limit)
    clause = after_adjuncts(tokens, cue.end, limit) if named is None else cue.end
    if clause < limit and (tokens[clause].tag == "THAT" or tokens[clause].low in _ASKED):
        content = content_after(tokens, cue, limit)
        return content and make_draft((content,), cue, None, "passive with a clause")
    end = trim_end(tokens, cue.end, limit)
    rest = Phrase(cue.end, end)
    if following.tag == "TO" and cue.entry.lemma != "suppose" and cue.entry.classes & _RAISING:
        return make_draft((rest,) if named is None else (named, rest), cue, None, "raised subject")
    if named is not None and end > cue.end and _is_charge(tokens, cue):
        return make_draft((named, rest), cue, None, "decided or claimed of its subject")
    if following.low == "as" and cue.end + 1 < limit and tokens[cue.end + 1].low == "saying":
        quoted = cue._replace(end=cue.end + 2)
        content = content_after(tokens, quoted, limit)
        return content and make_draft((content,), quoted, subject, "quoted as saying")
    return None


_ASKED = frozenset(["if", "whether", "how", "what", "why", "who"])
_RAISING = frozenset({"say", "weak", "wish", "attitude", "name", "decree"})


def _passive_of_words(tokens: Sequence[Token], cue: Cue, subject: Phrase | None) -> Draft | None:
    """No casualties were reported(.): the subject is what was said."""
    if subject is None or not cue.entry.classes >= {"say", "object"}:
        return None
    if tokens[subject.start].tag == "PRP":
        return None
    return make_draft((subject,), cue, None, "passive of its words")


def _is_charge(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether a passive tells what was decided or claimed of its subject: was fined, accused of."""
    if cue.linked:
        return cue.entry.lemma in ("accuse", "charge", "convict", "suspect")
    if "decree" not in cue.entry.classes:
        return False
    following = tokens[cue.end]
    return following.tag in ("VBN", "JJ", "CD", "DT", "NN", "NNP", "PRP$") or following.low in (
        "from",
        "to",
        "guilty",
        "not",
    )


def _passive_with_agent(
    tokens: Sequence[Token], cue: Cue, subject: Phrase | None, limit: int
) -> Draft | None:
    """X was criticised by Y: Y's words are about X."""
    agent = subject_after(tokens[:limit], cue.end + 1)
    if agent is None or subject is None or not cue.entry.classes & {"object", "name", "decree"}:
        return None
    rest = Phrase(agent.end, trim_end(tokens, agent.end, limit))
    pieces = (
        (subject, rest)
        if rest.end - rest.start > 1 and tokens[rest.start].tag == "IN"
        else (subject,)
    )
    return make_draft(pieces, cue, agent, "passive with its agent")
