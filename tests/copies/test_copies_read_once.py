"""Copies of one text are read next to one another, and nobody can see it from what comes out."""

from __future__ import annotations

from copy_articles import article
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord import pipeline
from onrecord.options import AttributionOptions, Options
from onrecord.records import Findings

RULES = Options(attributions=AttributionOptions(tagger=False))
NAMES = ("wire", "wire reworded", "another story")
TITLES = st.sampled_from([None, "Ferry cancelled, coastguard says", "“We heard a bang”"])


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(NAMES), TITLES), max_size=6))
def test_each_article_gets_what_it_gets_alone(chosen: list[tuple[str, str | None]]) -> None:
    """Attributions and problems of every article, in input order, copies and headlines mixed."""
    articles = tuple(
        replace(article(name), id=f"a{place}", title=title)
        for place, (name, title) in enumerate(chosen)
    )
    together = pipeline.find_attributions(Findings(articles), RULES)
    alone = [pipeline.find_attributions(Findings((one,)), RULES) for one in articles]
    assert together.attributions == tuple(one.attributions[0] for one in alone)
    assert together.problems == tuple(problem for one in alone for problem in one.problems)
