"""Who is who: every record of the findings by its id, with the name and the anchor it goes by."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from onrecord.report.anchors import Anchors
from onrecord.report.wording import shortened
from onrecord.text import find_quotations

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.records import (
        Article,
        Attribution,
        CopyMember,
        Findings,
        MatrixRow,
        Problem,
        Rendering,
        Span,
        Speaker,
        Statement,
    )

FRAME = (
    *("top", "stories", "statements", "when", "speakers", "copies"),
    *("matrix", "articles", "problems", "about"),
)
"""Ids of the page's own sections."""

Key = tuple[str, str]
"""An article's id and the id of an attribution in it."""


_R = TypeVar("_R")

_TITLE = 32
"""Code points of a title that stands where an outlet would."""


class Rest(NamedTuple):
    """A statement that rests on an attribution, and the part of its content that it rests on."""

    statement: str
    content: tuple[Span, ...]


class Index(NamedTuple):
    """Everything a view looks up. An article's label is its own; outlets share theirs.

    `speaker_anchors` are of those with a statement of theirs, `wording_anchors` of each rendering
    by its statement and number; `marks` is what stands between quotation marks, by article and
    whether in its title, where an article quotes in part.
    """

    articles: dict[str, Article]
    statements: dict[str, Statement]
    speakers: dict[str, Speaker]
    copies: dict[str, CopyMember]
    rows: dict[str, MatrixRow]
    problems: dict[str, tuple[Problem, ...]]
    attributions: dict[Key, Attribution]
    by_article: dict[str, tuple[Attribution, ...]]
    numbers: dict[Key, int]
    rests: dict[Key, tuple[Rest, ...]]
    labels: dict[str, str]
    outlets: dict[str, str]
    outlet_count: int
    positions: dict[str, int]
    anchors: Anchors
    article_anchors: dict[str, str]
    statement_anchors: dict[str, str]
    speaker_anchors: dict[str, str]
    wording_anchors: dict[tuple[str, int], str]
    marks: dict[tuple[str, bool], tuple[Span, ...]]

    @property
    def independent(self) -> int:
        """How many accounts do not rest on another one of these."""
        return sum(self.is_independent(article) for article in self.articles)

    def is_independent(self, article: str) -> bool:
        """Whether an article counts as an account of its own."""
        return article not in self.copies or self.copies[article].independent

    def attribution_of(self, rendering: Rendering) -> Attribution | None:
        """The attribution a rendering rests on; None where the article names no source."""
        return self.attributions.get((rendering.article, rendering.attribution or ""))

    def text_of(self, article: str, *, in_title: bool) -> str:
        """The text that offsets point into: the article's, or its title's."""
        return (self.articles[article].title or "") if in_title else self.articles[article].text


def build_index(findings: Findings) -> Index:
    """The index of the findings; where an id comes twice, the first record counts."""
    articles = _first((article.id, article) for article in findings.articles)
    statements = _first((statement.id, statement) for statement in findings.statements)
    speakers = _first((speaker.id, speaker) for speaker in findings.speakers)
    by_article = _by_article(findings, articles)
    anchors = Anchors(FRAME)
    labels = _labels({article.id: _name(article) for article in articles.values()})
    outlets = {article.id: article.outlet or labels[article.id] for article in articles.values()}
    statement_anchors = {statement: anchors.fresh("s", statement) for statement in statements}
    heard = {s.speaker.id for s in statements.values() if s.speaker is not None}
    return Index(
        articles=articles,
        statements=statements,
        speakers=speakers,
        copies=_first((m.article, m) for m in findings.copies if m.article in articles),
        rows=_first((row.statement, row) for row in findings.matrix),
        problems=_problems(findings, articles),
        attributions={(a.article, a.id): a for group in by_article.values() for a in group},
        by_article=by_article,
        numbers=_numbers(by_article),
        rests=_rests(statements),
        labels=labels,
        outlets=outlets,
        outlet_count=len(set(outlets.values())),
        positions={article: number for number, article in enumerate(articles)},
        anchors=anchors,
        article_anchors={article: anchors.fresh("a", article) for article in articles},
        statement_anchors=statement_anchors,
        speaker_anchors={one: anchors.fresh("p", one) for one in speakers if one in heard},
        wording_anchors={
            (statement.id, number): anchors.fresh(statement_anchors[statement.id], number)
            for statement in statements.values()
            for number in range(1, len(statement.renderings) + 1)
        },
        marks=_marks(articles, by_article),
    )


def _first(keyed: Iterable[tuple[str, _R]]) -> dict[str, _R]:
    """Records by their key, in order, the first of each key."""
    found: dict[str, _R] = {}
    for key, record in keyed:
        found.setdefault(key, record)
    return found


def _by_article(
    findings: Findings, articles: dict[str, Article]
) -> dict[str, tuple[Attribution, ...]]:
    """The attributions of each article: those of the title, then those of the text, in order."""
    found: dict[str, dict[str, Attribution]] = {article: {} for article in articles}
    for group in findings.attributions:
        for one in group:
            if one.article in found and one.content:
                found[one.article].setdefault(one.id, one)
    return {
        article: tuple(sorted(ones.values(), key=lambda one: (not one.in_title, one.hull)))
        for article, ones in found.items()
    }


def _numbers(by_article: dict[str, tuple[Attribution, ...]]) -> dict[Key, int]:
    """Each attribution's number within its article."""
    return {
        (article, one.id): number
        for article, group in by_article.items()
        for number, one in enumerate(group, 1)
    }


def _rests(statements: dict[str, Statement]) -> dict[Key, tuple[Rest, ...]]:
    """What rests on each attribution: one statement, or several that it was cut into."""
    found: dict[Key, list[Rest]] = {}
    for statement in statements.values():
        for rendering in statement.renderings:
            if rendering.attribution is not None:
                key = (rendering.article, rendering.attribution)
                found.setdefault(key, []).append(Rest(statement.id, rendering.content))
    return {key: tuple(rests) for key, rests in found.items()}


def _problems(findings: Findings, articles: dict[str, Article]) -> dict[str, tuple[Problem, ...]]:
    """What is in doubt about each article, whoever noticed it; what concerns none is under ""."""
    found: dict[str, dict[Problem, None]] = {
        article.id: dict.fromkeys(article.problems) for article in articles.values()
    }
    found[""] = {}
    in_file: dict[str, list[str]] = {}
    for article in articles.values():
        in_file.setdefault(article.file or "", []).append(article.id)
    for problem in findings.problems:
        same_file = in_file.get(problem.file, []) if problem.file else []
        alone = same_file[0] if len(same_file) == 1 else ""
        found[problem.article if problem.article in found else alone][problem] = None
    return {article: tuple(problems) for article, problems in found.items()}


def _marks(
    articles: dict[str, Article], by_article: dict[str, tuple[Attribution, ...]]
) -> dict[tuple[str, bool], tuple[Span, ...]]:
    """What stands between quotation marks in each text that quotes in part."""
    partly = {(a, one.in_title) for a, ones in by_article.items() for one in ones if _is_mixed(one)}
    texts = {
        (a, in_title): (articles[a].title or "") if in_title else articles[a].text
        for a, in_title in partly
    }
    return {place: tuple(q.inner for q in find_quotations(text)) for place, text in texts.items()}


def _is_mixed(one: Attribution) -> bool:
    return one.kind == "mixed"


def _name(article: Article) -> str:
    """What an article goes by: its outlet, else its title in short, else its file, else its id."""
    file = (article.file or "").replace("\\", "/").rpartition("/")[2]
    return article.outlet or shortened(article.title or "", _TITLE) or file or article.id


def _labels(names: dict[str, str]) -> dict[str, str]:
    """Each article's label: its name, numbered where several go by the same one."""
    times = Counter(names.values())
    met: Counter[str] = Counter()
    labels = {}
    for article, name in names.items():
        met[name] += 1
        labels[article] = name if times[name] == 1 else f"{name} {met[name]}"
    return labels
