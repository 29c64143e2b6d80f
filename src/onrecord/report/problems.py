"""What could not be read or is in doubt, file by file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.records import INCOMPLETE
from onrecord.report.wording import plain_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.records import Article, Problem
    from onrecord.report.index import Index
    from onrecord.report.renderings import Shown


class ProblemView(NamedTuple):
    """One problem: what kind, what exactly, what follows from it for the report."""

    kind: str
    message: str
    consequence: str
    href: str
    times: int


class Troubled(NamedTuple):
    """A file or an article with its problems."""

    name: str
    href: str
    file: str
    problems: tuple[ProblemView, ...]


class Unknown(NamedTuple):
    """What is not known of an article, or stands in it where it should not."""

    name: str
    href: str
    told: str


class ProblemsView(NamedTuple):
    """Files that gave no article first, then the articles in doubt."""

    not_read: tuple[Troubled, ...]
    doubtful: tuple[Troubled, ...]
    unknown: tuple[Unknown, ...]
    total: int


_NO_ABSENCE = "nothing is called absent from this article"


def view_problems(index: Index, shown: Shown) -> ProblemsView:
    """Every problem, once."""
    loose: dict[str, list[Problem]] = {}
    for problem in index.problems[""]:
        loose.setdefault(problem.file or problem.article or "the whole collection", []).append(
            problem
        )
    not_read = tuple(
        Troubled(file, "", "", _views(problems, shown, "")) for file, problems in loose.items()
    )
    doubtful = tuple(
        Troubled(
            index.labels[article.id],
            index.article_anchors[article.id],
            article.file or "",
            _views(index.problems[article.id], shown, article.id),
        )
        for article in index.articles.values()
        if index.problems[article.id]
    )
    total = sum(map(len, index.problems.values()))
    unknown = tuple(
        view for article in index.articles.values() if (view := _unknown(index, article)).told
    )
    return ProblemsView(not_read, doubtful, unknown, total)


def _unknown(index: Index, article: Article) -> Unknown:
    """What is not known of an article; nothing told of one that has title, date and outlet."""
    fields = (("title", article.title), ("date", article.published), ("outlet", article.outlet))
    told = [f"no {name}" for name, known in fields if not known]
    told += (
        f"stray byline “{' '.join(span.of(article.text).split())}”"
        for span, kind in article.furniture
        if kind == "stray byline"
    )
    return Unknown(index.labels[article.id], index.article_anchors[article.id], ", ".join(told))


def count_not_read(index: Index) -> int:
    """How many files gave no article."""
    read = {article.file for article in index.articles.values()}
    return len({p.file for p in index.problems[""] if p.file and p.file not in read})


def _views(problems: Sequence[Problem], shown: Shown, article: str) -> tuple[ProblemView, ...]:
    return tuple(_view(problem, shown, article) for problem in problems)


def _view(problem: Problem, shown: Shown, article: str) -> ProblemView:
    """One problem; a link to its passage where that is on the page."""
    href = ""
    if article and problem.span is not None:
        href = shown.passages.get((article, False, problem.span), "")
    consequence = _NO_ABSENCE if article and problem.kind in INCOMPLETE else ""
    kind = plain_words(problem.kind).capitalize()
    return ProblemView(kind, problem.message, consequence, href, 1)
