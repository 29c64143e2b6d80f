"""Quoted words that lost their marks: "We will keep the balance." told as We will keep the balance.

An article that speaks of everybody in the third person, and once says we or I outside quotation
marks right after somebody was quoted, most likely dropped the marks there. Not so where the
reporter is in it: “told me that ...”.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from onrecord.attribution.found import Found
from onrecord.attribution.nesting import lies_in
from onrecord.attribution.tokens import FINITE
from onrecord.records import Span
from onrecord.text import merge_spans

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribution.tokens import Token
    from onrecord.attribution.units import Sentence

UNMARKED = "first person without marks"
"""The rule's name."""

_FIRST_PERSON = frozenset(["i", "we", "my", "our", "us", "me", "ours", "mine", "i'm", "i've"])
_MOST = 2
"""Sentences in the first person from which an article is taken to speak in it itself."""


def find_unmarked(sentences: Sequence[Sentence], found: Sequence[Found]) -> list[Found]:
    """Attributions of first-person sentences that follow somebody's reported words."""
    speaking = [i for i, sentence in enumerate(sentences) if _speaks(sentence.tokens)]
    content = merge_spans(piece for f in found for piece in f.content)
    parts = merge_spans([*content, *(cue for f in found for cue in f.cue)])
    free = [i for i in speaking if not _is_read(sentences[i], parts)]
    if not 0 < len(free) <= _MOST:
        return []
    if any(_narrates(sentences[i].tokens, content) for i in speaking if i not in free):
        return []
    return [one for i in free if (one := _attributed(sentences, i, found)) is not None]


def _speaks(tokens: Sequence[Token]) -> bool:
    return any(_is_first_person(token) for token in tokens)


def _is_first_person(token: Token) -> bool:
    """Whether a word outside quotation marks is one for the speaker; the US is a country."""
    return token.tag != "Q" and token.text != "US" and token.low in _FIRST_PERSON


def _narrates(tokens: Sequence[Token], content: Sequence[Span]) -> bool:
    """Whether the reporter is in the sentence: “told me that ...”, “I asked her”."""
    return any(_is_first_person(t) and not lies_in(t.start, content) for t in tokens)


def _is_read(sentence: Sentence, parts: Sequence[Span]) -> bool:
    """Whether a sentence has a part in something found already; `parts` are in order and apart."""
    start, end = sentence.tokens[0].start, sentence.tokens[-1].end
    place = bisect_right(parts, start, key=lambda part: part.end)
    return place < len(parts) and parts[place].start < end


def _attributed(sentences: Sequence[Sentence], index: int, found: Sequence[Found]) -> Found | None:
    """The sentence as words of whoever the sentence before it reports, if it opens with we or I."""
    tokens = sentences[index].tokens
    if index == 0 or sentences[index - 1].paragraph != sentences[index].paragraph:
        return None
    start = 0
    while start < len(tokens) and tokens[start].tag in ("CC", "RB", ","):
        start += 1
    opens = tokens[start : start + 2]
    if len(opens) < 2 or opens[0].low not in ("we", "i") or opens[1].tag not in FINITE:
        return None
    previous = sentences[index - 1].tokens
    within = Span(previous[0].start, previous[-1].end)
    said = [f for f in found if f.source and all(map(within.contains, (f.hull, f.source[0])))]
    if not said:
        return None
    end = tokens[-2].end if tokens[-1].tag == "." and len(tokens) > 1 else tokens[-1].end
    content = Span(tokens[start].start, end)
    return Found((content,), (), said[0].source, "speech", (UNMARKED,), index)
