"""Short descriptions that point back: "the board" after another board, "the announcement"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.speakers.counting import PAIRED
from onrecord.speakers.descriptions import told_before
from onrecord.speakers.lexicon import ARTEFACTS, GROUP_HEADS

if TYPE_CHECKING:
    from onrecord.records import Span, SpeakerKind
    from onrecord.speakers.sources import Source


def points_back(text: str, source: Source, kind: SpeakerKind) -> bool:
    """Whether a short definite description takes up somebody or something told of before it.

    So do "this person", "the announcement", "the parties", and "the board" after another board;
    "the police" and "the bus driver" may speak for themselves.
    """
    words = source.printed.split()
    if source.span is None or not 2 <= len(words) <= 3:
        return False
    if any(word[0].isupper() for word in words[1:]):
        return False
    first = words[0].casefold()
    if first in {"this", "that"} or (
        first in {"these", "those"} and source.head not in GROUP_HEADS
    ):
        return True
    if first != "the":
        return False
    head = source.head.removesuffix("'s").removesuffix("’s")
    if kind == "document" or head in ARTEFACTS or head in PAIRED:
        return True
    before = told_before(text, source.span.start)
    others = before.casefold().replace(" ".join(words).casefold(), " ")
    return kind == "unnamed" and re.search(rf"\b{re.escape(head)}\b", others) is not None


_HOLDING = re.compile(r"(?:^|[\s“\"])(?:in|through|via) (?:an? )?$", re.IGNORECASE)


def is_held(text: str, span: Span) -> bool:
    """Whether a document only holds what its sentence has somebody say ("In a statement, ...")."""
    bare = len(span.of(text).split()) < 3
    return bare and _HOLDING.search(text, max(0, span.start - 12), span.start) is not None


def is_told_before(text: str, source: Source, span: Span) -> bool:
    """Whether a short definite document ("the statement") was spoken of before.

    It then has a maker, whom only the words there tell.
    """
    if len(source.printed.split()) > 4 or not source.head:
        return False
    head = re.compile(rf"\b{re.escape(source.head)}\b", re.IGNORECASE)
    return head.search(text, 0, span.start) is not None
