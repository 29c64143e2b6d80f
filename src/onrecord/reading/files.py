"""The bytes of one file become articles and problems: pure, whatever the bytes are."""

from __future__ import annotations

import gzip
import hashlib
import io
import zlib
from typing import TYPE_CHECKING

from msgspec.structs import replace

from onrecord.options import ReadingOptions
from onrecord.reading.encoding import decode
from onrecord.reading.identity import identified
from onrecord.reading.kinds import with_place
from onrecord.reading.rows import without_halves
from onrecord.reading.sniffing import find_obstacle, sniff_format
from onrecord.records import Article, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.reading.encoding import Decoded

LARGEST = 200 * 1024 * 1024
"""Bytes of a file that are read at once; larger files of JSON lines are read line by line."""
_OWN_REPORT = '<meta name="generator" content="onrecord">'
"""What a report of onrecord's says of itself, within its first characters."""

_HEAD = 1000
_ADVICE = {
    "feed": "a feed (RSS, Atom): save the articles it leads to, or export them as JSON lines",
    "xml": "an XML file that is no page: export its articles as JSON lines or CSV",
}


def read_file(
    name: str, content: bytes, options: ReadingOptions | None = None
) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """The articles of a file's bytes, and the problems of what gave none; raises nothing.

    `name` is the file's name or path: it becomes `Article.file`, its extension helps where the
    bytes leave the format open, its date is the last signal for a date.
    """
    found = list(iter_file(name, content, options or ReadingOptions()))
    articles = tuple(one for one in found if isinstance(one, Article))
    return articles, tuple(one for one in found if isinstance(one, Problem))


def iter_file(name: str, content: bytes, options: ReadingOptions) -> Iterator[Article | Problem]:
    """The articles and problems of a file's bytes, in order."""
    file = without_halves(name)
    source_hash = hashlib.sha256(content).hexdigest()[:16]
    answered = False
    for one in _read(file, content, options):
        answered = True
        yield (
            with_place(one, None, file)
            if isinstance(one, Problem)
            else identified(one, file, source_hash)
        )
    if not answered:
        yield Problem("empty", "there is no article in the file", file=file)


def too_large(size: int) -> Problem:
    """The problem of a file beyond the limit."""
    return Problem(
        "too-large",
        f"the file has {size / 1e6:,.0f} MB, and {LARGEST / 1e6:,.0f} MB are read at most;"
        " split it, or save its articles as JSON lines, which may be of any length",
    )


def _read(name: str, content: bytes, options: ReadingOptions) -> Iterator[Article | Problem]:
    """Articles without ids and problems without places."""
    if len(content) > LARGEST:
        yield too_large(len(content))
        return
    if content.startswith(b"\x1f\x8b"):
        unpacked = _unpacked(content)
        if isinstance(unpacked, Problem):
            yield unpacked
            return
        content = unpacked
    obstacle = find_obstacle(content, name)
    if obstacle:
        kind, what = obstacle
        advice = "; save it as text, HTML or JSON lines" if kind == "unsupported" else ""
        yield Problem(kind, f"it is {what}, which is not read{advice}")
        return
    decoded = decode(content)
    if not decoded.text.strip("\ufeff \t\r\n\0"):
        yield Problem("empty", "there is nothing in the file")
        return
    yield from _with_guess(read_text(decoded.text, name, options), decoded)


def read_text(text: str, name: str, options: ReadingOptions) -> Iterable[Article | Problem]:
    """Articles and problems of a decoded file, by its format."""
    format_ = sniff_format(text, name)
    if format_ in _ADVICE:
        return [Problem("unsupported", f"it is {_ADVICE[format_]}")]
    if format_ == "json":
        from onrecord.reading.jsonfiles import read_json

        return read_json(text)
    if format_ == "table":
        from onrecord.reading.tables import read_table

        return read_table(text, name)
    if format_ == "html" and _OWN_REPORT in text[:_HEAD]:
        return [Problem("left-out", "it is a report made by onrecord, and no article")]
    if format_ == "html":
        from onrecord.reading.webpage import read_webpage

        article = read_webpage(text, name, second=options.second_opinion)
    elif format_ == "markdown":
        from onrecord.reading.markdown import read_markdown

        article = read_markdown(text, name)
    else:
        from onrecord.reading.plain import read_plain

        article = read_plain(text, name)
    return [article or Problem("no-text", _NO_TEXT.get(str(format_), "there are no words in it"))]


_NO_TEXT = {
    "html": "no text was found in the page; it may be drawn by scripts: save it as a browser"
    " shows it"
}


def _with_guess(
    found: Iterable[Article | Problem], decoded: Decoded
) -> Iterator[Article | Problem]:
    """The same, each article with a word on the encoding where that was guessed."""
    if not decoded.guess:
        yield from found
        return
    noticed = Problem(
        "encoding-guessed",
        f"the file does not tell its encoding and was read as {decoded.guess}; if letters look"
        " wrong, save it as UTF-8",
    )
    for one in found:
        yield replace(one, problems=(*one.problems, noticed)) if isinstance(one, Article) else one


def _unpacked(content: bytes) -> bytes | Problem:
    """What a gzip file holds, or the problem with it; never more than the limit."""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as packed:
            unpacked = packed.read(LARGEST + 1)
    except (OSError, EOFError, zlib.error) as error:
        return Problem("broken-gzip", f"the gzip file cannot be unpacked: {error}")
    return too_large(len(unpacked)) if len(unpacked) > LARGEST else unpacked
