"""The stories of a pile that holds several: what each is called, when it was told, by how many."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.report.wording import counted, maybe_date, period_words, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.records import Story
    from onrecord.report.index import Index
    from onrecord.report.statements import StatementView

_LABEL, _WORDS = 140, 110
_STATEMENTS, _ARTICLES = 3, 12
"""Statements and articles that a story names; the others are counted."""


_MOSTLY_ONE = 2 / 3
"""Share of the articles in one story from which the pile is on that story, with a few beside it."""


class Link(NamedTuple):
    """Words that lead to a place on the page, with what stands beside them."""

    words: str
    href: str
    beside: str = ""
    verbatim: bool = False


class StoryView(NamedTuple):
    """One story for the page."""

    label: str
    facts: tuple[str, ...]
    words: str
    articles: tuple[Link, ...]
    more: str
    statements: tuple[Link, ...]


class StoriesView(NamedTuple):
    """The stories that several articles tell, and the articles that alone tell theirs."""

    total: int
    shared: tuple[StoryView, ...]
    lone: tuple[Link, ...]


def view_stories(
    index: Index,
    stories: Iterable[Story],
    ranked: Sequence[str],
    views: dict[str, StatementView],
) -> StoriesView | None:
    """The stories, those of most independent accounts first; None where the pile is on one."""
    known = [(s, [a for a in s.articles if a in index.articles]) for s in stories]
    told = [(story, articles) for story, articles in known if articles]
    most = max((len(articles) for _, articles in told), default=0)
    if len(told) < 2 or most >= _MOSTLY_ONE * len(index.articles):
        return None
    shared = [one for one in told if len(one[1]) > 1]
    shared.sort(key=lambda one: (-_accounts(index, one[1]), -len(one[1])))
    said = _said(index, ranked)
    return StoriesView(
        total=len(told),
        shared=tuple(_view(index, story, articles, said, views) for story, articles in shared),
        lone=tuple(_article(index, articles[0]) for _, articles in told if len(articles) == 1),
    )


def _view(
    index: Index,
    story: Story,
    articles: Sequence[str],
    said: dict[str, list[str]],
    views: dict[str, StatementView],
) -> StoryView:
    """One story with its first articles and what most of them carry."""
    days = [maybe_date(index.articles[article].published) for article in articles]
    outlets = {index.articles[a].outlet for a in articles if index.articles[a].outlet}
    facts = (
        period_words(day for day in days if day),
        counted(len(articles), "article"),
        counted(len(outlets), "outlet") if outlets else "",
        counted(_accounts(index, articles), "independent account"),
    )
    carried = {one for article in articles for one in said.get(article, ())}
    statements = [views[one] for one in views if one in carried][:_STATEMENTS]
    more = len(articles) - _ARTICLES
    return StoryView(
        label=shortened(story.label, _LABEL),
        facts=tuple(fact for fact in facts if fact),
        words=", ".join(story.words),
        articles=tuple(_article(index, article) for article in articles[:_ARTICLES]),
        more=f"and {counted(more, 'more article')}" if more > 0 else "",
        statements=tuple(
            Link(shortened(one.words, _WORDS), one.anchor, one.voice.told, one.verbatim)
            for one in statements
        ),
    )


def _article(index: Index, article: str) -> Link:
    """Where an article stands on the page: its name, and its headline beside it."""
    headline = shortened(index.articles[article].title or "", _WORDS)
    label = index.labels[article]
    return Link(label, index.article_anchors[article], "" if headline == label else headline)


def _accounts(index: Index, articles: Iterable[str]) -> int:
    """How many of the articles do not rest on another one."""
    groups = {index.copies[a].group if a in index.copies else a for a in articles}
    return len(groups)


def _said(index: Index, ranked: Sequence[str]) -> dict[str, list[str]]:
    """The statements that each article carries."""
    found: dict[str, list[str]] = {}
    for one in ranked:
        for article in {rendering.article for rendering in index.statements[one].renderings}:
            found.setdefault(article, []).append(one)
    return found
