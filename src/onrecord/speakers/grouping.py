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
from onrecord.speakers.aliases import read_aliases, with_aliases
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


_OPEN = frozenset({"candidate", "unresolved"})
"""Rules of the reasons that an attribution without a speaker has."""


class _Voice:
    """A speaker of the collection while it is being put together."""

    def __init__(
        self, members: list[Gathered], merges: dict[str, Merge], fixed: frozenset[str]
    ) -> None:
        # a name of the user's alias list is shown as it stands there
        naming = [m for m in members if m.key in fixed] or members
        spellings = [spelling for m in naming for spelling in m.spellings]
        self.kind = strongest({m.kind for m in members})
        # the fullest spelling; of those alike, the one most texts give
        self.name = min(spellings, key=lambda s: (-len(s[0].split()), -s[1], -len(s[0]), s[0]))[0]
        self.ref = SpeakerRef(speaker_ref(self.name, self.kind, "").id, self.name)
        self.called = frozenset().union(*(m.called for m in members))
        self.spoken = {said: m.key for m in members for said in m.spoken}
        self.merges = {m.key: merges[m.key].why for m in members if m.key in merges}
        self.gained: dict[Spoken, Reason] = {}


def group_speakers(
    articles: Articles, attributions: Attributions, aliases: str = ""
) -> tuple[tuple[Speaker, ...], Attributions]:
    """Speakers across the collection, by name, and every attribution pointing at its speaker.

    `attributions` hold, for each article in turn, what `resolve_speakers` returned for it.
    Attributions without a speaker stay without one. `aliases` is the text of an alias file, which
    wins over every rule; raises `UnknownOption` where it cannot be used.
    """
    told = read_aliases(aliases)
    attributions = tuple(
        with_aliases(article, found, told)
        for article, found in zip(articles, attributions, strict=True)
    )
    named = gather_speakers(articles, attributions)
    merges = merge_names(named, frozenset(article.text for article in articles))
    merges = {key: merge for key, merge in merges.items() if key not in told.fixed}
    groups: dict[str, list[Gathered]] = defaultdict(list)
    for key, gathered in named.items():
        groups[root_of(key, merges)].append(gathered)
    voices = [_Voice(members, merges, told.fixed) for members in groups.values()]
    described = _described(articles, attributions)
    _give_offices(articles, attributions, voices, described)
    _give_undecided(articles, attributions, voices)
    speakers = [_speaker(articles, attributions, voice) for voice in voices]
    speakers += [_local_speaker(articles, attributions, found) for found in described.values()]
    ordered = sorted(speakers, key=lambda s: (fold_full_name(s.name), s.id))
    return tuple(ordered), _pointed(attributions, voices)


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
        bearers: list[_Voice] = []
        for said in spoken:
            printed = printed_source(
                articles[said.article], attributions[said.article][said.attribution]
            )
            found = _bearers(printed, persons[said.article])
            if len(found) == 1:
                bearers += found
                found[0].gained[said] = Reason("office told in another article", printed)
        left = [said for said in spoken if not any(said in voice.gained for voice in bearers)]
        if left and len({id(voice) for voice in bearers}) == 1:
            left = _follow(attributions, bearers[0], left)
        described[identity] = left
        if not left:
            del described[identity]


def _follow(attributions: Attributions, voice: _Voice, left: list[Spoken]) -> list[Spoken]:
    """What is left of an office's mentions once its pronouns have gone with it to a voice."""
    rest = []
    for said in left:
        attribution = attributions[said.article][said.attribution]
        if any(r.rule == "antecedent" for r in attribution.why) and attribution.speaker is not None:
            why = Reason("office told in another article", attribution.speaker.name)
            voice.gained[said] = why
        else:
            rest.append(said)
    return rest


def _give_undecided(articles: Articles, attributions: Attributions, voices: list[_Voice]) -> None:
    """Gives a pronoun that was left between several names the one voice that all of them are."""
    by_name: dict[tuple[int, str], set[int]] = defaultdict(set)
    for which, voice in enumerate(voices):
        for said in (*voice.spoken, *voice.gained):
            ref = attributions[said.article][said.attribution].speaker
            if voice.kind == "person" and ref is not None:
                by_name[said.article, ref.name].add(which)
    for place, found in enumerate(attributions):
        for index, attribution in enumerate(found):
            names = [r.detail for r in attribution.why if r.rule == "candidate"]
            meant = [by_name.get((place, name), set()) for name in names]
            alike = bool(meant) and all(m == meant[0] and len(m) == 1 for m in meant)
            if alike and attribution.speaker is None:
                printed = printed_source(articles[place], attribution)
                why = Reason("candidates are one person", f"{printed}: {', '.join(names)}")
                voices[min(meant[0])].gained[Spoken(place, index)] = why


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
    mentions += [_mention(articles, attributions, said, why) for said, why in voice.gained.items()]
    reasons = {*voice.merges.values(), *voice.gained.values()}
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
    told = [r for r in attribution.why if r.rule not in {"speaker-kind", *_OPEN}]
    resolved = told[-1:] if attribution.speaker is not None else []
    why = (*resolved, merged) if merged is not None else tuple(resolved)
    return Mention(article.id, attribution.id, printed_source(article, attribution), why)


def _ordered(mentions: list[Mention]) -> tuple[Mention, ...]:
    """Mentions by article and attribution, each once."""
    by_place = {(m.article, m.attribution, m.printed): m for m in mentions}
    return tuple(by_place[place] for place in sorted(by_place))


def _pointed(attributions: Attributions, voices: list[_Voice]) -> Attributions:
    """The attributions, each with its speaker across the collection."""
    by_place = {said: voice for voice in voices for said in (*voice.spoken, *voice.gained)}
    return tuple(
        tuple(
            _with_voice(a, Spoken(place, index), by_place.get(Spoken(place, index)))
            for index, a in enumerate(found)
        )
        for place, found in enumerate(attributions)
    )


def _with_voice(attribution: Attribution, said: Spoken, voice: _Voice | None) -> Attribution:
    """The attribution pointing at its voice; one undecided until now says why it is no longer."""
    if voice is None:
        return attribution
    if attribution.speaker is not None:
        return replace(attribution, speaker=voice.ref)
    kept = tuple(r for r in attribution.why if r.rule not in _OPEN)
    why = (*kept, voice.gained[said], Reason("speaker-kind", voice.kind))
    return replace(attribution, speaker=voice.ref, why=why)
