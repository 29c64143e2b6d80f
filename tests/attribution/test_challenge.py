"""The challenge set: short invented texts, each a phenomenon, read as a careful reader would."""

from __future__ import annotations

from collections import Counter

import msgspec
import pytest

import challenge as challenges
from challenge import Challenge, find_by_rules, judge, read_challenges, read_known_failures
from onrecord.records import Attribution, Span

ALL = read_challenges()
KNOWN = read_known_failures()
FEWEST = 8


def parameter(challenge: Challenge) -> object:
    """A challenge as a test parameter, strictly expected to fail where it is known to."""
    known = pytest.mark.xfail(strict=True, reason="a known failure: python eval/challenge.py")
    return pytest.param(challenge, id=challenge.id, marks=[known] if challenge.id in KNOWN else [])


@pytest.mark.parametrize("challenge", [parameter(challenge) for challenge in ALL])
def test_challenges(challenge: Challenge) -> None:
    """The rules find what a careful reader finds, and nothing that is not there."""
    verdict = judge(challenge, find_by_rules(challenge.article))
    assert not verdict.wrong, "\n".join(verdict.wrong)


def places(challenge: Challenge) -> list[tuple[str, str]]:
    """(piece, text it should stand in) of everything a challenge copies from its text."""
    both = f"{challenge.text}\n{challenge.title or ''}"
    pairs = [(words, both) for words in challenge.forbidden]
    for expected in challenge.expected:
        place = challenge.title or "" if expected.in_title else challenge.text
        pieces = (*expected.content, *expected.cue, *expected.source)
        pairs += [(piece, place) for piece in pieces]
    return pairs


def test_challenges_say_what_their_texts_show() -> None:
    """Every expected piece and every forbidden stretch stands in the text or the title."""
    strays = [(c.id, piece) for c in ALL for piece, place in places(c) if piece not in place]
    assert not strays
    assert all(piece for c in ALL for piece, _ in places(c))
    assert all(expected.content for c in ALL for expected in c.expected)


def test_forbidden_words_stand_once() -> None:
    """What must not be content can be found without doubt."""
    assert not [
        (challenge.id, words)
        for challenge in ALL
        for words in challenge.forbidden
        if f"{challenge.text}\n{challenge.title or ''}".count(words) != 1
    ]


def test_kinds_and_types_are_the_ones_there_are() -> None:
    """Expectations use the words of the records."""
    expected = [e for challenge in ALL for e in challenge.expected]
    assert {e.kind for e in expected} == {"direct", "indirect", "mixed"}
    assert {e.type for e in expected} == {"speech", "attitude", "decree"}


def test_challenges_nest_soundly() -> None:
    """An expected attribution lies inside another one of the list, in words of its content."""
    for challenge in ALL:
        for index, expected in enumerate(challenge.expected):
            if expected.inside is not None:
                outer = challenge.expected[expected.inside]
                assert expected.inside != index
                assert all(any(p in whole for whole in outer.content) for p in expected.content)


def test_every_phenomenon_has_enough_challenges() -> None:
    """Ids are unique, and no share rests on fewer than eight texts."""
    assert len({challenge.id for challenge in ALL}) == len(ALL)
    assert min(Counter(challenge.phenomenon for challenge in ALL).values()) >= FEWEST


def test_known_failures_are_challenges() -> None:
    """The known failures name challenges, each once."""
    listed = msgspec.json.decode(challenges.KNOWN_FAILURES.read_bytes())
    assert len(listed) == len(KNOWN)
    assert {challenge.id for challenge in ALL} >= KNOWN


def test_limits_page_is_in_step() -> None:
    """docs/limits.md shows what the challenge files say."""
    page = challenges.PAGE.read_text("utf-8")
    between = page.partition(challenges.BEGIN)[2].partition(challenges.END)[0]
    assert between.strip("\n") == challenges.render_limits(ALL, KNOWN)


def spans_in(place: str, pieces: tuple[str, ...]) -> tuple[Span, ...]:
    """Where pieces stand first in a text."""
    return tuple(Span(place.index(p), place.index(p) + len(p)) for p in pieces)


def perfect(challenge: Challenge) -> list[Attribution]:
    """The attributions a challenge asks for."""
    found: list[Attribution] = []
    for index, expected in enumerate(challenge.expected):
        place = challenge.title or "" if expected.in_title else challenge.text

        found.append(
            Attribution(
                id=str(index),
                article=challenge.id,
                kind="direct",
                type="speech",
                content=spans_in(place, expected.content),
                cue=spans_in(place, expected.cue),
                source=spans_in(place, expected.source),
                inside=None if expected.inside is None else str(expected.inside),
                in_title=expected.in_title,
            )
        )
    return found


def test_the_judge_passes_the_expected_answers() -> None:
    """A finder that answers with the expectations themselves has nothing wrong."""
    assert not [v for v in (judge(c, perfect(c)) for c in ALL) if v.wrong]


def test_the_judge_fails_silence() -> None:
    """A finder that finds nothing is wrong wherever something is there, and nowhere else."""
    for challenge in ALL:
        assert len(judge(challenge, []).wrong) == len(challenge.expected)


def test_the_judge_sees_what_is_wrong() -> None:
    """A wrong source, wrong nesting, forbidden content and extras are each told."""
    by_id = {challenge.id: challenge for challenge in ALL}
    nested = by_id["nested-1"]
    outer, inner = perfect(nested)
    flat = msgspec.structs.replace(inner, inside=None)
    swapped = msgspec.structs.replace(outer, source=inner.source)
    assert judge(nested, [outer, flat]).wrong[0].startswith("nested wrongly")
    assert judge(nested, [swapped, inner]).wrong[0].startswith("missed")
    more = [
        msgspec.structs.replace(inner, id=f"more {n}", content=(Span(n, n + 9),)) for n in (0, 9)
    ]
    assert judge(nested, [outer, inner, more[0]]).wrong == ()
    assert judge(nested, [outer, inner, *more]).wrong[0].startswith("not there")
    scare = by_id["scare-1"]
    start = scare.text.index("luxury")
    taken = msgspec.structs.replace(outer, content=(Span(start, start + 6),), source=(), cue=())
    assert judge(scare, [taken]).wrong[0].startswith("taken for content")
