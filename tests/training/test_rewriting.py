"""Articles rewritten for training keep every attribution's words where its spans say they are."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from layouts import Layouts, read_layouts, read_lists
from markup import Fragment, chosen, filled
from others import read_negatives, with_others
from rewrite import rewritten
from speaking import with_inner, with_spoken
from swaps import maybe_swapped

ROLES = {"source": "s", "cue": "c", "content": "q"}
CASES = json.loads(
    (Path(__file__).parents[1] / "cases" / "rewriting.json").read_text(encoding="utf-8")
)
HOLES = {
    name: [Fragment(words)]
    for name, words in {
        **dict.fromkeys(["s", "n", "o", "x"], "the mayor"),
        **dict.fromkeys(["S", "N", "X"], "The mayor"),
        "p": "the mayor’s",
        "P": "The mayor’s",
        "who": "who",
        "is": "is",
        "were": "was",
        "B": "be",
        **dict.fromkeys(["q", "r", "i", "i1", "I"], "the well is dry"),
        "Q": "The well is dry",
        "J": "The well",
        "b": "dry",
        "v": "is dry",
        "z": "It rained",
    }.items()
} | {
    name: [Fragment("“"), Fragment("It is dry"), Fragment("”")]
    for name in ("d", "d1", "e2", "h2", "o1")
}


def dice(seed: int) -> random.Random:
    """Dice that always fall the same way."""
    return random.Random(seed)  # noqa: S311 - they decide nothing secret


def article(case: dict[str, Any]) -> dict[str, Any]:
    """An article of the cases, in the form of the training data."""
    built = filled(case["text"], {})
    numbers = sorted({label.number for label in built.labels})
    outer = {int(inner): f"A{around}" for inner, around in case["outer"].items()}
    quotes = [
        {
            "name": f"A{n}",
            "in": outer.get(n),
            "speaker": case["speakers"][str(n)],
            "type": "speech",
            **{role: built.spans(n, letter) for role, letter in ROLES.items()},
        }
        for n in numbers
    ]
    return {"text": built.text, "quotes": quotes}


ARTICLES = [article(case) for case in CASES]
LAYOUTS = [
    (kind, layout)
    for kind, layouts in read_layouts().items()
    for group in layouts.groups
    for layout in group
]


def words(one: dict[str, Any], quote: dict[str, Any]) -> list[list[str]]:
    """The words of an attribution, without the case that a place in a sentence gives them."""
    return [[one["text"][a:b].casefold() for a, b in quote[role]] for role in ROLES]


def assert_sound(one: dict[str, Any]) -> None:
    """Every span lies in the text and begins and ends with a word; inner lies within outer."""
    names = {quote["name"]: quote for quote in one["quotes"]}
    assert len(names) == len(one["quotes"])
    for quote in one["quotes"]:
        assert quote["content"]
        for role in ROLES:
            for a, b in quote[role]:
                assert 0 <= a < b <= len(one["text"])
                assert one["text"][a:b] == one["text"][a:b].strip()
        if quote["in"] is not None:
            around = names[quote["in"]]["content"]
            first = (quote["cue"] or quote["content"])[0]
            assert any(a <= first[0] and first[1] <= b for a, b in around)


@given(st.integers(0, 10**6), st.sampled_from(ARTICLES))
def test_rewritten_articles_are_sound(seed: int, before: dict[str, Any]) -> None:
    """No attribution is lost, and all spans fit the new text."""
    copy = json.loads(json.dumps(before))
    after = rewritten(before, dice(seed), share=1.0)
    assert before == copy
    assert {q["name"] for q in before["quotes"]} <= {q["name"] for q in after["quotes"]}
    assert_sound(after)


@given(st.integers(0, 10**6), st.sampled_from(ARTICLES))
def test_same_dice_same_article(seed: int, before: dict[str, Any]) -> None:
    """Rewriting depends on nothing but the article and the dice."""
    first, second = (rewritten(before, dice(seed)) for _ in range(2))
    assert first == second


@given(st.integers(0, 10**6), st.sampled_from(ARTICLES))
def test_sentences_added_leave_attributions_alone(seed: int, before: dict[str, Any]) -> None:
    """Sentences put in, or put into somebody's mouth, change no word of what was attributed."""
    after = with_others(with_spoken(before, dice(seed), 9), dice(seed), 19)
    assert_sound(after)
    for old, new in zip(before["quotes"], after["quotes"], strict=False):
        assert words(before, old) == words(after, new)


@given(st.integers(0, 10**6), st.sampled_from(ARTICLES))
def test_cues_swapped_leave_the_rest_alone(seed: int, before: dict[str, Any]) -> None:
    """Another cue changes the cue, and contents only where they hold it."""
    thrown = dice(seed)
    index = thrown.randrange(len(before["quotes"]))
    after = maybe_swapped(before, index, read_lists(), thrown)
    if after is None:
        return
    assert_sound(after)
    for k, (old, new) in enumerate(zip(before["quotes"], after["quotes"], strict=True)):
        was, now = words(before, old), words(after, new)
        assert was[0] == now[0]
        assert k == index or was[1] == now[1]


def test_a_cue_is_swapped() -> None:
    """One cue of a plain sentence is another one after enough throws."""
    cues = set()
    for seed in range(40):
        after = maybe_swapped(ARTICLES[0], 0, read_lists(), dice(seed))
        if after is not None:
            cues.add(words(after, after["quotes"][0])[1][0])
    assert len(cues) > 20


def test_belief_is_nested() -> None:
    """What is put inside a content lies in it, and what the content held lies in that."""
    after = with_inner(ARTICLES[1], 0, dice(3))
    assert after is not None
    new = after["quotes"][-1]
    assert new["in"] == "A0"
    assert after["quotes"][1]["in"] == new["name"]


def test_every_kind_of_layout_is_used() -> None:
    """Rewriting draws from clauses, quotations, joined ones, and adds nested attributions."""
    nested = more = 0
    for seed in range(60):
        for before in ARTICLES:
            after = rewritten(before, dice(seed))
            more += len(after["quotes"]) > len(before["quotes"])
            nested += any(q["in"] and q["name"].startswith("N") for q in after["quotes"])
    assert more > 20
    assert nested > 10


@pytest.mark.parametrize(("kind", "layout"), LAYOUTS)
def test_layouts_label_whole_attributions(kind: str, layout: str) -> None:
    """Each number of a layout has one cue and a content, and every hole is one that is filled."""
    for seed in range(12):
        made = chosen(layout, read_lists(), dice(seed), form="past", plural=False)
        assert not set("{}<>|*").intersection(made)
        built = filled(made, HOLES)
        numbers = {label.number for label in built.labels}
        assert kind.startswith(("inner", "added")) or 0 in numbers
        assert ("joined" in kind) == (2 in numbers) or kind in ("clause", "direct", "thing")
        for number in numbers:
            assert len(built.spans(number, "c")) == 1
            assert built.spans(number, "q")
        for label in built.labels:
            span = built.text[label.start : label.end]
            assert span
            assert span == span.strip()


def test_layouts_have_weights() -> None:
    """Every kind has as many weights as groups."""
    assert all(
        isinstance(found, Layouts) and len(found.weights) == len(found.groups)
        for found in read_layouts().values()
    )


def test_negatives_are_sentences() -> None:
    """Every sentence that attributes nothing begins with a capital and ends with a stop."""
    for line in read_negatives():
        made = chosen(line, {}, dice(1), form="past", plural=False)
        assert made[0].isupper() or made[0] == "“"
        assert made.endswith(".")
