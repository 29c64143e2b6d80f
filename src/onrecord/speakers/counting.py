"""Whom "both leaders", "the couple" or "the companies" mean: two named together."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.records import Reason, SpeakerKind
from onrecord.speakers.reading import Answer, Reading, kind_of_member

if TYPE_CHECKING:
    from onrecord.records import Span
    from onrecord.speakers.sources import Source

_BOTH = re.compile(
    r"(?P<both>both(?: of the)?|neither(?: of the)?|the two|the pair of)(?: (?P<noun>[a-z]+))?$"
    r"|(?:the|those|these) (?P<plural>[a-z]+)$",
    re.IGNORECASE,
)
_PERSONS = frozenset(
    """leaders men women officers presidents ministers candidates defendants couple brothers sisters
    astronauts senators scientists actors pair duo leader man woman officer president minister
    candidate defendant""".split()
)
_COUNTRIES = frozenset("countries nations governments country nation government".split())
_BODIES = frozenset(
    """companies firms agencies committees teams clubs organisations organizations universities
    groups unions stores chains company firm agency committee team club organisation organization
    university group union""".split()
)
_PERSON: frozenset[SpeakerKind] = frozenset({"person"})
_ANY = frozenset("sides parties partners side party".split())
_DEFINITE = frozenset("couple defendants pair duo parties sides partners".split())
"""What "the" alone counts, and what "those" counts too."""

PAIRED = _DEFINITE | frozenset("companies countries nations stores firms".split())
"""Plurals that take up those named before."""

_REACH = 4
"""Sentences before a source within which the two are looked for."""

_JOINED = re.compile(r"(?:[’']s?)? (?:and|with) (?:[a-z]+ )?")
"""What stands between two companies or countries that are counted together."""


def find_pair(reading: Reading, source: Source) -> Answer | None:
    """The two whom a source counts, as one group; None where no sentence names just two."""
    match = _BOTH.match(source.printed)
    if match is None or source.span is None:
        return None
    noun = (match.group("noun") or match.group("plural") or "").casefold()
    kinds = _kinds(noun)
    if not kinds or (match.group("plural") and noun not in PAIRED):
        return None
    at = bisect_right(reading.sentences, source.span.start, key=lambda s: s.start) - 1
    for sentence in reversed(reading.sentences[max(0, at - _REACH) : at + 1]):
        found = _named_in(reading, sentence, kinds, source.span.start)
        if len(found) == 2:
            if kinds != _PERSON and not _are_joined(reading, sentence, found):
                return None
            names = " and ".join(reading.cast.members[i].name for i in found)
            return Answer(names, "group", Reason("two named together", source.printed))
        if len(found) > 2:
            return None
    return None


def _kinds(noun: str) -> frozenset[SpeakerKind]:
    """The kinds of those whom a noun counts."""
    if noun in _PERSONS:
        return _PERSON
    if noun in _COUNTRIES:
        return frozenset({"place"})
    if noun in _BODIES:
        return frozenset({"organisation"})
    return frozenset({"organisation", "place"}) if noun in _ANY else frozenset()


def _named_in(
    reading: Reading, sentence: Span, kinds: frozenset[SpeakerKind], end: int
) -> list[int]:
    """Members of these kinds that a sentence names before an offset, in order."""
    found: list[int] = []
    for meant in reading.cast.at(sentence):
        if meant.name.span.end > end or len(meant.members) != 1:
            continue
        index = meant.members[0]
        member = reading.cast.members[index]
        kind = kind_of_member(member, reading.genders.get(index))
        if kind in kinds and index not in found:
            found.append(index)
    return found


def _are_joined(reading: Reading, sentence: Span, found: list[int]) -> bool:
    """Whether a sentence has the two somewhere as "A and B"."""
    named = [m for m in reading.cast.at(sentence) if m.members[:1] in {(i,) for i in found}]
    return any(
        a.members != b.members
        and _JOINED.fullmatch(reading.text[a.name.span.end : b.name.run.start])
        for a, b in pairwise(named)
    )
