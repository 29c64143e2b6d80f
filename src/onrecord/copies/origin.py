"""Which article of a copy group is likely the original of the others in this set.

Nothing here proves an original: it may lie outside the set. What tells, in order of weight: the
fuller text, the plainer words where the two differ, a credit line that names the other's outlet,
and, weakly, the earlier date, since copies are often dated as their sites please.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from onrecord.copies.commonness import commonness
from onrecord.records import Reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.copies.comparisons import Comparisons
    from onrecord.copies.own_words import OwnText
    from onrecord.records import Article

_FULLER = 1.5
_CLIPPED = 2.0
_DOUBTED = 3
"""Weight of the difference in length; the most one replacement may say; replacements that say
nothing counted in, so that two of them do not decide. Measured on the development half of the
copies set: `python eval/gate.py copies`."""

_CREDITED = 2.0
_EARLIER = 0.05
_TOO_CLOSE = 0.01
"""Lead below which the original cannot be told."""

_CONTENDERS = 6
"""Articles of a large group that are compared with one another: the longest ones."""

_AGENCIES = {
    "associated press": ("ap",),
    "agence france-presse": ("afp",),
    "press association": ("pa", "pa media"),
    "deutsche presse-agentur": ("dpa",),
    "reuters": (),
    "united press international": ("upi",),
}
"""News agencies by the short name their credit lines use."""


class Lead(NamedTuple):
    """How far one article leads another as the likely original, and why; negative if it trails."""

    score: float
    why: tuple[Reason, ...]


def find_origin(
    members: Sequence[int], comparisons: Comparisons
) -> tuple[int | None, tuple[Reason, ...]]:
    """The likely original among the texts at `members`, None where it cannot be told, and why."""
    order = sorted(members, key=lambda k: _fullness_key(comparisons.texts[k]))
    contenders = order[:_CONTENDERS]
    scores = dict.fromkeys(contenders, 0.0)
    reasons: dict[int, list[Reason]] = {k: [] for k in contenders}
    for a, b in combinations(contenders, 2):
        lead = _compare_claims(a, b, comparisons)
        scores[a] += lead.score
        scores[b] -= lead.score
        reasons[a if lead.score > 0 else b] += lead.why
    ranked = sorted(contenders, key=lambda k: -scores[k])
    if len(ranked) < 2 or scores[ranked[0]] - scores[ranked[1]] < _TOO_CLOSE:
        return None, ()
    return ranked[0], _one_of_each(reasons[ranked[0]])


def _compare_claims(first: int, second: int, comparisons: Comparisons) -> Lead:
    """How far the first text leads the second as the likely original of the two."""
    a, b = comparisons.texts[first], comparisons.texts[second]
    said = [
        max(-_CLIPPED, min(_CLIPPED, commonness(r.before) - commonness(r.after)))
        for r in comparisons.replaced(first, second)
    ]
    longer, shorter = len(a.everything), len(b.everything)
    credit = _credits(b.article, a.article) - _credits(a.article, b.article)
    parts = (
        ("fuller text", _FULLER * (longer - shorter) / max(1, longer + shorter)),
        ("plainer words", sum(said) / (len(said) + _DOUBTED)),
        ("credit line", _CREDITED * credit),
        ("earlier date", _EARLIER * _earlier(a.article.published, b.article.published)),
    )
    total = sum(part for _, part in parts)
    sign = 1 if total > 0 else -1
    why = tuple(Reason(rule, score=round(abs(p), 4)) for rule, p in parts if p * sign > 0)
    return Lead(total, why)


def _fullness_key(own: OwnText) -> tuple[int, str, tuple[str, ...], str]:
    """Longest first; then the earliest; then by the words, so that input order never matters."""
    article = own.article
    return (-len(own.everything), article.published or "9999", own.everything, article.id)


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


def _credits(article: Article, other: Article) -> bool:
    """Whether an article's byline, dateline or last lines credit the other's outlet."""
    if not other.outlet or other.outlet == article.outlet:
        return False
    name = other.outlet.casefold()
    forms = [name, *_AGENCIES.get(name.removeprefix("the "), ())]
    head, tail = article.text[:200], article.text[-400:]
    names = "|".join(re.escape(form) for form in forms)
    line = rf"(?:^|\n)(?:by |from |via |source: )?(?:the )?(?:{names})\s*(?:$|\n|[-–—/|])"
    verbs = "(?:published|appeared|provided) (?:originally |first )?(?:by|in|on|at) (?:the )?"
    where = "\n".join((article.byline or "", head, "", tail))
    return bool(re.search(rf"\((?:{names})\)|{line}|{verbs}(?:{names})", where, re.I))
