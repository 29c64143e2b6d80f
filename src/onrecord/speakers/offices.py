"""What the words around a name say its bearer is: "Mara Lindqvist, harbour master of ..."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.speakers.lexicon import (
    APPOSED_HEADS,
    OFFICES,
    PERSON_NOUNS,
    SAYING,
    SHORT_OFFICES,
    STOP,
)
from onrecord.text.folding import fold_word

if TYPE_CHECKING:
    from onrecord.speakers.names import Name

_HEADS = OFFICES | APPOSED_HEADS | (PERSON_NOUNS - {"person", "source", "user"})
_AFTER = re.compile(
    r",? (?:\(?\d{1,3}\)?, )?(?:who (?:is|was) |is |was )?"
    r"(?P<told>(?:(?:the|a|an|his|her|its|their|our|my)\b )?[^,.;:!?()\n“”\"‘]{2,120})"
)
_CLAUSES = re.compile(r"\b(?:who|which|that|and|said|says|told|has|had|is|was|were|will)\b")
_OWNED = re.compile(r"(?:his|her|their) ")
"""What begins another's description where "and" follows ("Moe, his wife and two aides")."""

_RELATIVE = re.compile(r"\b(?:who|which|that|whose|and)\b")
_VERB = re.compile(
    r"\b(?:said|says|told|has|have|had|is|was|were|are|will|would|can|could|may|might|did|does|"
    r"(?!founded|based|named|called|owned|led|elected|appointed|born|located|charged|accused|"
    r"convicted|employed|retired|armed|used|united|experienced|renowned|related|disputed)\w+ed"
    r"|went|came|made|took|gave|got|saw|thinks?|believes?|wants?|wrote|spoke|goes|makes|quotes)\b"
)
"""What shows that the words after a name and a comma begin a clause of their own."""

_LINKS = re.compile(r"\b(?:of|at|for|in|from|with|to|on|by|under)\b")
_BEFORE = re.compile(
    r"(?:^|[.,;:!?(“\"—–] ?|"
    r"\b(?:and|said|says|with|by|to|told|as|when|that|from|of|for|between|after) )"
    r"(?P<told>[^,.;:!?()\n“”\"]{3,90}), $"
)
_DETERMINER = re.compile(r"(?<=\s)(?:the|a|an|his|her|its|their)\s")
_WORD = re.compile(r"[^\W\d_]+(?:[.’'-][^\W\d_]+)*")


def offices_around(text: str, name: Name) -> tuple[str, ...]:
    """Words a text tells of a name's bearer, folded: before it, and in an apposition.

    Empty where none of them is an office or a kind of organisation.

    >>> from onrecord.speakers.names import find_names
    >>> t = "Mara Lindqvist, the harbour master of Port Ellis, said so."
    >>> offices_around(t, find_names(t)[0])
    ('harbour', 'master', 'port', 'ellis')
    """
    if name.kind == "place":
        return ()
    told = [canonical_office(o) for o in name.offices]
    for phrase in (_apposition_after(text, name), _apposition_before(text, name)):
        if any(key in _HEADS for key in _keys(_head_part(phrase))):
            told += _keys(phrase)
    if "secretary" in told and not _PORTFOLIOS.isdisjoint(told):
        told.append("minister")
    return tuple(told)


_PORTFOLIOS = frozenset(
    "agriculture culture defence defense education energy environment finance foreign health home "
    "interior justice trade transport".split()
)
"""What a secretary has who is a minister: one article calls one man both."""


def canonical_office(word: str) -> str:
    """An office in full.

    >>> canonical_office("sen")
    'senator'
    """
    return SHORT_OFFICES.get(word, word)


def _apposition_after(text: str, name: Name) -> str:
    """The phrase between commas right after a name, up to its first clause ("who", "and").

    Empty where a verb shows that a new clause begins there ("After Moe, the mayor spoke").
    """
    copula = text.startswith((" is ", " was "), name.span.end)
    if name.possessive or not (copula or text.startswith(", ", name.span.end)):
        return ""
    match = _AFTER.match(text, name.span.end)
    if match is None:
        return ""
    phrase = match.group("told")
    if copula:
        return _CLAUSES.split(phrase)[0] if re.match(r"(?:a|an|the) ", phrase) else ""
    cut = _RELATIVE.search(phrase)
    phrase = phrase[: cut.start()] if cut else phrase
    listed = cut is not None and cut.group() == "and" and _OWNED.match(phrase)
    return "" if listed or _VERB.search(phrase) else phrase


def _apposition_before(text: str, name: Name) -> str:
    """The phrase before a name that ends in a comma ("the current bishop, Aldo Farran")."""
    start = max(0, name.run.start - 100)
    match = _BEFORE.search(text[start : name.run.start])
    if match is None or not re.match(r"(?:the|a|an|his|her|its|their|[A-Z])", match.group("told")):
        return ""
    return _CLAUSES.split(match.group("told"))[0]


def _head_part(phrase: str) -> str:
    """A phrase up to its first link; empty where a second determiner shows that it is none."""
    part = _LINKS.split(phrase)[0]
    return "" if _DETERMINER.search(part, 1) else part


def _keys(phrase: str) -> list[str]:
    """Telling words of a phrase, folded, offices in full."""
    keys = (fold_word(re.sub(r"[’']s?$", "", w)).replace(".", "") for w in _WORD.findall(phrase))
    return [canonical_office(k) for k in keys if k not in STOP and k not in SAYING]
