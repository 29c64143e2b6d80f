"""What the rules find in a running text, with every place they look at put together."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from onrecord.attribution.elsewhere import find_pointed_at
from onrecord.attribution.found import Found, found_from
from onrecord.attribution.headlines import read_headline
from onrecord.attribution.layouts import read_sentence
from onrecord.attribution.nesting import DEEPEST, distinct
from onrecord.attribution.quoted import attach_quotations
from onrecord.attribution.transcripts import read_transcript, without_crossing
from onrecord.attribution.units import Sentence, read_quoted_sentences, read_sentences
from onrecord.attribution.unmarked import find_unmarked
from onrecord.records import Span
from onrecord.text import split_paragraphs, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.text import Quotation

_LONGEST_HEADLINE = 140
_IN_A_PLACE = frozenset(["in", "of", "at", "from", "near", "for"])


def read_by_rules(text: str, quotations: Sequence[Quotation]) -> list[Found]:
    """Everything the rules find in a running text, in order of content."""
    turns = read_transcript(text)
    sentences = read_sentences(text, quotations)
    found = [f for i, s in enumerate(sentences) for f in _of_sentence(s, i)]
    pointed = find_pointed_at(sentences)
    pointing = {f.cue for f in pointed}
    found = distinct(pointed + [f for f in found if f.cue not in pointing])
    found = attach_quotations(sentences, found)
    found += find_unmarked(sentences, found)
    found += _first_line(text, found)
    found += _inside_quotations(text, quotations, found)
    return distinct(turns + without_crossing(found, turns)) if turns else distinct(found)


class Speaks:
    """Whether a word names somebody an article quotes."""

    def __init__(self, names: frozenset[str]) -> None:
        self._names = names

    def __call__(self, word: str) -> bool:
        """Whether one of the names is this word."""
        return word.casefold() in self._names


def speaks_in(text: str, found: Iterable[Found]) -> Speaks:
    """The last words of the sources found in a text that are names and nothing more."""
    names = set()
    for f in found:
        for source in f.source:
            words = [word.text for word in words_of(text, source.start, source.end)]
            name = words[-1] if words else ""
            if name[:1].isupper() and len(name) > 2 and not _IN_A_PLACE.intersection(words):
                names.add(name.casefold())
    return Speaks(frozenset(names))


def _inside_quotations(
    text: str, quotations: Sequence[Quotation], found: Sequence[Found]
) -> list[Found]:
    """What people report in quotations that somebody is found to have said."""
    said = sorted(piece for f in found for piece in f.content)
    inner = (f for s in read_quoted_sentences(text, quotations) for f in _of_sentence(s, -1))
    return [f for f in inner if _is_held(f.hull, said)]


def _is_held(span: Span, said: Sequence[Span]) -> bool:
    """Whether a span lies in one of the pieces of content that begin nearest before it."""
    place = bisect_right(said, span.start, key=lambda piece: piece.start)
    return any(piece.end >= span.end for piece in said[max(0, place - DEEPEST) : place])


def _of_sentence(sentence: Sentence, index: int) -> list[Found]:
    return [found_from(draft, sentence.tokens, index) for draft in read_sentence(sentence.tokens)]


def _first_line(text: str, found: Sequence[Found]) -> list[Found]:
    """A headline that stands as the first line of the text."""
    first = next(iter(split_paragraphs(text)), None)
    if first is None or first.end - first.start > _LONGEST_HEADLINE:
        return []
    stop = text[first.end - 1] in ".!?"
    if first.end == len(text) or any(mark in text[first.start : first.end - 1] for mark in ".!?"):
        return []
    return read_headline(text, Span(first.start, first.end - stop), speaks_in(text, found))
