"""Sentences to look for attributions in, each quotation within them a single opaque token.

A full stop inside quotation marks ends no sentence around them, and a quotation that ends in a
question mark goes with the "she asked" after it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from onrecord.attribution.lexicon import reporting_verbs, verb_forms, word_group
from onrecord.attribution.tagging import read_tokens
from onrecord.records import Span
from onrecord.text import split_paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribution.tokens import Token
    from onrecord.text import Quotation

_CLOSED = re.compile(r"""[.!?…][\s"'”’)\]]*$""")
_OPENERS = word_group("openers")
_LONGEST = 200
"""Tokens after which a sentence without an end is cut, so that work grows with the text."""

_SPEAKING = frozenset({"say", "quote", "tell", "strong"})


class Sentence(NamedTuple):
    """A sentence as tokens, and the paragraph it stands in."""

    tokens: tuple[Token, ...]
    paragraph: int


def read_sentences(text: str, quotations: Sequence[Quotation]) -> list[Sentence]:
    """Sentences of a text in order; `quotations` as `find_quotations` gives them."""
    outermost = [q for q in quotations if q.depth == 0]
    found: list[Sentence] = []
    position = 0
    for index, paragraph in enumerate(split_paragraphs(text)):
        inside = []
        while position < len(outermost) and outermost[position].span.start < paragraph.end:
            inside.append(outermost[position])
            position += 1
        found += [Sentence(tuple(ts), index) for ts in _split(read_tokens(text, paragraph, inside))]
    return found


def read_quoted_sentences(text: str, quotations: Sequence[Quotation]) -> list[Sentence]:
    """Sentences inside the outermost quotations, the quotations within those opaque in turn."""
    found: list[Sentence] = []
    inner = [q for q in quotations if q.depth == 1]
    for quotation in (q for q in quotations if q.depth == 0):
        within = [q for q in inner if quotation.span.contains(q.span)]
        for paragraph in split_paragraphs(quotation.inner.of(text)):
            start = quotation.inner.start
            span = Span(start + paragraph.start, start + paragraph.end)
            inside = [q for q in within if span.contains(q.span)]
            found += [Sentence(tuple(ts), -1) for ts in _split(read_tokens(text, span, inside))]
    return found


def _split(tokens: list[Token]) -> list[list[Token]]:
    """Token lists of the sentences of one paragraph."""
    sentences: list[list[Token]] = []
    current: list[Token] = []
    for index, token in enumerate(tokens):
        current.append(token)
        if _ends(tokens, index) or len(current) == _LONGEST:
            sentences.append(current)
            current = []
    if current:
        sentences.append(current)
    return sentences


def _ends(tokens: list[Token], index: int) -> bool:
    """Whether a sentence ends after this token."""
    token = tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None:
        return True
    if token.tag == ".":
        return following.tag not in (".", ")") and not following.text[0].islower()
    if token.tag == "Q":
        return _quotation_ends(tokens, index, following)
    if token.text.endswith(".") and token.text[0].isalnum() and "." in token.text[:-1]:
        if following.tag == "Q":
            return _is_said(following)
        return following.low in _OPENERS and following.text[0].isupper()
    return False


def _is_said(token: Token) -> bool:
    """Whether a quotation opens with a capital and closes with a stop or comma."""
    inner = token.text.strip("\"“”‘’'«» ")
    return inner[:1].isupper() and inner[-1:] in ".,!?"


def _quotation_ends(tokens: list[Token], index: int, following: Token) -> bool:
    """Whether a quotation ends its sentence: closed by a stop, and nobody named as saying it."""
    quotation = tokens[index].text
    if not _CLOSED.search(quotation):
        return False
    if following.tag == "Q":
        return True
    if not (following.text[0].isupper() or following.text[0].isdigit()):
        return False
    return not _saying_follows(tokens, index + 1)


def _saying_follows(tokens: list[Token], start: int) -> bool:
    """Whether a verb of saying comes within a few words and nothing is said after it."""
    for k in range(start, min(len(tokens), start + 8)):
        token = tokens[k]
        if token.tag in (",", ".", ":", ";", "Q", "THAT"):
            return False
        form = verb_forms().get(token.low)
        if form is None or token.tag not in ("VBD", "VBZ", "VBP", "VB"):
            continue
        verb = reporting_verbs().get(form.lemma)
        if verb is None or not verb.classes & _SPEAKING:
            return False
        after = tokens[k + 1] if k + 1 < len(tokens) else None
        return after is None or after.tag in (".", ",", "IN", "Q") or k == start
    return False
