"""An article seen from several sides: all of its words, its first ones, its names, its headline.

Reports of one event tell it at different length, but most put what happened into the headline and
the first sentences, and name the same people and places. So each of these is compared by itself,
and two articles are as near as their sides are on average.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from onrecord.stories.words import stems_in, stems_of
from onrecord.text.words import WORD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_TITLE_COUNTS = 2
"""Times that a word of the title counts among all words; 1 is as good, without it is two points
worse."""

_FIRST = 400
"""Code points of title and text that are the first words; 250 to 900 are within a point."""

_CAPITALS_TELL = 40
"""Words of an article from which a capital tells a name: a headline may have one on every word."""


class Sides(NamedTuple):
    """How often each word stands in the whole article, and in each part of it."""

    whole: Mapping[str, int]
    first: Mapping[str, int]
    names: Mapping[str, int]
    title: Mapping[str, int]


SHARES = (0.5, 0.2, 0.2, 0.1)
"""What each side counts; of an article that lacks one the others count more."""
# All of these were measured on the development half of the stories set and on the events of the
# copies set (python eval/gate.py stories): the whole alone is two points worse on both, shares of
# .1 to .3 for the others are alike. Dates, numbers and pairs of words as sides of their own add
# nothing there.


def read_sides(title: str, text: str, stems: Iterable[str]) -> Sides:
    """The sides of an article with this title and text, the stems of the text being known."""
    headline = stems_of(title)
    whole = Counter(stems)
    whole.update(headline * _TITLE_COUNTS)
    both = f"{title}\n{text}"
    return Sides(whole, Counter(stems_of(_opening(both))), _names_in(both), Counter(headline))


def _opening(text: str) -> str:
    """The first characters of a text, in whole words."""
    end = text.rfind(" ", 0, _FIRST) if len(text) > _FIRST else len(text)
    return text[: end if end > 0 else _FIRST]


def _names_in(text: str) -> Counter[str]:
    """Words that the text prints with a capital, and nowhere without."""
    words = WORD.findall(text)
    if len(words) < _CAPITALS_TELL:
        return Counter()
    small = {word for word in words if word[0].islower()}
    names = [word for word in words if word[0].isupper() and word.lower() not in small]
    return Counter([found for name in names for found in stems_in(name)])
