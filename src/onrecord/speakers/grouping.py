"""One speaker across a collection, with every mention and the reason of every merge.

Named speakers are gathered by folded name and merged; a description stays in its article, unless
it is an office ("the minister") that the collection gives to one person who speaks there too.
Neither the order of the articles nor a repeated article changes the outcome.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec.structs import replace

from onrecord.records import Mention, Reason, Speaker, SpeakerRef
from onrecord.speakers.gathering import (
    Gathered,
    Spoken,
    called_in,
    gather_speakers,
    kind_of,
    printed_source,
    strongest,
)
from onrecord.speakers.identity import fold_full_name, is_naming, speaker_ref
from onrecord.speakers.lexicon import OFFICES
from onrecord.speakers.merging import Merge, merge_names, root_of

if TYPE_CHECKING:
    from onrecord.records import Article, Attribution

Articles = tuple["Article", ...]
Attributions = tuple[tuple["Attribution", ...], ...]

_OFFICE = re.compile(
    r"(?:(?:the|this) )?(?P<told>(?:[\w.’'-]+ ){0,4}(?P<head>[\w’'-]+))$", re.IGNORECASE
)
"""An office as a source words it: "the Norwegian minister", a headline's "Harbour master"."""


class _Voice:
    """A speaker of the collection while it is being put together."""

    def __init__(self, members: list[Gathered], merges: dict[str, Merge]) -> None:
        spellings = [spelling for m in members for spelling in m.spellings]
        self.kind = strongest({m.kind for m in members})
        # the fullest spelling; of those alike, the one most texts give
        self.name = min(spellings, key=lambda s: (-len(s[0].split()), -s[1], -len(s[0]), s[0]))[0]
        self.ref = SpeakerRef(speaker_ref(self.name, self.kind, "").id, self.name)
        self.called = frozenset().union(*(m.called for m in members))
        self.spoken = {said: m.key for m in members for said in m.spoken}
        self.merges = {m.key: merges[m.key].why for m in members if m.key in merges}
        self.by_office: dict[Spoken, Reason] = {}


def group_speakers(
    articles: Articles, attributions: Attributions
) -> tuple[tuple[Speaker, ...], Attributions]:
    """Speakers across the collection, by name, and every attribution pointing at its speaker.

    `attributions` hold, for each article in turn, what `resolve_speakers` returned for it.
    Attributions without a speaker stay without one.
    """
    named = gather_speakers(articles, attributions)
    merges = merge_names(named, {article.text for article in articles})
    groups: dict[str, list[Gathered]] = defaultdict(list)
    for key, gathered in named.items():
        groups[root_of(key, merges)].append(gathered)
    voices = [_Voice(members, merges) for members in groups.values()]
    described = _described(articles, attributions)
    _give_offices(articles, attributions, voices, described)
    speakers = [_speaker(articles, attributions, voice) for voice in voices]
    speakers += [_local_speaker(articles, attributions, found) for found in described.values()]
    refs = {s: v.ref for v in voices for s in (*v.spoken, *v.by_office)}
    ordered = sorted(speakers, key=lambda s: (fold_full_name(s.name), s.id))
    return tuple(ordered), _pointed(attributions, refs)


def _described(articles: Articles, attributions: Attributions) -> dict[str, list[Spoken]]:
    """Where speakers are described and not named, by their id within the article."""
    described: dict[str, list[Spoken]] = defaultdict(list)
    for place in range(len(articles)):
        for index, attribution in enumerate(attributions[place]):
            ref = attribution.speaker
            if ref is not None and not is_naming(ref.name, kind_of(attribution)):
                described[ref.id].append(Spoken(place, index))
    return described


def _give_offices(
    articles: Articles,
    attributions: Attributions,
    voices: list[_Voice],
    described: dict[str, list[Spoken]],
) -> None:
    """Moves "the minister" to the one person who speaks in the article and is called so anywhere.

    `described` loses what a voice gains.
    """
    persons: dict[int, list[_Voice]] = defaultdict(list)
    for voice in voices:
        if voice.kind == "person":
            for place in {said.article for said in voice.spoken}:
                persons[place].append(voice)
    for identity, spoken in list(described.items()):
        left = []
        for said in spoken:
            attribution = attributions[said.article][said.attribution]
            printed = printed_source(articles[said.article], attribution)
            bearers = _bearers(printed, persons[said.article])
            if len(bearers) == 1:
                bearers[0].by_office[said] = Reason("office told in another article", printed)
            else:
                left.append(said)
        if left:
            described[identity] = left
        else:
            del described[identity]


def _bearers(printed: str, persons: list[_Voice]) -> list[_Voice]:
    """Persons who are called everything that an office's description says."""
    match = _OFFICE.match(printed)
    called = called_in(printed)
    if match is None or match.group("head").casefold() not in OFFICES:
        return []
    if len(called) < len(match.group("told").split()):
        return []
    return [voice for voice in persons if called <= voice.called]


def _speaker(articles: Articles, attributions: Attributions, voice: _Voice) -> Speaker:
    """The record of a named speaker."""
    mentions = [
        _mention(articles, attributions, said, voice.merges.get(key))
        for said, key in voice.spoken.items()
    ]
    mentions += [
        _mention(articles, attributions, said, why) for said, why in voice.by_office.items()
    ]
    reasons = {*voice.merges.values(), *voice.by_office.values()}
    return Speaker(
        id=voice.ref.id,
        name=voice.name,
        kind=voice.kind,
        mentions=_ordered(mentions),
        why=tuple(sorted(reasons, key=lambda r: (r.rule, r.detail))),
    )


def _local_speaker(articles: Articles, attributions: Attributions, spoken: list[Spoken]) -> Speaker:
    """The record of a speaker that one article describes."""
    found = [attributions[said.article][said.attribution] for said in spoken]
    refs = sorted((a.speaker for a in found if a.speaker is not None), key=lambda r: r.name)
    return Speaker(
        id=refs[0].id,
        name=refs[0].name,
        kind=strongest({kind_of(a) for a in found}),
        mentions=_ordered([_mention(articles, attributions, said, None) for said in spoken]),
    )


def _mention(
    articles: Articles, attributions: Attributions, said: Spoken, merged: Reason | None
) -> Mention:
    """A mention with how it was resolved in its article, and why it is this speaker."""
    article, attribution = articles[said.article], attributions[said.article][said.attribution]
    resolved = [r for r in attribution.why if r.rule != "speaker-kind"][-1:]
    why = (*resolved, merged) if merged is not None else tuple(resolved)
    return Mention(article.id, attribution.id, printed_source(article, attribution), why)


def _ordered(mentions: list[Mention]) -> tuple[Mention, ...]:
    """Mentions by article and attribution, each once."""
    by_place = {(m.article, m.attribution, m.printed): m for m in mentions}
    return tuple(by_place[place] for place in sorted(by_place))


def _pointed(attributions: Attributions, refs: dict[Spoken, SpeakerRef]) -> Attributions:
    """The attributions, each with its speaker across the collection."""
    return tuple(
        tuple(
            replace(a, speaker=refs.get(Spoken(place, index), a.speaker))
            for index, a in enumerate(found)
        )
        for place, found in enumerate(attributions)
    )
