"""What holds of the attributions of every article, however odd.

ONRECORD_EXAMPLES sets how many articles each property is tried on.
"""

from __future__ import annotations

import os
from itertools import pairwise

import msgspec
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from written_articles import articles, texts

from onrecord.attribution import find_attributions
from onrecord.options import AttributionOptions
from onrecord.records import Article, Attribution, Problem, Span

EXAMPLES = settings(max_examples=int(os.environ.get("ONRECORD_EXAMPLES", "60")), deadline=None)


def spans_of(attribution: Attribution) -> list[Span]:
    """Every span of an attribution."""
    return [*attribution.content, *attribution.cue, *attribution.source]


@EXAMPLES
@given(articles())
def test_spans_lie_where_they_say(article: Article) -> None:
    """Every span slices to something, of the title where the attribution lies in the title."""
    for attribution in find_attributions(article)[0]:
        place = article.title if attribution.in_title else article.text
        assert attribution.article == article.id
        assert attribution.content
        for span in spans_of(attribution):
            assert 0 <= span.start < span.end <= len(place or "")


@EXAMPLES
@given(articles())
def test_content_cue_and_source_lie_apart(article: Article) -> None:
    """No two spans of one attribution share a character, and its content is in order."""
    for attribution in find_attributions(article)[0]:
        assert all(a.end <= b.start for a, b in pairwise(sorted(spans_of(attribution))))
        assert list(attribution.content) == sorted(attribution.content)


@EXAMPLES
@given(articles())
def test_nested_attributions_lie_in_the_content_of_their_outer_one(article: Article) -> None:
    """`inside` names an attribution of the same text whose content holds all of this one."""
    found = find_attributions(article)[0]
    by_id = {attribution.id: attribution for attribution in found}
    for attribution in found:
        if attribution.inside is not None:
            outer = by_id[attribution.inside]
            assert outer.in_title == attribution.in_title
            for span in spans_of(attribution):
                assert any(piece.contains(span) for piece in outer.content)


@EXAMPLES
@given(articles())
def test_nesting_has_no_cycles(article: Article) -> None:
    """Going outwards from any attribution ends at one that lies in none."""
    found = find_attributions(article)[0]
    outer = {attribution.id: attribution.inside for attribution in found}
    for attribution in found:
        here, steps = attribution.inside, 0
        while here is not None:
            here, steps = outer[here], steps + 1
            assert steps <= len(found)


@EXAMPLES
@given(articles())
def test_ids_are_unique_and_stable(article: Article) -> None:
    """Each attribution has an id of its own; the same article gives the same answer."""
    found = find_attributions(article)
    ids = [attribution.id for attribution in found[0]]
    assert len(set(ids)) == len(ids)
    assert find_attributions(article) == found


@EXAMPLES
@given(texts)
def test_ids_tell_articles_apart(text: str) -> None:
    """The same text in another article gives the same spans under other ids."""
    one, other = (find_attributions(Article(name, text))[0] for name in ("a", "b"))
    assert [spans_of(a) for a in one] == [spans_of(b) for b in other]
    assert not {a.id for a in one} & {b.id for b in other}


@EXAMPLES
@given(articles())
def test_attributions_are_in_order_and_explained(article: Article) -> None:
    """They come in the order of their content, text before title, each with its rule."""
    found = find_attributions(article)[0]
    places = [(a.in_title, a.hull.start) for a in found]
    assert places == sorted(places)
    assert all(a.why and all(reason.rule for reason in a.why) for a in found)


@EXAMPLES
@given(articles())
def test_furniture_says_nothing(article: Article) -> None:
    """No content lies in what is no part of the article."""
    furniture = [span for span, _ in article.furniture if span.end > span.start]
    for attribution in find_attributions(article)[0]:
        if not attribution.in_title:
            pieces = attribution.content
            assert not any(span.overlaps(piece) for span in furniture for piece in pieces)


@EXAMPLES
@given(articles())
def test_attributions_round_trip_as_json(article: Article) -> None:
    """Attributions and problems written as JSON are read back equal."""
    assume("\ud83d" not in article.text)  # no text that was read from a file holds half a character
    found = find_attributions(article)
    shape = tuple[tuple[Attribution, ...], tuple[Problem, ...]]
    assert msgspec.json.decode(msgspec.json.encode(found), type=shape) == found


@EXAMPLES
@given(articles())
def test_titles_are_left_alone_on_request(article: Article) -> None:
    """Without titles, what is found in the text stays as it is."""
    everything = find_attributions(article)[0]
    without = find_attributions(article, AttributionOptions(titles=False))[0]
    assert without == tuple(a for a in everything if not a.in_title)


@EXAMPLES
@given(st.text(max_size=200), st.none() | st.text(max_size=60))
def test_arbitrary_text_raises_nothing(text: str, title: str | None) -> None:
    """Any string at all is answered, as text and as title."""
    found, problems = find_attributions(Article("a", text, title=title))
    assert all(isinstance(attribution, Attribution) for attribution in found)
    assert all(isinstance(problem, Problem) for problem in problems)
