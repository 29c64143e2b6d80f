"""Whether one wording says the opposite of another one: the same words, a “not” in one of them."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import pairwise

from onrecord.statements.vocabulary import SMALL, content_of
from onrecord.text import stem

_NEGATIONS = frozenset("not no never nobody none nothing neither cannot".split())
_TURNS = frozenset("not never cannot".split())
"""Negations that turn what follows; “none of them” may turn anything."""

_INSTEAD = ("rather", "than")
"""Two words that turn what follows as “not” does."""

_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|refus\w+|reject\w*|declin\w+|disput\w+|rul\w+\s+out|not|never)\b"
    r"|n[’']t\b",
    re.I,
)
"""Cues that turn what they report: what somebody denies, that one says is not so."""

_NOTHING: frozenset[str] = frozenset()

_SCOPE = 4
"""Words after a negation among which the one that it turns stands."""

_OTHERWISE_THE_SAME = 0.8
"""Part of the content words, negations aside, that both hold from which a negation in one of them
makes the opposite. Below it nothing is told: “refused to go” needs no “not” to say so."""


def is_denial(cue: str) -> bool:
    """Whether the words that report somebody's speech deny it.

    >>> is_denial("denied"), is_denial("did not say"), is_denial("said")
    (True, True, False)
    """
    return bool(_DENIAL.search(cue))


def is_negated(words: tuple[str, ...]) -> bool:
    """Whether folded words hold a negation."""
    if not _NEGATIONS.isdisjoint(words) or "n't " in " ".join(words) + " ":
        return True
    return "than" in words and _INSTEAD in pairwise(words)


def are_opposed(a: tuple[str, ...], b: tuple[str, ...], *, one_denies: bool = False) -> bool:
    """Whether two wordings differ in a negation and in little else.

    `one_denies` says that the cue of exactly one of the two denies what it reports.

    >>> are_opposed(("we", "will", "pay", "them"), ("we", "will", "not", "pay", "them"))
    True
    >>> are_opposed(("we", "will", "pay", "them"), ("they", "will", "pay", "us"))
    False
    """
    if not one_denies and not is_negated(a) and not is_negated(b):
        return False
    left, right = _without_negations(a), _without_negations(b)
    both = len(left) + len(right)
    if not both or 2 * len(left & right) < _OTHERWISE_THE_SAME * both:
        return False
    return _differ_in_negation(a, b) != one_denies


def negated_stems(words: tuple[str, ...]) -> frozenset[str]:
    """Stems of the words that a “not” or “never” turns: the first content word soon after it.

    >>> sorted(negated_stems("the blue is not old and never was by the master".split()))
    ['mast', 'old']
    >>> negated_stems(("a", "floor", "rather", "than", "a", "lake"))
    frozenset({'lak'})
    """
    if not is_negated(words):
        return _NOTHING
    found = set()
    for place, word in enumerate(words):
        is_instead = words[max(0, place - 1) : place + 1] == _INSTEAD
        if word in _TURNS or is_instead or word.endswith("n't"):
            following = words[place + 1 : place + 1 + _SCOPE]
            turned = next((w for w in following if w not in SMALL and not _negates(w)), None)
            if turned is not None:
                found.add(stem(turned))
    return frozenset(found)


def _without_negations(words: tuple[str, ...]) -> frozenset[str]:
    return content_of(tuple(word for word in words if not _negates(word)))


def _negates(word: str) -> bool:
    return word in _NEGATIONS or word.endswith("n't")


def _differ_in_negation(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether the edits between two wordings turn it an odd number of times.

    “Nothing wrong” for “not anything wrong” turns it twice.
    """
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    turns = 0
    for op, i, j, k, m in matcher.get_opcodes():
        at_an_end = (i == 0 and k == 0) or (j == len(a) and m == len(b))
        before, after = a[i:j], b[k:m]
        # what one of the two leaves out at an end may negate something of its own
        if op == "equal" or (op != "replace" and at_an_end and _without_negations(before + after)):
            continue
        turns += is_negated(before) != is_negated(after)
    return turns % 2 == 1
