"""Where a sentence reports: verb groups of reporting verbs, "according to", nouns of saying.

All indexes are token indexes of one sentence, end exclusive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from onrecord.attribution.lexicon import (
    ReportingVerb,
    attitude_adjectives,
    reporting_nouns,
    reporting_verbs,
    verb_forms,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribution.tokens import Token

Form = Literal["finite", "participle", "infinitive", "passive", "according", "noun"]

_GROUP = frozenset({"MD", "BE", "HAVE", "DO", "NEG", "RB"})
_LINKING = {
    "accuse": {"of"},
    "charge": {"with"},
    "convict": {"of"},
    "suspect": {"of"},
    "argue": {"for", "against"},
    "object": {"to"},
    "allude": {"to"},
    "inquire": {"about"},
    "sympathise": {"with"},
    "sympathize": {"with"},
    "fear": {"for"},
    "dream": {"of"},
    "vouch": {"for"},
    "aspire": {"to"},
    "yearn": {"for"},
    "long": {"for"},
    "agree": {"with", "to", "on"},
    "answer": set[str](),
    "apologise": {"for"},
    "apologize": {"for"},
    "appeal": {"for"},
    "ask": {"for", "about"},
    "boast": {"about", "of"},
    "brag": {"about"},
    "call": {"for", "on"},
    "caution": {"against"},
    "comment": {"on"},
    "complain": {"about", "of"},
    "confess": {"to"},
    "decide": {"against", "on"},
    "disagree": {"with"},
    "elaborate": {"on"},
    "expect": set[str](),
    "express": set[str](),
    "hear": {"about", "of"},
    "hint": {"at"},
    "hope": {"for"},
    "insist": {"on"},
    "joke": {"about"},
    "know": {"about", "of"},
    "lecture": {"on"},
    "plead": {"for"},
    "point": {"out", "to"},
    "protest": {"against"},
    "rail": {"against"},
    "refer": {"to"},
    "respond": {"to"},
    "reply": {"to"},
    "rule": {"on", "against", "in"},
    "speculate": {"about", "on"},
    "speak": {"of", "about", "out", "against"},
    "talk": {"about", "of"},
    "testify": {"about", "to"},
    "think": {"of", "about"},
    "vote": {"for", "against"},
    "warn": {"of", "about", "against"},
    "wish": {"for"},
    "wonder": {"about"},
    "worry": {"about"},
    "write": {"about", "of"},
}
"""Prepositions that belong to a cue when what was said follows them: called for, spoke about."""

_LINKED_ONLY = {
    lemma: ReportingVerb(lemma, frozenset(classes))
    for lemma, classes in (
        ("point", {"say"}),
        ("refer", {"object"}),
        ("speak", {"object"}),
        ("talk", {"object"}),
        ("vote", {"object", "attitude"}),
    )
}
"""Verbs that report only together with their preposition."""


_CLAUSE_OPENERS = frozenset({"DT", "PRP", "PRP$", "NNP"})


class Cue(NamedTuple):
    """A verb group that may report, and how it stands."""

    start: int
    verb: int
    end: int
    form: Form
    entry: ReportingVerb
    linked: bool = False


_NO_COMMENT = ReportingVerb("comment", frozenset({"object"}))
_PREFER = ReportingVerb("prefer", frozenset({"attitude", "object"}))
_ACCORDING = ReportingVerb("according to", frozenset({"say", "strong"}))


def find_cues(tokens: Sequence[Token]) -> list[Cue]:
    """Cues of a sentence in order."""
    found: list[Cue] = []
    for index, token in enumerate(tokens):
        cue = (
            _according(tokens, index)
            or _no_comment(tokens, index)
            or _would_rather(tokens, index)
            or _adjective_cue(tokens, index)
            or _verb_cue(tokens, index)
            or _noun_cue(tokens, index)
        )
        if cue is not None and token.tag != "Q" and not (found and cue.start < found[-1].end):
            found.append(cue)
    return found


def _according(tokens: Sequence[Token], index: int) -> Cue | None:
    """According to, as a cue."""
    if tokens[index].low != "according" or index + 1 >= len(tokens):
        return None
    if tokens[index + 1].low != "to":
        return None
    return Cue(index, index, index + 2, "according", _ACCORDING)


def _no_comment(tokens: Sequence[Token], index: int) -> Cue | None:
    """Had no comment on, as a cue."""
    if tokens[index].tag != "HAVE":
        return None
    words = [token.low for token in tokens[index + 1 : index + 4]]
    if words[:2] != ["no", "comment"]:
        return None
    if words[2:] not in (["on"], ["about"], ["regarding"]):
        return None
    return Cue(index, index, index + 4, "finite", _NO_COMMENT, linked=True)


def _would_rather(tokens: Sequence[Token], index: int) -> Cue | None:
    """Would rather have, as a cue."""
    if tokens[index].low not in ("would", "'d") or index + 3 >= len(tokens):
        return None
    rather, verb = tokens[index + 1], tokens[index + 2]
    if rather.low != "rather" or not verb.text[0].islower():
        return None
    return Cue(index, index, index + 3, "finite", _PREFER, linked=True)


def _verb_cue(tokens: Sequence[Token], index: int) -> Cue | None:
    """The group around a reporting verb at `index`, or None."""
    token = tokens[index]
    if token.tag not in ("VB", "VBP", "VBZ", "VBD", "VBG", "VBN"):
        return None
    form = verb_forms().get(token.low)
    if form is None:
        return None
    end = index + 1
    linking = tokens[end].low if end < len(tokens) else ""
    linked = linking in _LINKING.get(form.lemma, ())
    if form.lemma in _LINKED_ONLY:
        entry: ReportingVerb | None = _LINKED_ONLY[form.lemma] if linked else None
    else:
        entry = reporting_verbs().get(form.lemma)
    if entry is None:
        return None
    if linked:
        end += 1
        if form.lemma == "speak" and linking == "out" and end < len(tokens):
            end += tokens[end].low in ("against", "about", "on")
    start = index
    while start > 0 and tokens[start - 1].tag in _GROUP:
        start -= 1
    start = _without_leading_adverb(tokens, start, index)
    return Cue(start, index, end, _form(tokens, start, index), entry, linked)


def _adjective_cue(tokens: Sequence[Token], index: int) -> Cue | None:
    """What somebody is to think: is confident (that), was surprised by, are willing to."""
    complements = attitude_adjectives().get(tokens[index].low)
    if complements is None or not index or index + 1 >= len(tokens):
        return None
    start = index
    while start > 0 and (tokens[start - 1].tag in _GROUP or tokens[start - 1].low == "feeling"):
        start -= 1
    if not any(t.tag == "BE" for t in tokens[start:index]):
        return None
    following = tokens[index + 1]
    leads = following.low in complements
    clause = "that" in complements and following.tag in _CLAUSE_OPENERS
    if not (leads or clause):
        return None
    linked = leads and following.low not in ("that", "to")
    classes = {"attitude", "weak", "adjective"} | ({"wish"} if "to" in complements else set())
    entry = ReportingVerb(tokens[index].low, frozenset(classes))
    return Cue(start, index, index + 1 + linked, "finite", entry, linked)


def _noun_cue(tokens: Sequence[Token], index: int) -> Cue | None:
    """A noun of saying followed by what it may carry: the claim that, his plan to."""
    token = tokens[index]
    nominal = token.tag in ("NN", "NNS") or (index == 0 and token.tag == "NNP")
    noun = reporting_nouns().get(token.low) if nominal else None
    if noun is None or index + 1 >= len(tokens):
        return None
    following = tokens[index + 1]
    if following.low not in noun.complements:
        return None
    if following.low == "that" and following.tag != "THAT":
        return None  # views that pose a threat
    linked = following.low not in ("that", "to")
    entry = ReportingVerb(token.low, frozenset({noun.type, "noun"}))
    start = index
    while (
        start > 0 and tokens[start - 1].tag in ("JJ", "NN") and tokens[start - 1].text[0].islower()
    ):
        start -= 1
    return Cue(start, index, index + 1 + linked, "noun", entry, linked)


def _without_leading_adverb(tokens: Sequence[Token], start: int, verb: int) -> int:
    """The group's start without an adverb of the sentence: Still, | has said."""
    if start == 0 and verb > 0 and tokens[0].tag == "RB" and tokens[0].text[0].isupper():
        return min(verb, 1)
    return start


def _form(tokens: Sequence[Token], start: int, verb: int) -> Form:
    """How the verb of a group stands."""
    tag = tokens[verb].tag
    group = {t.tag for t in tokens[start:verb]}
    if tag == "VBN" and "BE" in group:
        return "passive"
    if (tag == "VBG" and "BE" not in group) or tokens[start].low == "having":
        return "participle"
    if start > 0 and tokens[start - 1].tag == "TO" and tag == "VB":
        return "infinitive"
    if tag == "VBN" and "HAVE" not in group:
        return "passive" if start > 0 and tokens[start - 1].tag != "," else "participle"
    return "finite"
