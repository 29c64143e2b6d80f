"""One cue for another of its kind, the sentence otherwise as it was."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from edits import maybe_replaced
from markup import Built
from simple import is_plural
from verbs import inflected

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping, Sequence

_KINDS = {
    "that": (("say", "speech"), ("claim", "speech"), ("claim", "speech"), ("belief", "attitude")),
    "clause": (("say", "speech"), ("think", "attitude")),
    "quotation": (("say", "speech"), ("quote", "speech")),
    "to": (("intend", "attitude"), ("promise", "speech")),
    "thing": (("like", "attitude"), ("judge", "speech")),
    "decree": (("decide", "decree"),),
    "told": (("tell", "speech"),),
}
"""Lists whose words take each kind of content, and the type of what they say."""

_KEPT = frozenset("want wish claim ask expect offer find pass order".split())
"""Verbs that take other contents too, or whose content would no longer fit."""

_ADVERB = r"(?:also|later|further|previously|recently|repeatedly|then|now|still|again|\w+ly)"
_GROUP = re.compile(
    rf"(?P<aux>(?:has|have|had)(?: {_ADVERB}| been)* )?(?:{_ADVERB} )?(?P<verb>.+)$", re.I
)
_OPENED = re.compile(r"[\"“‘]")
_NOT_THING = re.compile(
    r"(?:to|that|if|whether|what|how|why|who|where|when|as|it|him|her|them|himself|herself|\w+ing"
    r"|more|no)\b",
    re.I,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|can|may|might|should|did|does|do)\b|n[’']t\b"
)
_LINKED = re.compile(r"\b(?:to|as|should|from|with)\b")


@cache
def _known(words: tuple[str, ...]) -> dict[str, str]:
    """The form of every inflected phrase of a list."""
    forms = {}
    for phrase in words:
        for form in ("base", "done", "past", "third", "ing"):
            forms[inflected(phrase, form)] = form
        forms[inflected(phrase, "past", plural=True)] = "past"
        forms[inflected(phrase, "third", plural=True)] = "base"
    return forms


def takes_thing(text: str, quote: dict[str, Any], lists: Mapping[str, Sequence[str]]) -> bool:
    """Whether a cue is known as one of support, dislike, praise or blame of a thing."""
    if len(quote["cue"]) != 1 or len(quote["content"]) != 1 or not quote["source"]:
        return False
    match = _GROUP.match(text[slice(*quote["cue"][0])])
    known = match is not None and _form(match["verb"].lower(), "thing", lists) is not None
    return known and _kind(text, quote) == "thing"


def maybe_swapped(
    article: dict[str, Any],
    index: int,
    lists: Mapping[str, Sequence[str]],
    random_: random.Random,
) -> dict[str, Any] | None:
    """The article with one cue changed; None where no other cue is known to fit."""
    quote, text = article["quotes"][index], article["text"]
    if len(quote["cue"]) != 1 or len(quote["content"]) != 1 or len(quote["source"]) > 1:
        return None
    start, end = quote["cue"][0]
    kind = _kind(text, quote)
    match = _GROUP.match(text[start:end])
    if kind is None or match is None:
        return None
    form = _form(match["verb"].lower(), kind, lists)
    if form is None or match["verb"].lower() in _KEPT:
        return None
    source = text[slice(*quote["source"][0])] if quote["source"] else ""
    if re.search(r"[’']s?$|^(?:my|your|his|her|its|our|their)$", source, re.I):
        return None
    before = start - quote["source"][0][1] if quote["source"] else -1
    if (form in ("base", "third") and not 0 <= before < 2) or (
        form != "ing" and not quote["source"]
    ):
        return None
    if kind in ("thing", "to", "decree") and before < 0:
        return None
    name, type_ = random_.choice(_KINDS[kind])
    phrase = random_.choice(lists[name])
    cue = _cue(phrase, form, match["aux"], source)
    if cue is None:
        return None
    changed = maybe_replaced(article, (start, end), Built(cue, (), {}, ()), {}, {})
    if changed is not None:
        changed["quotes"][index]["type"] = type_
    return changed


def _kind(text: str, quote: dict[str, Any]) -> str | None:
    """What kind of content a cue takes; None where it does not come right before it."""
    cue, content = quote["cue"][0], quote["content"][0]
    words = text[content[0] : content[1]]
    gap = text[cue[1] : content[0]]
    if quote["source"] and cue[1] <= quote["source"][0][0]:
        return "quotation" if content[1] <= cue[0] and _OPENED.match(words) else None
    if content[1] <= cue[0]:
        return "quotation" if _OPENED.match(words) else "clause"
    if re.fullmatch(r" [\w ]{2,30},? ", gap):
        return "told"
    if gap not in (" ", ", ", ": "):
        return None
    if _OPENED.match(words):
        return "quotation" if gap != " " else None
    if words.startswith("that "):
        return "that"
    if words.startswith("to "):
        return "to"
    if _FINITE.search(words):
        return "clause"
    if _NOT_THING.match(words) or _LINKED.search(words):
        return None
    return "decree" if quote["type"] == "decree" else "thing"


def _form(verb: str, kind: str, lists: Mapping[str, Sequence[str]]) -> str | None:
    """The form a verb is in, by the lists of its kind of content; None if none has it."""
    for name, _ in _KINDS[kind]:
        form = _known(tuple(lists[name])).get(verb)
        if form is not None:
            return form
    return None


def _cue(phrase: str, form: str, auxiliary: str | None, source: str) -> str | None:
    """A phrase in the form of the cue it takes the place of, its auxiliary kept."""
    first = phrase.replace("*", "").split()[0]
    if auxiliary:
        plain = auxiliary.split()[0].lower()
        if " been" in auxiliary or first in ("have", "would", "could", "do"):
            return None
        return f"{auxiliary[: len(plain)]} {inflected(phrase, 'done')}"
    if form == "done":
        form = "past"
    if form == "ing":
        return None if first in ("be", "would", "could", "do", "have") else inflected(phrase, "ing")
    plural = form == "base" or is_plural(source) or source.lower() in ("we", "you", "i")
    cue = inflected(phrase, "third" if form == "base" else form, plural=plural)
    if source.lower() == "i":
        cue = re.sub(r"^are\b", "am", re.sub(r"^were\b", "was", cue))
    return cue
