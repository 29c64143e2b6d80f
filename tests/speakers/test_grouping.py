"""One speaker across articles: cases of tests/cases/speakers_across.json."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked_articles import cases_of, marked_article
from msgspec.structs import replace

from onrecord.speakers import group_speakers, resolve_speakers

if TYPE_CHECKING:
    from onrecord.records import Article, Attribution, Speaker

COLLECTIONS = cases_of("speakers_across.json", "collections")


def resolved_collection(
    rows: list[dict[str, Any]],
) -> tuple[tuple[Article, ...], tuple[tuple[Attribution, ...], ...]]:
    """Articles of a collection with their speakers resolved."""
    marked = [marked_article(row) for row in rows]
    return tuple(a for a, _ in marked), tuple(resolve_speakers(*pair) for pair in marked)


def by_name(case: dict[str, Any]) -> str:
    """What a case is called."""
    name: str = case["name"]
    return name


def outline(speakers: tuple[Speaker, ...]) -> set[tuple[str, str, str]]:
    """Id, name and kind of every speaker."""
    return {(s.id, s.name, s.kind) for s in speakers}


@pytest.mark.parametrize("case", COLLECTIONS, ids=by_name)
def test_speakers_are_merged(case: dict[str, Any]) -> None:
    """Each speaker has all its mentions, and no other's."""
    speakers, _ = group_speakers(*resolved_collection(case["articles"]))
    expected = sorted((name.strip(), count) for name, count in case["speakers"].items())
    assert sorted((s.name, len(s.mentions)) for s in speakers) == expected


@pytest.mark.parametrize("case", COLLECTIONS, ids=by_name)
def test_attributions_point_at_their_speaker(case: dict[str, Any]) -> None:
    """Every attribution refers to the speaker that lists it, by id and name."""
    speakers, attributions = group_speakers(*resolved_collection(case["articles"]))
    listed = {(m.attribution, s.id, s.name) for s in speakers for m in s.mentions}
    assert listed == {
        (a.id, a.speaker.id, a.speaker.name) for found in attributions for a in found if a.speaker
    }


def test_a_merge_says_why() -> None:
    """A speaker put together from two names tells by which rule, and the mention does too."""
    case = next(c for c in COLLECTIONS if c["name"] == "a surname with the same office")
    (speaker,), _ = group_speakers(*resolved_collection(case["articles"]))
    assert [reason.rule for reason in speaker.why] == ["surname and office"]
    assert Counter(len(m.why) for m in speaker.mentions) == {1: 1, 2: 1}


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("a bare surname of the only person", "only person of that surname here"),
        ("a pronoun between one person's name and office", "candidates are one person"),
    ],
)
def test_a_late_answer_says_why(name: str, rule: str) -> None:
    """What only the collection tells has its reason, and is no longer called unresolved."""
    case = next(c for c in COLLECTIONS if c["name"] == name)
    speakers, attributions = group_speakers(*resolved_collection(case["articles"]))
    assert rule in {reason.rule for s in speakers for reason in s.why}
    reasons = {reason.rule for found in attributions for a in found for reason in a.why}
    assert "unresolved" not in reasons


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(COLLECTIONS), st.randoms(use_true_random=False))
def test_order_changes_no_speaker(case: dict[str, Any], random: Any) -> None:
    """Articles in another order have the same speakers with the same mentions."""
    articles, attributions = resolved_collection(case["articles"])
    pairs = list(zip(articles, attributions, strict=True))
    random.shuffle(pairs)
    shuffled = group_speakers(tuple(a for a, _ in pairs), tuple(found for _, found in pairs))
    assert shuffled[0] == group_speakers(articles, attributions)[0]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(COLLECTIONS), st.integers(0, 2), st.integers(1, 3))
def test_a_repeated_article_changes_no_named_speaker(
    case: dict[str, Any], which: int, times: int
) -> None:
    """Copies of an article under other ids add mentions and no named speaker."""
    articles, attributions = resolved_collection(case["articles"])
    which %= len(articles)
    copies = tuple(replace(articles[which], id=f"copy {n}") for n in range(times))
    before, _ = group_speakers(articles, attributions)
    after, _ = group_speakers(articles + copies, attributions + (attributions[which],) * times)
    assert outline(before) <= outline(after)
    assert {s.name for s in before} == {s.name for s in after}


def test_unresolved_attributions_stay() -> None:
    """What has no speaker has none after grouping."""
    articles, attributions = resolved_collection([{"id": "a", "text": "{1 She} said so."}])
    speakers, after = group_speakers(articles, attributions)
    assert speakers == ()
    assert after == attributions
