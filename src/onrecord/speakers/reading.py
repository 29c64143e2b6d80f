"""An article read for its speakers: its cast, its sentences, how each source is worded."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.records import Article, Attribution, Reason, Span, SpeakerKind
from onrecord.speakers.cast import Cast, Member, build_cast
from onrecord.speakers.pronouns import Gender, read_genders
from onrecord.speakers.sources import Source, read_source
from onrecord.text import find_quotations, split_sentences


class Answer(NamedTuple):
    """A resolved speaker: the name to show, its kind, and why."""

    name: str
    kind: SpeakerKind
    reason: Reason


class Reading(NamedTuple):
    """What the stage reads off an article before it decides anything."""

    text: str
    title: str
    cast: Cast
    attributions: tuple[Attribution, ...]
    sources: tuple[Source, ...]
    sentences: tuple[Span, ...]
    quoted: tuple[Span, ...]
    genders: dict[int, Gender]


def read_article(article: Article, attributions: tuple[Attribution, ...]) -> Reading:
    """The article's cast, sentences and quotations, and how each source is worded."""
    text, title = article.text, article.title or ""
    cast = build_cast(text, tuple(s for a in attributions if not a.in_title for s in a.source))
    titled = tuple(s for a in attributions if a.in_title for s in a.source)
    title_cast = build_cast(title, titled) if titled else cast
    sources = tuple(
        read_source(title, a.source, title_cast)
        if a.in_title
        else read_source(text, a.source, cast)
        for a in attributions
    )
    sentences = split_sentences(text)
    quoted = tuple(q.span for q in find_quotations(text) if q.depth == 0)
    genders = read_genders(text, cast, sentences, quoted)
    return Reading(text, title, cast, attributions, sources, sentences, quoted, genders)


def kind_of_member(member: Member, gender: Gender | None) -> SpeakerKind:
    """A member's kind as a speaker: whoever the article calls "he" or "she" is a person."""
    if member.kind == "unknown":
        return "person" if gender else "organisation"
    return member.kind
