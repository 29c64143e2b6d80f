"""The name of a programme that somebody told something is none of what was told."""

from __future__ import annotations

import pytest

from onrecord.attribution import find_attributions
from onrecord.records import Article


@pytest.mark.parametrize(
    ("told", "pieces"),
    [
        ("“At Slack Water”", ["“It held,”", "“It will hold for years.”"]),
        ("the council", ["“It held,”", "“It will hold for years.”"]),
    ],
)
def test_who_is_told_is_no_content(told: str, pieces: list[str]) -> None:
    """Right behind its cue a name in marks is whom the words were told to."""
    text = f"“It held,” Moe told {told}. “It will hold for years.”"
    first = find_attributions(Article("a", text))[0][0]
    assert [piece.of(text) for piece in first.content] == pieces
