"""Plain text becomes an article: its own lines tell title, byline, date and outlet.

The title is a short line without a full stop that a blank line parts from what follows; it and the
paper's head above it are not the text. Everything after it is, letter by letter.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from onrecord.reading.bylines import byline_of, is_byline
from onrecord.reading.dates import date_in_name, is_date_line, maybe_date
from onrecord.reading.doubts import find_doubts
from onrecord.reading.furniture import find_dateline, find_furniture
from onrecord.reading.mapped import Mapped, exact
from onrecord.records import Article, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_LINE = re.compile(r"[^\r\n\x85\u2028\u2029]+")
_LINE_END = r"(?:\r\n|[\r\n\x85\u2028\u2029])"
_BLANK_AFTER = re.compile(rf"[^\S\r\n]*{_LINE_END}[^\S\r\n]*(?:{_LINE_END}|$)")
_HEAD = 8
"""Lines at the head of a text among which title, byline and date stand."""
_LONGEST_TITLE = 200
_MOST_WORDS = 25
_OPENS = re.compile(r"[\"“”‘’'«(\[¿¡]*[^\W_a-z]|[\"“‘'«]")
_STOPS = (".", ",", ";", ":", "…")


class Head(NamedTuple):
    """What the lines at the head of a text tell; `body` is where the text begins."""

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    byline: str | None = None
    body: int = 0


def read_plain(source: str, name: str) -> Article | None:
    """The article of a plain text, its id still empty; None where there is no letter in it."""
    head = read_head(source)
    mapped = exact(source, head.body)
    if not any(c.isalnum() for c in mapped.text):
        return None
    return article_of_text(mapped, head, name)


def article_of_text(mapped: Mapped, head: Head, name: str) -> Article:
    """An article of a text and its head; what neither tells is read from dateline and file name."""
    text = mapped.text
    dateline = find_dateline(text)
    found = {
        "title": (head.title, "visible line"),
        "outlet": _first((head.outlet, "visible line"), (dateline.agency, "dateline")),
        "published": _first(
            (head.published, "visible line"),
            (maybe_date(dateline.date or ""), "dateline"),
            (date_in_name(name.rpartition("/")[2]), "file name"),
        ),
        "byline": (head.byline, "visible line"),
    }
    return Article(
        id="",
        text=text,
        title=found["title"][0],
        outlet=found["outlet"][0],
        published=found["published"][0],
        byline=found["byline"][0],
        signals=tuple((field, signal) for field, (value, signal) in found.items() if value),
        furniture=find_furniture(text),
        source_map=mapped.runs,
        problems=tuple(find_doubts(text)),
    )


def read_head(source: str) -> Head:
    """Title, outlet, date and byline in the first lines of a text, and where it begins."""
    lines = _lines(source)
    title = _title(source, lines)
    body = lines[title].end if title is not None else 0
    above = lines[:title] if title is not None else []
    printed = [line.of(source).strip() for line in lines]
    told = printed[: 0 if title is None else title] + _told_after(printed, title)
    byline = next((byline_of(line) for line in told if is_byline(line)), None)
    published = next((maybe_date(line) for line in told if is_date_line(line)), None)
    masthead = next(
        (x for x in printed[: len(above)] if not is_byline(x) and not is_date_line(x)), ""
    )
    return Head(
        printed[title] if title is not None else None,
        _as_name(masthead) if masthead else None,
        published,
        byline,
        body,
    )


def _told_after(printed: Sequence[str], title: int | None) -> list[str]:
    """The bylines and dates right after the title, or at the head of a text without one."""
    told = []
    for line in printed[0 if title is None else title + 1 : _HEAD]:
        if not (is_byline(line) or is_date_line(line)):
            if title is None and len(line.split()) <= _MOST_WORDS:
                continue
            break
        told.append(line)
    return told


def _lines(source: str) -> list[Span]:
    """The first lines that hold anything, without the white space around them."""
    found = []
    for match in _LINE.finditer(source):
        line = match.group()
        if line.strip("\ufeff \t\xa0"):
            start = match.start() + len(line) - len(line.lstrip("\ufeff \t\xa0"))
            found.append(Span(start, match.start() + len(line.rstrip())))
        if len(found) > _HEAD:
            break
    return [span for span in found if span.end > span.start]


def _title(source: str, lines: Sequence[Span]) -> int | None:
    """Number of the line that is the title, None where the source shows none.

    It stands between blank lines, or right over a byline or a date.
    """
    for number, line in enumerate(lines[: _HEAD - 1]):
        printed = line.of(source)
        if is_byline(printed) or is_date_line(printed):
            continue
        if not (_is_short(printed) and _is_headline(printed)) or number + 1 >= len(lines):
            return None
        below = lines[number + 1].of(source)
        parted = _BLANK_AFTER.match(source, line.end) is not None
        alone = number == 0 or _BLANK_AFTER.match(source, lines[number - 1].end) is not None
        if (parted and alone) or is_byline(below) or is_date_line(below):
            return number
    return None


def _is_short(printed: str) -> bool:
    return len(printed) <= _LONGEST_TITLE and len(printed.split()) <= _MOST_WORDS


def _is_headline(printed: str) -> bool:
    """Whether a short line opens as a headline does and has no stop at its end."""
    ending = printed.rstrip("\"”’'»)] ")
    return bool(_OPENS.match(printed)) and not ending.endswith(_STOPS) and ". " not in printed


def _as_name(printed: str) -> str:
    """A paper's head as its name: capitals throughout are the setting's, not the name's."""
    words = printed.split()
    if len(words) >= 2 and printed.isupper():
        return " ".join(word.capitalize() for word in words)
    return printed


def _first(*candidates: tuple[str | None, str]) -> tuple[str | None, str]:
    return next((c for c in candidates if c[0]), (None, ""))
