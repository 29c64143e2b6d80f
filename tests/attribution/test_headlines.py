"""Titles: what a headline attributes, with a colon or a verb, and what it does not."""

from __future__ import annotations

import pytest
from shown import Said, read

BODY = "Ida Moe said the gate had failed. “It failed twice,” said Corvane."


def in_title(title: str, text: str = BODY) -> list[Said]:
    """What is found in a title above a text."""
    return [said for said in read(text, title) if said.in_title]


@pytest.mark.parametrize(
    ("title", "source", "cue", "content"),
    [
        ("Union: gate failed twice", "Union", ":", "gate failed twice"),
        ("Gate failed twice: union", "union", ":", "Gate failed twice"),
        ("Moe: gate failed twice", "Moe", ":", "gate failed twice"),
        ("Minister says gate failed twice", "Minister", "says", "gate failed twice"),
        ("Court bans night boats", "Court", "bans", "night boats"),
        ("Corvane denies it was warned", "Corvane", "denies", "it was warned"),
        ("Gate failed twice, says union", "union", "says", "Gate failed twice"),
        (
            "‘It failed twice’: Corvane on the gate",
            "Corvane",
            ":",
            "‘It failed twice’",
        ),
        (
            "Half of divers want out, poll finds",
            "poll",
            "finds",
            "Half of divers want out",
        ),
        (
            "Moe ‘was never warned’, lawyer says",
            "lawyer",
            "says",
            "Moe ‘was never warned’",
        ),
    ],
)
def test_titles(title: str, source: str, cue: str, content: str) -> None:
    """A title names its source before or after a colon, or beside a verb."""
    said = in_title(title)
    assert (source, cue, (content,)) in [(s.source, s.cue, s.content) for s in said]


@pytest.mark.parametrize(
    "title",
    [
        "Opinion: the long goodbye to the lock",
        "Averhaven: who knew, and when",
        "The lock gate that would not close",
        "URGENT: sea lock closed after gate fails",
        "",
        ":",
        "Moe:",
        "Moe: ",
        ":\r",
        "\u00ad",
    ],
)
def test_titles_that_attribute_nothing(title: str) -> None:
    """Labels, places and plain headlines name nobody as their source."""
    assert in_title(title) == []


def test_who_speaks_in_the_text_can_speak_in_the_title() -> None:
    """A name before a colon is a source where the article quotes that name, else a topic."""
    assert in_title("Corvane: gate failed twice")
    assert not in_title("Averhaven: gate failed twice")


def test_a_first_line_can_be_a_headline() -> None:
    """A headline at the head of the text is read like a title, in the text's own offsets."""
    said = read(f"Union: gate failed twice\n\n{BODY}")
    assert not any(s.in_title for s in said)
    assert ("Union", ("gate failed twice",)) in [(s.source, s.content) for s in said]
