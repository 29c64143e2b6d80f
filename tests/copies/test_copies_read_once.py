"""Copies are read next to one another, and nobody can see it from what comes out."""

from __future__ import annotations

import pytest
from copy_articles import article
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord import pipeline
from onrecord.attribution.tagger import load_tagger
from onrecord.options import AttributionOptions, Options
from onrecord.records import Article, Findings

RULES = Options(attributions=AttributionOptions(tagger=False))
TAGGER = Options()
NAMES = ("wire", "wire reworded", "wire with other marks", "another story")
TITLES = st.sampled_from([None, "Ferry cancelled, coastguard says", "“We heard a bang”"])
CHOSEN = st.lists(st.tuples(st.sampled_from(NAMES), TITLES), max_size=6)

with_tagger = pytest.mark.skipif(load_tagger() is None, reason="no tagger in this installation")


def articles_of(chosen: list[tuple[str, str | None]]) -> tuple[Article, ...]:
    """Articles of these names under these titles, each with an id of its own."""
    return tuple(
        replace(article(name), id=f"a{place}", title=title)
        for place, (name, title) in enumerate(chosen)
    )


def read_apart(articles: tuple[Article, ...], options: Options) -> list[Findings]:
    """What is found in each article when nothing was read before it."""
    apart = []
    for one in articles:
        forget()
        apart.append(pipeline.find_attributions(Findings((one,)), options))
    forget()
    return apart


def forget() -> None:
    """Drop every score the network has given so far."""
    tagger = load_tagger()
    if tagger is not None:
        tagger.network.cache_clear()  # type: ignore[attr-defined]


@settings(max_examples=15, deadline=None)
@given(CHOSEN)
def test_each_article_gets_what_it_gets_alone(chosen: list[tuple[str, str | None]]) -> None:
    """Attributions and problems of every article, in input order, copies and headlines mixed."""
    articles = articles_of(chosen)
    together = pipeline.find_attributions(Findings(articles), RULES)
    alone = read_apart(articles, RULES)
    assert together.attributions == tuple(one.attributions[0] for one in alone)
    assert together.problems == tuple(problem for one in alone for problem in one.problems)


@with_tagger
@settings(max_examples=8, deadline=None)
@given(CHOSEN)
def test_so_it_is_with_the_tagger_and_copies_known(chosen: list[tuple[str, str | None]]) -> None:
    """Reading copies in the order of their groups changes no attribution and no score."""
    articles = articles_of(chosen)
    alone = read_apart(articles, TAGGER)
    together = pipeline.run(articles, TAGGER, until="statements")
    known = pipeline.find_attributions(replace(together, attributions=(), problems=()), TAGGER)
    assert known.attributions == tuple(one.attributions[0] for one in alone)


@with_tagger
def test_what_a_copy_left_as_it_was_is_not_read_again() -> None:
    """Where only the end of a long text was changed, the network reads no more than the end."""
    tagger = load_tagger()
    assert tagger is not None
    lines = [f"“Ferry {k} was late,” said Captain {k} Holm of Brannock." for k in range(60)]
    texts = ["\n".join(lines), "\n".join([*lines[:-1], "The mayor denied that anybody was hurt."])]
    articles = tuple(Article(str(k), text) for k, text in enumerate(texts))
    forget()
    pipeline.find_attributions(Findings(articles), TAGGER)
    read = tagger.network.cache_info()  # type: ignore[attr-defined]
    assert read.hits >= 3
    assert read.misses == read.hits + 2


def test_copies_are_read_next_to_one_another(monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles of one group follow one another, whatever stands between them in the input."""
    articles = articles_of([(name, None) for name in ("wire", "another story", "wire reworded")])
    found = pipeline.run(articles, RULES, until="copies")
    read = []

    def note(one: Article, _options: AttributionOptions) -> tuple[tuple[()], tuple[()]]:
        read.append(one.id)
        return (), ()

    monkeypatch.setattr("onrecord.attribution.find_attributions", note)
    pipeline.find_attributions(found, RULES)
    assert read == ["a0", "a2", "a1"]
