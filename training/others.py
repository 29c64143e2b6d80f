"""Sentences put between others: ones that attribute nothing, and short attributions."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from edits import maybe_replaced
from layouts import Stretch, maybe_laid_out
from markup import Built, chosen

from onrecord.text import split_sentences

if TYPE_CHECKING:
    import random

_SHARE = 0.05
"""Share of the sentences outside of any attribution after which one is put."""

_NEGATIVE = 0.4
"""Share of these that attribute nothing: titles, scare quotes, talk of which no word is told."""


@cache
def read_negatives() -> tuple[str, ...]:
    """The sentences of negatives.txt."""
    lines = Path(__file__).with_name("negatives.txt").read_text("utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def with_others(
    article: dict[str, Any], random_: random.Random, share: float = 1.0
) -> dict[str, Any]:
    """The article with other sentences put in, outside of what anybody says."""
    text = article["text"]
    for end in reversed(_places(article)):
        if random_.random() >= _SHARE * share:
            continue
        if random_.random() < _NEGATIVE:
            words = chosen(random_.choice(read_negatives()), {}, random_, form="", plural=False)
            if '"' in text:
                words = words.replace("“", '"').replace("”", '"')
            built = Built(" " + words, (), {}, ())
            article = maybe_replaced(article, (end, end), built, {}, {}) or article
        else:
            article = (
                maybe_laid_out(article, Stretch(end, end, "added"), {}, {}, random_) or article
            )
    return article


def _places(article: dict[str, Any]) -> list[int]:
    """Ends of the sentences that no attribution touches."""
    spans = [
        (min(a for a, _ in every), max(b for _, b in every))
        for q in article["quotes"]
        if (every := [*q["source"], *q["cue"], *q["content"]])
    ]
    text = article["text"]
    return [
        s.end
        for s in split_sentences(text)
        if re.match(r"\.(?:\s|$)", text[s.end - 1 :])
        and not any(a <= s.end and b >= s.start for a, b in spans)
    ]
