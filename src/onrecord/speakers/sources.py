"""What kind of words name a source: a name, an office, a pronoun, a description.

The head of a source decides: "Hall" in "Hall, who chairs the panel", the office in "Hall's
office", nobody named in "a spokesman for the Health Ministry".
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from onrecord.records import Span
from onrecord.speakers.cast import Cast, Meant
from onrecord.speakers.lexicon import ARTEFACTS, OFFICE_MODIFIERS, OFFICES, PLATFORMS
from onrecord.text.folding import fold_word

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
_PART = re.compile(r"[^\W_]+(?:[.’'&-](?=[^\W_])[^\W_]+)*(?:(?<=s)[’'](?!\w))?|[,;()–—]|\$|%")
_LINKS = frozenset(
    """of for from in at with to by on who which that whose whom including such within at near over
    under against about between among across inside outside behind as than since during working
    based familiar close responsible involved named called seen made carried sent taken published
    conducted released written issued led dated given here there itself themselves himself herself alone""".split()
)
_CLAUSES = frozenset("who whose which that including like such".split())
_DETERMINERS = frozenset(
    "the a an this that these those his her its their our my some any each every both all".split()
)
_OTHERS = frozenset("his her their its some several many other others the a an".split())
_POSSESSIVES: dict[str, Form] = {
    "his": "he", "her": "she", "their": "they", "its": "it", "my": "i", "our": "we",
}  # fmt: skip
_BREAKS = frozenset(",;()–—")


class Unit(NamedTuple):
    """A word of a source, or a whole name in it."""

    text: str
    start: int
    end: int
    meant: Meant | None = None


class Source(NamedTuple):
    """How a source is worded: its form, the names it rests on, its head word, the words printed."""

    form: Form
    printed: str
    span: Span | None
    meant: tuple[Meant, ...] = ()
    head: str = ""


def read_source(text: str, spans: tuple[Span, ...], cast: Cast) -> Source:
    """The wording of a source that lies at `spans` of `text`."""
    if not spans:
        return Source("none", "", None)
    span = _trimmed(text, _joined(text, spans))
    printed = " ".join(span.of(text).split())
    plain = fold_word(printed)
    named = printed == "i" or (printed.isupper() and len(printed) > 1)
    if plain in _PRONOUNS and not named:
        return Source(_PRONOUNS[plain], printed, span)
    units = _units(text, span, cast)
    several = _several(units)
    if several:
        return Source("several", printed, span, several)
    return _headed(units, printed, span)


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


def _units(text: str, span: Span, cast: Cast) -> list[Unit]:
    """The words of a source, each name in it as one unit."""
    names = [m for m in cast.meant if m.name.run.start < span.end and m.name.span.end > span.start]
    units: list[Unit] = []
    at = span.start
    for meant in names:
        start = max(meant.name.run.start, span.start)
        units += _words(text, at, start)
        units.append(Unit(meant.name.text, start, meant.name.span.end, meant))
        at = meant.name.span.end
        if meant.name.possessive:
            at += 2 if text[at + 1 : at + 2] == "s" else 1
    return units + _words(text, at, span.end)


def _words(text: str, start: int, end: int) -> list[Unit]:
    """Plain words and breaks between two offsets."""
    if start >= end:
        return []
    return [Unit(m.group(), m.start(), m.end()) for m in _PART.finditer(text, start, end)]


def _several(units: list[Unit]) -> tuple[Meant, ...]:
    """The names of a source that lists them ("Britain, France and Germany"); else none."""
    parts = _parts(units)
    if len(parts) < 2 or not any(_is_and(u) for u in units):
        return ()
    heads = [_head(part) for part in parts]
    meant = tuple(h.meant for h in heads if h is not None and h.meant is not None)
    return meant if len(meant) == len(parts) else ()


def _segments(units: list[Unit]) -> list[list[Unit]]:
    """Units between breaks."""
    segments: list[list[Unit]] = [[]]
    for unit in units:
        if unit.meant is None and unit.text in _BREAKS:
            segments.append([])
        else:
            segments[-1].append(unit)
    return [s for s in segments if s]


def _head(segment: list[Unit]) -> Unit | None:
    """The word or name a phrase is about: the last before its first link ("of", "who")."""
    head: Unit | None = None
    for unit in segment:
        bare = head is not None and (
            head.meant is not None or fold_word(head.text) not in _DETERMINERS
        )
        if unit.meant is None and bare and _is_link(unit.text):
            break
        if unit.meant is None and unit.text.endswith("ly") and head is not None:
            continue
        head = unit
    return head


def _is_link(word: str) -> bool:
    """Whether a word after the head opens what only describes it ("from", "examining")."""
    return word in _LINKS or (word.endswith("ing") and len(word) > 5 and word[0].islower())


def _headed(units: list[Unit], printed: str, span: Span) -> Source:
    """A source read by the head of its first phrase, or of a name that follows a description."""
    segments = _segments(_outside_brackets(units))
    described = Source("description", printed, span)
    head = _head(segments[0]) if segments else None
    if head is None or _is_list(segments):
        return described
    trade = _trade(segments)
    if trade:
        return described._replace(head=trade)
    bearer = _bearer(segments, head)
    if bearer is not None:
        return Source("name", printed, span, (bearer,))
    if head.meant is not None:
        return Source("name", printed, span, (head.meant,))
    key = _possessor(head.text)
    owner = _owner(segments[0], head)
    if owner is not None and key in ARTEFACTS:
        return Source("name", printed, span, (owner,), key)
    first = segments[0][0]
    whose = _POSSESSIVES.get(fold_word(first.text))
    if whose is not None and key in ARTEFACTS:
        return Source(whose, printed, Span(first.start, first.end), (), key)
    placed = first.meant is not None and first.meant.name.possessive and len(segments[0]) < 5
    definite = fold_word(first.text) in {"the", "this"} or _is_title(segments[0])
    if key in OFFICES and (definite or (placed and _is_place(first))):
        return Source("office", printed, span, (), key)
    return described._replace(head=key)


def _is_place(unit: Unit) -> bool:
    """Whether a name is a place's, as in "Israel's prime minister"."""
    return unit.meant is not None and unit.meant.name.kind == "place"


def _is_title(segment: list[Unit]) -> bool:
    """Whether a phrase is an office written like a name ("Governor General")."""
    return all(
        u.meant is None
        and (fold_word(u.text) in OFFICES or fold_word(u.text) in OFFICE_MODIFIERS)
        and (len(segment) == 1 or u.text[0].isupper())
        for u in segment
    )


def _possessor(word: str) -> str:
    """A head folded, without a possessive ("the judge's" is the judge)."""
    return re.sub(r"'s$|(?<=s)'$", "", fold_word(word))


def _outside_brackets(units: list[Unit]) -> list[Unit]:
    """Units that do not stand in brackets."""
    kept, depth = [], 0
    for unit in units:
        if unit.meant is None and unit.text in {"(", ")"}:
            depth += 1 if unit.text == "(" else -1
        elif depth <= 0:
            kept.append(unit)
    return kept


def _is_list(segments: list[list[Unit]]) -> bool:
    """Whether a source lists several, not all of them named ("Trump and some Democrats")."""
    first = segments[0]
    if _joins_heads(first):
        return True
    parts = _parts([u for segment in segments for u in (*segment, Unit(",", 0, 0))])
    if len(parts) < 2 or not any(_is_and(u) for s in segments[1:] for u in s):
        return False
    heads = [_head(part) for part in parts]
    named = [h is not None and h.meant is not None and not h.meant.name.possessive for h in heads]
    return all(named[:-1]) and (named[-1] or fold_word(parts[-1][0].text) in _OTHERS - {"the", "a"})


def _parts(units: list[Unit]) -> list[list[Unit]]:
    """Units between commas and "and"."""
    parts: list[list[Unit]] = [[]]
    for unit in units:
        if unit.meant is None and (unit.text == "," or _is_and(unit) or unit.text == "or"):
            parts.append([])
        else:
            parts[-1].append(unit)
    return [p for p in parts if p]


def _is_and(unit: Unit) -> bool:
    """Whether a unit is the word "and"."""
    return unit.meant is None and unit.text.casefold() in {"and", "&"}


def _joins_heads(segment: list[Unit]) -> bool:
    """Whether an "and" in a phrase joins two that speak, not two words that describe one."""
    linked = False
    for i, unit in enumerate(segment):
        if not _is_and(unit) or i in {0, len(segment) - 1}:
            linked = linked or (i > 0 and unit.meant is None and _is_link(unit.text))
            continue
        before, after = segment[i - 1], segment[i + 1]
        if linked:
            another = after.meant is not None and after.meant.name.kind == "person"
            if another or fold_word(after.text) in _OTHERS:
                return True
        elif any(u.meant is not None for u in segment[:i]) or after.meant is not None:
            return True
        elif segment[-1].meant is None or before.text[0].islower():
            return True
    return False


def _bearer(segments: list[list[Unit]], head: Unit) -> Meant | None:
    """The person a description or a place introduces ("the current bishop, Allan Casicas")."""
    if head.meant is not None and not _is_whereabouts(segments[0], head.meant):
        return None
    if any(u.meant is None and fold_word(u.text) in _CLAUSES for u in segments[0]):
        return None
    for segment in segments[1:]:
        named = _head(segment)
        one = segments[0][0].text.casefold() == "one"
        if named is not None and named.meant is not None and (one or _is_somebody(named.meant)):
            after = segment[segment.index(named) + 1 :]
            alone = not after or fold_word(after[0].text) in {"of", "at", "from", "with", "who"}
            return named.meant if alone else None
    return None


def _trade(segments: list[list[Unit]]) -> str:
    """The head of "the El Paso, Texas, maker of boots", where a place only stands before it."""
    if len(segments) < 3 or segments[0][-1].meant is None or len(segments[0]) > 2:
        return ""
    place, rest = segments[1], segments[2]
    head = _head(rest)
    if len(place) > 1 or place[0].meant is None or head is None or head.meant is not None:
        return ""
    articled = segments[0][0].text.casefold() in {"the", "a"}
    return fold_word(head.text) if articled and rest[0].text[0].islower() else ""


def _is_whereabouts(segment: list[Unit], meant: Meant) -> bool:
    """Whether a first phrase is only a place ("Houston, Texas representative Al Edwards")."""
    return len(segment) == 1 and (meant.name.kind == "place" or meant.name.keys[-1] == "county")


def _is_somebody(meant: Meant) -> bool:
    """Whether a name after a description can be its bearer's."""
    return meant.name.kind in {"person", "unknown"} and not meant.name.possessive


def _owner(segment: list[Unit], head: Unit) -> Meant | None:
    """The name right before a head, which made it or holds it ("Cornyn's statement")."""
    at = segment.index(head)
    owner = segment[at - 1].meant if at > 0 else None
    return None if owner is None or owner.name.keys[0] in PLATFORMS else owner
