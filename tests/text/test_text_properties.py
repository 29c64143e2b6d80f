"""What holds of every text, however odd: nothing raises, and every span is where it says."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from odd_texts import odd_texts

from onrecord.records import Span
from onrecord.text import (
    find_quotations,
    fold,
    fold_word,
    split_paragraphs,
    split_sentences,
    words_of,
)

EXAMPLES = settings(max_examples=150, deadline=None)


@EXAMPLES
@given(odd_texts)
def test_quotations_lie_in_the_text(text: str) -> None:
    """Every quotation's words lie within its marks, and both within one paragraph of the text."""
    paragraphs = split_paragraphs(text)
    for q in find_quotations(text):
        assert 0 <= q.span.start < q.span.end <= len(text)
        assert q.span.contains(q.inner)
        assert any(paragraph.contains(q.span) for paragraph in paragraphs)
        assert q.span.of(text) == q.opener + q.inner.of(text) + q.closer
        assert q.closed == bool(q.closer)


@EXAMPLES
@given(odd_texts)
def test_quotations_do_not_cross(text: str) -> None:
    """Two quotations lie apart or one wholly inside the other, and depth tells which."""
    found = find_quotations(text)
    for index, outer in enumerate(found):
        for inner in found[index + 1 :]:
            if outer.span.overlaps(inner.span):
                assert outer.inner.contains(inner.span)
                assert inner.depth > 0
    assert all(
        any(outer.span.contains(q.span) for outer in found if outer is not q)
        for q in found
        if q.depth
    )


@EXAMPLES
@given(odd_texts)
def test_quotations_come_in_order(text: str) -> None:
    """Quotations come in the order of their opening marks, each once, the same every time."""
    found = find_quotations(text)
    starts = [q.span.start for q in found]
    assert starts == sorted(set(starts))
    assert found == find_quotations(text)


@EXAMPLES
@given(odd_texts)
def test_a_continuation_follows_something_open(text: str) -> None:
    """A quotation that goes on is preceded by one that its paragraph left open."""
    outermost = [q for q in find_quotations(text) if q.depth == 0]
    for before, q in zip([None, *outermost], outermost, strict=False):
        if q.continues:
            assert before is not None
            assert before.closing == "next paragraph"


@EXAMPLES
@given(odd_texts)
def test_sentences_cover_the_text(text: str) -> None:
    """Sentences lie in order, apart, within paragraphs, and nothing but white space between."""
    sentences = split_sentences(text)
    paragraphs = split_paragraphs(text)
    position = 0
    for sentence in sentences:
        assert position <= sentence.start < sentence.end <= len(text)
        assert not text[position : sentence.start].strip()
        assert any(paragraph.contains(sentence) for paragraph in paragraphs)
        assert sentence.of(text) == sentence.of(text).strip()
        position = sentence.end
    assert not text[position:].strip()


@EXAMPLES
@given(odd_texts)
def test_paragraphs_cover_the_text(text: str) -> None:
    """Paragraphs lie in order and apart; nothing but white space lies between them."""
    position = 0
    for paragraph in split_paragraphs(text):
        assert position <= paragraph.start < paragraph.end
        assert not text[position : paragraph.start].strip()
        assert paragraph.of(text) == paragraph.of(text).strip()
        position = paragraph.end
    assert not text[position:].strip()


@EXAMPLES
@given(odd_texts, st.data())
def test_a_folded_span_leads_back(text: str, data: st.DataObject) -> None:
    """A stretch of the copy folds from the stretch it leads back to, and holds all of it."""
    copy = fold(text)
    start = data.draw(st.integers(0, len(copy.text)))
    end = data.draw(st.integers(start, len(copy.text)))
    if start == end:
        return
    span = copy.back(Span(start, end))
    assert 0 <= span.start < span.end <= len(text)
    assert copy.text[start:end] in fold(span.of(text)).text


@EXAMPLES
@given(odd_texts)
def test_every_folded_character_leads_to_its_own(text: str) -> None:
    """Each character of the copy comes from the one that folds to it."""
    copy = fold(text)
    for offset, character in enumerate(copy.text):
        (source,) = copy.back(Span(offset, offset + 1)).of(text)
        assert character in fold(source).text
    assert copy.back(Span(0, len(copy.text))).end <= len(text)


@EXAMPLES
@given(odd_texts)
def test_folding_twice_changes_nothing(text: str) -> None:
    """A folded copy is as plain as it gets."""
    once = fold(text).text
    assert fold(once).text == once


@EXAMPLES
@given(odd_texts)
def test_words_lie_in_the_text(text: str) -> None:
    """Words slice to themselves, in order, and folding a word raises nothing."""
    position = 0
    for word in words_of(text):
        assert position <= word.start < word.end
        assert text[word.start : word.end] == word.text
        assert isinstance(fold_word(word.text), str)
        position = word.end
