"""Sources cut short: where a source's words go on in the text behind its end."""

from __future__ import annotations

import re

from onrecord.records import Span
from onrecord.speakers.lexicon import DOCUMENT_HEADS
from onrecord.text.folding import fold_word

_NAME = r"[^\W\d_a-z][\w’'&.-]*(?:(?: (?:of|for|and|the|de|in)){0,2} [^\W\d_a-z][\w’'&-]*)*"
_OPEN_END = re.compile(r"\b(?:of|from|by|for|at|in|and|the)$")
_PHRASE = re.compile(rf" (?:(?:the|an?|\d+|his|her|their|its) )?(?:{_NAME}|[\w’'-]+)")
_COMPOUND = re.compile(r"-[a-z]+ed [a-z]{3,}\b")
"""The rest of a compound and its noun: Oslo-flagged ship."""

_LIST_END = re.compile(rf"(?:, (?:the )?{_NAME})*,? and (?:the )?{_NAME}")
_ORIGIN = re.compile(
    rf" (?:(?:issued|published|released) )?(?:by|from) (?:the )?{_NAME}"
    rf"(?:(?:, (?:the )?{_NAME})*,? and (?:the )?{_NAME})?| citing [^,.;:\n“\"]{{3,50}}(?=[,.;])"
)


def read_on(text: str, span: Span) -> Span:
    """The source with what plainly belongs to it: what its last word asks for, a list's rest.

    >>> t = "According to data from the Salt Board, it fell."
    >>> read_on(t, Span(13, 22)).of(t)
    'data from the Salt Board'
    >>> read_on("the Oslo-flagged ship said so", Span(0, 8)).of("the Oslo-flagged ship said so")
    'the Oslo-flagged ship'
    """
    printed = span.of(text)
    words = printed.split()
    found = _COMPOUND.match(text, span.end)
    if found is not None:
        return Span(span.start, found.end())
    if len(words) > 1 and _OPEN_END.search(printed):
        found = _PHRASE.match(text, span.end)
    elif printed.count(", ") > 1 and " and " not in printed and words[-1][0].isupper():
        found = _LIST_END.match(text, span.end)
    elif 0 < len(words) < 3 and fold_word(words[-1]) in DOCUMENT_HEADS:
        found = _ORIGIN.match(text, span.end)
    return Span(span.start, found.end()) if found else span
