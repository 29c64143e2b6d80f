"""On which day something was said, where the article tells: the same words again are said anew.

Only the day of the week is read, from the sentence that names the speaker and outside of what is
quoted or reported in it; and the dates of two articles tell when they lie too far apart.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from onrecord.records import Span
from onrecord.statements.once import sentences_in
from onrecord.statements.overlaps import overlapping
from onrecord.text import split_sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.records import Article, Attribution

_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_DAY = re.compile(rf"\b({'|'.join(_DAYS)})\b", re.I)

_FOLLOWED_UP = 6
"""Days apart up to which two articles may tell of one occasion: a week later there is a next one
of everything, and the days of the week begin again."""


class Occasion(NamedTuple):
    """The day of the week somebody spoke, 0 to 6, and the day the article came out, if known."""

    weekday: int | None = None
    published: int | None = None

    def differs(self, other: Occasion) -> bool:
        """Whether the two are told to be of different days."""
        known = self.published is not None and other.published is not None
        if known and abs((self.published or 0) - (other.published or 0)) > _FOLLOWED_UP:
            return True
        return None not in (self.weekday, other.weekday) and self.weekday != other.weekday


UNKNOWN = Occasion()


class Days:
    """The days of the week that an article's text names, and its date."""

    def __init__(self, article: Article, text: str) -> None:
        """Read `text`, the article's text or its title."""
        self._named = [(m.start(), _DAYS.index(m[1].casefold())) for m in _DAY.finditer(text)]
        self._sentences = sentences_in(text) if self._named else ()
        self._published = _day_number(article.published)

    def occasion_of(self, attribution: Attribution, claimed: Sequence[Span]) -> Occasion:
        """The occasion of an attribution.

        Days inside of `claimed`, what anybody says, are not its; these are in order and apart.
        """
        spans = [self._sentence_at(span.start) for span in attribution.cue if self._named]
        found = {
            day
            for span in spans
            for start, day in self._named[self._after(span.start) : self._after(span.end)]
            if not overlapping(claimed, Span(start, start + 1))
        }
        return Occasion(found.pop() if len(found) == 1 else None, self._published)

    def _after(self, offset: int) -> int:
        """How many days are named before an offset."""
        return bisect_left(self._named, (offset, 0))

    def _sentence_at(self, offset: int) -> Span:
        """The sentence that holds an offset."""
        place = bisect_right(self._sentences, offset, key=lambda span: span.start) - 1
        return self._sentences[max(0, place)]


def occasion_around(before: str, after: str, published: str | None = None) -> Occasion:
    """The occasion told in the sentence around a quotation, `before` it and `after` it.

    >>> occasion_around("They met. On Monday she said ", " of the dam. On Friday it broke.").weekday
    0
    """
    opening = before if before.rstrip(" ")[-1:] not in (*".!?", "\n") else ""
    around = [text for text in (opening, after) if text.strip()]
    found = set()
    for text in around:
        sentences = split_sentences(text)
        nearest = sentences[-1] if text is opening else sentences[0]
        found |= {_DAYS.index(day.casefold()) for day in _DAY.findall(nearest.of(text))}
    return Occasion(found.pop() if len(found) == 1 else None, _day_number(published))


def _day_number(published: str | None) -> int | None:
    """The day of a date as a number; None where it is none."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None
