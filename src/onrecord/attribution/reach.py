"""How far the words of a cue reach, and whether it stands behind its words or before them.

All indexes are token indexes of one sentence, end exclusive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.attribution.contents import after_adjuncts, is_clause
from onrecord.attribution.lexicon import word_group
from onrecord.attribution.sources import subject_after, subject_before
from onrecord.attribution.tokens import FINITE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribution.cues import Cue
    from onrecord.attribution.sources import Phrase
    from onrecord.attribution.tokens import Token

PARENTHETICAL = frozenset({"say", "strong", "quote", "tell", "attitude"})
"""Classes of verbs that can stand, with their source, behind what was said."""

_FINDING = frozenset(["find", "show", "indicate", "reveal", "suggest"])
_DOCUMENTS = word_group("documents")
"""What can stand, with a verb of finding, behind what it found: ..., a poll finds."""

_NEXT_CUES = 5
"""Later cues of a sentence among which the one that ends a content is looked for."""


def limit_of(tokens: Sequence[Token], cue: Cue, later: Sequence[Cue]) -> int:
    """Where the words after a cue must end because another cue takes over."""
    end = min(_subordinate_end(tokens, cue), _relative_end(tokens, cue))
    for other in later[:_NEXT_CUES]:
        cut = _cut_before(tokens, cue, other)
        if cut is not None and cut > cue.end:
            return min(cut, end)
    return end


def _relative_end(tokens: Sequence[Token], cue: Cue) -> int:
    """Where the clause of a relative pronoun that is a cue's subject must end.

    Between commas it ends with its comma, before the verb of the main clause; without commas it
    ends before that verb: residents who believe that it leaks | have left.
    """
    pronoun = cue.start - 1
    while pronoun > 0 and tokens[pronoun].tag in ("RB", "NEG"):
        pronoun -= 1
    if pronoun < 1 or tokens[pronoun].tag != "WP" or tokens[pronoun].low == "what":
        return len(tokens)
    if tokens[pronoun - 1].tag == ",":
        return next(
            (k for k in range(cue.end, len(tokens) - 1) if _closes_aside(tokens, k)), len(tokens)
        )
    return main_verb_after(tokens, cue.end, len(tokens))


def _closes_aside(tokens: Sequence[Token], index: int) -> bool:
    """Whether a comma is followed by the verb of the main clause: , left by the back door."""
    if tokens[index].tag != ",":
        return False
    k = index + 1
    while k < len(tokens) and tokens[k].tag in ("RB", "NEG"):
        k += 1
    return k < len(tokens) and tokens[k].tag in FINITE


def main_verb_after(tokens: Sequence[Token], start: int, end: int) -> int:
    """Where the verb of the main clause begins after a clause or object that starts at `start`.

    Every conjunction, relative pronoun or second subject between may have a finite verb of its
    own; the first verb that has none of them is the main one.
    """
    owed = int(is_clause_opening(tokens, start, end))
    k = start
    while k < end:
        token = tokens[k]
        if token.tag in (";", ":", "Q"):
            return end
        if (token.tag in ("THAT", "SC", "WP", "CC") and k > start) or (
            token.tag == "PRP" and k > start and tokens[k - 1].tag in _NOMINAL
        ):
            owed += 1
        elif token.tag in FINITE and not (k and tokens[k - 1].tag in FINITE | {"TO"}):
            if not owed and k > start + (tokens[start].tag in ("THAT", "TO")):
                return k
            owed = max(0, owed - 1)
            while k + 1 < end and tokens[k + 1].tag in _GROUP:
                k += 1
        k += 1
    return end


def is_clause_opening(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether words that follow a cue have a subject and a verb, or that before them."""
    if start >= end:
        return False
    first = tokens[start]
    if first.tag in ("THAT", "SC", "WP"):
        return True
    if first.tag in ("TO", "IN", "VBG"):
        return False
    verbs = [k for k in range(start, end) if _starts_verb(tokens, k)]
    return first.tag == "PRP" or len(verbs) > 1


def _starts_verb(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index].tag in FINITE and tokens[index - 1].tag not in FINITE | {"NEG", "RB"}


_NOMINAL = frozenset({"NN", "NNS", "NNP"})
_GROUP = FINITE | {"RB", "NEG"}


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
        if comma or _reports(tokens, other) or _is_object(tokens, cue, other.start - 1):
            return other.start - 1
        return None
    if before.tag == "," and _is_object(tokens, cue, other.start - 1):
        return other.start - 1  # thanked the rescuers, | criticised the police and left
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


def _reports(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether what follows a second verb shows that it reports: and warned that."""
    if cue.entry.lemma == "add" or cue.end >= len(tokens):
        return cue.entry.lemma == "add"
    if tokens[cue.end].tag in ("THAT", "Q", ":", ","):
        return True
    recipient = tokens[cue.end].tag in ("PRP", "NNP", "NNS") and bool(
        cue.entry.classes & {"tell", "urge"}
    )
    return recipient and any(t.tag in ("TO", "THAT") for t in tokens[cue.end + 1 : cue.end + 4])


def _is_object(tokens: Sequence[Token], cue: Cue, end: int) -> bool:
    """Whether a cue has an object or infinitive up to `end`, and no verb with a subject."""
    return cue.end < end and not any(
        t.tag in FINITE or t.tag in ("THAT", "SC", "Q") for t in tokens[cue.end : end]
    )


def parenthetical_source(tokens: Sequence[Token], cue: Cue) -> Phrase | None:
    """The subject of a cue that can stand after its words, with nothing of its own to the right."""
    if cue.form != "finite" or cue.linked:
        return None
    source = subject_before(tokens, cue.start)
    if source is None or source.start == 0:
        return None
    found = cue.entry.lemma in _FINDING and tokens[source.end - 1].low in _DOCUMENTS
    if not found and not cue.entry.classes & PARENTHETICAL:
        return None
    if tokens[source.start - 1].tag not in (",", "Q", "-"):
        return None
    after = right_of(tokens, cue)
    if after >= len(tokens) or tokens[after].tag in (".", ",", ";", "-", "Q", "CC", "VBG", "SC"):
        return source
    adjunct = tokens[after].tag in ("IN", "TO", "RB", ":")
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
