"""What kind of words name a source: a name, an office, a pronoun, a description.

The head of a source decides: "Hall" in "Hall, who chairs the panel", the office in "Hall's
office", nobody named in "a spokesman for the Health Ministry".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from onrecord.records import Span
from onrecord.speakers.cuts import read_on
from onrecord.speakers.lexicon import (
    ARTEFACTS,
    DEMONYMS,
    OFFICE_MODIFIERS,
    OFFICES,
    PERSON_NOUNS,
    PLATFORMS,
)
from onrecord.speakers.phrases import (
    OTHERS,
    Unit,
    head_of,
    is_and,
    is_link,
    joins_heads,
    parts_of,
    phrases_of,
    units_of,
)
from onrecord.text.folding import fold_word

if TYPE_CHECKING:
    from onrecord.speakers.cast import Cast, Meant

Form = Literal[
    "none", "he", "she", "they", "it", "i", "we", "you", "relative",
    "name", "several", "office", "description",
]  # fmt: skip

_PRONOUNS: dict[str, Form] = {
    **dict.fromkeys(["he", "him", "his", "himself"], "he"),
    **dict.fromkeys(["she", "her", "hers", "herself"], "she"),
    **dict.fromkeys(["they", "them", "their", "theirs", "themselves"], "they"),
    **dict.fromkeys(["it", "its", "itself"], "it"),
    **dict.fromkeys(["i", "me", "my", "mine", "myself"], "i"),
    **dict.fromkeys(["we", "us", "our", "ours", "ourselves"], "we"),
    **dict.fromkeys(["you", "your", "yours"], "you"),
    **dict.fromkeys(["who", "which", "that", "whom", "whose"], "relative"),
}
_DATE = re.compile(r"(?:an?|the|its|his|her) [A-Z][a-z]+ \d{1,2}$")
_OF_WHOM = re.compile(
    r"(?:all|both|each|many|most|some|one|none|several) of (whom|which)", re.IGNORECASE
)
_POSSESSIVES: dict[str, Form] = {
    "his": "he", "her": "she", "their": "they", "its": "it", "my": "i", "our": "we",
}  # fmt: skip
_GATHERED = frozenset("data estimates figures findings research responses statistics".split())
"""Artefacts that are from where they were gathered, not from whom they are by."""

_TITLING = OFFICES | OFFICE_MODIFIERS | PERSON_NOUNS | DEMONYMS
_BETWEEN = frozenset("annual latest new news official own press recent situation written".split())
"""What may stand between a name and what it put out ("Moe's written statement")."""

_MADE = frozenset("sent signed issued released published posted written made given".split())
_SITES = frozenset("account blog channel feed homepage page site website".split())
_CLAUSES = frozenset("who whose which that including like such".split())
_AFTER_NAME = frozenset("of at from with who".split())


class Source(NamedTuple):
    """How a source is worded: its form, the names it rests on, its head word, the words printed."""

    form: Form
    printed: str
    span: Span | None
    meant: tuple[Meant, ...] = ()
    head: str = ""


def read_source(text: str, spans: tuple[Span, ...], cast: Cast) -> Source:
    """The wording of a source that lies at `spans` of `text`, whose names are in `cast`."""
    if not spans:
        return Source("none", "", None)
    span = read_on(text, _trimmed(text, _joined(text, spans)))
    printed = " ".join(span.of(text).split())
    form = _PRONOUNS.get(fold_word(printed))
    # "WHO" and the newspaper "i" are names
    if form is not None and printed != "i" and not (printed.isupper() and len(printed) > 1):
        return Source(form, printed, span)
    taken_up = _OF_WHOM.fullmatch(printed)
    if taken_up is not None:
        return Source("relative", printed, Span(span.end - len(taken_up.group(1)), span.end))
    if fold_word(printed).startswith("whose "):
        # "Maddern & Okoro, whose report found": the report speaks for whoever made it
        return Source("relative", printed, Span(span.start, span.start + len("whose")))
    units = units_of(text, span, cast)
    several = _several(units)
    if several:
        return Source("several", printed, span, several)
    return _headed(units, Source("description", printed, span))


def _joined(text: str, spans: tuple[Span, ...]) -> Span:
    """The first piece of a source, with the next ones where only marks lie between."""
    joined = spans[0]
    for span in spans[1:]:
        if text[joined.end : span.start].strip(" ,"):
            break
        joined = Span(joined.start, span.end)
    return joined


def _trimmed(text: str, span: Span) -> Span:
    """The span without spaces, commas and dashes at its ends."""
    start, end = span
    while start < end and text[start] in " ,;:—–-\u00a0\n([":
        start += 1
    while end > start and text[end - 1] in " ,;:—–-\u00a0\n":
        end -= 1
    return Span(start, end)


def _several(units: list[Unit]) -> tuple[Meant, ...]:
    """The names of a source that lists them ("Britain, France and Germany"); else none."""
    parts = parts_of(units)
    if len(parts) < 2 or not any(is_and(u) for u in units):
        return ()
    if not _are_alike(parts):
        return ()
    heads = [head_of(part) for part in parts]
    meant = tuple(h.meant for h in heads if h is not None and h.meant is not None)
    return meant if len(meant) == len(parts) else ()


def _are_alike(parts: list[list[Unit]]) -> bool:
    """Whether an "and" joins the heads of parts, not words that only describe the first.

    After "of" or "including" only another person goes on with the list ("Weil of the Salt and
    Harbour Party").
    """
    linked = any(is_link(u) for u in parts[0])
    heads = [head_of(part) for part in parts]
    kinds = [h.meant.name.kind for h in heads if h is not None and h.meant is not None]
    return not linked or (bool(kinds) and kinds[-1] == "person")


def _headed(units: list[Unit], described: Source) -> Source:
    """A source read by the head of its first phrase, or of a name that follows a description."""
    phrases = phrases_of(units)
    if len(units) > 2 and units[0].text == "A" and units[1].key == "(":
        # a transcript's "A (ML)"
        phrases = phrases_of(units[2:-1])
    head = head_of(phrases[0]) if phrases else None
    if head is None or _is_list(phrases):
        return described
    if len(phrases) > 1 and _DATE.match(" ".join(u.text for u in phrases[0])):
        # "a May 4, 2019 Salt Board press release"
        phrases = [phrases[1]]
        head = head_of(phrases[0]) or head
    trade = _trade(phrases)
    if trade:
        return described._replace(head=trade)
    meant = _bearer(phrases, head) or head.meant
    if meant is not None:
        return described._replace(form="name", meant=(meant,))
    return _worded(phrases[0], head, described)


def _worded(phrase: list[Unit], head: Unit, described: Source) -> Source:
    """A source whose head is a word: an owner's artefact, an office, or a description."""
    key = re.sub(r"'s$|(?<=s)'$", "", head.key)
    if key in ARTEFACTS:
        owner = _owner(phrase, head)
        if owner is not None:
            return described._replace(form="name", meant=(owner,), head=key)
        maker = _maker(phrase, head)
        if maker:
            return _reread(maker, described)
        whose = _POSSESSIVES.get(phrase[0].key)
        if whose is not None:
            span = Span(phrase[0].start, phrase[0].end)
            return described._replace(form=whose, span=span, head=key)
    if key in OFFICES | PERSON_NOUNS and _is_definite(phrase):
        return described._replace(form="office", head=key)
    return described._replace(head=key)


def _is_definite(phrase: list[Unit]) -> bool:
    """Whether a phrase means one holder of an office ("the minister", "Israel's minister")."""
    first = phrase[0]
    if first.meant is not None:
        return first.meant.name.possessive and first.meant.name.kind == "place" and len(phrase) < 5
    titled = all(u.key in _TITLING for u in phrase)
    return first.key in {"the", "this"} or titled


def _is_list(phrases: list[list[Unit]]) -> bool:
    """Whether a source lists several, not all of them named ("Moe and some farmers")."""
    if joins_heads(phrases[0]):
        return True
    comma = Unit(",", 0, 0)
    parts = parts_of([u for phrase in phrases for u in (*phrase, comma)])
    if len(parts) < 2 or not any(is_and(u) for phrase in phrases[1:] for u in phrase):
        return False
    heads = [head_of(part) for part in parts]
    named = [h is not None and h.meant is not None and not h.meant.name.possessive for h in heads]
    return all(named[:-1]) and (named[-1] or parts[-1][0].key in OTHERS - {"the", "a", "an"})


def _bearer(phrases: list[list[Unit]], head: Unit) -> Meant | None:
    """The person a description or a place introduces ("the current bishop, Aldo Farran")."""
    first = phrases[0]
    placed = _is_whereabouts(first, head.meant) or _is_office_of(phrases)
    if head.meant is not None and not placed:
        return None
    if any(u.key in _CLAUSES for u in first):
        return None
    for phrase in phrases[1:]:
        named = head_of(phrase)
        if named is None or named.meant is None:
            continue
        if first[0].key == "one" or _is_somebody(named.meant):
            after = phrase[phrase.index(named) + 1 :]
            return named.meant if not after or after[0].key in _AFTER_NAME else None
    return None


def _is_office_of(phrases: list[list[Unit]]) -> bool:
    """Whether a phrase names an office of what is named first ("Moe College's dean, Bo Lind")."""
    return len(phrases) > 1 and any(p[-1].key in OFFICES for p in phrases[:-1])


def _is_whereabouts(phrase: list[Unit], meant: Meant | None) -> bool:
    """Whether a first phrase is only a place ("Dallas, Texas coach Bo Lind")."""
    if meant is None:
        return False
    return len(phrase) == 1 and (meant.name.kind == "place" or meant.name.keys[-1] == "county")


def _is_somebody(meant: Meant) -> bool:
    """Whether a name after a description can be its bearer's."""
    return meant.name.kind in {"person", "unknown"} and not meant.name.possessive


def _trade(phrases: list[list[Unit]]) -> str:
    """The head of "the Boston, Maine, maker of boats", where a place only stands before it."""
    if len(phrases) > 1 and len(phrases[0]) == 2 and phrases[1][0].key.endswith("-based"):
        head = head_of(phrases[1])
        return head.key if head is not None and head is not phrases[1][0] else ""
    if len(phrases) < 3 or len(phrases[0]) != 2 or phrases[0][0].key not in {"the", "a"}:
        return ""
    place, rest = phrases[1], phrases[2]
    head = head_of(rest)
    placed = phrases[0][1].meant is not None and len(place) == 1 and place[0].meant is not None
    return head.key if placed and head is not None and rest[0].text[0].islower() else ""


def _maker(phrase: list[Unit], head: Unit) -> list[Unit]:
    """The words for whoever made an artefact: "the court's" summary, a report "by the court"."""
    at = phrase.index(head)
    if any(not u.text[0].isalnum() for u in phrase[:at]):
        return []
    owners = [i for i in range(at) if _is_possessive(phrase[i])]
    if owners:
        return phrase[: owners[-1] + 1]
    placed = _place_of(phrase[at + 1 :])
    if placed:
        return placed
    sent = head.key not in _GATHERED and at + 2 < len(phrase)
    after = at + 1
    while sent and after + 2 < len(phrase) and phrase[after].key in _MADE:
        after += 1
    if sent and phrase[after].key in {"from", "by"}:
        rest = phrase[after + 1 :]
        last = head_of(rest)
        return rest[: rest.index(last) + 1] if last is not None else []
    return []


def _place_of(rest: list[Unit]) -> list[Unit]:
    """The words for whoever has the website or account that something was put on."""
    at = next((i for i, u in enumerate(rest) if u.key in {"on", "from", "to", "via"}), len(rest))
    for i in range(at + 1, min(at + 6, len(rest))):
        if rest[i].key in _SITES and i > at + 1:
            owners = [j for j in range(at + 1, i) if rest[j].meant or _is_possessive(rest[j])]
            return rest[at + 1 : owners[0] + 1] if owners else []
    return []


def _is_possessive(unit: Unit) -> bool:
    """Whether a unit is a common noun that owns what follows ("court's")."""
    return unit.meant is None and re.search(r"\w[’']s$|s[’']$", unit.text) is not None


def _reread(units: list[Unit], described: Source) -> Source:
    """A part of a source read as if it were all of it."""
    listed = _several(units)
    start, end = units[0].start, units[-1].end
    offset = described.span.start if described.span is not None else start
    printed = described.printed[start - offset : end - offset]
    part = described._replace(printed=printed, span=Span(start, end))
    head = units[-1]
    if listed:
        return part._replace(form="several", meant=listed)
    if head.meant is not None:
        return part._replace(form="name", meant=(head.meant,))
    return _worded(units, head, part)


def _owner(phrase: list[Unit], head: Unit) -> Meant | None:
    """The name right before a head, which made it or holds it ("Moe's statement")."""
    at = phrase.index(head)
    while at > 1 and phrase[at - 1].key in _BETWEEN:
        at -= 1
    owner = phrase[at - 1].meant if at > 0 else None
    return None if owner is None or owner.name.keys[0] in PLATFORMS else owner
