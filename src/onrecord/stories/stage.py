"""The stage itself: from articles to the stories they tell."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

from onrecord.errors import UnknownOption
from onrecord.records import Reason, Story
from onrecord.stories.labels import WORDS, label_of, period_of, printed_words
from onrecord.stories.linking import link_articles
from onrecord.stories.neighbours import find_neighbours
from onrecord.stories.profiles import Profile, read_profile
from onrecord.stories.rarity import Rarity
from onrecord.stories.vectors import heaviest_words, read_vectors

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.options import StoryOptions
    from onrecord.records import Article
    from onrecord.stories.neighbours import Near
    from onrecord.stories.vectors import Vectors


class _Text(NamedTuple):
    """One text, and the positions of the articles that print it, in the order of their ids."""

    profile: Profile
    positions: tuple[int, ...]


def group_stories(articles: Sequence[Article], options: StoryOptions) -> tuple[Story, ...]:
    """The stories, in the order of their first articles; every article is in exactly one.

    The order of the input never matters to who is grouped with whom, and printing a text again
    changes nothing for the other articles. Raises `UnknownOption` for a threshold outside 0..1.
    """
    enough = least_likeness(options)
    texts = _distinct(articles)
    profiles = [text.profile for text in texts]
    vectors = read_vectors(profiles, Rarity(profile.counts for profile in profiles))
    neighbours = find_neighbours(profiles, vectors)
    groups = link_articles(neighbours, enough)
    stories = [
        _story(articles, [texts[k] for k in found.inwards], found)
        for found in _described(groups, neighbours, vectors)
    ]
    places = {article.id: place for place, article in reversed(list(enumerate(articles)))}
    return tuple(sorted(stories, key=lambda story: places[story.articles[0]]))


def least_likeness(options: StoryOptions) -> float:
    """The mean likeness that articles of one story have at least: 1 for a threshold of one half."""
    if not 0 <= options.threshold <= 1:
        raise UnknownOption(f"stories.threshold is {options.threshold}; it takes 0 to 1")
    return options.threshold / (1 - options.threshold) if options.threshold < 1 else float("inf")


def story_id(digest: str) -> str:
    """A story's id, from the digest of the text it is known by."""
    return "e" + digest[:12]


def _distinct(articles: Sequence[Article]) -> list[_Text]:
    """The distinct texts, in an order of their own; of each the earliest article is read."""
    known: dict[str, list[tuple[int, str, int, Profile]]] = {}
    for position, article in enumerate(articles):
        profile = read_profile(article)
        day = 10**7 if profile.day is None else profile.day
        known.setdefault(profile.digest, []).append((day, article.id, position, profile))
    texts = []
    for digest in sorted(known):
        same = sorted(known[digest], key=lambda row: row[:3])
        texts.append(_Text(same[0][3], tuple(row[2] for row in same)))
    return texts


class _Found(NamedTuple):
    """What is told of a group: its texts from the centre out, its words, how near they are."""

    inwards: tuple[int, ...]
    words: tuple[str, ...]
    likeness: float


def _described(
    groups: Sequence[Sequence[int]], neighbours: Sequence[Near], vectors: Vectors
) -> Iterator[_Found]:
    """The description of each group."""
    for group in groups:
        members = frozenset(group)
        near = {k: _sum_within(neighbours[k], members) for k in group}
        inwards = tuple(sorted(group, key=lambda k: (-near[k], k)))
        pairs = len(group) * (len(group) - 1)
        likeness = sum(near.values()) / pairs if pairs else 0.0
        yield _Found(inwards, heaviest_words(vectors, group, WORDS), likeness)


def _sum_within(near: Near, members: frozenset[int]) -> float:
    """Likeness of an article with the others of its group, summed up."""
    within = (n in members for n in near.numbers.tolist())
    return float(sum(itertools.compress(near.figures.tolist(), within)))


def _story(articles: Sequence[Article], inwards: Sequence[_Text], found: _Found) -> Story:
    """The record of one group, its texts given from the centre out."""
    central = [articles[text.positions[0]] for text in inwards]
    words = printed_words(found.words, central)
    told = [articles[k] for k in sorted(k for text in inwards for k in text.positions)]
    first, last = period_of(told)
    score = round(found.likeness / (1 + found.likeness), 3)
    return Story(
        id=story_id(min(text.profile.digest for text in inwards)),
        label=label_of(central, words),
        articles=tuple(article.id for article in told),
        first=first,
        last=last,
        words=words,
        why=(Reason("words in common", ", ".join(words), score),) if len(inwards) > 1 else (),
    )
