"""What a user tells of speakers wins over every rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from marked_articles import marked_article

from onrecord.errors import UnknownOption
from onrecord.speakers import (
    find_alias_problems,
    group_speakers,
    read_aliases,
    resolve_speakers,
)

if TYPE_CHECKING:
    from onrecord.records import Attribution, Speaker

TEXTS = {
    "a": "{1 Mara Lindqvist} said no. {2 She} added that it was late.",
    "b": "{1 M. Lindquist} said yes. {2 The seaport chief} left. {3 The pilots} waited.",
}


def grouped(aliases: str) -> tuple[dict[str, int], list[Attribution], tuple[Speaker, ...]]:
    """Mentions by speaker, the attributions in order, and the speakers."""
    marked = [marked_article({"id": key, "text": text}) for key, text in TEXTS.items()]
    articles = tuple(article for article, _ in marked)
    resolved = tuple(resolve_speakers(*pair) for pair in marked)
    speakers, attributions = group_speakers(articles, resolved, aliases)
    flat = [a for found in attributions for a in found]
    return {s.name: len(s.mentions) for s in speakers}, flat, speakers


def amiss(aliases: str) -> list[tuple[str, str]]:
    """The kind and message of each problem of an alias file."""
    marked = [marked_article({"id": key, "text": text}) for key, text in TEXTS.items()]
    articles = tuple(article for article, _ in marked)
    resolved = tuple(resolve_speakers(*pair) for pair in marked)
    return [(p.kind, p.message) for p in find_alias_problems(articles, resolved, aliases)]


def test_without_aliases_nothing_changes() -> None:
    """An empty file is none."""
    assert grouped("")[2] == grouped("# nothing\n")[2]


def test_names_and_descriptions_become_one_speaker() -> None:
    """A misspelling and an office that no rule would join are joined, and say why."""
    told = '[[speaker]]\nname = "Mara Lindqvist"\nalso = ["M. Lindquist", "the seaport chief"]'
    counts, attributions, _ = grouped(told)
    assert counts == {"Mara Lindqvist": 4, "The pilots": 1}
    assert "alias list" in {reason.rule for reason in attributions[3].why}


def test_the_name_told_is_the_name_shown() -> None:
    """A fuller name in the articles does not push the user's out."""
    counts, _, _ = grouped('[[speaker]]\nname = "Lindqvist"\nalso = ["Mara Lindqvist"]')
    assert counts["Lindqvist"] == 2
    assert "Mara Lindqvist" not in counts


def test_a_correction_names_whoever_speaks() -> None:
    """A correction of one source wins over the antecedent found, and over an alias."""
    told = '[[speaker]]\nname = "Eva Strand"\nalso = ["She"]\n'
    told += '[[correction]]\narticle = "a"\nsource = "She"\nspeaker = "Ann Moe"'
    counts, attributions, _ = grouped(told)
    assert counts["Mara Lindqvist"] == counts["Ann Moe"] == 1
    assert "corrected by hand" in {reason.rule for reason in attributions[1].why}


def test_a_correction_may_leave_it_open() -> None:
    """A correction without a speaker takes the name off again."""
    counts, attributions, _ = grouped('[[correction]]\narticle = "a"\nattribution = "a/2"')
    assert attributions[1].speaker is None
    assert attributions[1].why[-1].rule == "unresolved"
    assert counts["Mara Lindqvist"] == 1


@pytest.mark.parametrize(
    "text",
    [
        "[[speaker",
        '[[speaker]]\nalso = ["Moe"]',
        '[[speaker]]\nname = "Moe"\ncalled = ["Ann"]',
        '[[speaker]]\nname = "Moe"\nkind = "ship"',
        '[[correction]]\narticle = "a"\nspeaker = "Moe"',
    ],
)
def test_a_file_that_cannot_be_used(text: str) -> None:
    """What is no alias file is refused with a message that says so."""
    with pytest.raises(UnknownOption, match="the alias file cannot be used"):
        read_aliases(text)


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ('[[speaker]]\nname = "Ann Moe"\nalso = ["A. Moe"]', "alias-unused", "'Ann Moe'"),
        ('[[correction]]\narticle = "c"\nsource = "She"', "alias-unused", "called 'c'"),
        ('[[correction]]\narticle = "a"\nsource = "He"', "alias-unused", "'He' in 'a'"),
        ('[[correction]]\narticle = "b"\nattribution = "a/1"', "alias-unused", "'a/1' in 'b'"),
        (
            '[[speaker]]\nname = "Mara Lindqvist"\nalso = ["The pilots"]\n'
            '[[speaker]]\nname = "M. Lindquist"\nalso = ["the pilots"]',
            "alias-clash",
            "'the pilots' stands for 'Mara Lindqvist' and for 'M. Lindquist'",
        ),
        (
            '[[correction]]\narticle = "a"\nsource = "She"\nspeaker = "Ann Moe"\n'
            '[[correction]]\narticle = "a"\nsource = "She"',
            "alias-clash",
            "'She' in 'a' is corrected to 'Ann Moe' and to nobody",
        ),
    ],
)
def test_entries_that_match_nothing_or_clash_are_told(text: str, kind: str, told: str) -> None:
    """Each is one problem that names the entry."""
    (problem,) = amiss(text)
    assert problem[0] == kind
    assert told in problem[1]


def test_entries_that_match_are_no_problem() -> None:
    """Neither names that are met as printed or as resolved, nor a name listed twice for one."""
    told = '[[speaker]]\nname = "Mara Lindqvist"\nalso = ["Mara Lindqvist", "Zed Nobody"]\n'
    told += '[[speaker]]\nname = "Pilots of Port Ellis"\nalso = ["the pilots"]\n'
    told += '[[correction]]\narticle = "a"\nsource = "she"\nspeaker = "Ann Moe"'
    assert amiss(told) == []
