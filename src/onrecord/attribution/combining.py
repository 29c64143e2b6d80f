"""The rules' findings and the tagger's put together.

The tagger decides where both have read the same words. What only the rules have is kept where it
is seldom wrong: quotations nobody else claims, cues of certain kinds, what quoted people report.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from onrecord.attribution.attached import is_within
from onrecord.attribution.citing import CITED, CITING
from onrecord.attribution.drafts import LEADING
from onrecord.attribution.endings import finish_contents
from onrecord.attribution.nesting import (
    DEEPEST,
    distinct,
    hold_whole,
    lies_in,
    nest,
    without_second_claims,
)
from onrecord.attribution.quoted import attach_quotations
from onrecord.attribution.tagger import ALONE, FAINT, keep_confident
from onrecord.attribution.transcripts import read_transcript, without_crossing
from onrecord.attribution.units import read_sentences
from onrecord.attribution.works import without_named_works

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from onrecord.attribution.found import Found
    from onrecord.records import Span
    from onrecord.text import Quotation

CERTAIN = frozenset([CITING, CITED])
"""Rules that are believed against the tagger, which often takes who is cited for all of what the
one who cites says, or takes the one for the other."""

TRUSTED = frozenset(
    [
        "according to, after its content",
        "according to, around its content",
        "according to, before its content",
        "content, cue, source",
        "content, source, cue",
        "cue, source, content",
        "first person without marks",
        "inserted in its content",
        "introduced by the sentence before",
        LEADING,
        "passive with a clause",
        "pointed at by the next sentence",
        "quoted as saying",
        "told without saying by whom",
        "noun of saying with its words",
        *CERTAIN,
        "whose view it is",
    ]
)
"""Rules that are believed at cues where the tagger sees none. They find what it misses in texts of
a sentence or two, and change PolNeAR and GUM dev by less than half a point (`score.py polnear gum`
with this set empty and full)."""

_UNSURE_OF_SOURCE = frozenset(
    [
        "further verb of the same subject",
        "participle after its noun",
        "quoted words beside another verb",
    ]
)
"""Rules whose source is wrong too often to stand in for one the tagger did not name."""


def combine(
    text: str,
    quotations: Sequence[Quotation],
    by_rules: Sequence[Found],
    tagged: Sequence[Found],
    trusted: Collection[str] | None = TRUSTED,
) -> list[Found]:
    """What the tagger is sure of, with what only the rules have and are believed in.

    What the tagger is less sure of comes in again at the end, where it lies inside something
    found, and what has but a faint cue; `trusted` are names of rules, None for all.
    """
    outermost = [q.span for q in quotations if q.depth == 0]
    asked = sorted(
        (f for f in by_rules if f.rules[0] == LEADING and not f.source), key=lambda f: f.hull
    )
    certain = _Cues([*(f for f in by_rules if f.rules[0] in CERTAIN), *asked])
    unsettled = [
        f for f in tagged if f.rules[0] != FAINT and not (certain.meet(f) or _answers(f, asked))
    ]
    everything = distinct(_with_sources(unsettled, by_rules))
    sure = keep_confident(everything, nest(everything), outermost)
    alone = _quotations_left(by_rules, sure, outermost)
    alone += _trusted(by_rules, [*sure, *alone], outermost, trusted)
    found = attach_quotations(read_sentences(text, quotations), distinct(sure + alone))
    turns = read_transcript(text)
    doubtful = set(everything).difference(sure)
    found = distinct(turns + without_crossing([*found, *sorted(doubtful)], turns))
    found = keep_confident(found, nest(found), outermost)
    found = _with_quoted_reports(found, by_rules, outermost)
    told = without_named_works(text, _with_faint(found, tagged))
    whole = finish_contents(text, hold_whole(told))
    found = distinct(hold_whole(whole))
    return without_second_claims(found, ALONE, outermost)


def _answers(found: Found, asked: Sequence[Found]) -> bool:
    """Whether a cue takes for its own what was asked: “Asked whether she would go, she laughed”.

    `asked` are in the order of their words.
    """
    place = bisect_left(asked, found.hull.start - 1, key=lambda a: a.hull.start)
    question = asked[place].hull if place < len(asked) else None
    if question is None or not found.cue or not found.hull.overlaps(question):
        return False
    return found.cue[0].start >= question.end


def _with_sources(tagged: Iterable[Found], by_rules: Sequence[Found]) -> list[Found]:
    """What the tagger found, with the rules' source where it names none and they read the same."""
    sourced = sorted(
        (f for f in by_rules if f.source and f.cue and f.rules[0] not in _UNSURE_OF_SOURCE),
        key=lambda f: f.cue,
    )
    filled = []
    for f in tagged:
        other = None if f.source else _same_reading(f, sourced)
        filled.append(f if other is None else f._replace(source=other.source))
    return filled


def _same_reading(f: Found, others: Sequence[Found]) -> Found | None:
    """The first of the others, in order of cues, whose cue and content overlap those of `f`."""
    place = bisect_right(others, f.cue[0].start, key=lambda o: o.cue[0].start)
    for other in others[max(0, place - 2) : place + 2]:
        meets = any(a.overlaps(b) for a in f.cue for b in other.cue)
        shares = any(a.overlaps(b) for a in f.content for b in other.content)
        apart = not any(s.overlaps(c) for s in other.source for c in (*f.content, *f.cue))
        if meets and shares and apart:
            return other
    return None


def _quotations_left(
    by_rules: Iterable[Found], tagged: Sequence[Found], quotations: Sequence[Span]
) -> list[Found]:
    """The rules' attributions of quotations that the tagger left alone."""
    outside = [f for f in tagged if not is_within(f, quotations)]
    claimed = sorted((piece for f in outside for piece in f.content), key=lambda p: p.end)
    alone = []
    for f in by_rules:
        place = bisect_right(claimed, f.hull.start, key=lambda piece: piece.end)
        free = not any(p.start < f.hull.end for p in claimed[place : place + DEEPEST])
        if free and any(lies_in(piece.start, quotations) for piece in f.content):
            alone.append(f)
    return alone


def _trusted(
    by_rules: Iterable[Found],
    found: Sequence[Found],
    quotations: Sequence[Span],
    trusted: Collection[str] | None,
) -> list[Found]:
    """What trusted rules have at cues of which nothing is found, outside quotations."""
    cues = _Cues(found)
    return [
        f
        for f in by_rules
        if (trusted is None or f.rules[0] in trusted)
        and not cues.meet(f)
        and not is_within(f, quotations)
    ]


def _with_quoted_reports(
    found: Sequence[Found], by_rules: Iterable[Found], quotations: Sequence[Span]
) -> list[Found]:
    """The findings with what the rules read inside quotations, where it lies in one of them."""
    cues = _Cues(found)
    reports = [f for f in by_rules if is_within(f, quotations) and not cues.meet(f)]
    return _with_nested(found, reports)


def _with_faint(found: Sequence[Found], tagged: Iterable[Found]) -> list[Found]:
    """The findings with those of faint cues that lie inside one of them."""
    cues = _Cues(found)
    return _with_nested(found, [f for f in tagged if f.rules[0] == FAINT and not cues.meet(f)])


def _with_nested(found: Sequence[Found], others: Sequence[Found]) -> list[Found]:
    """The findings with those of the others that lie inside another."""
    if not others:
        return list(found)
    every = distinct([*found, *others])
    known = set(found)
    return [
        f for f, outer in zip(every, nest(every), strict=True) if f in known or outer is not None
    ]


class _Cues:
    """The cues of what is found, to ask whether another's overlaps one."""

    def __init__(self, found: Iterable[Found]) -> None:
        self._spans = sorted(span for f in found for span in f.cue)

    def meet(self, found: Found) -> bool:
        """Whether a cue of `found` overlaps one of these."""
        for span in found.cue:
            place = bisect_right(self._spans, span.start, key=lambda s: s.start)
            near = self._spans[max(0, place - 3) : place + 1]
            if any(span.overlaps(other) for other in near):
                return True
        return False
