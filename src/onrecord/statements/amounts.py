"""How much of what a wording counts: “nine thousand cargo bicycles” is 9000 of “cargo”.

A number alone tells little of two wordings of one thing, since either may leave a number out; but
two that count the same thing differently are seldom one statement.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.statements.vocabulary import SMALL, folded
from onrecord.text import stem

if TYPE_CHECKING:
    from onrecord.records import Span

Amount = tuple[str, float]
"""The stem of what is counted, and how many."""

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "ten twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBERS = {word: 10.0 * number for number, word in enumerate(_TENS, 1)} | {
    word: float(number) for number, word in enumerate(_ONES)
}
_SCALES = {
    "dozen": 12.0,
    "hundred": 100.0,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
}
_FRACTIONS = frozenset(
    "half halves third thirds quarter quarters fifth fifths tenth tenths".split()
)
_TOKEN = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[^\W\d_]+(?:[’'][^\W\d_]+)?|[.,;:!?]")
_NONE: frozenset[Amount] = frozenset()

_FROM_NUMBER = 3
"""Words after a number among which the one that is counted stands."""

_ROUNDED = 1.1
"""How many times as much is the same amount told more roughly."""


def read_amounts(text: str, span: Span) -> frozenset[Amount]:
    """What is counted between the ends of `span`, numbers in digits and in words.

    >>> from onrecord.records import Span
    >>> sorted(read_amounts(t := "a hundred and forty jobs, 61 per cent", Span(0, len(t))))
    [('job', 140.0), ('per', 61.0)]
    """
    found: set[Amount] = set()
    tokens = [folded(token) for token in _TOKEN.findall(text, *span)]
    place = 0
    while place < len(tokens):
        if not _is_number(tokens[place]):
            place += 1
            continue
        after, number = _read_number(tokens, place)
        if number is not None and not _FRACTIONS.intersection(tokens[max(0, place - 2) : place]):
            counted = _counted(tokens[after : after + _FROM_NUMBER])
            if counted is not None:
                found.add((stem(counted), number))
        place = max(after, place + 1)
    return frozenset(found) if found else _NONE


def differ_in_amount(a: frozenset[Amount], b: frozenset[Amount]) -> bool:
    """Whether something is counted in both, and nowhere alike, rounding aside."""
    for counted in {what for what, _ in a} & {what for what, _ in b}:
        ours = [number for what, number in a if what == counted]
        theirs = [number for what, number in b if what == counted]
        if not any(_is_about(one, other) for one in ours for other in theirs):
            return True
    return False


def _counted(following: list[str]) -> str | None:
    """The word that the number before these words counts; None before a fraction or a stop."""
    for token in following:
        if not token[0].isalnum() or token in _FRACTIONS:
            return None
        if token not in SMALL and not _is_number(token):
            return token
    return None


def _is_about(one: float, other: float) -> bool:
    return max(one, other) <= _ROUNDED * min(one, other)


def _is_number(word: str) -> bool:
    return word[0].isdigit() or word in _NUMBERS or word in _SCALES


def _read_number(words: list[str], place: int) -> tuple[int, float | None]:
    """Where the number that begins at `place` ends, and the number; None where none begins.

    “One” alone is an article as often as a number, and “a” is one only before a scale.
    """
    start, total, part = place, 0.0, 0.0
    while place < len(words):
        word = words[place]
        begun = place > start
        if word in _SCALES and (begun or words[place - 1 : place] == ["a"]):
            part = (part or 1.0) * _SCALES[word]
            if _SCALES[word] >= _SCALES["thousand"]:
                total, part = total + part, 0.0
        elif not (word == "and" and begun and _goes_on(words, place)):
            value = _value(word)
            if value is None or (begun and not _adds(total or part, part, value)):
                break
            part += value
        place += 1
    number = None if place == start or words[start:place] == ["one"] else total + part
    return place, number


def _value(word: str) -> float | None:
    """The number a word of digits, or one of the number words, stands for; ½ and ² are none."""
    plain = word.replace(",", "")
    if plain.replace(".", "", 1).isdecimal():
        return float(plain)
    return _NUMBERS.get(word)


def _goes_on(words: list[str], place: int) -> bool:
    """Whether “and” goes on with a number: “a hundred and forty”."""
    return (
        words[place - 1] in _SCALES
        and words[place + 1 : place + 2] != []
        and (words[place + 1] in _NUMBERS)
    )


def _adds(before: float, part: float, value: float) -> bool:
    """Whether a number word adds to those before it: “twenty” “two”, “thousand” “five”."""
    return before > 0 and part % (10 if value < 10 else 100) == 0
