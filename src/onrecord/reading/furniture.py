"""Stretches of a text that are not the article speaking: bylines, datelines, captions, credits.

They stay in the text, so that no offset moves, and are marked. The patterns are conventions of the
press in English; what the markup said (a caption, a credit) comes in as `marked`.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from onrecord.reading.bylines import is_byline, is_stray_byline
from onrecord.reading.dates import is_date_line
from onrecord.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LINE = re.compile(r"[^\n]+")
_DATELINE = re.compile(
    r"(?:(?P<place>[A-Z][A-Z.’'-]{2,}(?:[ ,/]+[A-Z][\w.’'-]*){0,5}?)\s*,?\s*)?"
    r"(?:(?P<date>\d{1,2} [A-Z][a-z]{2,8}\.?(?: \d{4})?"
    r"|[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)\s*,?\s*)?"
    r"(?:\((?P<agency>[A-Z][\w.’' -]{1,40}(?:/[\w.’' -]{1,40})?)\)\s*)?(?P<dash>[—–]|--?)\s"
)
_CREDIT = re.compile(
    r"^[(\[]?\s*(?:(?:additional\s+)?(?:reporting|writing|editing|compiled|translated|written)\s+by\b"
    r"|(?:image|photo|photograph|picture|video|illustration)s?(?:\s+(?:credit|courtesy|by))?s?\s*:"
    r"|(?:photo|photograph|photography|illustration|video)s?\s+by\b|©|copyright\b)",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    r"\bcontributed\s+(?:reporting\s+)?to\s+this\s+(?:report|story|article)\b", re.IGNORECASE
)
_QUOTE_ENDS = re.compile(r"[\"”’'»][.,]?\s*$")
_LONGEST_CREDIT = 300
_HEAD = 4
_TAIL = 4
"""Lines at the head and the tail of a text among which bylines and credits stand."""


class Dateline(NamedTuple):
    """What the dateline at the head of a text names; `end` is where the text goes on."""

    agency: str | None = None
    date: str | None = None
    end: int = 0


def find_dateline(text: str) -> Dateline:
    """The dateline of a text's first paragraph that is no byline; empty where there is none."""
    for start, end in _head_lines(text)[:_HEAD]:
        found = _DATELINE.match(text, start, end)
        if found and _is_dateline(text, found):
            return Dateline(found["agency"], found["date"], found.end())
        if len(text[start:end].split()) > 12:
            break
    return Dateline()


def find_furniture(
    text: str, marked: Iterable[tuple[Span, str]] = ()
) -> tuple[tuple[Span, str], ...]:
    """The furniture of a text in order, no two stretches overlapping; `marked` comes first."""
    found = [*marked, *_at_head(text, _head_lines(text)), *_at_tail(text, _tail_lines(text))]
    kept: list[tuple[Span, str]] = []
    for span, kind in sorted((_stripped(text, span), kind) for span, kind in found):
        if span.end > span.start and not (kept and kept[-1][0].overlaps(span)):
            kept.append((span, kind))
    return tuple(kept)


def _stripped(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    printed = span.of(text)
    start = span.start + len(printed) - len(printed.lstrip())
    return Span(start, max(start, span.start + len(printed.rstrip())))


def _head_lines(text: str) -> list[Span]:
    """The first lines of a text that hold anything."""
    lines = (Span(m.start(), m.end()) for m in _LINE.finditer(text) if not m.group().isspace())
    return list(islice(lines, _HEAD + 1))


def _tail_lines(text: str) -> list[Span]:
    """The last lines of a text that hold anything, and the one before them."""
    found: list[Span] = []
    end = len(text)
    while end > 0 and len(found) <= _TAIL:
        start = text.rfind("\n", 0, end) + 1
        if text[start:end].strip():
            found.append(Span(start, end))
        end = start - 1
    return found[::-1]


def _at_head(text: str, lines: Sequence[Span]) -> Iterable[tuple[Span, str]]:
    """A byline among the first lines, and the dateline of the first that is none."""
    if len(lines) < 2:
        return
    for line in lines[:_HEAD]:
        if is_byline(line.of(text)):
            yield line, "byline"
            continue
        if is_date_line(line.of(text)):
            yield line, "dateline"
            continue
        found = _DATELINE.match(text, line.start, line.end)
        if found and _is_dateline(text, found):
            yield Span(line.start, found.end()), "dateline"
        if len(line.of(text).split()) > 12:
            return


def _is_dateline(text: str, found: re.Match[str]) -> bool:
    """A place and an agency, an agency, or a place before a dash and a new sentence."""
    if found["agency"]:
        return True
    opens = text[found.end() : found.end() + 2].lstrip("“\"'‘")[:1].isupper()
    return bool(found["place"]) and opens and ("," in found["place"] or found["dash"] != "-")


def _at_tail(text: str, lines: Sequence[Span]) -> Iterable[tuple[Span, str]]:
    """Credits among the last lines, and a name alone in the last."""
    if len(lines) < 2:
        return
    for line in lines[1:]:
        printed = line.of(text)
        if len(printed) <= _LONGEST_CREDIT and (
            _CREDIT.match(printed.lstrip()) or _CONTRIBUTED.search(printed)
        ):
            yield line, "credit line"
    last, before = lines[-1], lines[-2].of(text)
    printed = last.of(text)
    quoted = _QUOTE_ENDS.search(before) and not printed.lstrip().startswith(("•", "·", "*", "|"))
    if is_byline(printed) or (is_stray_byline(printed) and not quoted):
        yield last, "stray byline"
