"""What a story is called, when it was told, and how its words are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stories.profiles import maybe_day
from onrecord.stories.words import stems_in
from onrecord.text.words import WORD

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.records import Article

WORDS = 5
"""Words that a story is told by."""

_LONGEST = 120
"""Code points of a label made of an article's first words."""


def printed_words(stems: Iterable[str], articles: Iterable[Article]) -> tuple[str, ...]:
    """Each stem as the first article that has it prints it first."""
    wanted = dict.fromkeys(stems, "")
    for article in articles:
        if all(wanted.values()):
            break
        for word in WORD.findall(f"{article.text}\n{article.title or ''}"):
            for stem in stems_in(word):
                if wanted.get(stem) == "":
                    wanted[stem] = word
    return tuple(printed or stem for stem, printed in wanted.items())


def label_of(articles: Sequence[Article], words: Sequence[str]) -> str:
    """The headline of the most central article that has one, given in order from the centre out.

    Without any headline, the words; without words, how the first text begins.
    """
    for article in articles:
        headline = " ".join((article.title or "").split())
        if headline:
            return headline
    if words:
        return ", ".join(words)
    return " ".join(articles[0].text[:_LONGEST].split())


def period_of(articles: Iterable[Article]) -> tuple[str | None, str | None]:
    """The first and the last day that the articles are dated, in ISO 8601."""
    days = sorted(
        (article.published or "")[:10] for article in articles if maybe_day(article) is not None
    )
    return (days[0], days[-1]) if days else (None, None)
