"""The paraphrase pairs of eval/paraphrases: well-formed, and scored as their page says."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from typing import Any

import pytest

import paraphrases
from onrecord.records import Article, Rendering, Span, Statement
from paraphrases import Answer, Pair, Place

KEYS = {"id", "label", "phenomenon", "speaker", "a", "b", "a_span", "b_span"}
OPTIONAL_KEYS = {"other_speaker", "in_title"}
HALVES = pytest.mark.parametrize("half", paraphrases.HALVES)


def rows_of(half: str) -> list[dict[str, Any]]:
    """The lines of a half, decoded."""
    text = (paraphrases.FOLDER / f"{half}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def speakers_of(half: str) -> list[str]:
    """Every speaker a half names, once for each pair."""
    return [row[key] for row in rows_of(half) for key in ("speaker", "other_speaker") if key in row]


@HALVES
def test_lines_have_their_keys(half: str) -> None:
    """A line has the keys that the page lists and no others."""
    for row in rows_of(half):
        assert set(row) - OPTIONAL_KEYS == KEYS
        for side in "ab":
            assert set(row[side]) == {"title", "text", "outlet", "published"}
            assert all(row[side].values())


@HALVES
def test_spans_slice_words_that_stand_once(half: str) -> None:
    """A span covers whole words that stand nowhere else in the article."""
    for pair in paraphrases.read_pairs(half):
        for place in (pair.a, pair.b):
            words, article = place.words, place.article
            assert words
            assert words == words.strip()
            assert f"{article.title}\n{article.text}".count(words) == 1, pair.id
            where = article.title or "" if place.in_title else article.text
            around = where[: place.span.start][-1:] + where[place.span.end :][:1]
            assert not any(character.isalnum() for character in around), pair.id


@HALVES
def test_labels_are_balanced(half: str) -> None:
    """A half has 110 pairs or more, and about as many of each label."""
    counted = Counter(row["label"] for row in rows_of(half))
    assert set(counted) == {"same", "different"}
    assert counted.total() >= 110
    assert abs(counted["same"] - counted["different"]) <= counted.total() // 20


def test_halves_show_the_same_phenomena() -> None:
    """Both halves have every phenomenon, each under one label only."""
    dev, held = (
        {(row["phenomenon"], row["label"]) for row in rows_of(half)} for half in paraphrases.HALVES
    )
    assert dev == held
    assert len({phenomenon for phenomenon, _ in dev}) == len(dev)


def test_nothing_occurs_twice() -> None:
    """No id, title or text is used twice, in one half or across them."""
    rows = [row for half in paraphrases.HALVES for row in rows_of(half)]
    articles = [row[side] for row in rows for side in "ab"]
    for values in (
        [row["id"] for row in rows],
        [article["title"] for article in articles],
        [article["text"] for article in articles],
    ):
        assert [value for value, times in Counter(values).items() if times > 1] == []


def test_halves_share_no_speaker() -> None:
    """A speaker is in one pair only, so that the halves have none in common."""
    everybody = [name for half in paraphrases.HALVES for name in speakers_of(half)]
    assert [name for name, times in Counter(everybody).items() if times > 1] == []


@HALVES
def test_each_article_names_its_speaker(half: str) -> None:
    """Both articles name whose words they render, and only different renderings have two."""
    for row in rows_of(half):
        assert row["label"] == "different" or "other_speaker" not in row
        names = row["speaker"], row.get("other_speaker", row["speaker"])
        for side, name in zip("ab", names, strict=True):
            assert name.split()[-1] in f"{row[side]['title']} {row[side]['text']}", row["id"]


@HALVES
def test_another_day_is_far_enough(half: str) -> None:
    """Only where somebody repeats himself are the articles about two weeks apart."""
    for row in rows_of(half):
        days = abs(
            date.fromisoformat(row["b"]["published"]) - date.fromisoformat(row["a"]["published"])
        ).days
        again = row["phenomenon"] == "the same said on another day"
        assert 12 <= days <= 17 if again else days <= 8, row["id"]


@pytest.mark.parametrize(
    ("pieces", "at_it"),
    [
        (((10, 20),), True),
        (((0, 15),), True),
        (((0, 14),), False),
        (((15, 40),), True),
        (((16, 40),), False),
        (((11, 12),), True),
        (((0, 12), (18, 24)), False),
        (((0, 13), (18, 22)), True),
        (((30, 40),), False),
    ],
)
def test_half_of_the_shorter_one_is_enough(
    pieces: tuple[tuple[int, int], ...], at_it: bool
) -> None:
    """A rendering is at a place where they share half of the shorter of them."""
    place = Place(Article("a", "x" * 50), Span(10, 20), in_title=False)
    rendering = Rendering("a", None, tuple(Span(*piece) for piece in pieces))
    assert paraphrases.is_at(rendering, place) is at_it


def test_places_are_of_one_article_and_of_text_or_title() -> None:
    """The same offsets in another article, or in the title, are another place."""
    place = Place(Article("a", "x" * 50), Span(10, 20), in_title=False)
    assert not paraphrases.is_at(Rendering("b", None, (Span(10, 20),)), place)
    assert not paraphrases.is_at(Rendering("a", None, (Span(10, 20),), in_title=True), place)


def test_a_pair_is_the_same_where_one_statement_is_at_both_places() -> None:
    """One statement has to have both renderings."""
    place = Place(Article("a", "x" * 50), Span(10, 20), in_title=False)
    pair = Pair("1", "headline", True, place, Place(Article("b", "y" * 50), Span(0, 9), True))
    first = Rendering("a", None, (Span(10, 20),))
    second = Rendering("b", None, (Span(0, 9),), in_title=True)
    assert paraphrases.is_shared(Statement("s", None, "", (first, second), 2, 2), pair)
    assert not paraphrases.is_shared(Statement("s", None, "", (first,), 1, 1), pair)


def test_figures_are_of_same() -> None:
    """Precision, recall and F1 count the pairs that are said to be the same."""
    place = Place(Article("a", "x"), Span(0, 1), in_title=False)
    answers = [
        Answer(Pair("", "", same, place, place), said)
        for same, said in [(True, True), (True, False), (True, False), (False, True)]
    ]
    assert paraphrases.measure(answers) == pytest.approx((1 / 2, 1 / 3, 2 / 5))
    assert paraphrases.measure([]) == (0.0, 0.0, 0.0)


def test_of_held_no_mistakes_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """Asked for the mistakes of held, the scorer says that it is for measuring only."""
    with pytest.raises(SystemExit):
        paraphrases.main(["held", "--mistakes"])
    captured = capsys.readouterr()
    assert "measuring only" in captured.err
    assert captured.out == ""


def test_mistakes_are_shown_with_their_words(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The mistakes of dev are printed with both wordings, then the figures."""
    pairs = paraphrases.read_pairs("dev")[:2]
    monkeypatch.setattr(paraphrases, "read_pairs", lambda _half: pairs)
    monkeypatch.setattr(paraphrases, "answer", lambda pair: Answer(pair, same=pair is pairs[0]))
    assert paraphrases.main(["dev", "--mistakes"]) == 0
    printed = capsys.readouterr().out
    assert pairs[1].a.words in printed
    assert pairs[1].b.words in printed
    assert pairs[0].a.words not in printed
    assert "dev 2 pairs: precision 1.000 recall 0.500 F1 0.667" in printed
