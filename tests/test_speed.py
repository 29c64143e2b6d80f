"""The measuring of speed: its coverage is the same in every run, and its rows say something."""

from __future__ import annotations

import speed
from made_up import make_articles


def test_made_up_coverage_is_the_same_in_every_run() -> None:
    """The same number of articles is the same articles, no two of them alike."""
    articles = make_articles(4)
    assert articles == make_articles(4)
    assert len({article.text for article in articles}) == 4


def test_speed_is_told_beside_a_yardstick() -> None:
    """Attributions are measured in the same run as a plain regular expression."""
    rows = dict(speed.attribution_rows(make_articles(1)))
    assert len(rows) == 3
    assert rows["attributions: CPU time against that regex"].endswith(" times")
