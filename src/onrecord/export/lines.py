"""Articles out of article lines, as `onrecord read` and other programs write them.

A line is a JSON object with "id" and "text"; everything else may be missing, and the text too where
there is a title: then the headline is all there is. Text and title are taken as they stand, so that
every offset points into what was given. A line with "problems" is one that was read before, and is
read back equal; to any other, reading adds what it can tell from the text: furniture, and doubts
whether the text is whole.
"""

from __future__ import annotations

import json
import re

import msgspec
from msgspec import UNSET, Struct, UnsetType
from msgspec.structs import asdict, replace

from onrecord.errors import BadLine
from onrecord.reading.rows import article_of, without_halves
from onrecord.records import Article, Problem, Run, Span

_AT_PATH = re.compile(r" - at `\$\.?([^`]*)`$")


class _Line(Struct, frozen=True):
    """The keys of an article line that are read; others are passed over."""

    id: str | int
    text: str | UnsetType = UNSET
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    byline: str | None = None
    file: str | None = None
    source_hash: str | None = None
    signals: dict[str, str] = {}
    furniture: tuple[tuple[int, int, str], ...] = ()
    source_map: tuple[Run, ...] = ()
    problems: tuple[Problem, ...] | None = None

    @property
    def words(self) -> str:
        """The text; empty where a headline is all there is."""
        return "" if isinstance(self.text, UnsetType) else self.text


_DECODER = msgspec.json.Decoder(_Line)


def article_of_line(line: bytes) -> Article:
    r"""The article that a line of JSON holds; raises `BadLine`, its message saying what is wrong.

    >>> article_of_line(b'{"id": "a1", "text": "He spoke."}\n').text
    'He spoke.'
    """
    try:
        return _article(_DECODER.decode(line))
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return article_of_row(_loads(line))


def article_of_row(row: object) -> Article:
    """The article that a decoded line holds; raises `BadLine`, its message saying what is wrong."""
    try:
        return _article(msgspec.convert(row, _Line))
    except msgspec.ValidationError as error:
        raise BadLine(_in_plain_words(str(error))) from None


def _loads(line: bytes) -> object:
    """What a line holds, read by the lenient reader of the standard library.

    It takes what other programs write though JSON has no word for it: NaN, numbers too large,
    half of a surrogate pair (read as the replacement character, so that offsets stay).
    """
    try:
        return _without_surrogates(json.loads(line.decode("utf-8-sig").rstrip("\r\n")))
    except UnicodeDecodeError as error:
        raise BadLine(f"not UTF-8: byte {error.start + 1} of the line cannot be read") from None
    except json.JSONDecodeError as error:
        raise BadLine(f"not JSON: {error.msg} at column {error.colno}") from None
    except (RecursionError, ValueError) as error:
        raise BadLine(f"not an article line: {error}") from None


def _without_surrogates(value: object) -> object:
    """`value` with half surrogate pairs replaced, wherever in it they stand."""
    if isinstance(value, str):
        return without_halves(value)
    if isinstance(value, list):
        return [_without_surrogates(element) for element in value]
    if isinstance(value, dict):
        return {str(key): _without_surrogates(element) for key, element in value.items()}
    return value


def _article(line: _Line) -> Article:
    """The article of a line whose keys have the right types."""
    if line.id == "":
        raise BadLine('"id" is empty; every article needs one of its own')
    if line.text is UNSET and not line.title:
        raise BadLine(_MISSING.format("text"))
    end = len(line.words)
    if not all(0 <= start <= stop <= end for start, stop, _ in line.furniture):
        raise BadLine(f'"furniture" has offsets outside "text", which ends at {end}')
    return _new_article(line) if line.problems is None else _known_article(line, line.problems)


def _known_article(line: _Line, problems: tuple[Problem, ...]) -> Article:
    """The article of a line that says all there is to know."""
    return Article(
        id=str(line.id),
        text=line.words,
        title=line.title or None,
        url=line.url or None,
        outlet=line.outlet or None,
        published=line.published or None,
        byline=line.byline or None,
        file=line.file or None,
        signals=tuple(line.signals.items()),
        furniture=tuple((Span(start, stop), why) for start, stop, why in line.furniture),
        source_map=line.source_map,
        source_hash=line.source_hash,
        problems=problems,
    )


_MISSING = 'an article line needs "id", and "text" or "title"; "{}" is missing'
_READ_ANEW = ("id", "title", "url", "outlet", "published", "byline")
"""Keys of a line, beside its text, from which reading can tell more."""


def _new_article(line: _Line) -> Article:
    """The article of a line that nobody has read before."""
    given = _known_article(line, ())
    told = {key: value for key, value in asdict(line).items() if key in _READ_ANEW and value}
    article, no_text = article_of({**told, "text": line.words}, "given")
    if article is None:
        # A line without text is an article all the same: every line gets an answer.
        return replace(given, problems=(no_text,) if no_text else ())
    return replace(
        given,
        published=article.published,
        signals=given.signals or article.signals,
        furniture=given.furniture or article.furniture,
        problems=article.problems,
    )


def _in_plain_words(message: str) -> str:
    """What msgspec found wrong, said for a person: which key, what was found, what was expected.

    >>> _in_plain_words("Expected `str | null`, got `int` - at `$.title`")
    '"title": expected text or null, found a number'
    >>> _in_plain_words("Object missing required field `id`")
    'an article line needs "id", and "text" or "title"; "id" is missing'
    """
    missing = re.match(r"Object missing required field `(\w+)`$", message)
    if missing:
        return _MISSING.format(missing.group(1))
    at = _AT_PATH.search(message)
    said = _AT_PATH.sub("", message)
    types = re.match(r"Expected `([^`]+)`, got `(\w+)`$", said)
    if types:
        expected = " or ".join(_PLAIN.get(name, name) for name in types.group(1).split(" | "))
        said = f"expected {expected}, found {_PLAIN.get(types.group(2), types.group(2))}"
    return f'"{at.group(1)}": {said}' if at and at.group(1) else said


_PLAIN = {
    "str": "text",
    "int": "a number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list",
    "object": "an object",
    "null": "null",
}
