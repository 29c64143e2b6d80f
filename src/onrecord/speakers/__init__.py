"""Speakers: who is meant by each source, within an article and across a collection."""

from onrecord.speakers.aliases import read_aliases
from onrecord.speakers.entities import MentionRow, resolve_mentions
from onrecord.speakers.grouping import group_speakers
from onrecord.speakers.resolving import resolve_speakers

__all__ = [
    "MentionRow",
    "group_speakers",
    "read_aliases",
    "resolve_mentions",
    "resolve_speakers",
]
