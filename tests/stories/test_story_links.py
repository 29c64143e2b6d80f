"""Average linking and nearest neighbours against slow, obvious versions of themselves."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from story_articles import NAMES, article

from onrecord.stories import neighbours as module
from onrecord.stories.linking import link_articles
from onrecord.stories.neighbours import Near, find_neighbours
from onrecord.stories.profiles import read_profile
from onrecord.stories.rarity import Rarity
from onrecord.stories.sides import read_sides
from onrecord.stories.vectors import read_vectors, weigh_words

PROFILES = [read_profile(article(name)) for name in NAMES]


def _link_slowly(likes: np.ndarray, enough: float) -> list[list[int]]:
    """Average linking over all pairs, found anew after each merge."""
    groups = [[k] for k in range(len(likes))]
    while len(groups) > 1:
        pairs = combinations(range(len(groups)), 2)
        means = {(a, b): float(likes[np.ix_(groups[a], groups[b])].mean()) for a, b in pairs}
        a, b = max(means, key=lambda pair: means[pair])
        if means[a, b] < enough:
            break
        groups[a] = sorted(groups[a] + groups.pop(b))
    return sorted(groups)


@settings(max_examples=60, deadline=None)
@given(size=st.integers(1, 12), seed=st.integers(0, 10**6), enough=st.floats(0.2, 1.5))
def test_linking_as_the_slow_version_does(size: int, seed: int, enough: float) -> None:
    """With all pairs known, groups are those of average linking by the book."""
    likes = np.random.default_rng(seed).random((size, size)) * 2
    likes = (likes + likes.T) / 2
    near = [
        Near(np.array([j for j in range(size) if j != k], dtype=int), np.delete(likes[k], k))
        for k in range(size)
    ]
    assert link_articles(near, enough) == _link_slowly(likes, enough)


def test_very_large_stories_hold_together_by_few_neighbours() -> None:
    """Of two stories of 200 articles that each keep 20 near ones, both stay whole."""
    dice = np.random.default_rng(5)
    near = []
    for number in range(400):
        others = np.setdiff1d(np.arange(200) + 200 * (number // 200), [number])
        near.append(Near(dice.choice(others, 20, replace=False), dice.uniform(1, 2, 20), 20 / 199))
    assert link_articles(near, 1.0) == [list(range(200)), list(range(200, 400))]


def test_common_words_propose_nobody_and_still_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """With nearly every word taken for common, what is found has the same likeness as before."""
    vectors = read_vectors(PROFILES, Rarity(profile.counts for profile in PROFILES))
    every = [_figures(near) for near in find_neighbours(PROFILES, vectors)]
    monkeypatch.setattr(module, "_PROPOSING", 2)
    few = [_figures(near) for near in find_neighbours(PROFILES, vectors)]
    ferries = NAMES.index("ferry wire"), NAMES.index("ferry post")
    assert ferries[1] in few[ferries[0]]
    assert few[ferries[0]][ferries[1]] == pytest.approx(every[ferries[0]][ferries[1]], rel=0.2)


def _figures(near: Near) -> dict[int, float]:
    return dict(zip(near.numbers.tolist(), near.figures.tolist(), strict=True))


def test_one_vector_and_many_are_the_same() -> None:
    """What the stream weighs article by article, the collection weighs at once."""
    rarity = Rarity(profile.counts for profile in PROFILES)
    vectors = read_vectors(PROFILES, rarity)
    for number, profile in enumerate(PROFILES):
        words, weights = vectors.row(number)
        one = weigh_words(profile, rarity)
        assert [vectors.names[word] for word in words] == list(one)
        assert np.allclose(weights, list(one.values()))


def test_sides_of_an_article() -> None:
    """Names are what has a capital everywhere; a headline counts twice in the whole."""
    text = "The ferry Ormsund ran aground. A passenger said the ferry had turned. " * 6
    sides = read_sides("Ferry Aground at Kelda", text, ["ferry"])
    assert set(sides.names) == {"ormsund", "kelda"}
    assert sides.whole == {"ferry": 3, "aground": 2, "kelda": 2}
    assert set(sides.title) == {"ferry", "aground", "kelda"}
    assert set(sides.first) >= {"ormsund", "passeng"}
    assert not read_sides("Ferry Aground at Kelda", "", []).names


def test_cosines_are_those_of_the_sides() -> None:
    """A vector has length 1, and its sides count as much as they are meant to."""
    rarity = Rarity(profile.counts for profile in PROFILES)
    for profile in PROFILES:
        weights = weigh_words(profile, rarity)
        title = sum(w * w for word, w in weights.items() if word.startswith("title\n"))
        assert sum(w * w for w in weights.values()) == pytest.approx(1)
        assert title == pytest.approx(0.1)
