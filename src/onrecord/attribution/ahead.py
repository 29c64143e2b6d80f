"""Words that follow their cue: who, verb, words; a further verb or participle of the same subject.

All indexes are token indexes of one sentence, end exclusive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.attribution.contents import content_after, is_clause
from onrecord.attribution.drafts import LEADING, make_draft
from onrecord.attribution.reach import limit_of
from onrecord.attribution.sources import (
    Phrase,
    is_empty_subject,
    noun_phrase_before,
    subject_after,
    subject_before,
)
from onrecord.attribution.tokens import FINITE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribution.cues import Cue
    from onrecord.attribution.drafts import Draft
    from onrecord.attribution.tokens import Token


def plain(
    tokens: Sequence[Token], cue: Cue, drafts: list[Draft], later: Sequence[Cue]
) -> Draft | None:
    """Who, verb, words; or a further verb of the same subject."""
    if cue.form in ("passive", "according", "noun"):
        return None
    source, rule = _plain_source(tokens, cue, drafts)
    if source is None or _is_advice(tokens, cue):
        return None
    limit = _within(tokens, cue, drafts, limit_of(tokens, cue, later))
    content = content_after(tokens, cue, limit)
    if content is None:
        return None
    if cue.form == "infinitive" and tokens[content.start].tag not in ("THAT", "Q"):
        return None
    return make_draft((content,), cue, source, rule)


def _within(tokens: Sequence[Token], cue: Cue, drafts: Sequence[Draft], limit: int) -> int:
    """The limit of a cue inside another's content, which goes on with: , and that ..."""
    if not any(piece.start < cue.start < piece.end for d in drafts for piece in d.content):
        return limit
    for k in range(cue.end, limit - 2):
        if tokens[k].tag == "," and tokens[k + 1].tag == "CC" and tokens[k + 2].tag == "THAT":
            return k
    return limit


def _is_advice(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether an attitude is only asked for: taxpayers should think about it."""
    modal = any(t.low in ("should", "must", "ought") for t in tokens[cue.start : cue.verb])
    return modal and cue.entry.type == "attitude"


def _plain_source(
    tokens: Sequence[Token], cue: Cue, drafts: list[Draft]
) -> tuple[Phrase | None, str]:
    """The subject of a cue, its own or the one it shares, and the rule that says so."""
    if cue.form == "finite":
        if cue.start and tokens[cue.start - 1].tag in ("CC", ","):
            shared = _shared_subject(tokens, cue, drafts)
            listed = tokens[cue.start - 1].tag == "CC" or _in_list(cue, drafts)
            if listed and shared is not None:
                return shared, "further verb of the same subject"
        source = subject_before(tokens, cue.start)
        speaks = "say" in cue.entry.classes and cue.entry.type == "speech"
        if source is not None and is_empty_subject(tokens, source, speaks=speaks):
            return None, ""
        return source, "source, cue, content"
    if cue.form == "participle" and cue.start:
        before = tokens[cue.start - 1]
        if before.tag in ("NNP", "NN", "NNS") and before.low != "worth":
            return noun_phrase_before(tokens, cue.start), "participle after its noun"
        follows = tokens[cue.end].tag if cue.end < len(tokens) else ""
        if before.tag != "," and follows not in ("THAT", "Q"):
            return None, ""
    return _shared_subject(tokens, cue, drafts), "participle of the same subject"


def _in_list(cue: Cue, drafts: Sequence[Draft]) -> bool:
    """Whether a verb comes right after another's object and a comma: praised A, | blamed B."""
    return bool(drafts) and drafts[-1].content[-1].end == cue.start - 1 and not drafts[-1].before


def _shared_subject(tokens: Sequence[Token], cue: Cue, drafts: list[Draft]) -> Phrase | None:
    """The subject of the clause a participle or second verb belongs to."""
    for k in range(cue.start - 1, -1, -1):
        if tokens[k].tag in FINITE and not (k and tokens[k - 1].tag in FINITE | {"NEG", "RB"}):
            start = k
            while start > 0 and tokens[start - 1].tag in ("RB", "NEG"):
                start -= 1
            subject = subject_before(tokens, start)
            if subject is None:
                continue
            if tokens[subject.start].tag == "WP" and tokens[cue.start - 1].tag != "CC":
                continue
            if is_empty_subject(tokens, subject):
                continue
            if any(_inside(subject, d) for d in drafts):
                continue
            return subject
    return next((d.source for d in reversed(drafts) if d.source is not None), None)


def _inside(phrase: Phrase, draft: Draft) -> bool:
    """Whether a phrase lies in what a draft reports."""
    return any(c.start <= phrase.start and phrase.end <= c.end for c in draft.content)


_QUESTIONS = frozenset("whether if who whom whose what which when where why how".split())


def _question(tokens: Sequence[Token], start: int, end: int) -> Phrase | None:
    """The question in what somebody was asked: on the quay | whether it would hold."""
    for place in range(start, end - 1):
        if tokens[place].low in _QUESTIONS:
            return Phrase(place, end)
    return None


def leading_participle(
    tokens: Sequence[Token], cue: Cue, _drafts: list[Draft], _later: Sequence[Cue]
) -> Draft | None:
    """Warning that it would, the coastguard ...; and Asked about it, ...: nobody said who asked."""
    opens = all(t.tag in ("RB", "CC", ",", "SC") for t in tokens[: cue.start])
    asked = tokens[cue.verb].tag in ("VBN", "VBD") and cue.entry.lemma in ("ask", "press")
    if not opens or not (asked or cue.form == "participle"):
        return None
    comma = _clause_after_comma(tokens, cue.end)
    if comma is None:
        return None
    content = _question(tokens, cue.end, comma) if asked else None
    content = content or content_after(tokens, cue, comma)
    if content is None and asked and comma > cue.end:
        content = Phrase(cue.end, comma)
    source = None if asked else subject_after(tokens, comma + 1)
    if content is None or not (asked or source):
        return None
    return make_draft((content,), cue, source, LEADING)


def _clause_after_comma(tokens: Sequence[Token], start: int) -> int | None:
    """The comma after which the main clause begins with its subject."""
    for k in range(start, len(tokens) - 2):
        if tokens[k].tag in (";", ":") or (tokens[k].tag == "Q" and not _is_a_name(tokens[k])):
            return None
        if tokens[k].tag == "," and tokens[k + 1].tag in _SUBJECT_TAGS:
            return k if is_clause(tokens, k + 1, len(tokens)) else None
    return None


def _is_a_name(quoted: Token) -> bool:
    """Whether quoted words are a name in marks, and nothing said: “At Slack Water”."""
    words = quoted.text.strip("\"'“”‘’").split()
    return len(words) <= _NAME and quoted.text[-2:-1].isalnum() and words[0][:1].isupper()


_NAME = 5
"""Words of the longest name in marks."""


_SUBJECT_TAGS = frozenset({"DT", "NNP", "PRP", "PRP$", "NN", "NNS", "JJ", "CD"})
