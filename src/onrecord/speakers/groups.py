"""Groups that an article tells of without naming them: whom "they" may mean."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.records import Span
from onrecord.speakers.descriptions import phrase_around
from onrecord.speakers.lexicon import GROUP_HEADS, RESEARCHERS

_COUNTED = frozenset(
    """all both few group majority many media minority most others several some those community
    public people percent friends regime""".split()
)
"""Heads that count or gather, and are mostly said of others."""

_HEADS = (GROUP_HEADS | RESEARCHERS) - _COUNTED
_HEAD = re.compile(rf"\b(?:{'|'.join(sorted(_HEADS))})\b(?![’'-])")


class Group(NamedTuple):
    """A group by the fullest words that the text has for it up to its first mentions."""

    name: str
    spans: tuple[Span, ...]


def find_groups(text: str) -> dict[str, Group]:
    """The groups of a text by their head word, in order; one head word is one group."""
    found: dict[str, tuple[str, list[Span]]] = {}
    for match in _HEAD.finditer(text):
        span = Span(*match.span())
        head = group_head(match.group())
        phrase = phrase_around(text, *span) or f"the {match.group()}"
        name, spans = found.setdefault(head, (phrase, []))
        if name.startswith("the ") and len(phrase.split()) > len(name.split()):
            found[head] = (phrase, spans)
        spans.append(span)
    return {head: Group(name, tuple(spans)) for head, (name, spans) in found.items()}


def group_head(head: str) -> str:
    """The head word under which a group is found; those of reports of research are one."""
    return "researchers" if head in RESEARCHERS else head
