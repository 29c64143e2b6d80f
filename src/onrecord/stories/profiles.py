"""What an article is about, as counts of its words, with its day and a digest of its text.

Neither the outlet nor the byline is looked at: who printed an article says nothing of its event.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from onrecord.text import fold_word, merge_spans, stem, word_classes
from onrecord.text.words import WORD

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onrecord.records import Article

_READ = 6000
"""Code points of a text that are read: news tells its event at the top. 300 words to the whole give
the same groups within half a point on the development half of the stories set: `score.py stories`
of the measuring sticks, or `python eval/gate.py stories`."""

_TITLE_COUNTS = 2
"""Times that a word of the title counts; 1 costs a point there, 4 and 6 are as good."""

_SMALL_CLASS = 9
"""Class in the list of common words from which a word says nothing of an event: the, after, who."""

_TELLING = 40
"""Words of a text that make it the same as another whatever the titles: fewer may be a notice that
stands in place of many texts."""

_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+")
"""Letters of scripts that put no space between words: Thai, Japanese, Chinese."""


class Profile(NamedTuple):
    """How often each word stands in an article; `day` is a day's number, None if none is known."""

    counts: Mapping[str, int]
    day: int | None
    digest: str


def read_profile(article: Article) -> Profile:
    """The profile of one article. Two that print the same words have the same digest."""
    title = stems_of(article.title or "")
    own = _own_words(article)
    body = stems_of(own[:_READ])
    counts = Counter(body)
    counts.update(title * _TITLE_COUNTS)
    told = stems_of(own) if len(own) > _READ else body
    known = " ".join(told if len(told) >= _TELLING else title + told) or f"\n{article.id}"
    return Profile(counts, maybe_day(article), hashlib.sha256(known.encode()).hexdigest())


def _own_words(article: Article) -> str:
    """The text without what is not the article speaking: bylines, captions, sign-up boxes."""
    parts, place = [], 0
    for span in merge_spans([span for span, _ in article.furniture]):
        parts.append(article.text[place : span.start])
        place = span.end
    return " ".join([*parts, article.text[place:]])


def stems_of(text: str) -> list[str]:
    """Stems of the words that say something, in order.

    >>> stems_of("The bridge was closed after the storm")
    ['bridg', 'clos', 'storm']
    """
    return [found for word in WORD.findall(text) for found in _stems(word)]


@lru_cache(maxsize=1 << 17)
def _stems(word: str) -> tuple[str, ...]:
    """The stem of a word, none for a small one, pairs of letters where no space parts words."""
    folded = fold_word(word)
    if not folded.isascii() and _UNSPACED.search(folded):
        return tuple(_pairs(folded))
    return () if word_classes().get(folded, 0) >= _SMALL_CLASS else (stem(folded),)


def _pairs(word: str) -> Iterator[str]:
    """Each two letters that stand side by side; a single letter alone."""
    if len(word) < 2:
        yield word
    for place in range(len(word) - 1):
        yield word[place : place + 2]


def maybe_day(article: Article) -> int | None:
    """The number of the day an article is dated, None where no day can be told."""
    try:
        return date.fromisoformat((article.published or "")[:10]).toordinal()
    except ValueError:
        return None
