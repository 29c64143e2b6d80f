"""Quoted words that lost their marks, and articles that speak in the first person themselves."""

from __future__ import annotations

from shown import read

SAID = "Ida Moe said the gate had failed twice."


def test_first_person_after_reported_words_is_the_speakers() -> None:
    """A sentence in the first person goes to whoever was just reported, and says why."""
    said, unmarked = read(f"{SAID} And we will keep the lock shut. The quay is closed.")
    assert said.content == ("the gate had failed twice",)
    assert (unmarked.source, unmarked.cue) == ("Ida Moe", "")
    assert unmarked.content == ("we will keep the lock shut",)
    assert unmarked.rules == ("first person without marks",)


def test_the_us_is_nobody_who_speaks() -> None:
    """A country in capitals puts no reporter into the text."""
    text = f"Moe told the US press that the gate had failed. {SAID} And we will keep it shut."
    assert read(text)[-1].rules == ("first person without marks",)


def test_an_article_that_says_we_itself_keeps_its_words() -> None:
    """Where the article speaks in the first person elsewhere too, nobody is given its words."""
    ours = "We walked to the quay. My boots were wet. I met her there."
    assert [s.content for s in read(f"{ours} {SAID} We will keep the lock shut.")] == [
        ("the gate had failed twice",)
    ]


def test_a_new_paragraph_is_the_articles_own() -> None:
    """In the next paragraph the article may speak for itself again."""
    assert len(read(f"{SAID}\n\nWe will keep the lock shut.")) == 1


def test_a_reporter_who_is_in_the_text_says_i_for_herself() -> None:
    """Where somebody told "me", a sentence in the first person is the reporter's own."""
    text = "Moe asked for a new keel. I have seen it. Voss told me that it was cracked."
    assert [f for f in read(text) if f.rules == ("first person without marks",)] == []
