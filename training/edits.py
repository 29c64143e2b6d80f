"""Edits in place: a stretch of an article rewritten, every attribution's spans carried along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markup import Built

ROLES = {"s": "source", "c": "cue", "q": "content"}


def maybe_replaced(
    article: dict[str, Any],
    region: tuple[int, int],
    built: Built,
    existing: Mapping[int, int],
    speakers: Mapping[int, str],
) -> dict[str, Any] | None:
    """The article with a region replaced; None if another attribution's words would get lost.

    `existing` maps numbers of the layout to indexes of attributions that it writes anew; every
    other number of the layout is an attribution of its own, whose speaker `speakers` may name.
    """
    text = article["text"]
    quotes = []
    for index, quote in enumerate(article["quotes"]):
        if index in existing.values():
            quotes.append(dict(quote))
            continue
        moved = {role: _moved(quote[role], region, built) for role in ROLES.values()}
        if any(spans is None for spans in moved.values()):
            return None
        quotes.append({**quote, **moved})
    for number, index in existing.items():
        _label(quotes[index], number, region[0], built)
    made = _made(article, built, existing, speakers, region[0])
    changed = {**article, "text": text[: region[0]] + built.text + text[region[1] :]}
    return {**changed, "quotes": _nested(quotes, made)}


def _moved(
    spans: Sequence[Sequence[int]], region: tuple[int, int], built: Built
) -> list[list[int]] | None:
    """Where spans of an attribution that is left alone are after the edit; None if cut."""
    start, end = region
    shift = len(built.text) - (end - start)
    moved = []
    for a, b in spans:
        if b <= start:
            moved.append([a, b])
        elif a >= end:
            moved.append([a + shift, b + shift])
        elif a <= start and b >= end - 1 and (a, b) != (start, end - 1):
            moved.append([a, b + shift])  # without the last stop, if need be
        else:
            at = next((c for c in built.copies if c[0] <= a and b <= c[1]), None)
            if at is None:
                return None
            moved.append([start + at[2] + a - at[0], start + at[2] + b - at[0]])
    return moved


def _label(quote: dict[str, Any], number: int, shift: int, built: Built) -> None:
    """Give an attribution the spans a layout has for it."""
    for letter, role in ROLES.items():
        quote[role] = [[a + shift, b + shift] for a, b in built.spans(number, letter)]
    quote["type"] = built.types.get(number, quote["type"])


def _made(
    article: dict[str, Any],
    built: Built,
    existing: Mapping[int, int],
    speakers: Mapping[int, str],
    shift: int,
) -> list[dict[str, Any]]:
    """The attributions a layout adds."""
    outer = {article["quotes"][i]["in"] for i in existing.values()}
    made: list[dict[str, Any]] = []
    for number in sorted({label.number for label in built.labels} - set(existing)):
        name = f"N{len(article['quotes']) + len(made) + 1}"
        quote = {"name": name, "in": next(iter(outer), None), "type": "speech"}
        quote["speaker"] = speakers.get(number)
        _label(quote, number, shift, built)
        made.append(quote)
    return made


def _nested(quotes: list[dict[str, Any]], made: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """All attributions, each `in` the innermost one that the new ones made it so.

    Only what a new attribution holds, or is held by, changes its outer one.
    """
    every = [*quotes, *made]
    for new in made:
        around = [q for q in every if q is not new and _holds(q, new)]
        if around:
            new["in"] = min(around, key=_length)["name"]
        for quote in every:
            if quote is new or not _holds(new, quote):
                continue
            outer = next((q for q in every if q["name"] == quote["in"]), None)
            if outer is None or (outer is not new and _holds(outer, new)):
                quote["in"] = new["name"]
    return every


def _holds(outer: dict[str, Any], inner: dict[str, Any]) -> bool:
    """Whether an attribution's cue lies within one content span of another."""
    return any(
        a <= s and e <= b and (a, b) != (s, e)
        for a, b in outer["content"]
        for s, e in (inner["cue"] or inner["content"][:1])
    )


def _length(quote: dict[str, Any]) -> int:
    return sum(b - a for a, b in quote["content"])


def substituted(article: dict[str, Any], characters: Mapping[str, str]) -> dict[str, Any]:
    """The article with characters written as others of any length, spans carried along."""
    at, pieces = [0], []
    for character in article["text"]:
        pieces.append(characters.get(character, character))
        at.append(at[-1] + len(pieces[-1]))
    quotes = [
        {**q, **{role: [[at[a], at[b]] for a, b in q[role]] for role in ROLES.values()}}
        for q in article["quotes"]
    ]
    return {**article, "text": "".join(pieces), "quotes": quotes}
