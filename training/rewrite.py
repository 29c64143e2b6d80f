"""Articles whose attributions are written in other ways, for the layouts the free articles lack.

An article keeps its context: only sentences that attribute are written anew, in layouts drawn from
layouts.toml with words drawn from cue_words.toml, and some sentences nobody says are put into
somebody's mouth. The same dice give the same article.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from edits import substituted
from holes import content_holes, source_holes
from layouts import Stretch, maybe_laid_out, read_lists
from markup import Fragment
from others import with_others
from simple import is_plural, maybe_simple
from speaking import with_inner, with_spoken
from swaps import maybe_swapped, takes_thing

if TYPE_CHECKING:
    import random

    from simple import Simple

REWRITTEN = 0.35
"""Share of the attributions in a simple form that get another layout."""

_SWAPPED = 0.3
"""Share of the others that get another cue of the same kind, where one is known."""

_INNER = 0.08
"""Share of all in whose content a belief or report is put, where it allows it."""

_QUOTED = 0.25
"""Share of the clauses without a pronoun that are put in quotation marks."""

_JOINED = 0.5
"""Share of the pairs of one source that become one sentence, of those drawn for a layout."""

_BROKEN = 0.02
"""Share of articles whose marks come out as mojibake."""

_MOJIBAKE = {"“": "â€œ", "”": "â€\x9d", "‘": "â€˜", "’": "â€™", "—": "â€”", "–": "â€“"}
_TIED = re.compile(r"\b(?:he|she|they|his|her|their|its|it|himself|herself)\b|[\"“”]", re.I)
"""What keeps a clause from standing in quotation marks."""


def rewritten(
    article: dict[str, Any], random_: random.Random, share: float = REWRITTEN
) -> dict[str, Any]:
    """The article with some of its attributions written in other ways, newly drawn each time.

    The other shares follow `share`, which is that of new layouts.
    """
    times = share / REWRITTEN
    for index in reversed(_in_order(article)):
        if random_.random() < _INNER * times:
            article = with_inner(article, index, random_) or article
        if random_.random() < share:
            article = _with_layout(article, index, random_)
        elif random_.random() < _SWAPPED * times:
            article = maybe_swapped(article, index, read_lists(), random_) or article
    article = with_spoken(article, random_, times)
    article = with_others(article, random_, times)
    if random_.random() < _BROKEN:
        article = substituted(article, _MOJIBAKE)
    return article


def _in_order(article: dict[str, Any]) -> list[int]:
    """Indexes of the attributions by where their first word is, outer ones after inner ones."""

    def place(index: int) -> tuple[int, int]:
        quote = article["quotes"][index]
        spans = [*quote["source"], *quote["cue"], *quote["content"]]
        return min(a for a, _ in spans), -max(b for _, b in spans)

    return sorted(range(len(article["quotes"])), key=place)


def _with_layout(article: dict[str, Any], index: int, random_: random.Random) -> dict[str, Any]:
    """The article with one attribution in another layout; as it was if it is not simple."""
    thing = takes_thing(article["text"], article["quotes"][index], read_lists())
    simple = maybe_simple(article, index, thing=thing)
    if simple is None:
        return article
    if not thing and random_.random() < _JOINED:
        changed = _maybe_joined(article, index, simple, random_)
        if changed is not None:
            return changed
    text = article["text"]
    holes = source_holes(text[slice(*simple.source)], simple.source[0])
    words, quoted = simple.words, False
    if not thing and not words.opening and not _TIED.search(text[words.start : words.end]):
        quoted = random_.random() < _QUOTED
        if quoted:
            words = words._replace(opening="“", closing="”")
    holes |= content_holes(text, words, quoted=quoted)
    kind = "thing" if thing else "direct" if words.opening else "clause"
    if thing:
        plural = is_plural(text[words.start : words.end])
        holes["were"] = [Fragment("were" if plural else "was")]
    stretch = Stretch(simple.start, simple.end, kind, simple.form, simple.plural)
    return maybe_laid_out(article, stretch, holes, {0: index}, random_) or article


def _maybe_joined(
    article: dict[str, Any], index: int, simple: Simple, random_: random.Random
) -> dict[str, Any] | None:
    """The article with an attribution and the next one, of the same speaker, in one sentence.

    None where there is no such pair.
    """
    quotes, text = article["quotes"], article["text"]
    for other, quote in enumerate(quotes):
        if other == index or not quote["speaker"]:
            continue
        if quote["speaker"] != quotes[index]["speaker"]:
            continue
        second = maybe_simple(article, other)
        if second is None or second.words.opening or quote["in"] != quotes[index]["in"]:
            continue
        gap = text[simple.end : second.start]
        if second.start < simple.end or gap not in (" ", ". "):
            continue
        holes = source_holes(text[slice(*simple.source)], simple.source[0])
        holes |= content_holes(text, simple.words)
        holes["r"] = content_holes(text, second.words)["q"]
        kind = "joined direct" if simple.words.opening else "joined clause"
        stretch = Stretch(simple.start, second.end, kind, simple.form, simple.plural)
        return maybe_laid_out(article, stretch, holes, {0: index, 2: other}, random_)
    return None
