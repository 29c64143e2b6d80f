"""What an article is about, as counts of its words, with its day and a digest of its text.

Neither the outlet nor the byline is looked at: who printed an article says nothing of its event.
"""

from __future__ import annotations

import hashlib
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from onrecord.stories.sides import Sides, read_sides
from onrecord.stories.words import stems_of
from onrecord.text import merge_spans

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.records import Article

_READ = 6000
"""Code points of a text that are read: news tells its event at the top. 300 words to the whole give
the same groups within half a point on the development half of the stories set: `score.py stories`
of the measuring sticks, or `python eval/gate.py stories`."""

_TELLING = 40
"""Words of a text that make it the same as another whatever the titles: fewer may be a notice that
stands in place of many texts."""


class Profile(NamedTuple):
    """How often each word stands in an article and in its parts.

    `day` is a day's number, None if none is known.
    """

    sides: Sides
    day: int | None
    digest: str

    @property
    def counts(self) -> Mapping[str, int]:
        """How often each word stands in the article."""
        return self.sides.whole


def read_profile(article: Article) -> Profile:
    """The profile of one article. Two that print the same words have the same digest."""
    title, own = article.title or "", _own_words(article)
    read = own[:_READ]
    stems = stems_of(read)
    told = stems if len(own) <= _READ else stems_of(own)
    known = " ".join(told if len(told) >= _TELLING else stems_of(title) + told)
    digest = hashlib.sha256((known or f"\n{article.id}").encode()).hexdigest()
    return Profile(read_sides(title, read, stems), maybe_day(article), digest)


def _own_words(article: Article) -> str:
    """The text without what is not the article speaking: bylines, captions, sign-up boxes."""
    parts, place = [], 0
    for span in merge_spans([span for span, _ in article.furniture]):
        parts.append(article.text[place : span.start])
        place = span.end
    return " ".join([*parts, article.text[place:]])


def maybe_day(article: Article) -> int | None:
    """The number of the day an article is dated, None where no day can be told."""
    try:
        return date.fromisoformat((article.published or "")[:10]).toordinal()
    except ValueError:
        return None
