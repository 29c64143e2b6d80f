"""The Python front door: a pile of articles, and the report on it.

Both classes are thin and frozen. The records they hold are those of `onrecord.records`; whatever
a report shows can be had from it as records, too.
"""

from __future__ import annotations

import hashlib
from os import PathLike
from typing import TYPE_CHECKING

from msgspec import Struct

import onrecord
from onrecord import pipeline
from onrecord.errors import NoText, NothingReadable
from onrecord.options import Options
from onrecord.records import About, Article, Findings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import BinaryIO

    from onrecord.records import (
        Attribution,
        CopyMember,
        CopyPair,
        MatrixRow,
        Problem,
        Speaker,
        Statement,
        Story,
    )


class Report(Struct, frozen=True):
    """What was found in a collection. `findings` has all of it; the properties are its parts."""

    findings: Findings
    options: Options = Options()

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles, in the order they were read."""
        return self.findings.articles

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be read, or only in part: of the files, then of each article."""
        of_articles = (p for article in self.articles for p in article.problems)
        return tuple(dict.fromkeys((*self.findings.problems, *of_articles)))

    @property
    def attributions(self) -> tuple[tuple[Attribution, ...], ...]:
        """The attributions of each article, in the order of `articles`."""
        return self.findings.attributions

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """The speakers across all articles."""
        return self.findings.speakers

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements, each with the rendering of every article that carries it."""
        return self.findings.statements

    @property
    def stories(self) -> tuple[Story, ...]:
        """The stories, each with the articles that tell of its event."""
        return self.findings.stories

    @property
    def copies(self) -> tuple[CopyMember, ...]:
        """Each article's place among the copies."""
        return self.findings.copies

    @property
    def copy_pairs(self) -> tuple[CopyPair, ...]:
        """The pairs of articles that share text."""
        return self.findings.copy_pairs

    @property
    def matrix(self) -> tuple[MatrixRow, ...]:
        """Which article carries which statement, and how."""
        return self.findings.matrix

    def html(self) -> str:
        """The report as one self-contained HTML page; the same findings give the same page."""
        from onrecord.report import render_report

        return render_report(self.findings, self.options.report, _about(self))

    def write_html(self, path: str | PathLike[str]) -> None:
        """Write the page into `path`; raises `OutputRefused` where that is not to be had."""
        from onrecord.export import write_text

        write_text(path, self.html())


class Collection(Struct, frozen=True):
    """Articles on one event, with the problems met in reading them."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...] = ()
    options: Options = Options()

    def report(self, *, progress: Callable[[str], None] = lambda _stage: None) -> Report:
        """The report on these articles; `progress` is told each stage before it runs."""
        found = pipeline.run(self.articles, self.options, problems=self.problems, progress=progress)
        return Report(found, self.options)


def read(
    paths: str | PathLike[str] | Iterable[str | PathLike[str]],
    options: Options | None = None,
    *,
    stdin: BinaryIO | None = None,
    progress: Callable[[int, int, str], None] = lambda _done, _total, _name: None,
) -> Collection:
    """The articles that files, folders and globs hold.

    Raises `PathMissing` for a path that names nothing, `NothingReadable` where no article came of
    it. A file that cannot be read is no error: it is listed in the collection's problems.
    """
    from onrecord.reading import read_paths

    chosen = options or Options()
    several = [paths] if isinstance(paths, str | PathLike) else paths
    named = [str(path) for path in several]
    articles, problems = read_paths(named, chosen.reading, stdin=stdin, progress=progress)
    if not articles:
        told = "".join(f"\n  {p.file or ''}: {p.message}" for p in problems[:3])
        raise NothingReadable(f"no article could be read from {', '.join(named)}{told}")
    return Collection(tuple(articles), tuple(problems), chosen)


def find_attributions(
    text: str | Article, options: Options | None = None
) -> tuple[Attribution, ...]:
    """What one text attributes to whom, speakers resolved within it.

    Raises `NoText` for anything but text or an article.
    """
    if not isinstance(text, str | Article):
        kind = type(text).__name__
        raise NoText(f"expected text or an Article, got {kind}; bytes must be decoded first")
    article = text if isinstance(text, Article) else _article_of(text)
    found = pipeline.find_attributions(Findings((article,)), options or Options())
    return found.attributions[0]


def _article_of(text: str) -> Article:
    """An article of which nothing but the text is known; its id is the hash of the text."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Article(id=digest[:16], text=text)


def _about(report: Report) -> About:
    """What made a report."""
    from onrecord.report.figures import read_figures

    stages = {
        "reading": report.options.reading,
        "attributions": report.options.attributions,
        "copies": report.options.copies,
        "statements": report.options.statements,
    }
    settings = tuple(
        (f"{stage}.{name}", _said(getattr(chosen, name)))
        for stage, chosen in stages.items()
        for name in chosen.__struct_fields__
    )
    settings += (("speakers.aliases", _said(bool(report.options.speakers.aliases))),)
    inputs = dict.fromkeys((a.file or a.id, a.source_hash or "") for a in report.articles)
    figures = read_figures() if _is_measured(report.options) else ()
    return About(onrecord.__version__, settings, tuple(inputs), figures)


def _is_measured(options: Options) -> bool:
    """Whether the settings are those the known error rates were measured with."""
    usual = Options()
    return all(
        getattr(options, stage) == getattr(usual, stage)
        for stage in ("reading", "attributions", "copies", "statements")
    )


def _said(value: object) -> str:
    """An option's value as a person would write it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
