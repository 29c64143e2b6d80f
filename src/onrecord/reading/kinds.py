"""The kinds of problem that reading tells of, each with its meaning; docs/reading.md lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from onrecord.records import Problem

FILE_KINDS = {
    "broken-csv": "a row of a table cannot be read; the others are",
    "broken-gzip": "a compressed file cannot be unpacked",
    "broken-json": "a line or file is no JSON; the other lines are read",
    "empty": "a file or folder has nothing in it",
    "left-out": "a report of onrecord's own, or pictures and scripts saved beside a page",
    "no-text": "no text was found in a page, or under a name that is understood in a line or table",
    "not-text": "a picture, a recording, a program: no text to read",
    "too-large": "a file is larger than the limit",
    "unreadable": "a file cannot be opened: no permission, no file, a broken link",
    "unsupported": "a kind of file that is not read: a PDF, a word processor's file, a feed",
}
"""Kinds that a file, a line or a row has; no article comes of it."""

ARTICLE_KINDS = {
    "duplicate-id": "another article read before has the same id; a number was added to this one's",
    "encoding-guessed": "the file does not tell its encoding and is not UTF-8",
    "extraction-doubt": "the page quotes words that the text taken from it has not",
    "mojibake": "characters are garbled by a wrong encoding, before the file came here",
    "no-text": "an article line has a title and no text",
    "paywalled": "the page says it is not free, or asks to subscribe where the text ends",
    "summary-only": "one paragraph of few words, as feeds carry it",
    "truncated": "the text stops before its end",
    "unparsed-date": "a date is stated that is not understood, or that names two days",
}
"""Kinds that an article has; it is read all the same."""


def with_place(problem: Problem, article: str | None, file: str | None) -> Problem:
    """A problem with where it was met, unless it says so already."""
    return replace(problem, article=problem.article or article, file=problem.file or file)
