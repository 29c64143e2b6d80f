"""Whom "both leaders" or "the couple" mean: two that one sentence before names together."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from onrecord.records import Reason
from onrecord.speakers.reading import Answer, Reading, kind_of_member

if TYPE_CHECKING:
    from onrecord.speakers.sources import Source

_BOTH = re.compile(
    r"(?P<both>both|neither|the two)(?: (?P<noun>[a-z]+))?$|the (?P<plural>[a-z]+)$", re.IGNORECASE
)
_PERSONS = frozenset(
    """leaders men women officers presidents ministers candidates defendants couple brothers sisters
    astronauts senators scientists actors""".split()
)
_DEFINITE = frozenset({"couple", "defendants"})
"""What "the" alone counts."""
_REACH = 4
"""Sentences before a source within which the two are looked for."""


def find_pair(reading: Reading, source: Source) -> Answer | None:
    """The two whom a source counts, as one group; None where no sentence names just two."""
    match = _BOTH.match(source.printed)
    if match is None or source.span is None:
        return None
    noun = (match.group("noun") or match.group("plural") or "").casefold()
    if noun not in _PERSONS or (match.group("plural") and noun not in _DEFINITE):
        return None
    at = bisect_right(reading.sentences, source.span.start, key=lambda s: s.start) - 1
    for sentence in reversed(reading.sentences[max(0, at - _REACH) : at + 1]):
        found = []
        for meant in reading.cast.at(sentence):
            if meant.name.span.end > source.span.start or len(meant.members) != 1:
                continue
            index = meant.members[0]
            member = reading.cast.members[index]
            kind = kind_of_member(member, reading.genders.get(index))
            if kind == "person" and index not in found:
                found.append(index)
        if len(found) == 2:
            names = " and ".join(reading.cast.members[i].name for i in found)
            return Answer(names, "group", Reason("two named together", source.printed))
        if len(found) > 2:
            return None
    return None
