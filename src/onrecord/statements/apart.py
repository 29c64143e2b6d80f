"""What keeps two units apart, however like they read: the reasons against one statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.statements.amounts import differ_in_amount
from onrecord.statements.polarity import are_opposed, is_negated
from onrecord.statements.wording import is_word_for_word

if TYPE_CHECKING:
    from onrecord.statements.speakers import Agreement
    from onrecord.statements.units import Unit

_LEAST_OPPOSED = 4
"""Content words of two opposite quotations below which they are two statements and no version of
one."""

_OTHERWISE_THE_SAME = 0.8
"""Part of the content words that both hold from which another number is one told wrongly or anew,
and not one of something else."""


def are_apart(a: Unit, b: Unit, speakers: Agreement) -> bool:
    """Whether two units can never be one statement."""
    return (
        _ask_and_answer(a, b, speakers)
        or _are_opposites(a, b, speakers)
        or _count_differently(a, b)
        or _are_of_two_days(a, b)
    )


def _ask_and_answer(a: Unit, b: Unit, speakers: Agreement) -> bool:
    """Whether one is a question and the other none, or two people ask in words of their own."""
    if a.asks != b.asks:
        return speakers != "same" or not (a.is_quoted and b.is_quoted)
    return a.asks and speakers == "different" and not (a.is_quoted and b.is_quoted)


def _are_opposites(a: Unit, b: Unit, speakers: Agreement) -> bool:
    """Whether they say opposites that are not two versions of a quotation."""
    both_quoted = a.is_quoted and b.is_quoted
    opposed = are_opposed(a.words, b.words, one_denies=a.denies != b.denies)
    if not opposed and (both_quoted or a.denies or b.denies or not _turns(a, b)):
        return False
    is_version = both_quoted and speakers != "different"
    return not is_version or min(len(a.stems), len(b.stems)) < _LEAST_OPPOSED


def _turns(a: Unit, b: Unit) -> bool:
    """Whether one negates a word of the other, which negates nothing."""
    if is_negated(a.words) == is_negated(b.words):
        return False
    return not a.negated.isdisjoint(b.content) or not b.negated.isdisjoint(a.content)


def _count_differently(a: Unit, b: Unit) -> bool:
    """Whether they count one thing differently and differ in more than the number."""
    if not differ_in_amount(a.amounts, b.amounts) or (a.is_quoted and b.is_quoted):
        return False
    both = len(a.stems) + len(b.stems)
    return 2 * len(a.content & b.content) < _OTHERWISE_THE_SAME * both


def _are_of_two_days(a: Unit, b: Unit) -> bool:
    """Whether they were said on two days, and not word for word the same."""
    if a.article == b.article or not a.occasion.differs(b.occasion):
        return False
    return not is_word_for_word(a.quoted, b.quoted)
