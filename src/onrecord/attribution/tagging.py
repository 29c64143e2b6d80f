"""A coarse part of speech for every word: names, nouns, verbs, function words.

A handful of contextual rules over word lists: enough to tell "police reports" from "police
report that", not a tagger to be proud of. It is fast, needs no model, and says the same on every
machine. What is read as a verb is decided in `verb_tags`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.attribution.lexicon import function_words, verb_forms, word_group, words_of_class
from onrecord.attribution.tokens import Token, split_tokens
from onrecord.attribution.verb_tags import (
    ALSO_NOUNS,
    NEVER_NOUN,
    closed_class,
    ends_phrase,
    tag_unlisted_past,
    tag_verb_or_noun,
    verb_tag,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.records import Span
    from onrecord.text import Quotation

_PUNCTUATION = {
    ",": ",", ";": ";", ":": ":", "(": "(", "[": "(", ")": ")", "]": ")",
    "–": "-", "—": "-", ".": ".", "!": ".", "?": ".", "…": ".",
}  # fmt: skip
_COMPOUND = re.compile(r"[-\u2010\u2011](?:\w+ed|led|born|based|run|old|year|style|era|wide)$")
"""U.S.-led, Paris-based: an adjective, though it begins with a name."""

_ADJECTIVAL = frozenset(
    ["earlier", "later", "once", "then", "long", "further", "first", "next", "last"]
)
_SENTENCE_CASE = frozenset(["i", "i'm", "i've"])
_NOUNS_IN_LY = word_group("nouns_in_ly")
_ADJECTIVES_IN_LY = word_group("adjectives_in_ly")


def read_tokens(text: str, span: Span, quotations: Sequence[Quotation]) -> list[Token]:
    """Tokens of `span` with their tags; `quotations` are the outermost in it, in order."""
    tokens = split_tokens(text, span, quotations)
    tagged: list[Token] = []
    sentence: list[Token] = []
    title_case = _is_title_case(tokens)
    for index, token in enumerate(tokens):
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        tag = token.tag or _tag(token, sentence, following, title_case=title_case)
        tagged.append(token._replace(tag=tag))
        sentence.append(tagged[-1])
        if tag == ".":
            sentence = []
    return tagged


def _is_title_case(tokens: list[Token]) -> bool:
    """Whether A Sentence Is Set Like a Headline."""
    words = [t for t in tokens if t.text[0].isalpha() and t.low not in function_words()]
    return len(words) > 2 and sum(t.text[0].isupper() for t in words) > 0.8 * len(words)


def _tag(token: Token, before: list[Token], following: Token | None, *, title_case: bool) -> str:
    """The tag of one token, given the tagged tokens of its sentence before it."""
    low = token.low
    previous = before[-1] if before else None
    tag = _mark(low) or _special(low, previous, following)
    if tag:
        return tag
    if token.text[0].isupper() and previous is not None and low not in _SENTENCE_CASE:
        return _capitalised(low, previous, title_case=title_case)
    known = closed_class(low)
    if known == "RB" and previous is not None and previous.tag == "DT" and low in _ADJECTIVAL:
        return "JJ"
    if known and not (known == "MD" and token.text[0].isupper() and previous is not None):
        return known
    if low in verb_forms():
        return tag_verb_or_noun(token, before, following)
    return _open_class(token, previous, following)


def _mark(low: str) -> str:
    """The tag of a punctuation mark, or an empty string."""
    if low in _PUNCTUATION:
        return _PUNCTUATION[low]
    if not low or not (low[0].isalnum() or low[0] in "'$£€"):
        return "-" if low.startswith("--") else "." if low.startswith("..") else "X"
    return ""


def _special(low: str, previous: Token | None, following: Token | None) -> str:
    """The tag of a word that its neighbours decide alone, or an empty string."""
    if low == "'s":
        return _apostrophe_s(previous, following)
    if low == "to":
        return "TO"
    if low == "that":
        return _that(previous, following)
    if low == "her":
        return "PRP$" if _is_possessed(following) else "PRP"
    if low == "may" and previous is None and following is not None and closed_class(following.low):
        return "NNP"
    if low == "one" and following is not None and following.text[0].islower():
        return "PRP" if closed_class(following.low) or following.low in NEVER_NOUN else "CD"
    return ""


def _capitalised(low: str, previous: Token, *, title_case: bool) -> str:
    """The tag of a word with a capital inside a sentence."""
    if title_case and low in verb_forms() and _is_headline_verb(low, previous):
        return verb_tag(low, previous)
    if low in ("may", "will"):
        return "NNP"
    return "JJ" if _COMPOUND.search(low) else closed_class(low) or "NNP"


def _is_headline_verb(low: str, previous: Token) -> bool:
    """Whether a capitalised word can still be a verb: Title Case Headlines Say So."""
    finite = bool(verb_forms()[low].tags & {"VBZ", "VBD"})
    return finite and previous.tag == "NNP" and low not in words_of_class("TIME")


def _is_possessed(following: Token | None) -> bool:
    """Whether what follows her can be hers: her goalkeeper, not: told her the, saw her leave."""
    if following is None or not following.text[0].isalpha() or closed_class(following.low):
        return False
    form = verb_forms().get(following.low)
    return form is None or form.lemma in ALSO_NOUNS or not form.tags & {"VB", "VBD"}


def _apostrophe_s(previous: Token | None, following: Token | None) -> str:
    """The clitic 's: a possessive, unless its neighbours make it is or has."""
    if previous is not None and previous.tag in ("PRP", "WP", "RB", "DT"):
        return "BE"
    if following is not None and (following.low.endswith("ing") or following.low == "not"):
        return "BE"
    return "POS"


def _that(previous: Token | None, following: Token | None) -> str:
    """That: a relative pronoun after a noun and before a verb, else a conjunction."""
    if following is None or following.low in (".", ",", "?", "!"):
        return "DT"
    verb = following.low in verb_forms() or closed_class(following.low) in (
        "MD",
        "BE",
        "HAVE",
        "DO",
    )
    if verb and previous is not None and previous.tag in ("NN", "NNS", "NNP"):
        return "WP"
    return "DT" if verb else "THAT"


def _open_class(token: Token, previous: Token | None, following: Token | None) -> str:
    """Noun, adjective, adverb, number or name, by shape."""
    low = token.low
    if low[0].isdigit() or low[0] in "$£€":
        return "CD"
    if token.text[0].isupper():
        return "NNP"
    if low.endswith("ly") and len(low) > 4:
        return "NN" if low in _NOUNS_IN_LY else "JJ" if low in _ADJECTIVES_IN_LY else "RB"
    if low.endswith(("ous", "ful", "ive", "able", "ible", "ical", "less", "ish", "ary", "est")):
        owned = previous is not None and previous.tag in ("DT", "PRP$", "POS")
        return "NN" if owned and ends_phrase(following) else "JJ"
    if low.endswith("ed") and len(low) > 4:
        return tag_unlisted_past(previous)
    if low.endswith("ing") and len(low) > 5:
        nominal = previous is not None and previous.tag in ("DT", "PRP$", "POS", "JJ")
        return "NN" if nominal else "VBG"
    return "NNS" if low.endswith("s") and not low.endswith(("ss", "us", "is", "as")) else "NN"
