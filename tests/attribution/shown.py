"""Attributions of a text as words, for tests to compare."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.attribution import find_attributions
from onrecord.options import AttributionOptions
from onrecord.records import Article

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.records import Span

RULES = AttributionOptions(tagger=False)
"""The rules alone: the same on every machine, whether a tagger is installed or not."""


class Said(NamedTuple):
    """One attribution in words, with its kind, its type and the rules that found it."""

    source: str
    cue: str
    content: tuple[str, ...]
    kind: str
    type: str
    rules: tuple[str, ...]
    in_title: bool
    nested: bool


def read(text: str, title: str | None = None) -> list[Said]:
    """What the rules find in a text, and in a title where there is one."""
    article = Article("a", text, title=title)
    said = []
    for a in find_attributions(article, RULES)[0]:
        place = title or "" if a.in_title else text
        rules = tuple(reason.rule for reason in a.why)
        nested = a.inside is not None
        source, cue = (_words(place, spans) for spans in (a.source, a.cue))
        content = tuple(span.of(place) for span in a.content)
        said.append(Said(source, cue, content, a.kind, a.type, rules, a.in_title, nested))
    return said


def _words(place: str, spans: Sequence[Span]) -> str:
    return " … ".join(span.of(place) for span in spans)
