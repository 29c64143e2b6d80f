"""Invented articles and attributions, in the notation of tests/cases/statements.json.

{speaker|kind|content}     an attribution; a speaker of ? is nobody known
{speaker|kind|content+}    it goes on in the next braces
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from onrecord.copies import group_copies
from onrecord.options import CopyOptions, StatementOptions
from onrecord.records import Article, Attribution, CopyMember, Span, SpeakerRef
from onrecord.statements import group_statements

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.records import AttributionKind, Statement

CASES: dict[str, Any] = json.loads(
    (Path(__file__).parent.parent / "cases" / "statements.json").read_text("utf-8")
)
OPTIONS = StatementOptions()
_BRACES = re.compile(r"\{([^|}]*)\|([^|}]*)\|([^}]*?)(\+?)\}")


class Said(NamedTuple):
    """An article and what it says that somebody said."""

    article: Article
    attributions: tuple[Attribution, ...]


def read_said(name: str, notation: str, **fields: Any) -> Said:
    """The article named `name` that the notation describes."""
    text, last = "", 0
    found: list[Attribution] = []
    open_content: list[Span] = []
    for match in _BRACES.finditer(notation):
        speaker, kind, content, goes_on = match.groups()
        text += notation[last : match.start()]
        open_content.append(Span(len(text), len(text) + len(content)))
        text += content
        last = match.end()
        if not goes_on:
            found.append(_attribution(name, len(found), speaker, kind, tuple(open_content)))
            open_content = []
    text += notation[last:]
    return Said(Article(name, text, **fields), tuple(found))


def _attribution(
    article: str, number: int, speaker: str, kind: Any, content: tuple[Span, ...]
) -> Attribution:
    named = None if speaker == "?" else SpeakerRef(speaker.casefold(), speaker)
    checked: AttributionKind = kind
    return Attribution(f"{article}-{number}", article, checked, "speech", content, speaker=named)


def statements_of(
    notations: Mapping[str, str], copies: tuple[CopyMember, ...] | None = None
) -> tuple[Statement, ...]:
    """Statements of the articles that the notations describe, by name; copies are looked for."""
    said = [read_said(name, notation) for name, notation in notations.items()]
    articles = tuple(each.article for each in said)
    members = group_copies(articles, CopyOptions())[0] if copies is None else copies
    return group_statements(articles, [each.attributions for each in said], members, OPTIONS)
