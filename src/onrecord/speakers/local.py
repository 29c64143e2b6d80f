"""Speakers as single articles name them, gathered for comparing across articles."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.records import Article, Attribution, Reason, SpeakerKind
from onrecord.speakers.identity import fold_full_name
from onrecord.speakers.lexicon import HE_TITLES, OFFICES, SHE_TITLES
from onrecord.speakers.offices import canonical_office
from onrecord.speakers.spelling import place_key
from onrecord.text.folding import fold_word

_ADDRESS = HE_TITLES | SHE_TITLES
_KINDS: tuple[SpeakerKind, ...] = (
    "person", "organisation", "place", "document", "group", "unnamed",
)  # fmt: skip


class Spoken(NamedTuple):
    """One attribution's speaker: which article and attribution, the words printed, its reasons."""

    article: int
    attribution: int
    printed: str
    why: tuple[Reason, ...]


class LocalSpeaker(NamedTuple):
    """A named speaker as some articles give it: one folded name, whatever the articles.

    `spellings` are the names as given, with how many different texts give them; `offices` what
    the printed sources call it; `beside` the folded names that speak in the same articles.
    """

    key: str
    kind: SpeakerKind
    spellings: tuple[tuple[str, int], ...]
    offices: frozenset[str]
    beside: frozenset[str]
    spoken: tuple[Spoken, ...]


def kind_of(attribution: Attribution) -> SpeakerKind:
    """The kind of speaker that resolving noted; "unnamed" where it noted none."""
    noted = next((r.detail for r in attribution.why if r.rule == "speaker-kind"), "unnamed")
    return next((k for k in _KINDS if k == noted), "unnamed")


def name_key(name: str, kind: SpeakerKind) -> str:
    """The folded name under which a named speaker is gathered."""
    folded = fold_full_name(name)
    if kind == "place":
        return place_key(tuple(folded.split()))
    if kind == "organisation":
        return " ".join(place_key((word,)) for word in folded.split())
    return folded


def printed_source(article: Article, attribution: Attribution) -> str:
    """The words of an attribution's source as printed."""
    text = (article.title or "") if attribution.in_title else article.text
    return " ".join(" ".join(span.of(text) for span in attribution.source).split())


def offices_in(printed: str) -> frozenset[str]:
    """Offices among the words of a printed source, folded and in full."""
    words = {canonical_office(fold_word(w.strip(".,;:()’'\""))) for w in printed.split()}
    return frozenset(words & OFFICES - _ADDRESS)


def strongest(kinds: set[SpeakerKind]) -> SpeakerKind:
    """The most telling of several kinds noted for one name."""
    return next((k for k in _KINDS if k in kinds), "unnamed")
