"""Tags of words where telling a verb from a noun decides who said what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.attribution.tagging import read_tokens
from onrecord.records import Span
from onrecord.text import find_quotations

if TYPE_CHECKING:
    from onrecord.attribution.tokens import Token

TAGS = [
    ("The police report was long.", "report", "NN"),
    ("Officials say the keel was cracked.", "say", "VBP"),
    ("Many officials say so.", "say", "VBP"),
    ("She claims the keel was cracked.", "claims", "VBZ"),
    ("The claims were long.", "claims", "NNS"),
    ("The minister claims the keel was cracked.", "claims", "VBZ"),
    ("He wants a plan.", "plan", "NN"),
    ("They plan to swim.", "plan", "VBP"),
    ("He said so.", "said", "VBD"),
    ("He has said so.", "said", "VBN"),
    ("It was said so.", "said", "VBN"),
    ("He will say so.", "say", "VB"),
    ("He asked her to say so.", "say", "VB"),
    ("He left, saying so.", "saying", "VBG"),
    ("The said plan failed.", "plan", "NN"),
    ("He said that it sank.", "that", "THAT"),
    ("A plank that sank is here.", "that", "WP"),
    ("The diver’s boat sank.", "’s", "POS"),
    ("It’s cold.", "’s", "BE"),
    ("He isn’t here.", "n’t", "NEG"),
    ("He didn't say so.", "say", "VB"),
    ("The new mayor hopes to swim.", "hopes", "VBZ"),
    ("The judge ruled on it.", "judge", "NN"),
    ("According to the diver, it sank.", "to", "TO"),
    ("He may say so.", "may", "MD"),
    ("Nobody believed Ida Moe.", "Moe", "NNP"),
    ("It cost $1,200 a week.", "$1,200", "CD"),
    ("He officially said so.", "officially", "RB"),
    ("The U.S.-led force left.", "U.S.-led", "JJ"),
    ("Parents fear the school will close.", "fear", "VBP"),
    ("Nurses oppose the plan.", "oppose", "VBP"),
    ("Farmers want rain.", "want", "VBP"),
    ("Two men swam ashore.", "swam", "VBD"),
    ("Her warning that the ice was thin was ignored.", "warning", "NN"),
    ("The claim that the statue weeps is old.", "that", "THAT"),
    ("She has read the letter.", "read", "VBN"),
    ("Police report that the keel was cracked.", "report", "VBP"),
    ("Insurance claims rose in May.", "claims", "NNS"),
    ("He did that.", "that", "DT"),
    ("Her hopes are gone.", "hopes", "NNS"),
    ("May will say so.", "May", "NNP"),
]


def tokens_of(text: str) -> list[Token]:
    """The tokens of a sentence, its quotations opaque."""
    return read_tokens(text, Span(0, len(text)), find_quotations(text))


@pytest.mark.parametrize(("sentence", "word", "tag"), TAGS)
def test_tags(sentence: str, word: str, tag: str) -> None:
    """A word has the tag that its place in the sentence gives it."""
    (token,) = [token for token in tokens_of(sentence) if token.text == word]
    assert token.tag == tag


def test_a_quotation_is_one_token() -> None:
    """Quoted words are one opaque token that knows its quotation."""
    tokens = tokens_of("“It sank. He said so,” said Ida Moe.")
    assert [token.tag for token in tokens] == ["Q", "VBD", "NNP", "NNP", "."]
    assert tokens[0].text == "“It sank. He said so,”"
    assert tokens[0].quotation is not None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("U.S. boats", ["U.S.", "boats"]),
        ("Mr. Moe didn’t.", ["Mr.", "Moe", "did", "n’t", "."]),
        ("Moe’s “x”", ["Moe", "’s", "“x”"]),
        ("so\u00adme thing", ["so\u00adme", "thing"]),
        ("1,200.50 and 40%", ["1,200.50", "and", "40%"]),
        ("wait -- no… yes", ["wait", "--", "no", "…", "yes"]),
        ("\u00ad \u200b", ["\u00ad", "\u200b"]),
    ],
)
def test_words_and_marks(text: str, words: list[str]) -> None:
    """Clitics, abbreviations, numbers and marks are tokens of their own, where they stand."""
    tokens = tokens_of(text)
    assert [token.text for token in tokens] == words
    assert all(text[token.start : token.end] == token.text for token in tokens)
