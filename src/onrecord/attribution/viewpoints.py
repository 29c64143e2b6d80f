"""Whose view a clause is: in his view, to her mind, as the farmers see it, as Moe put it.

The cue stands beside a whole clause, before it, after it or between its parts, as "according to"
does. All indexes are token indexes of one sentence, end exclusive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.attribution.contents import content_before, is_clause, short_subject, trim_end
from onrecord.attribution.drafts import Draft
from onrecord.attribution.lexicon import word_group
from onrecord.attribution.sources import (
    Phrase,
    possessor_before,
    subject_after,
    subject_before,
)
from onrecord.attribution.tokens import FINITE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribution.tokens import Token

VIEWPOINT = "whose view it is"
"""The rule's name."""

_NOUNS = {
    "in": word_group("views_in"),
    "to": word_group("views_to"),
    "from": word_group("views_from"),
    "by": word_group("views_by"),
}
_SPOKEN = word_group("views_spoken")
_MANNERS = {"see", "sees", "saw", "put", "puts", "tell", "tells", "told", "describes", "described"}
_LONGEST_OWNER = 14


class _Viewpoint(NamedTuple):
    """The whole phrase, its cue, who holds the view, and the type it makes."""

    whole: Phrase
    cue: Phrase
    source: Phrase
    type: str


def find_viewpoints(tokens: Sequence[Token]) -> list[Draft]:
    """Drafts of the clauses of a sentence that are said to be somebody's view."""
    drafts = []
    for index, token in enumerate(tokens):
        if token.low in _NOUNS:
            view = _owned_view(tokens, index) or _view_of(tokens, index)
        elif token.low == "as":
            view = _as_seen(tokens, index)
        elif token.low == "per":
            view = _per(tokens, index)
        else:
            continue
        content = () if view is None else _clause_beside(tokens, view.whole)
        if view is not None and content:
            drafts.append(Draft(content, view.cue, view.source, view.type, VIEWPOINT))
    return drafts


def _owned_view(tokens: Sequence[Token], index: int) -> _Viewpoint | None:
    """In his view, to Moe's mind, from the union's point of view, by her own account."""
    nouns = _NOUNS[tokens[index].low]
    for k in range(index + 2, min(len(tokens), index + _LONGEST_OWNER)):
        if tokens[k].tag in FINITE or tokens[k].tag in (",", "Q", ":", ";"):
            return None
        if tokens[k].low not in nouns:
            continue
        start = k
        while start > index + 1 and tokens[start - 1].tag in ("JJ", "NN", "RB", "CD"):
            start -= 1
        owner = possessor_before(tokens, start)
        if owner is None or owner.start != index + 1:
            continue
        end = k + 1
        if tokens[k].low == "point":
            if [t.low for t in tokens[end : end + 2]] != ["of", "view"]:
                return None
            end += 2
        return _Viewpoint(Phrase(index, end), Phrase(k, end), owner, _type(tokens[k].low))
    return None


def _view_of(tokens: Sequence[Token], index: int) -> _Viewpoint | None:
    """In the view of the conductor, in the words of one nurse."""
    if index + 3 >= len(tokens) or tokens[index + 1].low != "the":
        return None
    nouns = _NOUNS[tokens[index].low]
    k = index + 2 + (tokens[index + 2].tag == "JJ")
    if k + 1 >= len(tokens) or tokens[k].low not in nouns or tokens[k + 1].low != "of":
        return None
    source = subject_after(tokens, k + 2)
    if source is None:
        return None
    whole = Phrase(index, source.end)
    return _Viewpoint(whole, Phrase(index, k + 2), source, _type(tokens[k].low))


def _as_seen(tokens: Sequence[Token], index: int) -> _Viewpoint | None:
    """As the farmers see it, as Moe put it."""
    for k in range(index + 2, min(len(tokens) - 1, index + _LONGEST_OWNER)):
        if tokens[k].low in _MANNERS and tokens[k + 1].low == "it":
            source = subject_before(tokens, k)
            if source is None or source.start != index + 1:
                return None
            seen = tokens[k].low in ("see", "sees", "saw")
            return _Viewpoint(
                Phrase(index, k + 2), Phrase(k, k + 2), source, "attitude" if seen else "speech"
            )
        if tokens[k].tag in (";", "Q", ":"):
            return None
    return None


def _per(tokens: Sequence[Token], index: int) -> _Viewpoint | None:
    """Per the insurers' estimate, at an end of a sentence: not "per cent", "per year"."""
    source = subject_after(tokens, index + 1)
    at_edge = index == 0 or tokens[index - 1].tag == ","
    if source is None or not at_edge or tokens[source.start].tag not in ("DT", "NNP", "PRP$"):
        return None
    return _Viewpoint(Phrase(index, source.end), Phrase(index, index + 1), source, "speech")


def _type(noun: str) -> str:
    return "speech" if noun in _SPOKEN else "attitude"


def _clause_beside(tokens: Sequence[Token], whole: Phrase) -> tuple[Phrase, ...]:
    """The clause that a viewpoint belongs to: after it, before it, or around it."""
    lead = _clause_start(tokens, whole.start)
    before = content_before(tokens, lead, whole.start) or short_subject(tokens, lead, whole.start)
    after = _clause_after(tokens, whole.end)
    quoted = None if _quotes(tokens, before) else _quotation_in(tokens, after)
    if quoted is not None and before is not None:
        return (quoted,)  # The house is, as Moe put it, "a tent"
    if before is not None and _holds_clause(tokens, before):
        return (before,) if after is None or _at_end(tokens, whole.end) else (before, after)
    if after is None:
        return ()
    if before is not None and tokens[before.end - 1].tag in ("NN", "NNS", "NNP"):
        opens = tokens[after.start].tag in FINITE
        return (before, after) if opens else ()
    opens = all(t.tag == "," for t in tokens[lead : whole.start])
    return (after,) if opens or _holds_clause(tokens, after) else ()


def _clause_start(tokens: Sequence[Token], end: int) -> int:
    """Where the clause before a viewpoint begins: after but, after that, after a semicolon."""
    for k in range(end - 1, -1, -1):
        if tokens[k].tag in (";", ":", "THAT"):
            return k + 1
        if tokens[k].tag in ("CC", "SC") and (k == 0 or tokens[k - 1].tag == ","):
            return k + 1
    return 0


def _clause_after(tokens: Sequence[Token], end: int) -> Phrase | None:
    start = end
    while start < len(tokens) and tokens[start].tag in (",", ":", "-"):
        start += 1
    stop = next((k for k in range(start, len(tokens)) if tokens[k].tag == ";"), len(tokens))
    stop = trim_end(tokens, start, stop)
    return Phrase(start, stop) if stop > start else None


def _holds_clause(tokens: Sequence[Token], phrase: Phrase) -> bool:
    return _quotes(tokens, phrase) or is_clause(tokens, phrase.start, phrase.end)


def _quotes(tokens: Sequence[Token], phrase: Phrase | None) -> bool:
    return _quotation_in(tokens, phrase) is not None


def _quotation_in(tokens: Sequence[Token], phrase: Phrase | None) -> Phrase | None:
    """The first quotation in a phrase."""
    if phrase is None:
        return None
    k = next((k for k in range(*phrase) if tokens[k].tag == "Q"), None)
    return None if k is None else Phrase(k, k + 1)


def _at_end(tokens: Sequence[Token], end: int) -> bool:
    """Whether nothing of the clause is left after a viewpoint."""
    return end >= len(tokens) or tokens[end].tag in (".", ";")
