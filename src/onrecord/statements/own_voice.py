"""Words quoted in one article that another prints as its own: no marks, no source.

Only quotations are looked for, and nearly all of their words must stand in one sentence in the
same order: what two reporters write alike about the same event is no statement anybody lost.
"""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from onrecord.statements.likeness import RELATED
from onrecord.statements.overlaps import overlapping
from onrecord.statements.vocabulary import content_of, runs_of, words_in
from onrecord.statements.wording import shared_runs
from onrecord.text import find_quotations, merge_spans, split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

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

_AT_ONCE = 100_000
"""Sentences whose runs of three words are held in memory at a time."""


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


def find_laundered(
    units: Sequence[Unit], sentences: Iterable[OwnSentence], related: Relatedness
) -> Iterator[tuple[int, OwnSentence]]:
    """Positions of quoted units, and sentences of other articles that say their words as own."""
    looked_for = [position for position, unit in enumerate(units) if _tells(unit)]
    remaining = iter(sentences)
    while batch := list(islice(remaining, _AT_ONCE)):
        places: dict[tuple[str, ...], list[int]] = {}
        for number, sentence in enumerate(batch):
            for run in runs_of(sentence.words):
                places.setdefault(run, []).append(number)
        for position in looked_for:
            for number in _near(units[position].quoted, places):
                if _is_laundered(units[position], batch[number], related):
                    yield position, batch[number]


def _tells(unit: Unit) -> bool:
    """Whether a unit's quoted words are enough to be known again."""
    return len(unit.quoted) >= _SHORTEST and len(content_of(unit.quoted)) >= _LEAST_CONTENT


def _near(quoted: tuple[str, ...], places: Mapping[tuple[str, ...], Sequence[int]]) -> list[int]:
    """Numbers of the sentences that share enough runs of three words with a quotation."""
    near: Counter[int] = Counter()
    for run in runs_of(quoted):
        if run in places:
            near.update(places[run])
    return sorted(number for number, times in near.items() if times >= _LEAST_RUNS * len(quoted))


def _is_laundered(unit: Unit, sentence: OwnSentence, related: Relatedness) -> bool:
    """Whether a sentence of another article holds what a unit quotes."""
    if sentence.article == unit.article:
        return False
    is_short = len(content_of(unit.quoted)) <= _LEAST_CONTENT
    needed = len(unit.quoted) * (1 if is_short else _NEARLY_ALL)
    if shared_runs(unit.quoted, sentence.words) < needed:
        return False
    return related.between(unit.article, sentence.article) >= RELATED
