"""Paragraphs: one a line, unless somebody wrapped the lines."""

from __future__ import annotations

import pytest

from onrecord.text import split_paragraphs

WRAPPED = (
    "The ferry that was to have left the island at noon on Friday\n"
    "was still tied to the quay on Sunday, its crew asleep on the\n"
    "car deck and its passengers in the hall of the school, where\n"
    "the lights had gone out."
)
SECOND = (
    "Nobody swam. The tide was out, and then it was in, and on the\nday after it was out again."
)
LIST = "Cod\nHerring\nEel\n\nThe market is open from six in the morning until the fish is sold.\n"


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text as strings."""
    return [paragraph.of(text) for paragraph in split_paragraphs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n \n", []),
        ("One.", ["One."]),
        ("One.\nTwo.", ["One.", "Two."]),
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("  One. \n\t Two.\u00a0\n", ["One.", "Two."]),
        ("One.\r\nTwo.\r\n\r\nThree.", ["One.", "Two.", "Three."]),
        (f"{WRAPPED}\n\n{SECOND}", [WRAPPED, SECOND]),
        (f"{WRAPPED}\n   \n{SECOND}", [WRAPPED, SECOND]),
        (LIST, ["Cod", "Herring", "Eel", LIST.split("\n\n")[1].strip()]),
    ],
    ids=[
        "nothing",
        "white space",
        "one",
        "a line each",
        "blank lines",
        "space around them",
        "carriage returns",
        "wrapped",
        "wrapped, with white space on the blank line",
        "a list of short lines",
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    """A text falls into its paragraphs, without the white space around them."""
    assert paragraphs(text) == expected


def test_long_lines_are_paragraphs_of_their_own() -> None:
    """Lines longer than anybody wraps at are not joined, though each block has several."""
    line = (
        "The ferry was late again, and those who waited for it had stopped asking why it was. " * 3
    )
    text = "\n".join([line, line, line]) + "\n\n" + "\n".join([line, line])
    assert len(paragraphs(text)) == 5
