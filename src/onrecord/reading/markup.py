"""Tags and text of an HTML source, each with its place: a scanner that no input can stop.

The scanner reads what browsers read (attributes in either kind of quotation mark or none, comments
that never end, text elements such as `script`) in one pass without going back, so that its time
grows with the length of the source whatever stands in it. It checks nothing and repairs nothing;
`page` makes blocks of its tokens.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class Token(NamedTuple):
    """A stretch of the source.

    `name` is "" for text, the element's name in lower case for a tag, and "/" with it for an end
    tag; `inner` is the place of the attributes of a tag, and of the content of an element that
    holds text only (`script`, `style`, `title`, `textarea`), which comes as one token.
    """

    name: str
    start: int
    end: int
    inner_start: int = 0
    inner_end: int = 0
    raw_start: int = -1
    raw_end: int = -1


_OPENS = re.compile(r"<(?=/?[a-zA-Z]|[!?])")
_TAG = re.compile(
    r"<(?:(?P<comment>!--)|(?P<odd>[!?])|(?P<slash>/?)(?P<name>[a-zA-Z][^\s/>]*)"
    r"(?P<inner>(?>(?:[^>\"'=]+|=\s*(?:\"[^\"]*\"|'[^']*')|[\"'=])*))>?)"
)
_ATTRIBUTE = re.compile(r"([^\s=>\"'/]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?")
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
_RAW_END = {name: re.compile(f"</{name}(?=[\\s/>])", re.IGNORECASE) for name in _RAW}
_LONGEST_TAG = 100_000
"""Attributes beyond this are looked at no more; a data URL may be longer, a class never is."""


def iter_tokens(source: str) -> Iterator[Token]:
    """Tokens of an HTML source in order, without comments and declarations."""
    at, end = 0, len(source)
    while at < end:
        opened = _OPENS.search(source, at)
        if opened is None:
            yield Token("", at, end)
            return
        if opened.start() > at:
            yield Token("", at, opened.start())
        found = _TAG.match(source, opened.start())
        assert found is not None  # noqa: S101 - `_OPENS` sees what `_TAG` begins with
        if found["name"] is None:
            at = _after_declaration(source, found)
            continue
        token = _tag_token(source, found)
        yield token
        at = token.end


def attributes_of(source: str, token: Token) -> dict[str, str]:
    """Attributes of a start tag: names in lower case, entities decoded, the first of a name."""
    inner = source[token.inner_start : min(token.inner_end, token.inner_start + _LONGEST_TAG)]
    found: dict[str, str] = {}
    for m in _ATTRIBUTE.finditer(inner):
        value = m[2] or m[3] or m[4] or ""
        found.setdefault(m[1].lower(), html.unescape(value) if "&" in value else value)
    return found


def _after_declaration(source: str, found: re.Match[str]) -> int:
    """Offset after a comment, a doctype or a processing instruction."""
    mark = "-->" if found["comment"] else ">"
    stop = source.find(mark, found.end() - 2 if found["comment"] else found.end())
    return len(source) if stop < 0 else stop + len(mark)


def _tag_token(source: str, found: re.Match[str]) -> Token:
    """The token of a tag, and of all it holds where it holds text only."""
    name = found["name"].lower()
    start, end = found.span()
    inner_start, inner_end = found.span("inner")
    if found["slash"]:
        return Token("/" + name, start, end, inner_start, inner_end)
    if name not in _RAW:
        return Token(name, start, end, inner_start, inner_end)
    closed = _RAW_END[name].search(source, end)
    raw_end = closed.start() if closed else len(source)
    stop = source.find(">", raw_end) + 1 if closed else len(source)
    return Token(name, start, stop or len(source), inner_start, inner_end, end, raw_end)
