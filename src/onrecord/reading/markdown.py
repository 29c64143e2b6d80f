"""Markdown becomes an article: front matter tells of it, its marks are taken off.

The words stay where they are in the source: marks are cut out of it, and the source map leads
around them. Only marks are known here that people write in articles; what is none stays text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from onrecord.reading.bylines import byline_of
from onrecord.reading.dates import maybe_date
from onrecord.reading.fields import fields_in, first_of
from onrecord.reading.mapped import Writer, copy_exactly
from onrecord.reading.passages import words_in
from onrecord.reading.plain import Head, article_of_text, read_head
from onrecord.reading.webpage import unparsed_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.reading.mapped import Mapped
    from onrecord.records import Article

_FRONT = re.compile(
    r"\ufeff?---[ \t]*\r?\n(?P<inner>(?:.*\r?\n){0,80}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)"
)
_PAIR = re.compile(r"(?P<key>[A-Za-z][\w -]{0,40}?)\s*:(?:[ \t]+(?P<value>.*?))?\s*$")
_ENTRY = re.compile(r"\s*-\s+(?P<value>.*?)\s*$")
_TITLE = re.compile(
    r"\s*#[ \t]+(?P<title>[^\r\n]+?)[ \t]*#*[ \t]*(?:\r?\n|$)"
    r"|\s*(?P<under>[^\r\n#>*-][^\r\n]*)\r?\n=+[ \t]*(?:\r?\n|$)"
)
_CUTS = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        r"<!--(?s:.){0,5000}?-->",
        r"^ {0,3}(?:`{3,}|~{3,})[^\r\n`]*$",  # fences
        r"^ {0,3}(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$",  # rules
        r"^ {0,3}(?:=+|-{2,})[ \t]*$",  # lines under headings
        r"^ {0,3}\[[^\]\r\n]{1,200}\]:[ \t]*\S+.*$",  # where references lead
        r"^ {0,3}#{1,6}(?:[ \t]+|$)",
        r"(?<=\S)[ \t]+#+[ \t]*$",
        r"^ {0,3}(?:>[ \t]?)+",
        r"^[ \t]*[-*+][ \t]+(?=\S)",
        r"!\[[^\]\r\n]{0,500}\]\([^()\r\n]{0,2000}\)",
        r"\[\^[^\]\s]{1,40}\]:?",
        r"</?[a-zA-Z][a-zA-Z0-9]{0,15}(?:[ \t][^<>\r\n]{0,500})?/?>",
        r"(?:  +|\\)(?=\r?$)",  # line breaks
    )
)
_LINK = re.compile(
    r"(\[)((?:[^\[\]\r\n]|\[[^\[\]\r\n]{0,200}\]){1,1000})"
    r"(\]\((?:[^()\r\n]|\([^()\r\n]{0,500}\)){0,2000}\)|\]\[[^\[\]\r\n]{0,200}\])"
)
_AUTOLINK = re.compile(r"(<)((?:https?://|mailto:)[^<>\s]{1,2000})(>)")
_CODE = re.compile(r"(?<!`)(`{1,2})(?!`)([^`\r\n]{1,1000})(`{1,2})(?!`)")
_STARS = re.compile(r"(?<!\\)(\*{1,3})(?=[^\s*])([^*]{1,1000}?)(?<=[^\s*\\])(\1)")
_LINES = re.compile(r"(?<![\w\\_])(_{1,3})(?=[^\s_])([^_]{1,1000}?)(?<=[^\s_\\])(\1)(?![\w_])")
_STRUCK = re.compile(r"(~~)(?=\S)([^~]{1,1000}?)(?<=\S)(~~)")
_ESCAPED = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_BLANK_LINE = re.compile(r"\n[ \t]*\r?\n")
_GONE = "\0"


def read_markdown(source: str, name: str) -> Article | None:
    """The article of a Markdown text, its id still empty; None where there is no letter in it."""
    front = _FRONT.match(source)
    start = front.end() if front else 0
    head, body = _head(source, start, front["inner"] if front else "")
    mapped = _without_marks(source, body)
    if not any(c.isalnum() for c in mapped.text):
        return None
    article = article_of_text(mapped, head, name)
    if not front:
        return article
    return _with_front(article, front["inner"])


def _head(source: str, start: int, inner: str) -> tuple[Head, int]:
    """What stands over the text, and where the text begins: after a heading that is the title."""
    heading = _TITLE.match(source, start)
    stated = first_of(_pairs(inner), fields_in(_pairs(inner)).get("title", []))
    if heading:
        title = (heading["title"] or heading["under"]).strip()
        if stated is None or words_in(str(stated)) == words_in(title):
            return Head(title=_plain(title)), heading.end()
    if inner or heading or re.match(r"\s*#", source[start : start + 200]):
        return Head(), start
    head = read_head(source)
    return head, head.body


def _with_front(article: Article, inner: str) -> Article:
    """The article with what its front matter states in place of what was read elsewhere."""
    row = _pairs(inner)
    names = fields_in(row)
    told = {
        field: value
        for field in ("title", "url", "outlet", "byline")
        if (value := first_of(row, names.get(field, [])))
    }
    if "byline" in told:
        told["byline"] = byline_of(str(told["byline"])) or told["byline"]
    problems = article.problems
    printed = first_of(row, names.get("published", []))
    if printed is not None:
        date = maybe_date(str(printed))
        if date:
            told["published"] = date
        else:
            problems = (*problems, unparsed_date(str(printed)))
    kept = [(field, signal) for field, signal in article.signals if field not in told]
    return replace(
        article,
        **{field: str(value) for field, value in told.items()},
        signals=(*((field, "front matter") for field in told), *kept),
        problems=problems,
    )


def _pairs(inner: str) -> dict[str, object]:
    """Keys and values of front matter: one a line, lists in brackets or one entry a line."""
    found: dict[str, object] = {}
    key = ""
    for line in inner.splitlines():
        entry = _ENTRY.match(line)
        pair = None if line[:1].isspace() else _PAIR.match(line)
        if pair:
            key = pair["key"]
            found.setdefault(key, _unquoted(pair["value"] or ""))
        elif entry and key:
            found[key] = ", ".join(x for x in (str(found[key]), _unquoted(entry["value"])) if x)
    return found


def _unquoted(value: str) -> str:
    """A value without its quotation marks, a list in brackets as its entries joined by commas."""
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(_unquoted(part.strip()) for part in value[1:-1].split(","))
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        inner = value[1:-1]
        return inner.replace("''", "'") if value[0] == "'" else inner.replace('\\"', '"')
    return value


def _plain(text: str) -> str:
    """A line without the marks in it."""
    return " ".join(_without_marks(text, 0).text.split())


def _without_marks(source: str, start: int) -> Mapped:
    """The words of a Markdown source from `start` on, and where they stand in it."""
    cuts = sorted(_cuts(source, start))
    parts = []
    at = start
    for first, last in cuts:
        if first > at:
            parts.append((at, first))
        at = max(at, last)
    parts.append((at, len(source)))
    return _joined(source, parts)


def _joined(source: str, parts: list[tuple[int, int]]) -> Mapped:
    """Stretches of a source one after the other, without white space at the ends of the whole."""
    writer = Writer(lines=True)
    for first, last in parts:
        copy_exactly(writer, source, first, last)
    return writer.finish()


def _cuts(source: str, start: int) -> Iterator[tuple[int, int]]:
    """Stretches of a source that are marks; a mark within a mark is found on a later round."""
    masked = source
    for pattern in _CUTS:
        masked, found = _cut_whole(masked, pattern, start)
        yield from found
    for pattern in (_CODE, _LINK, _AUTOLINK, _STARS, _LINES, _STRUCK, _STARS, _LINES, _LINK):
        masked, found = _cut_around(masked, pattern, start)
        yield from found
    yield from ((m.start(), m.end()) for m in _ESCAPED.finditer(masked, start))


def _cut_whole(
    masked: str, pattern: re.Pattern[str], start: int
) -> tuple[str, list[tuple[int, int]]]:
    """Cut out what a pattern matches."""
    found = [m.span() for m in pattern.finditer(masked, start) if m.end() > m.start()]
    return _mask(masked, found), found


def _cut_around(
    masked: str, pattern: re.Pattern[str], start: int
) -> tuple[str, list[tuple[int, int]]]:
    """Cut out the marks around what a pattern matches, if it stands within one paragraph."""
    found = []
    for m in pattern.finditer(masked, start):
        if not _BLANK_LINE.search(m[2]):
            found += [m.span(1), m.span(3)]
    return _mask(masked, found), found


def _mask(text: str, spans: list[tuple[int, int]]) -> str:
    """A text with these stretches blotted out, every other code point in its place."""
    parts = []
    at = 0
    for first, last in spans:
        parts += [text[at:first], _GONE * (last - first)]
        at = last
    return "".join([*parts, text[at:]])
