"""One who quotes another: the agency cited an official as saying, he was quoted by it as saying.

Two attributions: what the official says stands inside what the agency cites. All indexes are token
indexes of one sentence, end exclusive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.attribution.contents import content_after, trim_end
from onrecord.attribution.drafts import Draft
from onrecord.attribution.sources import Phrase, subject_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribution.cues import Cue
    from onrecord.attribution.tokens import Token

CITING, CITED = "cites another as saying", "cited by another as saying"
"""The rules' names: of the one who cites, and of the one who is cited."""

_CITING_VERBS = frozenset(["quote", "cite"])
_LONGEST_NAME = 30


def find_citations(tokens: Sequence[Token], cues: Sequence[Cue]) -> list[Draft]:
    """Drafts of those who cite and those who are cited as saying, by twos."""
    drafts: list[Draft] = []
    citing: Cue | None = None
    for cue in cues:
        if cue.entry.lemma in _CITING_VERBS:
            citing = cue
        elif citing is not None and _says(tokens, cue):
            if cue.start - citing.end <= _LONGEST_NAME:
                drafts += _both(tokens, citing, cue)
            citing = None
    return drafts


def _says(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether a cue is the verb of "as saying"."""
    return (
        cue.start > 0
        and tokens[cue.start - 1].low == "as"
        and tokens[cue.start].tag == "VBG"
        and bool(cue.entry.classes & {"say", "tell"})
    )


def _both(tokens: Sequence[Token], citing: Cue, saying: Cue) -> list[Draft]:
    """The drafts of one who cites and of the one cited; none where either is not named."""
    end = trim_end(tokens, saying.end, len(tokens))
    words = content_after(tokens, saying, len(tokens))
    words = Phrase(saying.end if words is None else words.start, end)
    between = Phrase(citing.end, saying.start - 1)
    if citing.form != "passive":
        source, cited = subject_before(tokens, citing.start), between
        content: tuple[Phrase, ...] = (Phrase(between.start, end),)
    elif between.end > between.start and tokens[between.start].low == "by":
        source = Phrase(between.start + 1, between.end)
        cited = subject_before(tokens, citing.start) or Phrase(0, 0)
        content = (cited, Phrase(between.end, end))
    else:
        return []
    if source is None or words.end <= words.start or cited.end == cited.start:
        return []
    cue, verb = Phrase(citing.start, citing.end), Phrase(saying.start, saying.end)
    return [
        Draft(content, cue, source, "speech", CITING),
        Draft((words,), verb, cited, "speech", CITED),
    ]
