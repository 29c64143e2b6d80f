"""Sentences in an article's own voice."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.statements.overlaps import overlapping
from onrecord.statements.vocabulary import words_in
from onrecord.text import find_quotations, merge_spans, split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.records import Article, Attribution, Span


class OwnSentence(NamedTuple):
    """A sentence of an article that no attribution and no quotation touches."""

    article: int
    span: Span
    in_title: bool
    words: tuple[str, ...]


def find_own_sentences(
    position: int, article: Article, attributions: Sequence[Attribution]
) -> Iterator[OwnSentence]:
    """Sentences in the article's own voice."""
    for in_title, text in ((True, article.title or ""), (False, article.text)):
        touched = [q.span for q in find_quotations(text)]
        for attribution in attributions:
            if attribution.in_title == in_title:
                touched += [*attribution.content, *attribution.cue]
        apart = merge_spans(touched)
        for span in split_sentences(text):
            if not overlapping(apart, span):
                yield OwnSentence(position, span, in_title, words_in(text, span))
