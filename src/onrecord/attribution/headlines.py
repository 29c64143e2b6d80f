"""Headline forms: "Harbour master: gate failed twice", "Gate failed twice: union"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.attribution.found import Found
from onrecord.attribution.lexicon import word_group
from onrecord.records import Span

if TYPE_CHECKING:
    from collections.abc import Callable

_COLON = re.compile(r"\s*(?P<cue>:)\s+")
_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_SPEAKING_WORDS = word_group("speaking")
_LONGEST_SOURCE = 5
_SHORTEST_CONTENT = 3


def read_headline(text: str, span: Span, is_source: Callable[[str], bool]) -> list[Found]:
    """The attribution a headline makes with a colon, if one side of it can speak.

    `is_source` tells whether a last word names somebody whom the article's own text quotes.
    """
    match = _COLON.search(text, span.start, span.end)
    if match is None or text[match.start() : match.start() + 1] == "":
        return []
    left, right = Span(span.start, match.start()), Span(match.end(), span.end)
    for source, content in ((left, right), (right, left)):
        words = _WORD.findall(source.of(text))
        longest = _LONGEST_SOURCE + 3 * text.startswith(('"', "“", "‘", "'"), content.start)
        if not 0 < len(words) <= longest:
            continue
        if len(_WORD.findall(content.of(text))) < _SHORTEST_CONTENT:
            continue
        speaks = words[-1].casefold() in _SPEAKING_WORDS or is_source(words[-1])
        if speaks or len(words) > _LONGEST_SOURCE:
            cue = Span(match.start("cue"), match.end("cue"))
            return [Found((content,), (cue,), (source,), "speech", ("headline with a colon",))]
    return []
