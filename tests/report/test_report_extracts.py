"""How much of an article a page to share may show."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import lxml.html
from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Article, Attribution, Findings, Rendering, Span, Statement
from onrecord.report.extracts import LONGEST, SHARE, choose_extracts
from onrecord.report.index import build_index
from onrecord.report.statements import rank_statements

if TYPE_CHECKING:
    from onrecord.report.extracts import Extract

WORDS = st.lists(st.sampled_from(["a", "lock", "gates", "“shut”", "\n\n", "said"]), max_size=200)


def extract_of(text: str, spans: list[Span], *, private: bool = False) -> Extract:
    """What may be shown of a text with these attributions."""
    attributions = tuple(
        Attribution(f"q{n}", "a", "direct", "speech", (span,)) for n, span in enumerate(spans)
    )
    statements = tuple(
        Statement(f"s{n}", None, span.of(text), (Rendering("a", f"q{n}", (span,)),), 1, 1)
        for n, span in enumerate(spans[::2])
    )
    index = build_index(
        Findings((Article("a", text),), attributions=(attributions,), statements=statements)
    )
    return choose_extracts(index, rank_statements(statements), private=private)["a"]


@st.composite
def quoted_texts(draw: st.DrawFn) -> tuple[str, list[Span]]:
    """A text, and spans of it."""
    text = " ".join(draw(WORDS)) + "."
    ends = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=12))
    return text, [Span(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]]


@given(quoted_texts())
def test_no_more_of_the_running_text_than_its_share(quoted: tuple[str, list[Span]]) -> None:
    """The stretches are in order, apart, inside the text, and not too many."""
    text, spans = quoted
    shown = extract_of(text, spans).spans
    for span, following in pairwise(shown):
        assert span.end < following.start
    assert all(0 <= span.start < span.end <= len(text) for span in shown)
    words = sum(len(re.sub(r"\s", "", span.of(text))) for span in shown)
    assert words <= SHARE * len(text)


@given(quoted_texts())
def test_a_private_page_shows_everything(quoted: tuple[str, list[Span]]) -> None:
    """Nothing of a text is left out of the page for oneself."""
    text, spans = quoted
    extract = extract_of(text, spans, private=True)
    assert extract.whole
    assert extract.within(Span(0, len(text))) == (Span(0, len(text)),)


def test_every_attribution_can_be_found() -> None:
    """Many attributions get a few words each before any gets all of its own."""
    sentence = "“The gate is shut and shut it will be until the summer,” she said of the old lock. "
    text = sentence * 8 + "Nobody asked. " * 60
    spans = [Span(n * len(sentence), n * len(sentence) + 56) for n in range(8)]
    extract = extract_of(text, spans)
    assert all(extract.within(span) for span in spans)


def test_a_long_statement_is_cut_wherever_it_stands() -> None:
    """Quoted outside the running text it ends after so many code points, between words."""
    text = "The lock is shut. " * 50
    passage = extract_of(text, [Span(0, len(text))]).quote([Span(0, len(text))])
    assert not passage.whole
    assert passage.text.endswith(" […]")
    assert len(passage.text) <= LONGEST + len(" […]")
    assert text.startswith(passage.text.removesuffix(" […]"))


def test_the_page_keeps_the_share(findings: Findings, shared_html: str) -> None:
    """What stands under Articles is as little as promised, and says so."""
    tree = lxml.html.fromstring(shared_html)
    for article, section in zip(findings.articles, tree.xpath("//article"), strict=True):
        for hidden in section.xpath(".//*[@class='v' or @class='n' or @class='gap']"):
            hidden.drop_tree()
        (text,) = section.xpath(".//div[@class='text']")
        assert len(text.text_content()) <= SHARE * len(article.text) + 60
        assert section.xpath(".//p[contains(., 'Extracts:')]")


def test_the_private_page_has_every_word(findings: Findings, private_html: str) -> None:
    """The whole of each article stands on the page for oneself."""
    tree = lxml.html.fromstring(private_html)
    for article, section in zip(findings.articles, tree.xpath("//article"), strict=True):
        for hidden in section.xpath(".//*[@class='v' or @class='n' or @class='tag']"):
            hidden.drop_tree()
        (text,) = section.xpath(".//div[@class='text']")
        assert re.sub(r"\s", "", text.text_content()) == re.sub(r"\s", "", article.text)


@given(quoted_texts(), st.sampled_from(["before", "after"]))
def test_no_passage_is_shown_without_who_said_it(
    quoted: tuple[str, list[Span]], place: str
) -> None:
    """Wherever the budget ends: what is chosen for a passage has its source with it."""
    words, spans = quoted
    text = words + " It is quiet here. " * 3
    spans = [span for span in spans if span.end - span.start < LONGEST][:1]
    source = Span(len(text) - 4, len(text) - 1) if place == "after" else Span(0, min(3, len(words)))
    one = [Attribution("q", "a", "direct", "speech", (s,), source=(source,)) for s in spans]
    index = build_index(Findings((Article("a", text),), attributions=(tuple(one),)))
    extract = choose_extracts(index, [], private=False)["a"]
    for span in spans:
        if extract.within(span) and not source.overlaps(span):
            assert extract.within(source) == (source,)
