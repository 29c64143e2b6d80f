"""What a rule answers with: an attribution in token indexes of one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from onrecord.attribution.sources import Phrase


class Draft(NamedTuple):
    """Content, cue and source of an attribution, its type, and the rule that found it."""

    content: tuple[Phrase, ...]
    cue: Phrase
    source: Phrase | None
    type: str
    rule: str

    @property
    def before(self) -> bool:
        """Whether the words stand before their cue."""
        return self.content[0].start < self.cue.start
