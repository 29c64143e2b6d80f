"""Words of a sentence with a coarse part of speech, quotations as single opaque tokens.

A handful of contextual rules over word lists: enough to tell "police reports" from "police
report that", not a tagger to be proud of. It is fast, needs no model, and says the same on every
machine.

Tags: Q quotation; , ; : - ( ) . punctuation; DT PRP PRP$ IN SC CC WP MD BE HAVE DO NEG RB CD TO as
in function_words.txt; VB VBZ VBD VBG VBN verbs; NNP NNS NN JJ the rest.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from onrecord.attribution.lexicon import function_words, verb_forms, word_group, words_of_class

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.records import Span
    from onrecord.text import Quotation

_TOKEN = re.compile(
    r"""[’'](?:s|re|m|ve|ll|d)\b(?![\w])|n[’']t\b
    |[^\W_]+(?:(?:[.&\-\u2010\u2011/\xad]|[’'](?!(?:s|re|m|ve|ll|d)\b))[^\W_]+)*(?=n[’']t\b)
    |(?:[^\W\d_]\.){2,}(?:-[^\W_]+)*
    |(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sen|Sens|Rep|Reps|Gov|Gen|Col|Lt|Sgt|Capt|Maj|Adm|Rev|St|Jr|Sr|Inc|Co|Corp|No)\.
    |(?<![^\W_])[A-Z]\.(?=\s[A-Z])
    |[$£€]?\d[\d,.]*\d%?|[$£€]?\d%?
    |[^\W_]+(?:(?:[.&\-\u2010\u2011/\xad]|[’'](?!(?:s|re|m|ve|ll|d)\b))[^\W_]+)*
    |[,;:()\[\]]|--+|[–—]|\.{2,}|[.!?…]|\S""",
    re.X,
)
_PUNCTUATION = {
    ",": ",", ";": ";", ":": ":", "(": "(", "[": "(", ")": ")", "]": ")",
    "–": "-", "—": "-", ".": ".", "!": ".", "?": ".", "…": ".",
}  # fmt: skip
FINITE = frozenset({"VBP", "VBZ", "VBD", "BE", "HAVE", "DO", "MD"})
_NOMINAL = frozenset({"NN", "NNS", "NNP", "PRP", "CD"})
_NEVER_NOUN = frozenset(
    ["said", "told", "added", "wrote", "thought", "knew", "saw", "felt", "found", "heard", "asked"]
)


class Token(NamedTuple):
    """A word, mark or whole quotation with its place and tag."""

    text: str
    low: str
    start: int
    end: int
    tag: str
    quotation: Quotation | None = None


def read_tokens(text: str, span: Span, quotations: Sequence[Quotation]) -> list[Token]:
    """Tokens of `span`; `quotations` are those that lie in it, outermost ones, in order."""
    tokens: list[Token] = []
    position = span.start
    for quotation in quotations:
        tokens += _words(text, position, quotation.span.start)
        start, end = quotation.span
        tokens.append(Token(text[start:end], "", start, end, "Q", quotation))
        position = end
    tokens += _words(text, position, span.end)
    return _tagged(tokens)


def _words(text: str, start: int, end: int) -> list[Token]:
    """Untagged tokens between two offsets."""
    found = []
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        low = word.replace("’", "'").replace("\xad", "").casefold()
        found.append(Token(word, low, match.start(), match.end(), ""))
    return found


def _tagged(tokens: list[Token]) -> list[Token]:
    """The tokens with their tags, decided left to right."""
    tagged: list[Token] = []
    title_case = _is_title_case(tokens)
    for index, token in enumerate(tokens):
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        tag = token.tag or _tag(token, tagged, following, title_case=title_case)
        tagged.append(token._replace(tag=tag))
    return tagged


def _is_title_case(tokens: list[Token]) -> bool:
    """Whether A Sentence Is Set Like a Headline."""
    words = [t for t in tokens if t.text[0].isalpha() and t.low not in function_words()]
    return len(words) > 2 and sum(t.text[0].isupper() for t in words) > 0.8 * len(words)


def _tag(token: Token, before: list[Token], following: Token | None, *, title_case: bool) -> str:
    """The tag of one token, given the tagged tokens before it."""
    low = token.low
    if low in _PUNCTUATION:
        return _PUNCTUATION[low]
    if not low or not (low[0].isalnum() or low[0] in "'$£€"):
        return "-" if low.startswith("--") else "." if low.startswith("..") else "X"
    previous = before[-1] if before else None
    if low == "'s":
        return _apostrophe_s(previous, following)
    if low == "to":
        return "TO"
    if low == "that":
        return _that(previous, following)
    if token.text[0].isupper() and previous is not None and low not in _SENTENCE_CASE:
        if title_case and low in verb_forms() and _headline_verb(low, previous):
            return _verb_tag(low, previous)
        if low in ("may", "will"):
            return "NNP"
        return "JJ" if _COMPOUND.search(low) else _known(low) or "NNP"
    known = _known(low)
    if known == "RB" and previous is not None and previous.tag == "DT" and low in _ADJECTIVAL:
        return "JJ"
    if known and not (known == "MD" and token.text[0].isupper() and previous is not None):
        return known
    if low in verb_forms():
        return _verb_or_noun(token, before, following)
    return _open_class(token, previous)


_COMPOUND = re.compile(r"[-\u2010\u2011](?:\w+ed|led|born|based|run|old|year|style|era|wide)$")
"""U.S.-led, Paris-based: an adjective, though it begins with a name."""

_ADJECTIVAL = frozenset(
    ["earlier", "later", "once", "then", "long", "further", "first", "next", "last"]
)

_SENTENCE_CASE = frozenset(["i", "i'm", "i've"])


def _known(low: str) -> str:
    """The class of a closed-class word, or an empty string."""
    tag = function_words().get(low, "")
    return "" if tag in ("TITLE", "TIME") else tag


def _apostrophe_s(previous: Token | None, following: Token | None) -> str:
    """The clitic 's: a possessive, unless its neighbours make it is or has."""
    if previous is not None and previous.tag in ("PRP", "WP", "RB", "DT"):
        return "BE"
    if following is not None and (following.low.endswith("ing") or following.low == "not"):
        return "BE"
    return "POS"


def _that(previous: Token | None, following: Token | None) -> str:
    """That: a relative pronoun after a noun and before a verb, else a conjunction."""
    if following is None:
        return "DT"
    verb = following.low in verb_forms() or _known(following.low) in ("MD", "BE", "HAVE", "DO")
    if verb and previous is not None and previous.tag in ("NN", "NNS", "NNP"):
        return "WP"
    return "DT" if verb else "THAT"


def _headline_verb(low: str, previous: Token) -> bool:
    """Whether a capitalised word can still be a verb: Title Case Headlines Say So."""
    tags = verb_forms()[low].tags
    return (
        bool(tags & {"VBZ", "VBD"}) and previous.tag == "NNP" and low not in words_of_class("TIME")
    )


def _verb_tag(low: str, previous: Token | None) -> str:
    """The verb tag that fits after `previous`."""
    tags = verb_forms()[low].tags
    after = previous.tag if previous is not None else ""
    if after in ("BE", "HAVE") and "VBN" in tags:
        return "VBN"
    if after in ("MD", "TO", "DO") and "VB" in tags:
        return "VB"
    for tag in ("VBD", "VBZ", "VBG", "VB", "VBN"):
        if tag in tags:
            return tag
    return "NN"


def _verb_or_noun(token: Token, before: list[Token], following: Token | None) -> str:
    """A word that can be a verb: which form, or a noun after all."""
    low = token.low
    tags = verb_forms()[low].tags
    previous = _without_adverbs(before)
    after = previous.tag if previous is not None else ""
    next_low = following.low if following is not None else ""
    if tags == {"VBG"}:
        return "NN" if after in ("DT", "PRP$", "POS") and next_low in ("of", "is", "was") else "VBG"
    if low in _NEVER_NOUN:
        return _verb_tag(low, previous)
    if tags & {"VBD", "VBN"} and not tags & {"VB", "VBZ"}:
        if after in ("DT", "PRP$", "POS"):
            return "JJ"
        return _verb_tag(low, previous)
    if after in ("DT", "PRP$", "POS", "JJ", "IN", "CD"):
        return "NNS" if "VBZ" in tags and "VB" not in tags else "NN"
    if "VBZ" in tags:
        return _third_person(low, before, next_low, following)
    if after == "TO" and len(before) > 1 and before[-2].low == "according":
        return "NN"
    if after in ("TO", "MD", "DO", "NEG", "NNS", "WP") or (
        after == "PRP" and previous is not None and previous.low in _PLURAL_PRONOUNS
    ):
        return _base_form(low, previous)
    if "VB" in tags and after in ("NNP", "NN", ")") and low in _SAID_BY_MANY:
        return _base_form(low, previous)
    if after == "CC" and _verb_before_conjunction(before):
        return "VB"
    if not before and following is not None and following.tag in ("", "Q"):
        return "VB"
    if "VBD" in tags and after in ("NNP", "PRP", "NN"):
        return "VBD"
    return "NN"


def _base_form(low: str, previous: Token | None) -> str:
    """VBP for a base form with a subject of its own, else the tag that fits."""
    tag = _verb_tag(low, previous)
    finite = tag == "VB" and previous is not None and previous.tag not in ("TO", "MD", "DO", "NEG")
    return "VBP" if finite else tag


_SAID_BY_MANY = frozenset(
    ["say", "think", "believe", "argue", "insist", "contend", "know", "want", "deny", "allege"]
)
"""Base forms that are verbs after any noun or name: many Democrats say."""

_PLURAL_PRONOUNS = frozenset(["i", "we", "you", "they", "who"])


_ALSO_NOUNS = word_group("also_nouns")
"""Lemmas whose form in -s is as often a plural noun."""


_OPENS_CLAUSE = frozenset({"DT", "PRP", "PRP$", "WP", "CD"})


def _third_person(low: str, before: list[Token], next_low: str, following: Token | None) -> str:
    """A form in -s: a verb after something that can be its subject, if an object may follow."""
    previous = _without_adverbs(before)
    if previous is None or previous.tag not in ("NN", "NNP", "PRP", "WP", ")", ",", "CC", "Q"):
        return "NNS"
    if previous.tag in ("PRP", "WP", "Q"):
        return "VBZ"
    if previous.tag == "NN" and not _is_singular_subject(before):
        return "NNS"
    if verb_forms()[low].lemma not in _ALSO_NOUNS:
        return "VBZ"
    if (following is None or next_low == ".") and any(t.tag == "Q" for t in before):
        return "VBZ"  # "...," the minister claims.
    if following is None or next_low in ("of", "and", ",", ".", "are", "were", "have", "from"):
        return "NNS" if previous.tag != "," or following is None else "VBZ"
    if previous.tag == "NNP":
        return "VBZ"
    opens = _known(next_low) in _OPENS_CLAUSE or next_low == "that" or following.tag == "Q"
    return "VBZ" if opens or following.text[0].isupper() or next_low == "to" else "NNS"


def _is_singular_subject(before: list[Token]) -> bool:
    """Whether the nouns right before can be a singular subject: the mayor, not: derogatory."""
    for token in reversed(before):
        if token.tag not in ("NN", "JJ", "RB", "NEG"):
            return token.tag in ("DT", "PRP$", "POS", "NNP", "CD")
    return any(t.tag == "NN" and t.text[0].isupper() for t in before)


def _verb_before_conjunction(before: list[Token]) -> bool:
    """Whether the last thing before a conjunction is a bare verb phrase: to go and see."""
    return any(token.tag in ("TO", "MD") for token in before[-8:])


def _without_adverbs(before: list[Token]) -> Token | None:
    """The last token that is no adverb or negation."""
    return next((t for t in reversed(before) if t.tag not in ("RB", "NEG")), None)


def _open_class(token: Token, previous: Token | None) -> str:
    """Noun, adjective, adverb, number or name, by shape."""
    low = token.low
    if low[0].isdigit() or low[0] in "$£€":
        return "CD"
    if token.text[0].isupper():
        return "NNP"
    if low.endswith("ly") and len(low) > 4:
        return "RB"
    if low.endswith(("ous", "ful", "ive", "able", "ible", "ical", "less", "ish", "ary", "est")):
        return "JJ"
    if low.endswith("ed") and len(low) > 4:
        return _unknown_past(previous)
    if low.endswith("ing") and len(low) > 5:
        return (
            "VBG" if previous is None or previous.tag not in ("DT", "PRP$", "POS", "JJ") else "NN"
        )
    if low.endswith("s") and not low.endswith(("ss", "us", "is")):
        return "NNS"
    return "NN"


def _unknown_past(previous: Token | None) -> str:
    """A form in -ed of a verb that is not listed: participle, past or adjective."""
    if previous is None or previous.tag in ("DT", "PRP$", "POS", "JJ", "IN"):
        return "JJ"
    if previous.tag in ("BE", "HAVE"):
        return "VBN"
    return "VBD" if previous.tag in _NOMINAL | {"RB", "WP", ")", ","} else "VBN"
