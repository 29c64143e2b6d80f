"""Words of a stretch of text, each quotation within it a single opaque token.

Tags are given in `tagging`: Q quotation; , ; : - ( ) . punctuation; DT PRP PRP$ IN SC CC WP MD BE
HAVE DO NEG RB CD TO as in function_words.txt; VB VBP VBZ VBD VBG VBN verbs; NNP NNS NN JJ the rest.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.records import Span
    from onrecord.text import Quotation

FINITE = frozenset({"VBP", "VBZ", "VBD", "BE", "HAVE", "DO", "MD"})
"""Tags of verbs that can stand for a clause's."""

_TOKEN = re.compile(
    r"""[’'](?:s|re|m|ve|ll|d)\b(?![\w])|n[’']t\b
    |[^\W_]+(?:(?:[.&\-\u2010\u2011/\xad]|[’'](?!(?:s|re|m|ve|ll|d)\b))[^\W_]+)*(?=n[’']t\b)
    |(?:[^\W\d_]\.){2,}(?:-[^\W_]+)*
    |(?:mr|mrs|ms|dr|prof|Mr|Mrs|Ms|Mx|Dr|Prof|Sen|Sens|Rep|Reps|Gov|Gen|Col|Lt|Sgt|Capt|Maj|Adm|Rev|St|Jr|Sr|Inc|Co|Corp|No)\.
    |(?<![^\W_])[A-Z]\.(?=\s[A-Z])
    |(?<!\w)[’']\d\ds?\b
    |[$£€]?\d[\d,.]*\d%?|[$£€]?\d%?
    |[^\W_]+(?:(?:[.&\-\u2010\u2011/\xad]|[’'](?!(?:s|re|m|ve|ll|d)\b))[^\W_]+)*
    |[,;:()\[\]]|--+|[–—]|\.{2,}|[.!?…]|\S""",
    re.X,
)


class Token(NamedTuple):
    """A word, mark or whole quotation with its place and tag."""

    text: str
    low: str
    start: int
    end: int
    tag: str
    quotation: Quotation | None = None


def split_tokens(text: str, span: Span, quotations: Sequence[Quotation]) -> list[Token]:
    """Tokens of `span`, untagged but for `quotations`: the outermost in it, in order."""
    tokens: list[Token] = []
    position = span.start
    for quotation in quotations:
        tokens += _words(text, position, quotation.span.start)
        start, end = quotation.span
        tokens.append(Token(text[start:end], "", start, end, "Q", quotation))
        position = end
    return [*tokens, *_words(text, position, span.end)]


def _words(text: str, start: int, end: int) -> list[Token]:
    """Untagged tokens between two offsets."""
    found = []
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        low = word.replace("’", "'").replace("\xad", "").casefold()
        found.append(Token(word, low, match.start(), match.end(), ""))
    return found
