"""Words quoted in one article that another prints as its own: no marks, no source.

Only quotations are looked for, and nearly all of their words must stand in one sentence in the
same order: what two reporters write alike about the same event is no statement anybody lost.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from onrecord.statements.likeness import RELATED
from onrecord.statements.vocabulary import content_of, words_in
from onrecord.statements.wording import shared_runs
from onrecord.text import find_quotations, merge_spans, split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.records import Article, Attribution, Span
    from onrecord.statements.rarity import Relatedness
    from onrecord.statements.units import Unit

_SHORTEST = 6
_LEAST_CONTENT = 2
"""Words and content words of a quotation below which its words may turn up by chance; with no
more content words than these it must turn up whole."""

_NEARLY_ALL = 0.75
"""Part of the quotation's words that the sentence holds in runs of three and more."""

_LEAST_RUNS = 0.4
"""Runs of three both hold, for each word of the quotation, below which the part above is out of
reach; saves comparing."""


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
            place = bisect_right(apart, span.start, key=lambda other: other.end)
            if place == len(apart) or apart[place].start >= span.end:
                yield OwnSentence(position, span, in_title, words_in(text, span))


def find_laundered(
    units: Sequence[Unit], sentences: Sequence[OwnSentence], related: Relatedness
) -> Iterator[tuple[int, OwnSentence]]:
    """Positions of quoted units, and sentences of other articles that say their words as own."""
    places: dict[tuple[str, ...], list[int]] = {}
    for number, sentence in enumerate(sentences):
        for run in set(zip(sentence.words, sentence.words[1:], sentence.words[2:], strict=False)):
            places.setdefault(run, []).append(number)
    for position, unit in enumerate(units):
        quoted = unit.quoted
        telling = len(content_of(quoted))
        if len(quoted) < _SHORTEST or telling < _LEAST_CONTENT:
            continue
        needed = len(quoted) * (_NEARLY_ALL if telling > _LEAST_CONTENT else 1)
        near: Counter[int] = Counter()
        for run in set(zip(quoted, quoted[1:], quoted[2:], strict=False)):
            near.update(places.get(run, ()))
        for number in sorted(near):
            sentence = sentences[number]
            if near[number] < _LEAST_RUNS * len(quoted) or sentence.article == unit.article:
                continue
            if shared_runs(quoted, sentence.words) < needed:
                continue
            if related.between(unit.article, sentence.article) >= RELATED:
                yield position, sentence
