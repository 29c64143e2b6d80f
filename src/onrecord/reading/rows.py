"""Rows with named fields (a line of JSON, a row of a table, front matter) become articles.

What is given is given: a text is used as it stands, code point for code point (but for half
surrogates, which no file could hold), and so are id, title, outlet and byline. A date is told in
ISO 8601 or not at all. What `onrecord read` wrote is read back whole.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from onrecord.reading.dates import maybe_date
from onrecord.reading.doubts import find_doubts
from onrecord.reading.fields import fields_in, first_of, understood
from onrecord.reading.furniture import find_furniture
from onrecord.reading.page import read_page
from onrecord.reading.passages import passages_of
from onrecord.reading.webpage import text_of, unparsed_date
from onrecord.records import Article, Problem, Run, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

_HALF = re.compile("[\ud800-\udfff]")
_MARKUP = re.compile(r"</(?:p|div|h[1-6]|li|blockquote)\s*>|<br\s*/?>|<p[\s>]", re.IGNORECASE)
_TOLD = ("title", "url", "outlet", "byline")
_LONGEST_NAME = 60


def article_of(row: Mapping[str, Any], signal: str) -> tuple[Article | None, Problem | None]:
    """The article of a row, or the problem why there is none.

    `signal` says where its fields come from ("given", "column", "front matter").
    """
    names = fields_in(row)
    text = _text(row, names.get("text", []))
    title = _one_line(first_of(row, names.get("title", [])))
    if text is None and title is None:
        return None, _no_text(row)
    told = {field: _one_line(first_of(row, names.get(field, []))) for field in _TOLD}
    printed = first_of(row, names.get("published", []))
    published = maybe_date(str(printed)) if isinstance(printed, str | int | float) else None
    problems = _given_problems(row) or list(find_doubts(text or ""))
    if text is None:
        problems = [Problem("no-text", "there is a title and no text")]
    if printed is not None and published is None:
        problems.append(unparsed_date(str(printed)))
    told["published"] = published
    known = _given_signals(row)
    signals = tuple((f, known.get(f, signal)) for f in (*_TOLD, "published") if told.get(f))
    article = Article(
        id=_identity(first_of(row, names.get("id", []))),
        text=text or "",
        title=told["title"],
        url=told["url"],
        outlet=told["outlet"],
        published=published,
        byline=told["byline"],
        file=_string(row.get("file")),
        signals=signals,
        furniture=_given_furniture(row, len(text or "")) or find_furniture(text or ""),
        source_map=_given_map(row, len(text or "")),
        source_hash=_string(row.get("source_hash")),
        problems=tuple(problems),
    )
    return article, None


def without_halves(text: str) -> str:
    """A text with U+FFFD for each half of a surrogate pair, so that it can be written."""
    return _HALF.sub("\ufffd", text)


def _text(row: Mapping[str, Any], names: list[str]) -> str | None:
    """The text of a row as it stands; under other names than "text", markup is taken off."""
    for name in names:
        value = row.get(name)
        if isinstance(value, list) and value and all(isinstance(v, str) for v in value):
            value = "\n\n".join(value)
        if not isinstance(value, str) or not value.strip():
            continue
        if name.lower() != "text" and len(_MARKUP.findall(value)) >= 2:
            passages = passages_of(read_page(value))
            value = text_of(passages, range(len(passages))).text
        return without_halves(value)
    return None


def _no_text(row: Mapping[str, Any]) -> Problem:
    """The problem of a row that has neither text nor title."""
    found = ", ".join(without_halves(str(name))[:_LONGEST_NAME] for name in row) or "none"
    return Problem(
        "no-text",
        f"there is no text; names found: {found}; names understood: {understood('text')}",
    )


def _one_line(value: object) -> str | None:
    """A value as words: a name, the names in a list, the name of an object."""
    if isinstance(value, list):
        names = [name for part in value[:20] if (name := _one_line(part))]
        return ", ".join(dict.fromkeys(names)) or None
    if isinstance(value, dict):
        return next((n for k in ("name", "title", "id") if (n := _one_line(value.get(k)))), None)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return without_halves(str(value)).strip() or None


def _identity(value: object) -> str:
    """An id as given, "" where none is."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return without_halves(str(value))


def _string(value: object) -> str | None:
    return without_halves(value) if isinstance(value, str) and value else None


def _given_signals(row: Mapping[str, Any]) -> dict[str, str]:
    given = row.get("signals")
    if not isinstance(given, dict):
        return {}
    return {k: without_halves(v) for k, v in given.items() if isinstance(v, str)}


def _given_problems(row: Mapping[str, Any]) -> list[Problem]:
    """Problems that an article line brings along."""
    given = row.get("problems")
    return [
        Problem(
            without_halves(p["kind"]),
            without_halves(p["message"]),
            _string(p.get("article")),
            _string(p.get("file")),
        )
        for p in (given if isinstance(given, list) else ())
        if isinstance(p, dict)
        and isinstance(p.get("kind"), str)
        and isinstance(p.get("message"), str)
    ]


def _given_furniture(row: Mapping[str, Any], end: int) -> tuple[tuple[Span, str], ...]:
    """Furniture that an article line brings along, if it lies in the text."""
    given = row.get("furniture")
    return tuple(
        (Span(part[0], part[1]), without_halves(part[2]))
        for part in (given if isinstance(given, list) else ())
        if isinstance(part, list)
        and [type(x) for x in part] == [int, int, str]
        and 0 <= part[0] < part[1] <= end
    )


def _given_map(row: Mapping[str, Any], end: int) -> tuple[Run, ...]:
    """A source map that an article line brings along, if it lies in the text."""
    given = row.get("source_map")
    return tuple(
        Run(*part)
        for part in (given if isinstance(given, list) else ())
        if isinstance(part, list)
        and [type(x) for x in part] == [int, int, int]
        and min(part) >= 0
        and part[0] + part[2] <= end
    )
