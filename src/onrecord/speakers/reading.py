"""An article read for its speakers: its cast, its sentences, how each source is worded."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.records import Span
from onrecord.speakers.cast import Cast, Member, build_cast
from onrecord.speakers.groups import Group, find_groups
from onrecord.speakers.headlines import FullNames, names_of_title, with_full_names
from onrecord.speakers.names import find_names
from onrecord.speakers.pronouns import Gender, read_genders
from onrecord.speakers.sources import Source, read_source
from onrecord.text import find_quotations, split_sentences

if TYPE_CHECKING:
    from onrecord.records import Article, Attribution, Reason, SpeakerKind


class Answer(NamedTuple):
    """A resolved speaker: the name to show, its kind, and why."""

    name: str
    kind: SpeakerKind
    reason: Reason


Answers = list["Answer | Reason"]
"""What is known of each attribution's speaker, in the order of the attributions."""


class Reading(NamedTuple):
    """What the stage reads off an article before it decides anything."""

    text: str
    cast: Cast
    attributions: tuple[Attribution, ...]
    sources: tuple[Source, ...]
    sentences: tuple[Span, ...]
    quoted: tuple[Span, ...]
    genders: dict[int, Gender]
    byline: str = ""
    titled: FullNames = {}  # noqa: RUF012 (never changed)
    groups: tuple[tuple[str, Group], ...] = ()


def read_article(article: Article, attributions: tuple[Attribution, ...]) -> Reading:
    """The article's cast, sentences and quotations, and how each source is worded.

    A source that lies in the title is left as none: `read_title_source` reads those.
    """
    text = article.text
    cast = build_cast(text, tuple(s for a in attributions if not a.in_title for s in a.source))
    sources = tuple(
        Source("none", "", None) if a.in_title else read_source(text, a.source, cast)
        for a in attributions
    )
    sentences = split_sentences(text)
    quoted = tuple(q.span for q in find_quotations(text) if q.depth == 0)
    genders = read_genders(text, cast, sentences, quoted)
    byline = _author(article.byline or "")
    titled = names_of_title(article.title or "", text, cast, genders)
    if titled:
        cast = with_full_names(cast, titled)
        sources = tuple(
            s if s.form == "none" else read_source(text, a.source, cast)
            for a, s in zip(attributions, sources, strict=True)
        )
    they = any(source.form == "they" for source in sources)
    groups = tuple(find_groups(text).items()) if they else ()
    return Reading(
        text, cast, attributions, sources, sentences, quoted, genders, byline, titled, groups
    )


def read_title_source(
    article: Article, attribution: Attribution, titled: FullNames
) -> tuple[Reading, Source]:
    """The wording of a source in the title, and a reading in which its names have the body's.

    Titles print every word with a capital, so that only the source itself is read for names.
    """
    printed = " ".join(span.of(article.title or "") for span in attribution.source)
    text = f"{printed}\n\n{article.text}"
    span = Span(0, len(printed))
    cast = with_full_names(build_cast(text, (span,)), titled)
    source = read_source(text, (span,) if printed else (), cast)
    return Reading(text, cast, (), (), (), (), {}), source


def _author(byline: str) -> str:
    """The one person a byline names; empty where it names several, or an outlet."""
    names = find_names(byline)
    return names[0].text if len(names) == 1 and names[0].kind == "person" else ""


def kind_of_member(member: Member, gender: Gender | None) -> SpeakerKind:
    """A member's kind as a speaker: whoever the article calls "he" or "she" is a person."""
    if member.kind == "unknown":
        return "person" if gender else "organisation"
    return member.kind
