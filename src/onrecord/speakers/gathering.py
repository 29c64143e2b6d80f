"""Named speakers as single articles give them, gathered by folded name for comparing."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from onrecord.speakers.identity import fold_full_name, is_naming
from onrecord.speakers.lexicon import DEMONYMS, HE_TITLES, OFFICE_MODIFIERS, OFFICES, SHE_TITLES
from onrecord.speakers.offices import canonical_office
from onrecord.speakers.spelling import place_key
from onrecord.text.folding import fold_word

if TYPE_CHECKING:
    from onrecord.records import Article, Attribution, SpeakerKind

_ADDRESS = HE_TITLES | SHE_TITLES
_CALLING = OFFICES | OFFICE_MODIFIERS | DEMONYMS
_SHORT_RULES = frozenset(
    {"short form", "acronym introduced in brackets", "acronym of the name's initials"}
)
_KINDS: tuple[SpeakerKind, ...] = (
    "person",
    "organisation",
    "place",
    "document",
    "group",
    "unnamed",
)


class Spoken(NamedTuple):
    """An attribution by its places: its article's in the collection, and its own in the article."""

    article: int
    attribution: int


class Gathered(NamedTuple):
    """A named speaker as some articles give it: one folded name, whatever the articles.

    `spellings` are the names as given, with how many different texts give them; `called` are the
    offices and their modifiers in the printed sources; `shorts` the folded short forms and acronyms
    that articles use for it; `beside` the folded names that speak in the same articles.
    """

    key: str
    kind: SpeakerKind
    spellings: tuple[tuple[str, int], ...]
    called: frozenset[str]
    shorts: frozenset[str]
    beside: frozenset[str]
    spoken: tuple[Spoken, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The folded name's words."""
        return tuple(self.key.split())

    @property
    def offices(self) -> frozenset[str]:
        """The offices it is called by, titles of address and modifiers left out."""
        return self.called & OFFICES - _ADDRESS


def gather_speakers(
    articles: tuple[Article, ...], attributions: tuple[tuple[Attribution, ...], ...]
) -> dict[str, Gathered]:
    """Named speakers by their folded name, in order of that name."""
    spoken: dict[str, list[Spoken]] = defaultdict(list)
    keys_of: list[set[str]] = [set() for _ in articles]
    for place, found in enumerate(attributions):
        for index, attribution in enumerate(found):
            ref, kind = attribution.speaker, kind_of(attribution)
            if ref is not None and is_naming(ref.name, kind):
                key = name_key(ref.name, kind)
                keys_of[place].add(key)
                spoken[key].append(Spoken(place, index))
    return {
        key: _gathered(articles, attributions, key, spoken[key], keys_of) for key in sorted(spoken)
    }


def _gathered(
    articles: tuple[Article, ...],
    attributions: tuple[tuple[Attribution, ...], ...],
    key: str,
    spoken: list[Spoken],
    keys_of: list[set[str]],
) -> Gathered:
    """Everything the articles give of one folded name."""
    texts: dict[str, set[str]] = defaultdict(set)
    kinds: set[SpeakerKind] = set()
    called: set[str] = set()
    shorts: set[str] = set()
    beside: set[str] = set()
    for said in spoken:
        article, attribution = articles[said.article], attributions[said.article][said.attribution]
        if attribution.speaker is not None:
            texts[attribution.speaker.name].add(article.text)
        kinds.add(kind_of(attribution))
        called |= called_in(printed_source(article, attribution))
        shorts |= {fold_full_name(r.detail) for r in attribution.why if r.rule in _SHORT_RULES}
        beside |= keys_of[said.article]
    return Gathered(
        key=key,
        kind=strongest(kinds),
        spellings=tuple(sorted((name, len(found)) for name, found in texts.items())),
        called=frozenset(called),
        shorts=frozenset(shorts - {key}),
        beside=frozenset(beside - {key}),
        spoken=tuple(spoken),
    )


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


def called_in(printed: str) -> frozenset[str]:
    """Offices and their modifiers among the words of a printed source, folded and in full."""
    words = {canonical_office(fold_word(w.strip(".,;:()’'\""))) for w in printed.split()}
    return frozenset(words & _CALLING)


def strongest(kinds: set[SpeakerKind]) -> SpeakerKind:
    """The most telling of several kinds noted for one name."""
    return next((k for k in _KINDS if k in kinds), "unnamed")
