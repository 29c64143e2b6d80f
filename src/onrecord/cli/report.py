"""The commands that read files: `report` and `read`."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from onrecord.cli.edge import DONE, NOTHING_FOUND, WRONG_USE, say, write_lines
from onrecord.cli.progress import telling
from onrecord.cli.stages import counted
from onrecord.collection import read
from onrecord.errors import NothingReadable, OutputRefused
from onrecord.export import article_row, check_target, line_of, write_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO

    from onrecord.collection import Collection, Report
    from onrecord.options import Options


def run_report(paths: Sequence[str], output: str, options: Options) -> int:
    """Write the report on the articles of `paths` into `output`, and one line on what it is."""
    if output != "-":
        check_target(output)
    with telling(writes_data=output == "-") as teller:
        collection = read(paths, options, stdin=_stdin(), progress=teller.files)
        _check_inputs(collection, output)
        report = collection.report(progress=teller.stage)
        teller.stage("writing the report")
        page = report.html()
    if output == "-":
        write_lines([page.encode("utf-8", "replace")])
    else:
        write_text(output, page)
    for problem in report.problems:
        if problem.kind.startswith("alias-"):
            say(problem.message)
    say(_summary(report, output))
    if any(report.attributions):
        return DONE
    say(f"no attribution in {counted(len(report.articles), 'article')}")
    return NOTHING_FOUND


def run_read(paths: Sequence[str], options: Options) -> int:
    """Write an article line for each article of `paths`; problems of files go to standard error."""
    with telling(writes_data=True) as teller:
        collection = read(paths, options, stdin=_stdin(), progress=teller.files)
    for problem in collection.problems:
        say(f"{problem.file}: {problem.message}" if problem.file else problem.message)
    write_lines(line_of(article_row(article)) for article in collection.articles)
    if not _is_readable(collection):
        say(_NO_TEXT)
        return WRONG_USE
    return DONE


def _check_inputs(collection: Collection, output: str) -> None:
    """Raise where there is nothing to report on, or where the report would replace an input.

    An earlier report in the folder that is read counts as an input too: it is no article.
    """
    target = os.path.realpath(output)
    files = [article.file for article in collection.articles]
    files += [problem.file for problem in collection.problems]
    if output != "-" and any(os.path.realpath(file) == target for file in files if file):
        raise OutputRefused(
            f"{output} is among the files that were read; name another with -o, outside of them,"
            " or move it away if it is an earlier report"
        )
    if not _is_readable(collection):
        raise NothingReadable(_NO_TEXT)


_NO_TEXT = "nothing readable: no article has any text"


def _is_readable(collection: Collection) -> bool:
    """Whether at least one article has text."""
    return any(article.text.strip() for article in collection.articles)


def _summary(report: Report, output: str) -> str:
    """What was read, what went wrong, where the report is."""
    problems = len(report.problems)
    told = f"{counted(problems, 'problem')} (the report lists them)" if problems else "no problems"
    where = "on standard output" if output == "-" else f"in {output}"
    return f"{counted(len(report.articles), 'article')} read, {told}; the report is {where}"


def _stdin() -> BinaryIO | None:
    """Standard input as bytes, None where it is closed."""
    return None if sys.stdin is None else sys.stdin.buffer
