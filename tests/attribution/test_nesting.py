"""What lies in what: contents grown over the words they break off in, the surer of two readings."""

from __future__ import annotations

from onrecord.attribution.found import Found
from onrecord.attribution.nesting import distinct, hold_whole, nest
from onrecord.records import Span

SAID = "Ida Moe said Pell feared that it would sink."


def attribution(
    source: str, cue: str, *content: str, text: str = SAID, score: float | None = None
) -> Found:
    """An attribution of words of a text, which stand in it once."""
    source_, cue_ = ((_span(text, words),) for words in (source, cue))
    pieces = tuple(_span(text, words) for words in content)
    return Found(pieces, cue_, source_, "speech", ("tagger",), score=score)


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


OUTER = attribution("Ida Moe", "said", "Pell feared")
INNER = attribution("Pell", "feared", "that it would sink")


def test_a_content_that_breaks_off_at_a_cue_is_grown() -> None:
    """Who says that another fears something says all of what is feared."""
    outer, inner = hold_whole([OUTER, INNER])
    assert outer.content[0].of(SAID) == "Pell feared that it would sink"
    assert inner == INNER
    assert nest([outer, inner]) == [None, 0]


def test_a_content_that_breaks_off_in_the_words_is_grown() -> None:
    """It is the same where the outer content ends within the inner words."""
    broken = attribution("Ida Moe", "said", "Pell feared that it")
    outer, _ = hold_whole([broken, INNER])
    assert outer.content[0].of(SAID) == "Pell feared that it would sink"


def test_what_is_grown_grows_what_holds_it() -> None:
    """A content that ends where an inner one ended goes on with it."""
    text = "A reports that Ida Moe said Pell feared that it would sink."
    found = [
        attribution("A", "reports", "that Ida Moe said Pell feared", text=text),
        attribution("Ida Moe", "said", "Pell feared", text=text),
        attribution("Pell", "feared", "that it would sink", text=text),
    ]
    grown = hold_whole(found)
    assert [f.content[0].end for f in grown] == [len(text) - 1] * 3
    assert nest(grown) == [None, 0, 1]


def test_a_content_without_the_source_is_left_alone() -> None:
    """A content that does not hold the whole of who speaks is not grown."""
    broken = attribution("Ida Moe", "said", "feared")
    assert hold_whole([broken, INNER])[0] == broken


def test_a_content_is_not_grown_over_its_own_cue() -> None:
    """What stands on both sides of its cue stays in two pieces."""
    text = "Pell feared, Ida Moe said, it would sink."
    outer = attribution("Ida Moe", "said", "Pell feared", "it would sink", text=text)
    inner = attribution("Pell", "feared", "it would sink", text=text)
    assert hold_whole([outer, inner])[0] == outer


def test_the_surer_of_two_readings_is_kept() -> None:
    """Of two attributions with the same content the one with the higher score stays."""
    unsure = attribution("Pell", "feared", "that it would sink", score=0.3)
    sure = attribution("Ida Moe", "said", "that it would sink", score=0.8)
    assert distinct([unsure, sure]) == distinct([sure, unsure]) == [sure]
    assert distinct([INNER, sure]) == [INNER]
