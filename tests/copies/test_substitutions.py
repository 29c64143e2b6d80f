"""What a copy replaced by what: single words, whole names, terms, and what is no replacement."""

from __future__ import annotations

import pytest
from copy_articles import article
from msgspec.structs import replace

from onrecord.copies import group_copies
from onrecord.options import CopyOptions

WIRE = article("wire", published="2031-02-01")


def told(*swaps: tuple[str, str], more: str = "", title: str = "") -> set[frozenset[str]]:
    """The word pairs listed, either way round, once `swaps` were made in a copy of the wire."""
    original = replace(WIRE, text=f"{WIRE.text}\n{more}", title=title)
    copy = replace(original, id="copy", outlet="The Copy", published="2031-02-02")
    for before, after in swaps:
        assert before in f"{copy.title}\n{copy.text}"
        copy = replace(
            copy,
            text=copy.text.replace(before, after),
            title=(copy.title or "").replace(before, after),
        )
    members, _ = group_copies([original, copy], CopyOptions())
    listed = (s for member in members for s in member.substitutions)
    return {frozenset((s.before, s.after)) for s in listed}


ROAD = "Nobody on the Tern Coast Road saw the lights of the boat that night."
GUILD = "The Pilots’ and Keepers’ Guild asked for a second boat in the harbour that night."
CAPTAIN = "The harbour captain and two of the crew were heard by the judge on Friday."


@pytest.mark.parametrize(
    ("more", "swap", "pair"),
    [
        (ROAD, ("Coast", "Shore"), {"Tern Coast Road", "Tern Shore Road"}),
        (
            GUILD,
            ("Pilots’", "Helmsmen’s"),
            {"Pilots’ and Keepers’ Guild", "Helmsmen’s and Keepers’ Guild"},
        ),
        (ROAD, ("Tern Coast", "Gull Coast"), {"Tern", "Gull"}),
    ],
)
def test_a_name_is_told_whole_where_its_middle_changed(
    more: str, swap: tuple[str, str], pair: set[str]
) -> None:
    """A word inside a name, or one of two possessors, is told with it; one at its end alone."""
    assert told(swap, more=more) == {frozenset(pair)}


def test_words_at_one_place_are_told_apart_where_one_is_replaced_elsewhere() -> None:
    """Two words that became three are a word known from elsewhere and the rest."""
    swaps = ("gate", "barrier"), ("barrier failed", "barrier broke down")
    more = "The old gate was painted in the spring of that year.\nOn Monday the gate failed again."
    assert told(*swaps, more=more) == {
        frozenset(("gate", "barrier")),
        frozenset(("failed", "broke down")),
    }


@pytest.mark.parametrize("title", ["Harbour captain heard", "Two of the crew heard"])
def test_a_term_both_texts_have_again_is_told_as_one(title: str) -> None:
    """The harbour captain is one where a headline has him too, and two words where none has."""
    swaps = ("harbour captain", "port skipper"), ("Harbour captain", "Port skipper")
    quay = "Some had slept in the old harbour hall under blankets from the town."
    made = [swap for swap in swaps if swap[0] in f"{CAPTAIN} {title}"] + [("harbour hall",) * 2]
    made[-1] = ("harbour hall", "port hall")
    whole = frozenset(("harbour captain", "port skipper"))
    listed = told(*made, more=f"{CAPTAIN}\n{quay}", title=title)
    assert (whole in listed) == title.startswith("Harbour")
    assert (frozenset(("captain", "skipper")) in listed) != title.startswith("Harbour")
    assert frozenset(("harbour", "port")) in listed


def test_a_sentence_of_a_few_words_is_read_with_the_one_before() -> None:
    """Words replaced in a sentence too short to be compared alone are listed."""
    more = "The second boat came back to the quay before midnight. Nobody was hurt."
    assert told(("was hurt", "was injured"), more=more) == {frozenset(("hurt", "injured"))}


def test_a_pronoun_for_a_name_is_no_word_replaced() -> None:
    """Somebody named by a pronoun is the same person; “US” is no pronoun."""
    more = "Two US boats had searched for Ardent and for Holm until the morning of that day."
    pairs = told(("Holm until", "him until"), ("US boats", "Canadian boats"), more=more)
    assert pairs == {frozenset(("US", "Canadian"))}
