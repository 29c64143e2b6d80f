"""What is told without saying by whom: reportedly, allegedly; an alleged fraud, a reported sale.

All indexes are token indexes of one sentence, end exclusive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.attribution.contents import trim_end
from onrecord.attribution.drafts import Draft
from onrecord.attribution.sources import Phrase, subject_after, subject_before
from onrecord.attribution.tokens import FINITE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribution.tokens import Token

HEARSAY = "told without saying by whom"
"""The rule's name."""

_ADVERBS = frozenset(["reportedly", "allegedly", "supposedly", "purportedly"])
_ADJECTIVES = frozenset(["alleged", "purported", "reported", "suspected", "rumoured", "rumored"])
_BEFORE_VERB = FINITE | {"RB", "NEG"}


def find_hearsay(tokens: Sequence[Token]) -> list[Draft]:
    """Drafts of the clauses and things of a sentence that are told at second hand."""
    drafts = []
    for index, token in enumerate(tokens):
        if token.low in _ADVERBS:
            content = _clause_around(tokens, index)
        elif token.low in _ADJECTIVES and token.tag not in FINITE:
            content = _thing_after(tokens, index)
        else:
            continue
        if content:
            drafts.append(Draft(content, Phrase(index, index + 1), None, "speech", HEARSAY))
    return drafts


def _clause_around(tokens: Sequence[Token], index: int) -> tuple[Phrase, ...]:
    """The clause that an adverb stands in, without the adverb."""
    start = index + 1
    while start < len(tokens) and tokens[start].tag == ",":
        start += 1
    verb = index
    while verb > 0 and tokens[verb - 1].tag in _BEFORE_VERB:
        verb -= 1
    subject = subject_before(tokens, verb)
    end = _clause_end(tokens, start)
    rest = (Phrase(start, end),) if end > start else ()
    if subject is None or not rest:
        return rest
    return (Phrase(subject.start, index), *rest)


def _clause_end(tokens: Sequence[Token], start: int) -> int:
    """Where the clause that goes on at `start` ends: before a comma and another clause."""
    for k in range(start, len(tokens) - 1):
        if tokens[k].tag == ";":
            return k
        if tokens[k].tag == "," and tokens[k + 1].tag in ("CC", "SC", "WP", "VBG"):
            return k
    return trim_end(tokens, start, len(tokens))


def _thing_after(tokens: Sequence[Token], index: int) -> tuple[Phrase, ...]:
    """The noun phrase after an adjective: an alleged | abuse of power."""
    if index == 0 or tokens[index - 1].tag not in ("DT", "PRP$", "POS", "JJ", "IN", "CD"):
        return ()
    thing = subject_after(tokens, index + 1)
    if thing is None or tokens[thing.start].tag in ("DT", "PRP"):
        return ()
    end = next((k for k in range(*thing) if tokens[k].tag == ","), thing.end)
    return (Phrase(thing.start, end),)
