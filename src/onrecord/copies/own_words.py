"""An article taken apart for comparison: its own sentences, and apart from them what it quotes."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from onrecord.copies.borrowed import find_borrowed
from onrecord.text import fold_word, split_sentences
from onrecord.text.words import WORD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onrecord.records import Article, Span

Shingle = tuple[str, ...]

SHORTEST_SENTENCE = 5
"""Words from which a sentence can tell anything: two reporters may both write “He declined”."""

_PAGE_WORDS = frozenset(
    "rights copyright sign signing privacy terms subscribe newsletter read click caption images "
    "cookies follow inbox contributed published reproduced journalism contribution comments "
    "comment highlights watched watch download advertisement".split()
)
"""One of these stands in whatever the pattern below finds; asking for them first is cheap."""

_BOILERPLATE = re.compile(
    r"all rights reserved|copyright \W|sign(?:ing)? up (?:for|to) (?:our|the)|privacy policy|"
    r"terms of (?:use|service)|subscribe|newsletter|read more|click here|toggle caption|"
    r"getty images|cookies|follow us on|your inbox|contributed to this (?:report|story)|"
    r"may not be (?:published|reproduced|broadcast)|support our journalism|"
    r"(?:making|make) a contribution|financial contribution|comment(?:s|ing) (?:are|is) closed|"
    r"story highlights|just watched|must watch|download (?:the|our) app|advertisement",
    re.I,
)
"""Words of pages rather than of articles; a sentence that holds them is no evidence of a copy."""


class Sentence(NamedTuple):
    """A sentence's own words, folded and as printed, in order."""

    words: tuple[str, ...]
    printed: tuple[str, ...]


class Whole(NamedTuple):
    """A text's sentences with what they quote.

    Those too short to tell anything are left out; `brief` has for each sentence those that follow
    it.
    """

    title: str
    text: str
    sentences: tuple[Sentence, ...]
    spans: tuple[Span, ...]
    brief: tuple[tuple[Sentence, ...], ...]


class OwnText(NamedTuple):
    """What two articles are compared by.

    `everything` are all words, quoted ones too; `sentences` the article's own, in order; `quoted`
    the runs of four words it quotes, `furniture` those of the page around it.
    """

    article: Article
    everything: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    quoted: frozenset[Shingle]
    furniture: frozenset[Shingle]

    @property
    def size(self) -> int:
        """Words in the article's own sentences."""
        return sum(len(sentence.words) for sentence in self.sentences)


@lru_cache(maxsize=1 << 18)
def _folded(word: str) -> str:
    """`fold_word`, remembered: an article repeats most of its words."""
    return fold_word(word)


def shingles_of(words: Iterable[str], length: int) -> set[Shingle]:
    """Runs of `length` words.

    >>> sorted(shingles_of(["a", "b", "c"], 2))
    [('a', 'b'), ('b', 'c')]
    """
    sequence = tuple(words)
    return set(zip(*(sequence[k:] for k in range(length)), strict=False))


def read_own(article: Article) -> OwnText:
    """The article's own sentences apart from its quoted words, furniture and boilerplate."""
    text = article.text
    borrowed = find_borrowed(text)
    furniture = tuple(span for span, _ in article.furniture)
    found = [(match.group(), match.start()) for match in WORD.finditer(text)]
    printed = [word for word, _ in found]
    folded = list(map(_folded, printed))
    sentences, left_out = [], list(furniture)
    hidden = sorted((*borrowed, *furniture))
    for span, places in _own_places(text, [start for _, start in found], hidden):
        if len(places) < SHORTEST_SENTENCE:
            continue
        words = _at(folded, places)
        if not _PAGE_WORDS.isdisjoint(words) and _BOILERPLATE.search(text, *span):
            left_out.append(span)
        else:
            sentences.append(Sentence(words, _at(printed, places)))
    return OwnText(
        article,
        everything=tuple(folded),
        sentences=tuple(sentences),
        quoted=_runs_within(text, borrowed),
        furniture=_runs_within(text, left_out),
    )


def read_whole(article: Article) -> Whole:
    """The article's sentences with what they quote: who rewords a text rewords its quotations.

    Furniture is left out.
    """
    text, sentences, spans = article.text, [], []
    brief: list[list[Sentence]] = [[]]
    for span in split_sentences(text):
        if any(f.contains(span) for f, _ in article.furniture):
            continue
        printed = tuple(WORD.findall(text, *span))
        sentence = Sentence(tuple(map(_folded, printed)), printed)
        if len(printed) < SHORTEST_SENTENCE:
            brief[-1].append(sentence)
            continue
        sentences.append(sentence)
        spans.append(span)
        brief.append([])
    following = tuple(map(tuple, brief[1:]))
    return Whole(article.title or "", text, tuple(sentences), tuple(spans), following)


def _at(words: Sequence[str], places: Sequence[int]) -> tuple[str, ...]:
    """The words at these places."""
    if isinstance(places, range):
        return tuple(words[places.start : places.stop])
    return tuple([words[place] for place in places])


def _own_places(
    text: str, starts: Sequence[int], hidden: Sequence[Span]
) -> Iterator[tuple[Span, Sequence[int]]]:
    """Each sentence of `text` with the numbers of those of its words that no hidden span covers."""
    place = 0
    for span in split_sentences(text):
        first, place = place, bisect_left(starts, span.end, place)
        over = [other for other in hidden if other.overlaps(span)] if hidden else []
        if over:
            yield span, [k for k in range(first, place) if not _covers(over, starts[k])]
        else:
            yield span, range(first, place)


def _covers(spans: Iterable[Span], offset: int) -> bool:
    """Whether one of the spans holds the code point at `offset`."""
    return any(span.start <= offset < span.end for span in spans)


def _runs_within(text: str, spans: Iterable[Span]) -> frozenset[Shingle]:
    """Runs of four words inside the spans, none across two of them."""
    found: set[Shingle] = set()
    for span in spans:
        found |= shingles_of((_folded(word) for word in WORD.findall(text, *span)), 4)
    return frozenset(found)
