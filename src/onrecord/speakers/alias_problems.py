"""What is amiss in a user's alias file: entries that match nothing, or that contradict others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.records import Problem
from onrecord.speakers.aliases import (
    called_article,
    called_by,
    is_corrected,
    names_of,
    read_aliases,
)
from onrecord.speakers.identity import fold_full_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.records import Article, Attribution
    from onrecord.speakers.aliases import Aliases, Correction

UNUSED, CLASH = "alias-unused", "alias-clash"
"""Kinds of problem: an entry that matches nothing, entries that contradict one another."""


def find_alias_problems(
    articles: tuple[Article, ...], attributions: tuple[tuple[Attribution, ...], ...], aliases: str
) -> tuple[Problem, ...]:
    """Entries of an alias file that match nothing in these articles, or that clash.

    `attributions` hold, for each article in turn, what `resolve_speakers` returned for it.
    """
    told = read_aliases(aliases)
    if not told.speaker and not told.correction:
        return ()
    each = tuple(zip(articles, attributions, strict=True))
    messages = [
        *((CLASH, text) for text in _clashes(told)),
        *((UNUSED, text) for text in _unused(told, each)),
    ]
    return tuple(Problem(kind, f"alias file: {text}") for kind, text in dict.fromkeys(messages))


def _clashes(told: Aliases) -> Iterator[str]:
    """A sentence for each name of two speakers, and for each source corrected in two ways."""
    owners: dict[str, str] = {}
    for alias in told.speaker:
        for name, printed in zip(names_of(alias), (alias.name, *alias.also), strict=True):
            other = owners.get(name, alias.name)
            if other != alias.name:
                yield f"{printed!r} stands for {other!r} and for {alias.name!r}; the latter is used"
            owners[name] = alias.name
    given: dict[tuple[str, str, str], str] = {}
    for c in told.correction:
        what = (c.article, fold_full_name(c.source) if c.source else "", c.attribution)
        first = given.setdefault(what, c.speaker)
        if first != c.speaker:
            one, other = (repr(name) if name else "nobody" for name in (first, c.speaker))
            yield f"{_entry(c)} is corrected to {one} and to {other}; the former is used"


def _unused(
    told: Aliases, each: tuple[tuple[Article, tuple[Attribution, ...]], ...]
) -> Iterator[str]:
    """A sentence for each speaker and each correction that matches nothing."""
    met = {name for article, found in each for a in found for name in called_by(article, a)}
    for alias in told.speaker:
        if not met.intersection(names_of(alias)):
            others = ", nor by another of its names" if alias.also else ""
            yield f"nobody in these articles is called {alias.name!r}{others}"
    for c in told.correction:
        meant = [pair for pair in each if c.article in called_article(pair[0])]
        if not meant:
            yield f"no article is called {c.article!r}"
        elif not any(is_corrected(c, article, a) for article, found in meant for a in found):
            yield f"{_entry(c)} is not there"


def _entry(correction: Correction) -> str:
    """What a correction is about, in words."""
    what = correction.source or correction.attribution
    kind = "the source" if correction.source else "the attribution"
    return f"{kind} {what!r} in {correction.article!r}"
