"""What the holes of a layout are filled with: a source and a content, as each place asks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markup import Fragment, capital
from simple import FINITE, PRONOUNS, is_clause, is_plural, lowered

from onrecord.text import split_sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simple import Words

_SUBJECT = re.compile(
    r"(?P<subject>(?!it\b|there\b|I\b|we\b)(?:[\w.'’-]+ ){0,5}[\w.'’-]+)"
    r" (?P<verb>is|are|was|were|has|have) ",
    re.I,
)
_THING = re.compile(
    r"\b(?:report|study|studies|survey|poll|statement|description|document|article|company|agency"
    r"|service|government|ministry|department|organi[sz]ation|newspaper|magazine|website|party|bill"
    r"|committee|commission|council|court|union|association|authority|board|bank|group|office|law"
    r"|concern|maker|firm|airline|tally|chain|film|book"
    r"|institute|university|center|centre|Times|Post|News|Inc|Corp|Co|Ltd|Journal|Press|research"
    r"|findings|results|researchers’|data|figures|documents|reports|records|letter|email|model|plan|test|lab)\b",
    re.I,
)
_PART = re.compile(
    r"(?:almost|only|about|more|most|nearly|over|half|some|all|none|\d|those)\b", re.I
)


def source_holes(words: str, origin: int) -> dict[str, list[Fragment]]:
    """What the holes of a source are filled with: subject, object, possessive."""
    comma = [Fragment(",")] if "," in words else []
    low, up = Fragment(lowered(words), origin), Fragment(capital(words), origin)
    head = re.split(r",| (?:at|for|with|from|who|in)\b", words)[0]
    who = Fragment("which" if _THING.search(head) else "who")
    holes = {"s": [low, *comma], "S": [up, *comma], "who": [who]}
    pronoun = PRONOUNS.get(words.lower())
    if pronoun:
        holes["p"], holes["P"] = [Fragment(pronoun[0])], [Fragment(capital(pronoun[0]))]
        holes["o"] = [Fragment(pronoun[1])]
        return holes
    holes["o"] = holes["n"] = holes["s"]
    holes["N"] = holes["S"]
    if comma or _PART.match(words):
        return holes
    if len(words.split()) < 7 and not re.search(r" (?:who|that|which|in) ", words):
        ending = "’" if words.endswith("s") and is_plural(words) else "’s"
        holes["p"], holes["P"] = [low, Fragment(ending)], [up, Fragment(ending)]
    return holes


def content_holes(text: str, words: Words, *, quoted: bool = False) -> dict[str, list[Fragment]]:
    """What the holes of a content are filled with: a clause, a quotation, its halves.

    `quoted` says that the marks of a quotation are new: it begins with a capital then.
    """
    inner = text[words.start : words.end]
    closing = [Fragment(words.closing)] if words.closing else []
    if not words.opening:
        return {
            "q": [Fragment(lowered(inner), words.start), *closing],
            "Q": [Fragment(capital(inner), words.start), *closing],
            **_raised_holes(inner, words.start, closing),
        }
    inner = capital(inner) if quoted else inner
    opening = Fragment(words.opening)
    end = [Fragment(words.stop)] if words.stop in ("?", "!") and words.stop else []
    holes = {"d": [opening, Fragment(inner, words.start), *end, *closing]}
    cut = _boundary(inner)
    if cut is not None:
        rest = inner[cut:].lstrip(" .,")
        at = words.start + len(inner) - len(rest)
        holes["o1"] = [opening, Fragment(inner[: cut + 1], words.start)]
        holes["d1"] = [opening, Fragment(inner[:cut], words.start), *closing]
        holes["e2" if inner[cut] == "." else "h2"] = [opening, Fragment(rest, at), *end, *closing]
    first = inner if cut is None or inner[cut] == "," else inner[:cut]
    if lowered(first) != first and not end and is_clause(first):
        holes["i"] = [Fragment(lowered(first), words.start)]
        if cut is None or inner[cut] == ",":
            holes["i1"] = holes["i"]
        else:
            holes["z"] = [Fragment(rest, at)]
    return holes


def _raised_holes(inner: str, start: int, closing: Sequence[Fragment]) -> dict[str, list[Fragment]]:
    """A clause's subject apart from the rest, where the verb is a form of to be or to have."""
    match = _SUBJECT.match(inner)
    if match is None or FINITE.search(match["subject"].lower().replace("s ", " ")):
        return {}
    verb, at = match["verb"], start + match.start("verb")
    rest = [Fragment(inner[match.end() :], start + match.end()), *closing]
    infinitive = {"is": "be", "are": "be", "was": "have been", "were": "have been"}
    return {
        "J": [Fragment(capital(match["subject"]), start)],
        "is": [Fragment("is" if verb in ("is", "was", "has") else "are")],
        "B": [Fragment(infinitive.get(verb, "have"))],
        "b": rest,
        "v": [Fragment(inner[at - start :], at), *closing],
    }


def _boundary(inner: str) -> int | None:
    """Where a quotation can be split: after its first sentence, else at a comma."""
    stops = [s.end for s in split_sentences(inner)][:-1]
    if stops:
        return stops[0] - 1 if inner[stops[0] - 1] == "." and stops[0] > 12 else None
    commas = [m.start() for m in re.finditer(r", (?=[a-z])", inner)]
    commas = [c for c in commas if 12 < c < len(inner) - 12]
    return commas[0] if commas else None
