"""Nouns for something said that lead to their words: her answer: "No", "No" was his reply.

All indexes are token indexes of one sentence, end exclusive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.attribution.contents import is_clause, trim_end
from onrecord.attribution.drafts import Draft
from onrecord.attribution.lexicon import reporting_nouns, word_group
from onrecord.attribution.sources import Phrase, possessor_before, subject_after, subject_before
from onrecord.attribution.tokens import FINITE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribution.tokens import Token

SAYING = "noun of saying with its words"
"""The rule's name."""

SAYING_NOUNS = word_group("saying")
_HOLDING_NOUNS = word_group("holding")
_NOUN_TAGS = frozenset({"NN", "NNS", "JJ", "VBG"})
_SHORT_ANSWERS = frozenset(["no", "yes", "never", "nothing", "none"])
_LONGEST_TAIL = 14


def find_sayings(tokens: Sequence[Token]) -> list[Draft]:
    """Drafts of the words that nouns of saying lead to, or that stand before them."""
    drafts = []
    for index, token in enumerate(tokens):
        if not is_saying(token):
            continue
        source = owner_of(tokens, index)
        content = None if source is None else _words_of(tokens, index, source)
        if source is not None and content is not None:
            type_ = _type(token.low)
            drafts.append(Draft((content,), Phrase(index, index + 1), source, type_, SAYING))
    return drafts


def is_saying(token: Token) -> bool:
    """Whether a token is a noun for something said or held."""
    return token.low in SAYING_NOUNS | _HOLDING_NOUNS and token.tag in _NOUN_TAGS


def owner_of(tokens: Sequence[Token], index: int) -> Phrase | None:
    """Who gives an answer or message: her own answer, the verdict of the club, X has an answer."""
    start = index
    while start > 0 and (
        tokens[start - 1].tag in ("JJ", "CD", "RB") or tokens[start - 1].low in ("own", "last")
    ):
        start -= 1
    owner = possessor_before(tokens, start)
    if owner is not None:
        return owner
    if start == 0 or tokens[start - 1].tag != "DT":
        return None
    if start > 1 and tokens[start - 2].low in ("has", "had", "have", "gave", "offered", "got"):
        return subject_before(tokens, start - 2)
    named = index + 1 < len(tokens) and tokens[index + 1].low in ("of", "from")
    return subject_after(tokens, index + 2) if named else None


def _words_of(tokens: Sequence[Token], index: int, source: Phrase) -> Phrase | None:
    """The words that a noun of saying leads to, or the quotation before it."""
    holding = tokens[index].low in _HOLDING_NOUNS
    before = None if holding else _quotation_before(tokens, source, index)
    if before is not None:
        return before
    for k in range(index + 1, min(len(tokens), index + _LONGEST_TAIL)):
        token = tokens[k]
        if token.tag == ":" and not holding:
            return _after_colon(tokens, k + 1)
        if token.tag == "BE" and all(t.tag not in FINITE for t in tokens[index + 1 : k]):
            said = _predicate(tokens, k + 1, holding=holding)
            if said is not None:
                return said
        elif token.tag in (",", ";", "Q", ".", "WP", "THAT"):
            return None
    return None


def _after_colon(tokens: Sequence[Token], start: int) -> Phrase | None:
    """What follows a colon: one quotation, or all of the sentence."""
    quoted = start < len(tokens) and tokens[start].tag == "Q"
    return Phrase(start, start + 1) if quoted else _phrase(tokens, start)


def _predicate(tokens: Sequence[Token], start: int, *, holding: bool) -> Phrase | None:
    """What an answer or view is said to be: is that the bell stays, was "No", was no."""
    if start >= len(tokens):
        return None
    first = tokens[start]
    if first.tag == "THAT":
        return _phrase(tokens, start)
    if holding:
        return None
    if first.tag == "Q":
        return Phrase(start, start + 1)
    if first.low in _SHORT_ANSWERS and start + 2 >= len(tokens):
        return Phrase(start, start + 1)
    return _phrase(tokens, start) if _is_full_clause(tokens, start) else None


def _is_full_clause(tokens: Sequence[Token], start: int) -> bool:
    """Whether a clause with a pronoun for its subject follows at once: is we need time."""
    pronoun = tokens[start].tag == "PRP" and start + 1 < len(tokens)
    return pronoun and is_clause(tokens, start, len(tokens))


def _quotation_before(tokens: Sequence[Token], source: Phrase, index: int) -> Phrase | None:
    """The quotation that is somebody's answer: "..." was the doctor's reply."""
    start = min(source.start, index)
    while start > 0 and tokens[start - 1].tag in ("DT", "RB", "JJ"):
        start -= 1
    verb = start - 1
    while verb > 0 and tokens[verb].tag in ("BE", "HAVE", "MD", "RB"):
        verb -= 1
    copula = verb < start - 1 and any(t.tag == "BE" for t in tokens[verb + 1 : start])
    if verb > 0 and tokens[verb].tag == ",":
        verb -= 1
    return Phrase(verb, verb + 1) if copula and tokens[verb].tag == "Q" else None


def _phrase(tokens: Sequence[Token], start: int) -> Phrase | None:
    end = trim_end(tokens, start, len(tokens))
    return Phrase(start, end) if end > start else None


def _type(noun: str) -> str:
    known = reporting_nouns().get(noun)
    return "speech" if known is None else known.type
