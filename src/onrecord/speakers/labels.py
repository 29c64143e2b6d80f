"""Who is named behind the label of a transcript's turn that names nobody by itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.records import Reason
from onrecord.speakers.reading import Answer

if TYPE_CHECKING:
    from onrecord.speakers.sources import Source

_LABELLED = re.compile(r": ?\(([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})(?:,[^()\n]{1,40})?\) ?\S")
"""Who calls, between a label and what is asked: “Q: (Rosalind, Quay Street) Will ...?”"""


def name_behind_label(text: str, source: Source) -> Answer | None:
    """Who a transcript says in brackets behind a label that means anybody."""
    if source.span is None:
        return None
    caller = _LABELLED.match(text, source.span.end)
    if caller is None:
        return None
    return Answer(caller.group(1), "person", Reason("named behind the label", source.printed))
