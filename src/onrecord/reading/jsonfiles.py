"""Articles out of JSON: one object a line, a list of objects, or one object that holds a list.

A line that is no JSON is a problem with its number, and the lines after it are read.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from onrecord.reading.fields import fields_in
from onrecord.reading.rows import article_of, without_halves
from onrecord.records import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.records import Article

_LISTS = ("articles", "items", "results", "data", "docs", "hits", "stories", "entries", "response")
"""Keys under which services and feeds put their articles."""
_MOST_TOLD = 20
_EXCERPT = 40


class _Broken(NamedTuple):
    """What is wrong with a piece of JSON."""

    message: str


def read_json(text: str) -> Iterator[Article | Problem]:
    """Articles and problems of a JSON file, in order."""
    first = next((line for line in _lines(text) if line.strip()), "")
    whole: object = _Broken("")
    if isinstance(_loads(first), _Broken) or first.strip() in ("[", "{"):
        whole = _loads(text)
    if isinstance(whole, _Broken):
        yield from read_json_lines(_lines(text))
    else:
        yield from _read_value(whole)


def read_json_lines(lines: Iterable[str], start: int = 1) -> Iterator[Article | Problem]:
    """Articles and problems of lines that hold an object each; `start` numbers the first."""
    broken = 0
    for number, line in enumerate(lines, start):
        if not line.strip():
            continue
        value = _loads(line)
        if isinstance(value, _Broken):
            broken += 1
            if broken <= _MOST_TOLD:
                excerpt = without_halves(line.strip()[:_EXCERPT])
                yield Problem(
                    "broken-json",
                    f"line {number} is no JSON ({value.message}): {excerpt!r}; it is left out",
                )
            continue
        for found in _read_value(value):
            yield _numbered(found, number) if isinstance(found, Problem) else found
    if broken > _MOST_TOLD:
        yield Problem("broken-json", f"{broken - _MOST_TOLD} more lines are no JSON")


def _lines(text: str) -> Iterator[str]:
    """Lines of a text as JSON counts them: a line separator within a string is none."""
    at, end = 0, len(text)
    while at < end:
        stop = text.find("\n", at)
        stop = end if stop < 0 else stop
        yield text[at:stop]
        at = stop + 1


def _loads(text: str) -> object:
    """What a piece of JSON holds, read leniently (NaN, raw tabs within strings)."""
    try:
        return json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        return _Broken(f"{error.msg} at column {error.colno}")
    except RecursionError:
        return _Broken("nested too deeply")
    except ValueError as error:
        return _Broken(str(error)[:200])


def _read_value(value: object) -> Iterator[Article | Problem]:
    """Articles of an object, of a list of them, or of the list that an object holds."""
    if isinstance(value, list):
        for position, entry in enumerate(value):
            if isinstance(entry, dict):
                yield _article_or_problem(entry)
            else:
                yield Problem(
                    "broken-json",
                    f"entry {position} of a list is {_named(entry)}; expected an object with"
                    ' "text"',
                )
    elif isinstance(value, dict):
        inner = _inner_list(value)
        yield from _read_value(inner) if inner is not None else [_article_or_problem(value)]
    else:
        yield Problem("broken-json", f'there is {_named(value)}; expected an object with "text"')


def _inner_list(value: dict[str, Any], depth: int = 3) -> list[Any] | None:
    """The list of objects that an object holds instead of an article's fields."""
    if depth == 0 or {"text", "title"} <= fields_in(value).keys():
        return None
    for key in _LISTS:
        inner = value.get(key)
        if isinstance(inner, list) and inner and all(isinstance(entry, dict) for entry in inner):
            return inner
        if isinstance(inner, dict):
            found = _inner_list(inner, depth - 1)
            if found is not None:
                return found
    return None


def _article_or_problem(row: dict[str, Any]) -> Article | Problem:
    article, problem = article_of(row, "given")
    return article or problem or Problem("no-text", "there is no text")


def _numbered(problem: Problem, number: int) -> Problem:
    return Problem(problem.kind, f"line {number}: {problem.message}")


def _named(value: object) -> str:
    """What a value of JSON is, for a person."""
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    kinds = {str: "a text", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return kinds.get(type(value), "something else")
