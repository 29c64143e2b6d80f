"""Speakers: who is meant by each source, within an article and across a collection."""

from onrecord.speakers.alias_problems import find_alias_problems
from onrecord.speakers.aliases import read_aliases
from onrecord.speakers.entities import resolve_mentions
from onrecord.speakers.given import MentionRow
from onrecord.speakers.grouping import group_speakers
from onrecord.speakers.resolving import resolve_speakers

__all__ = [
    "MentionRow",
    "find_alias_problems",
    "group_speakers",
    "read_aliases",
    "resolve_mentions",
    "resolve_speakers",
]
