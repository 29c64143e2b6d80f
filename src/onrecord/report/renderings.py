"""What the page shows of each rendering: one outlet's words, what it changed, where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.report.diffs import is_telling, stretches
from onrecord.report.extracts import Passage
from onrecord.report.states import rendering_state
from onrecord.report.wording import CHANGES, SYMBOLS, copy_words, kinship_words, printed_words

if TYPE_CHECKING:
    from onrecord.records import Attribution, Rendering, Statement
    from onrecord.report.diffs import Stretch
    from onrecord.report.extracts import Extract
    from onrecord.report.index import Index
    from onrecord.report.passages import Place
    from onrecord.report.wording import Symbol


class Shown(NamedTuple):
    """What may be shown of the articles, and where each passage stands on the page."""

    extracts: dict[str, Extract]
    passages: dict[Place, str]


class RenderingView(NamedTuple):
    """One outlet's wording."""

    anchor: str
    symbol: Symbol
    label: str
    href: str
    link: str
    change: str
    words: str
    verbatim: bool
    diff: tuple[Stretch, ...]
    told: str
    copy: str
    why: tuple[str, ...]


def view_rendering(
    index: Index, place: tuple[Statement, int], shown: Shown, *, comparable: bool
) -> RenderingView:
    """One outlet's wording; its diff where all of its words may be shown and it tells anything.

    `place` is the statement, and the number of the rendering in it.
    """
    statement, number = place
    rendering = statement.renderings[number]
    one = index.attribution_of(rendering)
    passage = quote_rendering(index, rendering, shown)
    compare = comparable and passage.whole and is_telling(rendering.diff)
    anchor = maybe_anchor(rendering, shown)
    return RenderingView(
        anchor=index.wording_anchors[statement.id, number + 1],
        symbol=SYMBOLS[rendering_state(index, rendering)],
        label=index.labels[rendering.article],
        href=anchor or index.article_anchors[rendering.article],
        link=_link_words(rendering) if anchor else "article",
        change=CHANGES[rendering.change],
        words=passage.text,
        verbatim=is_direct(index, rendering),
        diff=stretches(rendering.diff, passage.text) if compare else (),
        told=_told(index, rendering, one),
        copy=_copy_words(index, rendering.article),
        why=kinship_words(rendering.why, one.speaker.name if one and one.speaker else ""),
    )


def quote_rendering(index: Index, rendering: Rendering, shown: Shown) -> Passage:
    """An outlet's words, as far as they may be shown."""
    if rendering.in_title:
        title = index.text_of(rendering.article, in_title=True)
        return Passage(" ".join(span.of(title) for span in rendering.content), whole=True)
    return shown.extracts[rendering.article].quote(rendering.content)


def is_direct(index: Index, rendering: Rendering) -> bool:
    """Whether the words stood between quotation marks."""
    one = index.attribution_of(rendering)
    return not rendering.own_voice and (one is None or one.kind == "direct")


def maybe_anchor(rendering: Rendering, shown: Shown) -> str | None:
    """The id of a rendering's passage; None where none of it is shown."""
    places = ((rendering.article, rendering.in_title, span) for span in rendering.content)
    return next((shown.passages[place] for place in places if place in shown.passages), None)


def _link_words(rendering: Rendering) -> str:
    return "headline" if rendering.in_title else "passage"


def _told(index: Index, rendering: Rendering, one: Attribution | None) -> str:
    """The source as printed and the cue the outlet chose."""
    if one is None:
        return "no source named" if rendering.own_voice else "nobody named"
    text = index.text_of(one.article, in_title=one.in_title)
    cue = printed_words(text, one.cue)
    told = (printed_words(text, one.source), f"“{cue}”" if cue else "")
    return " · ".join(words for words in told if words) or "nobody named"


def _copy_words(index: Index, article: str) -> str:
    """Which article it copies, in words; empty for an account of its own."""
    member = index.copies.get(article)
    if member is None or member.independent:
        return ""
    if member.origin is None or member.origin not in index.labels:
        return "not an independent account"
    return copy_words(member.kind, index.labels[member.origin])
