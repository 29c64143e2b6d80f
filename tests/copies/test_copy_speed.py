"""The measuring of speed: a collection that is the same in every run and holds what it says."""

from __future__ import annotations

import copies_speed


def test_the_collection_is_the_same_in_every_run() -> None:
    """Articles come out the same, with copies of one wire story among them."""
    articles = copies_speed.make_collection(60)
    assert articles == copies_speed.make_collection(60)
    assert len({article.id for article in articles}) == 60


def test_both_measures_find_the_copies() -> None:
    """Candidates and groups are found, and some time is taken."""
    articles = copies_speed.make_collection(40, copies=0.5)
    pairs, took = copies_speed.measure_candidates(articles)
    groups, whole = copies_speed.measure_whole(articles)
    assert pairs >= groups >= 1
    assert 0 < took < whole
