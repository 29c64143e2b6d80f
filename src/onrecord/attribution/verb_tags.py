"""Whether a word that can be a verb is one where it stands, and in which form.

English verbs and nouns share their forms: "the ministry plans to", "the ministry's plans". What
decides is the word before, what follows, and whether the verb's noun is a common one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.attribution.lexicon import function_words, verb_forms, word_group

if TYPE_CHECKING:
    from onrecord.attribution.tokens import Token

NEVER_NOUN = frozenset(
    ["said", "told", "added", "wrote", "thought", "knew", "saw", "felt", "found", "heard", "asked"]
)
"""Forms that are verbs wherever they stand."""

ALSO_NOUNS = word_group("also_nouns")
"""Lemmas whose form in -s is as often a plural noun."""

_SAID_BY_MANY = frozenset(
    ["say", "think", "believe", "argue", "insist", "contend", "know", "want", "deny", "allege"]
)
"""Base forms that are verbs after any noun or name: many Democrats say."""

_PLURAL_PRONOUNS = frozenset(["i", "we", "you", "they", "who"])
_OPENS_CLAUSE = frozenset({"DT", "PRP", "PRP$", "WP", "CD"})
_NOMINAL = frozenset({"NN", "NNS", "NNP", "PRP", "CD"})
_BEFORE_NOUN = frozenset({"DT", "PRP$", "POS", "JJ", "IN", "CD"})


def closed_class(low: str) -> str:
    """The class of a closed-class word, or an empty string."""
    tag = function_words().get(low, "")
    return "" if tag in ("TITLE", "TIME") else tag


def tag_verb_or_noun(token: Token, before: list[Token], following: Token | None) -> str:
    """The tag of a listed verb's form: which form, or a noun after all."""
    low = token.low
    tags = verb_forms()[low].tags
    previous = _without_adverbs(before)
    after = previous.tag if previous is not None else ""
    if tags == {"VBG"}:
        owned = after in ("DT", "PRP$", "POS")
        return "NN" if owned and ends_phrase(following) else "VBG"
    if low in NEVER_NOUN:
        return verb_tag(low, previous)
    if tags & {"VBD", "VBN"} and not tags & {"VB", "VBZ"}:
        if before and before[-1].tag == "VBN" and "VBN" in tags:
            return "VBN"  # was ordered closed
        return "JJ" if after in ("DT", "PRP$", "POS", "CD") else verb_tag(low, previous)
    if after in ("HAVE", "BE") and "VBN" in tags:
        return "VBN"
    if after in _BEFORE_NOUN:
        return "NNS" if "VBZ" in tags and "VB" not in tags else "NN"
    if "VBZ" in tags:
        return _third_person(low, before, following)
    return _base(low, before, following)


def tag_unlisted_past(previous: Token | None) -> str:
    """The tag of a form in -ed of a verb that is not listed: participle, past or adjective."""
    if previous is None or previous.tag in ("DT", "PRP$", "POS", "JJ", "IN"):
        return "JJ"
    if previous.tag in ("BE", "HAVE"):
        return "VBN"
    return "VBD" if previous.tag in _NOMINAL | {"RB", "WP", ")", ",", "Q"} else "VBN"


def verb_tag(low: str, previous: Token | None) -> str:
    """The verb tag that fits after `previous`."""
    tags = verb_forms()[low].tags
    after = previous.tag if previous is not None else ""
    if after in ("BE", "HAVE") and "VBN" in tags:
        return "VBN"
    if after in ("MD", "TO", "DO") and "VB" in tags:
        return "VB"
    return next((tag for tag in ("VBD", "VBZ", "VBG", "VB", "VBN") if tag in tags), "NN")


def ends_phrase(following: Token | None) -> bool:
    """Whether a noun phrase ends before a word: the hearing (of), not: the growing crisis."""
    if following is None or not following.text[0].isalnum():
        return True
    form = verb_forms().get(following.low)
    finite = form is not None and bool(form.tags & {"VBD", "VBZ"}) and form.lemma not in ALSO_NOUNS
    return finite or following.low == "that" or bool(closed_class(following.low))


def _base(low: str, before: list[Token], following: Token | None) -> str:
    """A base form, which may also be a past form (put): a verb with a subject, or a noun."""
    tags = verb_forms()[low].tags
    previous = _without_adverbs(before)
    after = previous.tag if previous is not None else ""
    if after == "TO" and len(before) > 1 and before[-2].low == "according":
        return "NN"
    plural = previous is not None and after == "PRP" and previous.low in _PLURAL_PRONOUNS
    many = "VB" in tags and after in ("NNP", "NN", ")") and low in _SAID_BY_MANY
    if plural or many or after in ("TO", "MD", "DO", "NEG", "NNS", "WP"):
        tag = verb_tag(low, previous)
        return "VBP" if tag == "VB" and after not in ("TO", "MD", "DO", "NEG") else tag
    if after == "CC" and any(t.tag in ("TO", "MD") for t in before[-8:]):
        return "VB"  # to go and see
    if "VB" in tags and _has_plural_subject(low, before, after, following):
        return "VBP"
    if not before and following is not None and following.tag in ("", "Q"):
        return "VB"
    return "VBD" if "VBD" in tags and after in ("NNP", "PRP", "NN") else "NN"


def _has_plural_subject(low: str, before: list[Token], after: str, following: Token | None) -> bool:
    """Whether a plural that looks like a name, or one further back, is the verb's subject."""
    next_low = following.low if following is not None else ""
    if after == "NNP" and len(before) == 1:
        if next_low == "that":
            return True  # Police report that
        first = before[0].low
        return first.endswith("s") and not first.endswith("ss") and _may_be_object(following)
    if after == "," and low == "say" and next_low in ("the", "some", "many"):
        return True  # Gone, say the fishermen, are
    listed = after in ("CC", ",") and _may_be_object(following)
    return listed and any(t.tag == "VBP" for t in before[-8:])  # farmers want rain, fear hail


def _may_be_object(following: Token | None) -> bool:
    """Whether a word can begin what a verb is about: the, it, a small letter."""
    if following is None or following.low in ("of", "and", "or", "by", "were", "are"):
        return False
    return following.tag == "Q" or following.text[0].islower()


def _third_person(low: str, before: list[Token], following: Token | None) -> str:
    """A form in -s: a verb after something that can be its subject, if an object may follow."""
    previous = _without_adverbs(before)
    if following is not None and _is_past(following.low):
        return "NNS"  # insurance claims rose
    if previous is None or previous.tag not in ("NN", "NNP", "PRP", "WP", ")", ",", "CC", "Q"):
        return "NNS"
    if previous.tag in ("PRP", "WP", "Q") or _closes_relative(before):
        return "VBZ"
    if previous.tag == "NN" and not _is_singular_subject(before):
        closes = len(before) > 2 and before[-2].tag == "," and following is None
        return "VBZ" if closes else "NNS"  # a headline's ..., poll finds
    if verb_forms()[low].lemma not in ALSO_NOUNS:
        return "VBZ"
    return "VBZ" if _takes_object(before, previous, following) else "NNS"


def _takes_object(before: list[Token], previous: Token, following: Token | None) -> bool:
    """Whether what follows a form in -s that is often a noun makes it a verb."""
    next_low = following.low if following is not None else ""
    if following is None or next_low == ".":
        quoted = any(t.tag == "Q" for t in before)
        return quoted or (following is not None and previous.tag == ",")  # "...," she claims.
    if next_low in ("of", "and", ",", "are", "were", "have", "from"):
        return previous.tag == ","
    if previous.tag == "NNP" or next_low in ("that", "to") or following.tag == "Q":
        return True
    return closed_class(next_low) in _OPENS_CLAUSE or following.text[0].isupper()


def _is_past(low: str) -> bool:
    """Whether a word is a past form and nothing else: rose, fell."""
    form = verb_forms().get(low)
    return form is not None and form.tags == {"VBD"}


def _closes_relative(before: list[Token]) -> bool:
    """Whether a comma right before closes a relative clause: The driver, who is ill, | fears."""
    if before[-1].tag != ",":
        return False
    opened = next((k for k in range(len(before) - 2, -1, -1) if before[k].tag == ","), None)
    return opened is not None and before[opened + 1].tag == "WP"


def _is_singular_subject(before: list[Token]) -> bool:
    """Whether the nouns right before can be a singular subject: the mayor, not: derogatory."""
    for token in reversed(before):
        if token.tag not in ("NN", "JJ", "RB", "NEG"):
            return token.tag in ("DT", "PRP$", "POS", "NNP", "CD")
    return any(t.tag == "NN" and t.text[0].isupper() for t in before)


def _without_adverbs(before: list[Token]) -> Token | None:
    """The last token that is no adverb or negation."""
    return next((t for t in reversed(before) if t.tag not in ("RB", "NEG")), None)
