"""Articles out of tables: CSV, TSV, semicolons, bars; one row an article, names in the first."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from onrecord.reading.fields import fields_in, understood
from onrecord.reading.rows import article_of
from onrecord.reading.sniffing import delimiter_of
from onrecord.records import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.records import Article

_LONGEST_FIELD = 2**31 - 1
_LONGEST_NAME = 60
_MOST_TOLD = 20


def read_table(text: str, name: str) -> Iterator[Article | Problem]:
    """Articles and problems of a table, in order; the row of names is row 1."""
    csv.field_size_limit(_LONGEST_FIELD)
    delimiter = delimiter_of(text) or _likely_delimiter(text, name)
    rows = _rows(text, delimiter)
    columns: list[str] = []
    for _, row in rows:
        if not isinstance(row, Problem) and any(cell.strip() for cell in row):
            columns = [cell.strip().lstrip("\ufeff") for cell in row]
            break
    if "text" not in fields_in(columns) and "title" not in fields_in(columns):
        found = ", ".join(column[:_LONGEST_NAME] for column in columns[:50]) or "none"
        yield Problem(
            "no-text",
            f"no column holds a text; columns found: {found}; names understood:"
            f" {understood('text')}",
        )
        return
    yield from _articles(rows, columns)


def _articles(
    rows: Iterator[tuple[int, list[str] | Problem]], columns: list[str]
) -> Iterator[Article | Problem]:
    """The article of each row under the columns."""
    untold = 0
    for number, row in rows:
        if isinstance(row, Problem):
            yield row
            continue
        if not any(cell.strip() for cell in row):
            continue
        article, problem = article_of(dict(zip(columns, row, strict=False)), "column")
        if article:
            yield article
        elif problem and untold < _MOST_TOLD:
            untold += 1
            yield Problem(problem.kind, f"row {number}: {problem.message}")


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str] | Problem]]:
    """Rows with their numbers, counted from 1; a row that cannot be read is a problem."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    number = 0
    while True:
        number += 1
        try:
            yield number, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield number, Problem("broken-csv", f"row {number} cannot be read: {error}")


def _likely_delimiter(text: str, name: str) -> str:
    """What stands most often in the first line; a tab for files named so."""
    if name.lower().removesuffix(".gz").endswith((".tsv", ".tab")):
        return "\t"
    line = text.lstrip("\ufeff\r\n").partition("\n")[0]
    return max(",;\t|", key=line.count) if any(d in line for d in ",;\t|") else ","
