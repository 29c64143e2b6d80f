"""Who a reporting verb's words come from: the noun phrase before it, or after it when inverted.

A noun phrase is read outwards from the verb, over modifiers, prepositional phrases, appositions
and relative clauses, until something that cannot belong to it. All indexes are token indexes,
end exclusive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.attribution.lexicon import reporting_verbs, verb_forms, word_group, words_of_class
from onrecord.attribution.tokens import FINITE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribution.tokens import Token


class Phrase(NamedTuple):
    """A run of tokens."""

    start: int
    end: int


_IN_PHRASE = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "CD", "POS", "IN", "PRP$", "VBN", "X"})
_NOUNS = frozenset({"NN", "NNS", "NNP"})
_HEADS = frozenset({"NN", "NNS", "NNP", "CD", "DT", "Q", "POS"})
_OBJECT_FORMS = frozenset(["me", "him", "her", "them", "us", "himself", "herself", "themselves"])
_OBJECT_FORMS |= frozenset(["itself", "myself", "ourselves", "yourself"])
_NO_SOURCE = frozenset(["it", "there", "which", "this", "that", "what", "here", "one"])
"""Words that are a source only where a verb of saying needs one; it and there are often empty."""

_LOOSE = word_group("aside")
"""Words that begin an incidental phrase between commas, which is no part of the source."""

_MEDIA = word_group("media")
"""Nouns of the occasion or medium: in a statement, at a news conference."""


def subject_before(tokens: Sequence[Token], end: int) -> Phrase | None:
    """The noun phrase that ends right before `end`, apposition and its commas included."""
    last = end - 1
    while last >= 0 and tokens[last].tag == "RB":
        last -= 1
    if last < 0:
        return None
    token = tokens[last]
    if token.tag == "WP" and token.low in ("who", "which", "that"):
        return Phrase(last, last + 1)
    if token.tag == "PRP":
        return None if token.low in _OBJECT_FORMS else Phrase(last, last + 1)
    if token.tag == "DT" and token.low in ("many", "some", "others", "most", "few", "both", "all"):
        return Phrase(last, last + 1)
    if token.tag in (",", "-", ")"):
        return _interrupted_subject(tokens, last)
    phrase = noun_phrase_before(tokens, last + 1)
    if phrase is not None and _is_time(tokens, phrase):
        return subject_before(tokens, phrase.start)  # the company this month | announced
    return phrase


def _is_time(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase tells a time and nothing else: this month, last week, Thursday."""
    time = words_of_class("TIME")
    return tokens[phrase.end - 1].low in time and all(
        t.low in time
        or t.tag in ("DT", "CD")
        or t.low in ("last", "next", "earlier", "late", "early")
        for t in tokens[phrase.start : phrase.end]
    )


def possessor_before(tokens: Sequence[Token], end: int) -> Phrase | None:
    """The possessor that ends right before `end`, its 's included: the ministry's, his."""
    if end == 0:
        return None
    if tokens[end - 1].tag == "PRP$":
        return Phrase(end - 1, end)
    if tokens[end - 1].tag != "POS" or end < 2:
        return None
    owner = noun_phrase_before(tokens, end - 1)
    return None if owner is None else Phrase(owner.start, end)


def _interrupted_subject(tokens: Sequence[Token], close: int) -> Phrase | None:
    """The subject before an interruption that closes at `close`: an apposition or an aside."""
    opener = {",": ",", "-": "-", ")": "("}[tokens[close].tag]
    opening = next(
        (k for k in range(close - 1, max(-1, close - 30), -1) if tokens[k].tag == opener), None
    )
    if opening is None or opening == close - 1 or opening == 0:
        return None
    inner = tokens[opening + 1 : close]
    if any(t.tag in (";", "THAT", "Q") for t in inner):
        return None
    head = subject_before(tokens, opening)
    if head is None:
        return None
    if tokens[close].tag == ")":
        return Phrase(head.start, close + 1)
    if inner[0].low in _LOOSE or inner[0].tag in ("VBG", "SC", "CC", "RB"):
        return head
    relation = next((k for k, t in enumerate(inner) if t.tag == "WP"), len(inner))
    if inner[0].tag == "PRP" or _has_verb(inner[:relation]):
        return None
    return Phrase(head.start, close + 1)


def noun_phrase_before(tokens: Sequence[Token], end: int) -> Phrase | None:
    """The noun phrase whose last token is `end - 1`."""
    start = end
    while start > 0:
        step = _step_left(tokens, start, end)
        if step is None:
            break
        start = step
    start = _trim_left(tokens, start, end)
    if start >= end or not _is_head(tokens, start, end):
        return None
    if all(t.tag in ("DT", "POS", "X") for t in tokens[start:end]) and tokens[start].low not in (
        "others",
        "many",
        "some",
        "both",
    ):
        return None
    return Phrase(start, end)


def _is_head(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a phrase ends in what can be its noun: the mayor, the elderly."""
    if tokens[end - 1].tag == "JJ":
        return end - start > 1 and tokens[start].tag in ("DT", "PRP$", "POS", "NNP")
    return tokens[end - 1].tag in _HEADS


def _step_left(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """Where the phrase begins when the token before `start` joins it; None where it may not."""
    token = tokens[start - 1]
    if token.tag in _IN_PHRASE:
        return start - 1
    if token.tag == ")":
        return _opening_bracket(tokens, start - 1)
    if token.tag == "Q":
        return start - 1 if start < end and _is_nickname(tokens, start - 1) else None
    if token.tag == "VBD" and start < end and _reduced_relative(tokens, start - 1):
        return start - 1
    if (
        token.tag == "VBG"
        and start < end
        and start > 1
        and tokens[start - 2].tag in ("NN", "NNS", "IN", "NNP", "DT")
    ):
        return start - 1
    if token.tag == "CC" and token.low in ("and", "or", "&") and start < end:
        return start - 1 if _joins_nouns(tokens, start - 1) else None
    if token.tag == "," and start < end:
        return _list_comma(tokens, start - 1, end)
    if token.tag in FINITE and start < end:
        return _relative_clause(tokens, start - 1)
    if token.tag == "PRP" and start < end and start > 1 and tokens[start - 2].tag == "IN":
        return start - 1  # those around him
    return None


def _is_nickname(tokens: Sequence[Token], index: int) -> bool:
    """Whether quoted words stand within a name: Ann "Nan" Moe."""
    text = tokens[index].text
    named = index > 0 and tokens[index - 1].tag in ("NNP", "DT", "JJ")
    return named and len(text.split()) <= 3 and text[-2] not in ".,!?"


def _opening_bracket(tokens: Sequence[Token], close: int) -> int | None:
    return next(
        (k for k in range(close - 1, max(-1, close - 12), -1) if tokens[k].tag == "("), None
    )


def _reduced_relative(tokens: Sequence[Token], index: int) -> bool:
    """Whether a past form is a participle after its noun: a study published on Monday."""
    form = verb_forms().get(tokens[index].low)
    if form is not None and (form.lemma in reporting_verbs() or not _is_participle(form.tags)):
        return False
    if index + 1 >= len(tokens):
        return False
    following = tokens[index + 1]
    return (
        index > 0
        and tokens[index - 1].tag in ("NN", "NNS", "NNP")
        and (following.tag in ("IN", "RB") or following.low in words_of_class("TIME"))
    )


def _is_participle(tags: frozenset[str]) -> bool:
    """Whether a form is a participle and no base form: published, not put."""
    return "VBN" in tags and "VB" not in tags


def _joins_nouns(tokens: Sequence[Token], index: int) -> bool:
    """Whether a conjunction joins noun phrases: no verb since the clause began."""
    for k in range(index - 1, -1, -1):
        tag = tokens[k].tag
        if tag in (";", ":", "-", "THAT", "SC", ".", "Q", "TO"):
            return tokens[index - 1].tag in _HEADS
        if tag == "WP" or tag in FINITE or tag in ("VB", "VBG"):
            return False
    return tokens[index - 1].tag in _HEADS or tokens[index - 1].tag == ","


def _list_comma(tokens: Sequence[Token], index: int, end: int) -> int | None:
    """A comma within a list of names: A, B and C said."""
    after = tokens[index + 1 : end]
    has_and = any(t.tag == "CC" for t in after[:12])
    before = tokens[index - 1] if index else None
    if has_and and before is not None and before.tag == "NNP" and _joins_nouns(tokens, index):
        return index
    return None


def _relative_clause(tokens: Sequence[Token], verb: int) -> int | None:
    """Where a relative clause begins whose verb was met: the man who was there (said)."""
    for k in range(verb - 1, max(-1, verb - 12), -1):
        if tokens[k].tag == "WP" and k > 0 and tokens[k - 1].tag in _HEADS:
            return k
        if tokens[k].tag in (",", ";", "THAT", "SC", "CC", "Q") or tokens[k].tag in FINITE - {"MD"}:
            return None
    return None


def _trim_left(tokens: Sequence[Token], start: int, end: int) -> int:
    """The phrase's start without what leads into it: On Monday | the ministry."""
    while start < end and tokens[start].tag in ("CC", "RB", "X", ",", "POS", "VBG", "VBD", "VBN"):
        if tokens[start].tag == "VBN" and start + 1 < end and tokens[start + 1].tag in _HEADS:
            break
        start += 1
    if start < end and tokens[start].tag == "IN":
        return _after_adverbial(tokens, start, end)
    if start < end and tokens[start].low in words_of_class("TIME") and tokens[start].tag != "NNP":
        return start + 1
    return _after_occasion(tokens, start, end)


def _after_occasion(tokens: Sequence[Token], start: int, end: int) -> int:
    """The start past an occasion that runs into a name: part of the interview | Moe (said)."""
    for k in range(start + 1, end):
        if tokens[k].tag == "NNP" and tokens[k - 1].low in _MEDIA and tokens[k - 1].tag == "NN":
            return k
    return start


def _after_adverbial(tokens: Sequence[Token], start: int, end: int) -> int:
    """The start of the noun phrase after a leading prepositional phrase without a comma."""
    time = words_of_class("TIME")
    nominal = False
    for k in range(start + 1, end):
        token = tokens[k]
        if nominal and token.tag in ("DT", "PRP$"):
            return k
        if nominal and token.tag == "NNP" and tokens[k - 1].low in time | _MEDIA:
            return k
        if nominal and token.tag == "IN":
            nominal = False
            continue
        nominal = nominal or token.tag in ("NN", "NNS", "NNP", "CD")
    return start + 1


def _has_verb(tokens: Sequence[Token]) -> bool:
    return any(t.tag in FINITE for t in tokens)


def subject_after(tokens: Sequence[Token], start: int) -> Phrase | None:
    """The noun phrase that begins at `start`, as in "said the minister, a former judge"."""
    if start >= len(tokens):
        return None
    first = tokens[start]
    if first.tag == "PRP":
        return None if first.low in _OBJECT_FORMS else Phrase(start, start + 1)
    if first.tag not in ("DT", "NNP", "NN", "NNS", "JJ", "CD", "PRP$"):
        return None
    end = _phrase_end(tokens, start)
    if not any(t.tag in ("NN", "NNS", "NNP", "CD") or t.low == "others" for t in tokens[start:end]):
        return None
    return Phrase(start, _with_apposition(tokens, end))


def _phrase_end(tokens: Sequence[Token], start: int) -> int:
    """Where the noun phrase that begins at `start` ends, appositions left out."""
    time = words_of_class("TIME")
    k = start
    while k < len(tokens):
        token = tokens[k]
        if token.low in time and k > start and token.tag != "POS":
            break
        if token.tag == "IN" and _leads_away(tokens, k):
            break
        if token.tag in ("DT", "PRP$") and k > start and tokens[k - 1].tag in _NOUNS:
            break  # told the board | the fund would be empty
        if token.tag == "CC":
            if (
                token.low != "and"
                or k + 1 >= len(tokens)
                or tokens[k + 1].tag not in ("NNP", "DT", "NN", "NNS", "PRP$")
            ):
                break
        elif token.tag == "(":
            close = next(
                (m for m in range(k, min(len(tokens), k + 12)) if tokens[m].tag == ")"), None
            )
            if close is None:
                break
            k = close
        elif token.tag == "VBD" and k > start and _reduced_relative(tokens, k):
            pass
        elif token.tag not in _IN_PHRASE and token.tag != "NNS":
            break
        k += 1
    while k > start and tokens[k - 1].tag in ("IN", "CC", "DT"):
        k -= 1
    return k


def _leads_away(tokens: Sequence[Token], index: int) -> bool:
    """Whether a preposition leads to time, place or medium rather than to a part of the name."""
    if tokens[index].low in ("of", "for", "from", "with"):
        return False
    following = tokens[index + 1 : index + 5]
    if tokens[index].low in ("after", "before", "during", "as", "about", "by", "into", "like"):
        return True
    leading = words_of_class("TIME") | _MEDIA
    for token in following:
        if token.low in leading or token.tag == "PRP":
            return True
        if token.tag not in ("DT", "JJ", "NNP", "CD", "NN", "PRP$", "POS"):
            break
    return False


def _with_apposition(tokens: Sequence[Token], end: int) -> int:
    """The phrase's end with an apposition after it: , the director of the museum(,)."""
    if end >= len(tokens) or tokens[end].tag != ",":
        return end
    inner = end + 1
    if inner + 1 < len(tokens) and tokens[inner].low in ("then", "now", "also"):
        inner += tokens[inner + 1].tag == "DT"  # then a nurse on the ward
    if (
        inner >= len(tokens)
        or tokens[inner].low in _LOOSE
        or tokens[inner].low in words_of_class("TIME")
    ):
        return end
    relative = tokens[inner].tag == "WP" and tokens[inner].low == "who"
    if not relative and tokens[inner].tag not in ("DT", "NN", "NNS", "NNP", "CD", "JJ", "PRP$"):
        return end
    stop = next(
        (k for k in range(inner, len(tokens)) if tokens[k].tag in (",", ".", ";", ":", "Q", "-")),
        len(tokens),
    )
    relation = next((k for k in range(inner, stop) if tokens[k].tag == "WP"), stop)
    if not relative and _has_verb(tokens[inner:relation]):
        return end
    if any(t.tag in ("THAT", "PRP") for t in tokens[inner:relation]):
        return end
    if stop < len(tokens) and tokens[stop].tag == ",":
        further = _with_apposition(tokens, stop)
        at_end = further >= len(tokens) or tokens[further].tag == "."
        return further if further > stop else stop if at_end else stop + 1
    return stop


def is_medium(token: Token) -> bool:
    """Whether a noun names an occasion or medium of saying."""
    return token.low in _MEDIA


def is_empty_subject(tokens: Sequence[Token], phrase: Phrase, *, speaks: bool = False) -> bool:
    """Whether a subject names nobody: there, this; and it, unless its verb is one of saying."""
    low = tokens[phrase.start].low
    if phrase.end - phrase.start != 1 or (speaks and low == "it"):
        return False
    return low in _NO_SOURCE and tokens[phrase.start].tag != "WP"
