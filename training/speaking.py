"""Speech put where there was none: a sentence said by somebody, a clause said to be believed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from holes import content_holes, source_holes
from layouts import Stretch, draw_person, maybe_laid_out, read_lists
from markup import Fragment
from simple import is_clause_of, is_plural, lowered, maybe_plain, maybe_words

from onrecord.text import split_sentences

if TYPE_CHECKING:
    import random

    from simple import Words

SPOKEN = 0.08
"""Share of the sentences nobody says that somebody is made to say."""

REPORTED = 0.12
"""Share of the sentences that attribute, those that allow it, that somebody else is made to say."""

_GROUP = 0.25
"""Share of these somebodies who are many."""

_QUOTED = 0.4
"""Share of what was a plain sentence that is put in quotation marks."""


def with_spoken(
    article: dict[str, Any], random_: random.Random, share: float = 1.0
) -> dict[str, Any]:
    """The article with some of its sentences put into somebody's mouth.

    A sentence that attributes keeps its attributions: they are nested then.
    """
    spans = [_extent(q) for q in article["quotes"]]
    for sentence in reversed(split_sentences(article["text"])):
        dice = random_.random()
        if dice >= max(SPOKEN, REPORTED) * share:
            continue
        touching = [(a, b) for a, b in spans if a < sentence.end and b > sentence.start]
        if dice >= (REPORTED if touching else SPOKEN) * share:
            continue
        if all(sentence.start <= a and b <= sentence.end for a, b in touching):
            bounds = (sentence.start, sentence.end)
            article = _spoken(article, bounds, random_, plain=not touching) or article
    return article


def _extent(quote: dict[str, Any]) -> tuple[int, int]:
    every = [*quote["source"], *quote["cue"], *quote["content"]]
    return min(a for a, _ in every), max(b for _, b in every)


def _spoken(
    article: dict[str, Any], bounds: tuple[int, int], random_: random.Random, *, plain: bool
) -> dict[str, Any] | None:
    """The article with one sentence as a content."""
    text = article["text"]
    words = maybe_plain(text, *bounds, marks=not plain)
    if words is None:
        return None
    source = draw_person(article, {}, random_)
    if random_.random() < _GROUP:
        source = random_.choice(read_lists()["persons"])
    quoted = plain and random_.random() < _QUOTED
    if quoted:
        words = words._replace(opening="“", closing="”")
    holes = source_holes(source, -1) | content_holes(text, words, quoted=quoted)
    if not plain:
        for hole in ("J", "is", "B", "b", "v"):
            holes.pop(hole, None)
    end = bounds[1] - (text[bounds[1] - 1] == ".")
    form = random_.choice(("past", "past", "past", "third"))
    kind = "direct" if quoted else "clause"
    stretch = Stretch(bounds[0], end, kind, form, is_plural(source))
    return maybe_laid_out(article, stretch, holes, {}, random_)


def with_inner(
    article: dict[str, Any], index: int, random_: random.Random
) -> dict[str, Any] | None:
    """The article with a belief or report put inside one content; None if it does not allow it."""
    quote, text = article["quotes"][index], article["text"]
    if not quote["content"] or not quote["cue"]:
        return None
    words = maybe_words(text, *quote["content"][0])
    if words is None or "\n" in text[words.start : words.end]:
        return None
    inner = text[words.start : words.end]
    if words.opening:
        return _inner_quoted(article, words, inner, random_)
    if not is_clause_of(text, quote, words):
        return None
    end = quote["content"][0][1] if words.closing else words.end
    holes = {"q": [Fragment(lowered(text[words.start : end]), words.start)]}
    stretch = Stretch(words.start, end, "inner clause")
    return maybe_laid_out(article, stretch, holes, {}, random_)


def _inner_quoted(
    article: dict[str, Any], words: Words, inner: str, random_: random.Random
) -> dict[str, Any] | None:
    """The article with one sentence of a quotation put behind "I think"."""
    sentences = [s for s in split_sentences(inner) if 25 < s.end - s.start < 250]
    if not sentences:
        return None
    chosen = random_.choice(sentences)
    sentence = inner[chosen.start : chosen.end]
    bare = sentence.rstrip(".")
    sound = maybe_plain(f"{bare}.", 0, len(bare) + 1, own=True)
    if sound is None or lowered(bare) == bare:
        return None
    start = words.start + chosen.start
    holes = {"I": [Fragment(lowered(bare), start)]}
    stretch = Stretch(start, start + len(bare), "inner direct")
    return maybe_laid_out(article, stretch, holes, {}, random_)
