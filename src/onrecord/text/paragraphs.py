"""Paragraphs of a text."""

from __future__ import annotations

import re

from onrecord.records import Span

_LINE = re.compile(r"[^\n]+")
_BLOCK = re.compile(r"[^\n]+(?:\n(?![^\S\n]*\n)[^\n]+)*")
_WRAPPED_AT = range(40, 101)
"""Length of the longest line of a text that somebody wrapped by hand or by mail program."""


def split_paragraphs(text: str) -> tuple[Span, ...]:
    r"""Paragraphs in order, without the white space around them.

    A line is a paragraph, unless the text is wrapped: then blank lines part paragraphs.

    >>> [p.of("One.\nTwo.") for p in split_paragraphs("One.\nTwo.")]
    ['One.', 'Two.']
    """
    pattern = _BLOCK if is_wrapped(text) else _LINE
    spans = (_stripped(text, m.start(), m.end()) for m in pattern.finditer(text))
    return tuple(span for span in spans if span.end > span.start)


def is_wrapped(text: str) -> bool:
    """Whether lines were broken at a fixed width: several lines a block, most of them full."""
    blocks = [m.group().split("\n") for m in _BLOCK.finditer(text)]
    broken = [line.strip() for block in blocks for line in block[:-1]]
    if len(broken) < 3 or len(blocks) < 2:
        return False
    longest = max(len(line) for block in blocks for line in block)
    full = sum(len(line) > longest - 20 for line in broken)
    return longest in _WRAPPED_AT and full > 0.7 * len(broken)


def _stripped(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
