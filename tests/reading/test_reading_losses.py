"""Quoted words that an extractor lost are given back or told; those beside the article are not."""

from __future__ import annotations

import pytest

from onrecord.reading.losses import find_losses
from onrecord.reading.page import read_page
from onrecord.reading.passages import Passage, passages_of
from onrecord.reading.selection import Choice, select_passages
from onrecord.reading.webpage import text_of

QUOTE = "“Nobody has asked the gulls,” said Ines Hallam of the ferry council on Tuesday."
WORDS = [
    "The council met on Tuesday evening and kept the old ferry running until the autumn.",
    "Its clerk said that the vote had been close and that the fare would stay as it was.",
    QUOTE,
    "The ferry company had asked for an answer by the end of the month, and it got one.",
    "Nobody on the island expects the bridge to be built before the next council election.",
]


def page_of(*parts: str) -> tuple[Passage, ...]:
    """The passages of a page whose article element holds these parts."""
    head = '<html><body><h1>Ferry stays</h1><div class="text">'
    return passages_of(read_page(head + "".join(parts) + "</div></body></html>"))


def paragraphs(*texts: str) -> list[str]:
    """Each text as a paragraph."""
    return [f"<p>{text}</p>" for text in texts]


def chosen(passages: tuple[Passage, ...], first: list[str], second: list[str]) -> Choice:
    """The choice among passages if two extractors kept these texts."""
    return select_passages(passages, "\n".join(first), "\n".join(second), ["Ferry stays"])


def lost(passages: tuple[Passage, ...], choice: Choice, body: str = "") -> str:
    """What is told to be lost, "" for nothing."""
    text = text_of(passages, choice.taken).text
    return " ".join(problem.message for problem in find_losses(passages, choice, text, body))


@pytest.mark.parametrize("gone", range(len(WORDS)))
def test_a_paragraph_one_extractor_lost_is_given_back(gone: int) -> None:
    """Lost anywhere but at the very beginning, it comes back for its make and place."""
    passages = page_of(*paragraphs(*WORDS))
    choice = chosen(passages, [w for n, w in enumerate(WORDS) if n != gone], WORDS)
    text = text_of(passages, choice.taken).text
    assert (WORDS[gone] in text) is (gone > 0)
    assert lost(passages, choice) == ""


@pytest.mark.parametrize("place", [0, 2, 4])
def test_a_quotation_both_extractors_lost_is_told(place: int) -> None:
    """The problem names the first words of the quotation, wherever it stood."""
    plain = [w for w in WORDS if w != QUOTE]
    page = [*plain[:place], QUOTE, *plain[place:]]
    passages = page_of(*paragraphs(*page))
    choice = chosen(passages, plain, plain)
    assert QUOTE not in text_of(passages, choice.taken).text
    assert "“Nobody has asked the gulls, …”" in lost(passages, choice)


def test_a_quotation_only_the_second_keeps_is_told() -> None:
    """Two extractors that disagree over a quoted string are a doubt, even in another place."""
    plain = [w for w in WORDS if w != QUOTE]
    passages = page_of(f"<section><div>{QUOTE}</div></section>", *paragraphs(*plain))
    choice = chosen(passages, plain, [QUOTE, *plain])
    assert "Nobody has asked the gulls" in lost(passages, choice)


BESIDE = {
    "an aside": f"<aside><p>{QUOTE}</p></aside>",
    "comments": f'<div class="comments"><p>{QUOTE}</p></div>',
    "a caption": f"<figure><figcaption>{QUOTE}</figcaption></figure>",
    "related links": f'<p>Related: <a href="/x">{QUOTE}</a></p>',
    "a list of links": f'<ul><li><a href="/x">{QUOTE}</a></li></ul>',
    "a hidden box": f'<div style="display: none"><p>{QUOTE}</p></div>',
    "words the text has elsewhere": "<p>“kept the old ferry running until the autumn”</p>",
    "scare quotes": "<p>It was a “close” thing, as “they say” on the island of Holm.</p>",
}


@pytest.mark.parametrize("what", BESIDE)
def test_words_beside_the_article_are_no_loss(what: str) -> None:
    """What the markup sets beside the article is not told, nor what the text has anyway."""
    plain = [w for w in WORDS if w != QUOTE]
    passages = page_of(*paragraphs(*plain[:2]), BESIDE[what], *paragraphs(*plain[2:]))
    assert lost(passages, chosen(passages, plain, plain)) == ""


def test_words_of_json_ld_that_the_page_lacks_are_told() -> None:
    """JSON-LD's article body counts, in whatever words the page cuts it."""
    plain = [w for w in WORDS if w != QUOTE]
    passages = page_of(*paragraphs(*plain))
    choice = chosen(passages, plain, plain)
    assert "Nobody has asked the gulls" in lost(passages, choice, " ".join(WORDS))
    assert lost(passages, choice, " ".join(plain)) == ""


def test_many_losses_are_counted() -> None:
    """Five are named, the rest are a number."""
    quotes = [f"“Gull number {n} was never asked of it,” he said of the birds." for n in range(9)]
    passages = page_of(*paragraphs(*WORDS, *quotes))
    told = lost(passages, chosen(passages, WORDS, WORDS))
    assert told.count("Gull number") == 5
    assert "and 4 more" in told


def test_a_page_no_extractor_keeps_is_read_by_its_markup() -> None:
    """Without any opinion all passages are taken but those set beside."""
    menu = '<nav><a href="/">News of the island of Holm</a></nav>'
    passages = page_of(menu, *paragraphs(*WORDS))
    choice = chosen(passages, [], [])
    assert text_of(passages, choice.taken).text == "\n\n".join(WORDS)
