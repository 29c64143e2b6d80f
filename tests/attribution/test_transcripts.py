"""Transcripts: labels, turns, and texts that only look like one."""

from __future__ import annotations

import pytest
from shown import read

TURNS = "MOE: Who closed it?\nPELL: I did.\nMOE: Why?\nPELL: It sank."


def turns(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """(label, words) of what was found as turns of a transcript."""
    return [(s.source, s.content) for s in read(text) if "transcript label" in s.rules]


def test_a_turn_has_its_label_for_a_source() -> None:
    """Every turn has its label as source and the colon as cue."""
    assert [(s.source, s.cue) for s in read(TURNS)] == [("MOE", ":"), ("PELL", ":")] * 2


def test_turns_are_direct_speech() -> None:
    """What a transcript prints after a label are that speaker's own words."""
    assert [s.kind for s in read(TURNS)] == ["direct"] * 4


def test_turns_in_order() -> None:
    """Labels and words of each turn, in order."""
    assert turns(TURNS) == [
        ("MOE", ("Who closed it?",)),
        ("PELL", ("I did.",)),
        ("MOE", ("Why?",)),
        ("PELL", ("It sank.",)),
    ]


def test_a_paragraph_without_a_label_goes_on_with_its_turn() -> None:
    """A turn may run over paragraphs as long as turns follow."""
    text = "MOE: Who?\n\nPELL: I did.\n\nIt was late.\n\nMOE: Why?\n\nThe boat left."
    assert turns(text) == [
        ("MOE", ("Who?",)),
        ("PELL", ("I did.", "It was late.")),
        ("MOE", ("Why?",)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Note: The boat left.\nNote: It came back.\nNote: It sank.",
        "The menu: fish.\nThe wine: red.\nThe bill: long.",
        "MOE: Who closed it?\n\nThe boat left. It came back.",
        "At 10:30 it left.\nAt 11:30 it came back.\nAt 12:30 it sank.",
        "Time: noon\nPlace: Kew\nPrice: free",
    ],
    ids=["notes", "a list", "one label", "times", "an event"],
)
def test_labels_alone_make_no_transcript(text: str) -> None:
    """Notes, lists, times and event notices are no transcripts."""
    assert turns(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Q: Who closed it?\nA: I did.",
        "Q. Who closed it?\nA. I did.\nQ. Why?\nA. It sank.",
        "HOST: Who closed it?\nGUEST: I did.",
    ],
    ids=["one question", "points for colons", "one exchange"],
)
def test_short_and_dotted_transcripts(text: str) -> None:
    """A single exchange, and labels with a point, are transcripts too."""
    assert len(turns(text)) == text.count("\n") + 1


def test_somebody_quoted_in_a_turn_is_nested() -> None:
    """What a turn reports of others lies inside that turn."""
    said = read("MOE: Who?\nPELL: I did.\nMOE: Ida said that you lied.\nPELL: She lied.")
    (inner,) = [s for s in said if s.nested]
    assert (inner.source, inner.content) == ("Ida", ("that you lied",))
