"""Whether two units are said by the same speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from onrecord.statements.vocabulary import folded
from onrecord.text.words import WORD

if TYPE_CHECKING:
    from onrecord.records import SpeakerRef

_DETERMINERS = frozenset("a an the his her its their one some many this that".split())
"""Words that begin a description, or a name written in capitals throughout."""

Agreement = Literal["same", "different", "unknown"]


def compare_speakers(a: SpeakerRef | None, b: SpeakerRef | None) -> Agreement:
    """Same by id or by name, different where both are named otherwise, else unknown.

    >>> from onrecord.records import SpeakerRef
    >>> compare_speakers(SpeakerRef("1", "Mara Lindqvist"), SpeakerRef("2", "Lindqvist"))
    'same'
    >>> compare_speakers(SpeakerRef("1", "Mara Lindqvist"), SpeakerRef("2", "a spokeswoman"))
    'unknown'
    """
    if a is None or b is None:
        return "unknown"
    if a.id == b.id:
        return "same"
    one, other = _name(a), _name(b)
    if one and other and (one <= other or other <= one):
        return "same"
    return "different" if _is_named(a) and _is_named(b) else "unknown"


def _name(speaker: SpeakerRef) -> set[str]:
    return {folded(word) for word in WORD.findall(speaker.name)}


def _is_named(speaker: SpeakerRef) -> bool:
    """Whether the speaker has a name and not only a description: “The Texas lawmaker” is one."""
    words = WORD.findall(speaker.name)
    if words and folded(words[0]) in _DETERMINERS:
        return all(word[0].isupper() for word in words) and len(words) > 1
    return any(word[0].isupper() for word in words)
