"""From what two articles share to a score, a kind and the reasons for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.copies.own_words import read_own, shingles_of
from onrecord.copies.sharing import Shared, both_carry, both_quote, compare_texts
from onrecord.records import CopyPair, Reason

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.copies.own_words import OwnText
    from onrecord.records import Article, CopyKind

_REWORDED_SHARE = 0.2
_VERBATIM_SHARE = 0.45
"""Share of the shorter article found in the other from which the two are copies. Where the twins
are reworded, more of the text was copied than can still be seen, so that a fifth is enough; where
they stand letter by letter, what is no twin is the article's own. Measured on the development half
of the copies set: `python eval/gate.py copies`."""

_REWORDED = 0.8
_VERBATIM = 0.925
"""Mean likeness of the twins at which the two limits above hold; a straight line in between."""

_FEW = 2
"""Twins that two articles need, unless nearly the whole shorter one is found in the other."""

_NEARLY_WHOLE = 0.6
_FEW_WORDS = 30
"""Words in twins that two articles need where the twins are reworded: two briefs of one desk about
two days of one event are as alike as that."""

_YES = 0.5
_BOTH_QUOTE, _BOTH_CARRY = "both quote", "both carry"
_FEW_QUOTED = 10
"""Words both quote, or both pages carry, from which that is told."""

_NEAR_LIKENESS = 0.9
_SAME_RUNS = 0.9
"""Share of all runs of three words, quoted ones too, from which two articles are one text although
neither has enough words of its own to tell."""


def compare_pair(a: Article, b: Article) -> CopyPair:
    """How far two articles are copies of one text, with the reasons; symmetric in its score.

    >>> from onrecord.records import Article
    >>> text = "The lock was shut on Monday. The harbour master blamed a broken gate for it."
    >>> compare_pair(Article("1", text), Article("2", text)).kind
    'exact'
    """
    shared = compare_texts(read_own(a), read_own(b))
    return pair_of(shared, a.id, b.id)


def pair_of(shared: Shared, a: str, b: str) -> CopyPair:
    """The pair record of what was found shared, between the articles named `a` and `b`.

    Of two articles that are no copies it tells what both quote and what both their pages carry.
    """
    score, why = score_of(shared), reasons_of(shared)
    if score < _YES:
        why += tuple(_not_copied(shared))
    return CopyPair(a, b, round(score, 4), kind_of(shared), why)


def tells_no_copy(pair: CopyPair) -> bool:
    """Whether the pair says what both articles quote or carry."""
    return any(reason.rule in (_BOTH_QUOTE, _BOTH_CARRY) for reason in pair.why)


def _not_copied(shared: Shared) -> Iterator[Reason]:
    """What two texts share without either having been copied from the other."""
    for rule, words in ((_BOTH_QUOTE, both_quote(shared)), (_BOTH_CARRY, both_carry(shared))):
        if words >= _FEW_QUOTED:
            yield Reason(rule, f"{words} words")


def score_of(shared: Shared) -> float:
    """Score 0..1; .5 and more says that the two are copies of one text."""
    if is_exact(shared):
        return 1.0
    share, limit = shared.share, _limit(shared.likeness)
    beyond = max(0.0, share - limit) / (1 - limit)
    score = 0.5 * min(1.0, share / limit) + 0.5 * beyond
    if _is_little(shared):
        score = min(score, 0.45)
    return max(score, _whole_text(shared)) if score < 0.9 else score


def kind_of(shared: Shared) -> CopyKind:
    """Exact, near, reworded, or partial where part of it is copied and the rest is its own."""
    if is_exact(shared):
        return "exact"
    if _whole_text(shared):
        return "near"
    if shared.likeness < _NEAR_LIKENESS:
        return "reworded" if shared.share >= _limit(shared.likeness) else "partial"
    return "near" if shared.share >= _NEARLY_WHOLE else "partial"


def reasons_of(shared: Shared) -> tuple[Reason, ...]:
    """What was counted, as data."""
    if is_exact(shared):
        return (same_words(len(shared.shorter.everything)),)
    found = []
    if shared.twins:
        count = f"{len(shared.twins)} sentences, {shared.words} of {shared.size} own words"
        found = [
            Reason("sentence twins", count, round(shared.share, 4)),
            Reason("likeness of the twins", "words kept in order", round(shared.likeness, 4)),
        ]
    if whole := _whole_text(shared):
        found.append(Reason("same runs of three words", "quoted words counted too", whole))
    return tuple(found)


def same_words(count: int) -> Reason:
    """That two articles print the same words, and how many."""
    return Reason("same words", f"{count} words", 1.0)


def _is_little(shared: Shared) -> bool:
    """Whether what was found may be chance however large its share is."""
    if shared.likeness < _NEAR_LIKENESS and shared.words < _FEW_WORDS:
        return True
    return len(shared.twins) < _FEW and shared.share < _NEARLY_WHOLE


def is_exact(shared: Shared) -> bool:
    """Whether both articles are the same words, marks and case aside."""
    words = shared.shorter.everything
    return bool(words) and words == shared.longer.everything


def _limit(likeness: float) -> float:
    """Share from which twins of this likeness mean a copy."""
    step = (likeness - _REWORDED) / (_VERBATIM - _REWORDED)
    return _REWORDED_SHARE + (_VERBATIM_SHARE - _REWORDED_SHARE) * min(1.0, max(0.0, step))


def _whole_text(shared: Shared) -> float:
    """Share of all runs of three words the two have in common, 0 where it is not nearly all."""
    a, b = _lengths(shared.shorter), _lengths(shared.longer)
    if min(a, b) < _SAME_RUNS * max(a, b):
        return 0.0
    left, right = (shingles_of(t.everything, 3) for t in (shared.shorter, shared.longer))
    share = len(left & right) / max(1, len(left | right))
    return round(share, 4) if share >= _SAME_RUNS else 0.0


def _lengths(own: OwnText) -> int:
    return len(own.everything)
