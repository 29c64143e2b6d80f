"""Stories of a whole collection: who is grouped with whom, and what never matters."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from story_articles import NAMES, article, events, groups, short_articles

from onrecord.errors import UnknownOption
from onrecord.options import StoryOptions
from onrecord.records import Article, Span
from onrecord.stories import group_stories

SUBSETS = st.lists(st.sampled_from(NAMES), unique=True, min_size=1)
ALL = [article(name) for name in NAMES]


@pytest.mark.parametrize("title", [True, False], ids=["titles", "no titles"])
@pytest.mark.parametrize("dated", [True, False], ids=["dates", "no dates"])
def test_articles_on_one_event_are_one_story(title: bool, dated: bool) -> None:
    """Events of one kind stay apart and other languages are grouped, with and without metadata."""
    articles = [article(name, title=title, dated=dated) for name in NAMES]
    assert groups(articles) == events(articles)


def test_headlines_alone_are_grouped() -> None:
    """Texts of one line share less than articles do, and are one story all the same."""
    headlines = short_articles("headlines")
    assert groups(headlines) == events(headlines)


def test_scripts_without_spaces_are_grouped() -> None:
    """Japanese puts no space between words."""
    articles = short_articles("unspaced")
    assert groups(articles) == events(articles)


def test_a_pile_on_one_event_stays_whole() -> None:
    """Names that all articles of a pile hold still tell."""
    one = [article(name) for name in NAMES if name.startswith("ferry")]
    assert groups(one) == {frozenset(a.id for a in one)}


@settings(max_examples=40, deadline=None)
@given(names=SUBSETS, data=st.data())
def test_order_never_matters(names: list[str], data: st.DataObject) -> None:
    """Another order gives the same stories, with the same ids, labels, days and words."""
    order = data.draw(st.permutations(names))
    told = [
        {replace(s, articles=tuple(sorted(s.articles))) for s in group_stories(a, StoryOptions())}
        for a in ([article(n) for n in names], [article(n) for n in order])
    ]
    assert told[0] == told[1]


@settings(max_examples=40, deadline=None)
@given(names=SUBSETS, data=st.data())
def test_the_same_text_again_changes_nothing_else(names: list[str], data: st.DataObject) -> None:
    """A text printed again joins its own story, however often, and moves no other article."""
    again = data.draw(st.sampled_from(names))
    times = data.draw(st.integers(1, 5))
    articles = [article(name) for name in names]
    copies = [replace(article(again), id=f"copy {n}", outlet=f"O{n}") for n in range(times)]
    without = {frozenset(g - {c.id for c in copies}) for g in groups([*articles, *copies])}
    assert without == groups(articles)
    own = next(g for g in groups([*articles, *copies]) if again in g)
    assert {c.id for c in copies} <= own


@settings(max_examples=30, deadline=None)
@given(texts=st.lists(st.text(max_size=60), max_size=8))
def test_every_article_is_in_exactly_one_story(texts: list[str]) -> None:
    """Whatever the texts hold: none is lost, none comes twice, each story has a name for itself."""
    articles = [Article(id=str(n), text=text) for n, text in enumerate(texts)]
    stories = group_stories(articles, StoryOptions())
    assert sorted(a for s in stories for a in s.articles) == sorted(a.id for a in articles)
    assert len({story.id for story in stories}) == len(stories)


def test_articles_without_words_stay_alone() -> None:
    """Two empty texts are not one event."""
    empty = [Article(id="a", text=""), Article(id="b", text=" \n"), Article(id="c", text="!")]
    assert groups(empty) == {frozenset("a"), frozenset("b"), frozenset("c")}
    assert group_stories([], StoryOptions()) == ()


def test_furniture_joins_nothing() -> None:
    """A notice that the reading found to be none of the article's words makes no story."""
    notice = "Subscribe to the Harbour Courier to go on reading what our reporters saw."
    titles = ("Ferry runs aground off Kelda", "Council keeps reading room", "Beekeeper wins chess")
    articles = [Article(id=title, text=notice, title=title) for title in titles]
    marked = [replace(a, furniture=((Span(0, len(notice)), "sign-up"),)) for a in articles]
    assert len(groups(marked)) == 3
    assert len(groups(articles)) < 3


def test_years_apart_are_two_events() -> None:
    """Two reports that are one story within days are two when years lie between them."""
    early, late = article("ferry herald"), article("ferry post")
    assert len(groups([early, late])) == 1
    assert len(groups([early, replace(late, published="2039-05-07")])) == 2


def test_label_days_and_words() -> None:
    """A story goes by the headline of one of its articles and says when it was told."""
    names = ("ferry wire", "ferry herald", "ferry post")
    (story,) = group_stories([article(name) for name in names], StoryOptions())
    assert story.label in {article(name).title for name in names}
    assert (story.first, story.last) == ("2031-05-06", "2031-05-08")
    assert {"Ormsund", "Kelda"} <= set(story.words)
    assert story.why[0].score is not None
    assert story.why[0].score >= 0.5


def test_a_story_without_headlines_goes_by_its_words() -> None:
    """Without titles the words in common are the label; without words, the first ones printed."""
    (story,) = group_stories(
        [article(name, title=False) for name in ("library wire", "library post")], StoryOptions()
    )
    assert story.label == ", ".join(story.words)
    (other,) = group_stories([Article(id="a", text="To be, or not to be?")], StoryOptions())
    assert other.label == "To be, or not to be?"


def test_the_threshold_joins_more_or_less() -> None:
    """At 1 only the same text is one story; lower thresholds never part what higher ones join."""
    strict = groups(ALL, StoryOptions(threshold=1))
    assert strict == {frozenset([name]) for name in NAMES}
    assert len(groups(ALL, StoryOptions(threshold=0.1))) <= len(groups(ALL))
    with pytest.raises(UnknownOption):
        group_stories(ALL, StoryOptions(threshold=1.5))
