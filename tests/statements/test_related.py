"""Statements of one speaker on one matter that different articles carry."""

from __future__ import annotations

import pytest
from said_articles import statements_of

KEEL = "{Ilse Brand|direct|“The keel was laid too late,”} Ilse Brand said. "
CRACKED = "{Ilse Brand|indirect|that the keel has to be x-rayed}, Ilse Brand said. "
CREW = "{Ilse Brand|direct|“We have no crew for her,”} Ilse Brand said. "
KEELS = (
    "that a keel costs two winters",
    "that thieves had come for the keel",
    "that her father carved every keel",
    "whether lawyers own this keel",
    "that snow had bent the keel",
    "that no bank insures a keel",
)
OTHER = "{Edda Voss|direct|“Nobody told me of a keel,”} Edda Voss said. "


def related(articles: dict[str, str]) -> set[tuple[str, str, tuple[str, ...]]]:
    """(wording, related wording, words) of every statement of these articles."""
    found = statements_of(articles)
    wordings = {statement.id: statement.wording for statement in found}
    return {(s.wording, wordings[r.statement], r.words) for s in found for r in s.related}


def test_two_outlets_that_took_different_sentences_meet() -> None:
    """The word both have is told as each printed it, and each leads to the other."""
    late, cracked = "The keel was laid too late", "that the keel has to be x-rayed"
    assert related({"wire": KEEL + CREW, "post": CRACKED}) == {
        (late, cracked, ("keel",)),
        (cracked, late, ("keel",)),
    }


@pytest.mark.parametrize(
    "articles",
    [
        pytest.param({"wire": KEEL + CRACKED}, id="one article has both"),
        pytest.param({"wire": KEEL, "post": OTHER}, id="two speakers"),
        pytest.param({"wire": KEEL, "post": CREW}, id="no word in common"),
        pytest.param(
            {"wire": KEEL}
            | {
                f"post{n}": CRACKED.replace("that the keel has to be x-rayed", says)
                for n, says in enumerate(KEELS)
            },
            id="a word of all the speaker says",
        ),
    ],
)
def test_what_is_not_related(articles: dict[str, str]) -> None:
    """One article's own statements, other speakers and words of everything are no relation."""
    assert related(articles) == set()
