"""Sentences in an article's own voice."""

from __future__ import annotations

from array import array
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from onrecord.records import Span
from onrecord.statements.once import quotations_in, sentences_in
from onrecord.statements.overlaps import overlapping
from onrecord.statements.vocabulary import words_in
from onrecord.text import merge_spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.records import Article, Attribution

    Places = tuple[array[int], array[int]]


class OwnSentence(NamedTuple):
    """A sentence of an article that no attribution and no quotation touches."""

    article: int
    span: Span
    in_title: bool
    words: tuple[str, ...]


def find_own_places(article: Article, attributions: Sequence[Attribution]) -> Places:
    """Where the sentences in the article's own voice begin and end, in its title and its text."""
    return tuple(  # type: ignore[return-value]
        array(
            "l", chain.from_iterable(_untouched(text, [a for a in attributions if a.in_title == t]))
        )
        for t, text in ((True, article.title or ""), (False, article.text))
    )


def read_own_sentences(position: int, article: Article, places: Places) -> Iterator[OwnSentence]:
    """The sentences at these places, with their words."""
    for in_title, text, ends in zip(
        (True, False), (article.title or "", article.text), places, strict=True
    ):
        for span in map(Span, ends[::2], ends[1::2]):
            yield OwnSentence(position, span, in_title, words_in(text, span))


def _untouched(text: str, attributions: Sequence[Attribution]) -> Iterator[Span]:
    """Sentences of a text that neither a quotation nor one of the attributions touches."""
    touched = [q.span for q in quotations_in(text)]
    for attribution in attributions:
        touched += [*attribution.content, *attribution.cue]
    apart = merge_spans(touched)
    return (span for span in sentences_in(text) if not overlapping(apart, span))
