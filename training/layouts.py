"""The lists of layouts and words, and a stretch of an article put into a layout drawn from them."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from edits import maybe_replaced
from markup import Fragment, capital, chosen, filled
from simple import lowered

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping, Sequence

_TRIES = 8
"""Layouts drawn before a stretch is left as it is because none fits."""

_KNOWN = 0.6
"""Share of the people put into a layout who speak elsewhere in the article."""


class Layouts(NamedTuple):
    """The layouts of a kind of content, by groups."""

    weights: tuple[int, ...]
    groups: tuple[tuple[str, ...], ...]


@cache
def read_layouts() -> dict[str, Layouts]:
    """The layouts of layouts.toml by kind: clause, direct, thing, added, "joined clause", ..."""
    kinds = tomllib.loads(Path(__file__).with_name("layouts.toml").read_text("utf-8"))
    found = {}
    for kind in ("clause", "direct"):
        groups = kinds[kind].values()
        weights = tuple(group["weight"] for group in groups)
        found[kind] = Layouts(weights, tuple(tuple(group["layouts"]) for group in groups))
        found[f"joined {kind}"] = Layouts((1,), (tuple(kinds["joined"][kind]["layouts"]),))
    found["thing"] = Layouts((1,), (tuple(kinds["thing"]["whole"]["layouts"]),))
    found["added"] = Layouts((1,), (tuple(kinds["added"]["whole"]["layouts"]),))
    for kind, group in kinds["inner"].items():
        found[f"inner {kind}"] = Layouts((1,), (tuple(group["layouts"]),))
    return found


@cache
def read_lists() -> dict[str, tuple[str, ...]]:
    """The word lists of cue_words.toml."""
    lists = tomllib.loads(Path(__file__).with_name("cue_words.toml").read_text("utf-8"))
    return {name: tuple(re.split(r"[|\n]", text.strip())) for name, text in lists.items()}


class Stretch(NamedTuple):
    """What of an article is written anew: where, in layouts of which kind, in which tense.

    A kind that begins with "inner" is part of a sentence; other layouts get its last stop.
    """

    start: int
    end: int
    kind: str
    form: str = "past"
    plural: bool = False


def maybe_laid_out(
    article: dict[str, Any],
    stretch: Stretch,
    holes: Mapping[str, Sequence[Fragment]],
    existing: Mapping[int, int],
    random_: random.Random,
) -> dict[str, Any] | None:
    """The article with a stretch in a layout that its holes allow; None if none was found."""
    person = draw_person(article, existing, random_)
    if person in article["text"][stretch.start : stretch.end]:
        person = random_.choice(read_lists()["person"])
    holes = {**holes, "x": [Fragment(lowered(person))], "X": [Fragment(capital(person))]}
    layouts, text = read_layouts()[stretch.kind], article["text"]
    whole = not stretch.kind.startswith("inner")
    end = stretch.end + (whole and text[stretch.end : stretch.end + 1] == ".")
    for _ in range(_TRIES):
        layout = random_.choice(random_.choices(layouts.groups, layouts.weights)[0])
        if not set(re.findall(r"\$(\w+)", layout)) <= set(holes):
            continue
        if '"' in text:
            layout = layout.replace("“", '"').replace("”", '"')
        made = chosen(layout, read_lists(), random_, form=stretch.form, plural=stretch.plural)
        made += "." if whole and not re.search(r"[.?!][”\"]\]*$", made) else ""
        built = filled(" " * (stretch.kind == "added") + made, holes)
        changed = maybe_replaced(article, (stretch.start, end), built, existing, {1: person})
        if changed is not None:
            return changed
    return None


def draw_person(
    article: dict[str, Any], existing: Mapping[int, int], random_: random.Random
) -> str:
    """Somebody else who speaks in the article, or somebody of the list."""
    speakers = {q["speaker"] for i, q in enumerate(article["quotes"]) if i not in existing.values()}
    mine = {article["quotes"][i]["speaker"] for i in existing.values()}
    others: list[str] = sorted(
        s for s in speakers - mine if s and s[:1].isupper() and len(s.split()) < 5 and "," not in s
    )
    if others and random_.random() < _KNOWN:
        return random_.choice(others)
    return random_.choice(read_lists()["person"])
