"""Who speaks within one article: cases of tests/cases/speakers.json."""

from __future__ import annotations

from typing import Any

import pytest
from marked_articles import cases_of, marked_article

from onrecord.records import Article
from onrecord.speakers import resolve_speakers


def by_name(case: dict[str, Any]) -> str:
    """What a case is called."""
    name: str = case["name"]
    return name


@pytest.mark.parametrize("case", cases_of("speakers.json", "resolved"), ids=by_name)
def test_speakers_are_resolved(case: dict[str, Any]) -> None:
    """Each attribution has the fullest name its article gives the speaker."""
    resolved = resolve_speakers(*marked_article(case))
    assert [a.speaker and a.speaker.name for a in resolved] == case["speakers"]


@pytest.mark.parametrize("case", cases_of("speakers.json", "unresolved"), ids=by_name)
def test_what_cannot_be_told_stays_open(case: dict[str, Any]) -> None:
    """An attribution whose speaker cannot be told has none, and says why."""
    resolved = resolve_speakers(*marked_article(case))
    for number in case["left"]:
        attribution = next(a for a in resolved if a.id.endswith(f"/{number}"))
        assert attribution.speaker is None
        assert attribution.why[-1].rule == "unresolved"


@pytest.mark.parametrize("case", cases_of("speakers.json", "never"), ids=by_name)
def test_a_wrong_name_is_never_given(case: dict[str, Any]) -> None:
    """Whoever else the speaker may be, it is not the one a careless reader would take."""
    resolved = resolve_speakers(*marked_article(case))
    attribution = next(a for a in resolved if a.id.endswith(f"/{case.get('of', 1)}"))
    assert attribution.speaker is None or attribution.speaker.name not in case["not"]


@pytest.mark.xfail(reason="a known failure", strict=True)
@pytest.mark.parametrize("case", cases_of("speakers.json", "known failures"), ids=by_name)
def test_known_failures(case: dict[str, Any]) -> None:
    """What is not resolved yet, as docs/speakers.md says; a case that passes moves up."""
    resolved = resolve_speakers(*marked_article(case))
    assert [a.speaker and a.speaker.name for a in resolved] == case["speakers"]


def test_candidates_are_told() -> None:
    """A pronoun that could be two persons names both."""
    case = next(c for c in cases_of("speakers.json", "unresolved") if c["name"].startswith("he"))
    (attribution,) = resolve_speakers(*marked_article(case))
    assert attribution.why[-1].detail.startswith("He: 2 candidates: ")


def test_earlier_reasons_are_kept() -> None:
    """Resolving adds its reason to those of the attribution stage."""
    case = cases_of("speakers.json", "resolved")[0]
    article, attributions = marked_article(case)
    again = resolve_speakers(article, resolve_speakers(article, attributions))
    assert all(len(a.why) == 4 for a in again)


def test_no_attributions() -> None:
    """An article that attributes nothing has nothing to resolve."""
    assert resolve_speakers(Article(id="a", text="Nothing."), ()) == ()
