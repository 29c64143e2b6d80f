"""Stretches of an article that are somebody else's words: quotations, transcripts, posts.

Two articles that quote the same speech share those words without either having copied the other,
so copies are looked for in what is left. Marked quotations are the plain case; a transcript turn
and an embedded post with its signature carry no marks. A block that a colon introduces is left in:
it may be a piece of the very article it is compared with.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.text import find_quotations, merge_spans, split_paragraphs

if TYPE_CHECKING:
    from onrecord.records import Span

_SHORTEST_QUOTATION = 4
"""Words: a shorter quotation is a term, a title or a scare quote, and the article's own phrase."""

_LONGEST_TERM = 14
"""Characters between two marks that cannot hold four words; saves counting them."""

_TURN = re.compile(r"(?:[QA]|[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3})\s?:\s")
_SIGNATURE = re.compile(r"\(@\w{2,15}\)[\s,]*(?:[A-Z][a-z]+\.? \d{1,2},? \d{4}|\d{1,2} [A-Z])")


def find_borrowed(text: str) -> tuple[Span, ...]:
    """Spans of somebody else's words, in order, none overlapping another.

    >>> text = 'He said: “We will not sell the yard.” Then he left.'
    >>> [span.of(text) for span in find_borrowed(text)]
    ['“We will not sell the yard.”']
    """
    return merge_spans([*find_marked(text), *_unmarked(text)])


def find_marked(text: str) -> list[Span]:
    """Spans of marked quotations long enough to be speech, in order."""
    return [q.span for q in find_quotations(text) if q.depth == 0 and _is_long(text, q.inner)]


def _is_long(text: str, inner: Span) -> bool:
    """Whether a quotation has the four words that make it speech."""
    if inner.end - inner.start < _LONGEST_TERM:
        return False
    return len(inner.of(text).split()) >= _SHORTEST_QUOTATION


def _unmarked(text: str) -> list[Span]:
    """Paragraphs that are transcript turns or posts."""
    found: list[Span] = []
    before: Span | None = None
    for paragraph in split_paragraphs(text):
        if _TURN.match(text, paragraph.start):
            found.append(paragraph)
        elif _SIGNATURE.search(text, paragraph.start, paragraph.end):
            found += _post(text, paragraph, before)
        before = paragraph
    return found


def _post(text: str, signed: Span, before: Span | None) -> list[Span]:
    """A signed post; where the signature stands alone, the paragraph before it is the post."""
    alone = len(signed.of(text).split()) <= 8
    return [before, signed] if alone and before is not None else [signed]
