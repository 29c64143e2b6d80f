"""Which article of a copy group is likely the original of the others in this set.

Nothing here proves an original: it may lie outside the set. What tells, in order of weight: the
fuller text, the plainer words where the two differ, a credit line that names the other's outlet,
and, weakly, the earlier date, since copies are often dated as their sites please.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from onrecord.copies.commonness import commonness
from onrecord.copies.credits import is_credited
from onrecord.records import Reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.copies.comparisons import Comparisons
    from onrecord.copies.versions import Version

_FULLER = 1.5
_CLIPPED = 2.0
_DOUBTED = 3
"""Weight of the difference in length; the most one replacement may say; replacements that say
nothing counted in, so that two of them do not decide. Measured on the development half of the
copies set: `python eval/gate.py copies`."""

_CREDITED = 2.0
_EARLIER = 0.05
_DATE = "earlier date"
"""The only reason that never tells alone."""

_TOO_CLOSE = 0.01
"""Lead below which the original cannot be told."""

_CONTENDERS = 6
"""Articles of a large group that are compared with one another: the longest ones."""


class Lead(NamedTuple):
    """How far one article leads another as the likely original, and why; negative if it trails."""

    score: float
    why: tuple[Reason, ...]


def find_origin(
    members: Sequence[int], comparisons: Comparisons
) -> tuple[int | None, tuple[Reason, ...]]:
    """The likely original among the texts at `members`, None where it cannot be told, and why."""
    if len(members) < 2:
        return None, ()
    order = sorted(members, key=lambda k: _fullness_key(comparisons.versions[k]))
    contenders = order[:_CONTENDERS]
    scores = dict.fromkeys(contenders, 0.0)
    reasons: dict[int, list[Reason]] = {k: [] for k in contenders}
    for a, b in combinations(contenders, 2):
        lead = _compare_claims(a, b, comparisons)
        scores[a] += lead.score
        scores[b] -= lead.score
        reasons[a if lead.score > 0 else b] += lead.why
    ranked = sorted(contenders, key=lambda k: -scores[k])
    why = _one_of_each(reasons[ranked[0]])
    if scores[ranked[0]] - scores[ranked[1]] < _TOO_CLOSE or {r.rule for r in why} == {_DATE}:
        return None, ()
    return ranked[0], why


def lead_in_words(first: int, second: int, comparisons: Comparisons) -> float:
    """How far its words, not its length or date, make the first text the source of the second."""
    return _plainer(first, second, comparisons) + _CREDITED * _credit(first, second, comparisons)


def _compare_claims(first: int, second: int, comparisons: Comparisons) -> Lead:
    """How far the first text leads the second as the likely original of the two."""
    a, b = (comparisons.versions[k].articles[0] for k in (first, second))
    longer, shorter = (comparisons.versions[k].fingerprint.words for k in (first, second))
    parts = (
        ("fuller text", _FULLER * (longer - shorter) / max(1, longer + shorter)),
        ("plainer words", _plainer(first, second, comparisons)),
        ("credit line", _CREDITED * _credit(first, second, comparisons)),
        (_DATE, _EARLIER * _earlier(a.published, b.published)),
    )
    total = sum(part for _, part in parts)
    sign = 1 if total > 0 else -1
    why = tuple(Reason(rule, score=round(abs(p), 4)) for rule, p in parts if p * sign > 0)
    return Lead(total, why)


def _plainer(first: int, second: int, comparisons: Comparisons) -> float:
    """How much plainer the first text's words are where the second has others; names tell nothing.

    A replacement made again and again counts once: it is one choice.
    """
    made = dict.fromkeys(
        (r.before, r.after)
        for r in comparisons.replaced(first, second)
        if not (_has_name(r.printed_before) or _has_name(r.printed_after))
    )
    said = [
        max(-_CLIPPED, min(_CLIPPED, commonness(before) - commonness(after)))
        for before, after in made
    ]
    return sum(said) / (len(said) + _DOUBTED)


def _has_name(printed: str) -> bool:
    """Whether one of the words begins with a capital."""
    return any(word[0].isupper() for word in printed.split())


def _credit(first: int, second: int, comparisons: Comparisons) -> int:
    """1 where the second text credits the first one's outlet, -1 where the first the second's."""
    a, b = (comparisons.versions[k].articles[0] for k in (first, second))
    return is_credited(a, b) - is_credited(b, a)


def _fullness_key(version: Version) -> tuple[int, str, str]:
    """Longest first; then the earliest; then by the words, so that input order never matters."""
    fingerprint, earliest = version.fingerprint, version.articles[0]
    return (-fingerprint.words, earliest.published or "9999", fingerprint.digest)


def _one_of_each(reasons: Sequence[Reason]) -> tuple[Reason, ...]:
    """The strongest reason of each rule, in order of strength."""
    best: dict[str, Reason] = {}
    for reason in reasons:
        known = best.get(reason.rule)
        if known is None or (reason.score or 0) > (known.score or 0):
            best[reason.rule] = reason
    return tuple(sorted(best.values(), key=lambda r: (-(r.score or 0), r.rule)))


def _earlier(a: str | None, b: str | None) -> int:
    """1 where `a` is dated on an earlier day than `b`, -1 where later, 0 where that is unknown."""
    if not a or not b or a[:10] == b[:10]:
        return 0
    return 1 if a[:10] < b[:10] else -1
