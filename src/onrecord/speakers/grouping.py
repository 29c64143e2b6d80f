"""One speaker across a collection: names that are the same, and the reason of every merge.

Named speakers are gathered by folded name, then variants join the one fuller name they can mean:
a person's other spelling, a surname with the same office, an acronym some article introduces.
Where two fuller names fit, nothing is merged. Descriptions never leave their article. Neither the
order of the articles nor a repeated article changes the outcome.
"""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.records import Article, Attribution, Mention, Reason, Speaker, SpeakerRef
from onrecord.speakers.acronyms import find_introductions
from onrecord.speakers.identity import fold_full_name, is_naming, speaker_ref
from onrecord.speakers.local import (
    LocalSpeaker,
    Spoken,
    kind_of,
    name_key,
    offices_in,
    printed_source,
    strongest,
)
from onrecord.speakers.spelling import is_one_edit, same_person_name, surname

Grouped = tuple[tuple[Speaker, ...], tuple[tuple[Attribution, ...], ...]]


class Merge(NamedTuple):
    """A name that joins a fuller one, and why."""

    into: str
    why: Reason


def group_speakers(
    articles: tuple[Article, ...], attributions: tuple[tuple[Attribution, ...], ...]
) -> Grouped:
    """Speakers across the collection, by name, and every attribution pointing at its speaker.

    `attributions` hold, for each article in turn, what `resolve_speakers` returned for it.
    Attributions without a speaker stay without one.
    """
    named = _gather(articles, attributions)
    merges = _merges(named, _acronyms(articles))
    groups: dict[str, list[LocalSpeaker]] = defaultdict(list)
    for key, local in named.items():
        groups[_root(key, merges)].append(local)
    speakers: dict[str, Speaker] = {}
    refs: dict[tuple[int, int], SpeakerRef] = {}
    for locals_ in groups.values():
        speaker = _speaker(articles, attributions, locals_, merges)
        speakers[speaker.id] = speaker
        ref = SpeakerRef(speaker.id, speaker.name)
        refs |= {(s.article, s.attribution): ref for x in locals_ for s in x.spoken}
    _add_described(articles, attributions, speakers)
    ordered = sorted(speakers.values(), key=lambda s: (fold_full_name(s.name), s.id))
    return tuple(ordered), _pointed(attributions, refs)


def _gather(
    articles: tuple[Article, ...], attributions: tuple[tuple[Attribution, ...], ...]
) -> dict[str, LocalSpeaker]:
    """Named speakers by their folded name, in order of that name."""
    spoken: dict[str, list[tuple[Spoken, str, Attribution]]] = defaultdict(list)
    keys_of: list[set[str]] = []
    for place, (article, found) in enumerate(zip(articles, attributions, strict=True)):
        keys: set[str] = set()
        for index, attribution in enumerate(found):
            ref, kind = attribution.speaker, kind_of(attribution)
            if ref is None or not is_naming(ref.name, kind):
                continue
            key = name_key(ref.name, kind)
            printed = printed_source(article, attribution)
            keys.add(key)
            spoken[key].append(
                (Spoken(place, index, printed, attribution.why), ref.name, attribution)
            )
        keys_of.append(keys)
    return {key: _local(articles, key, spoken[key], keys_of) for key in sorted(spoken)}


def _local(
    articles: tuple[Article, ...],
    key: str,
    spoken: list[tuple[Spoken, str, Attribution]],
    keys_of: list[set[str]],
) -> LocalSpeaker:
    """Everything the articles give of one folded name."""
    texts: dict[str, set[str]] = defaultdict(set)
    for said, name, _ in spoken:
        texts[name].add(articles[said.article].text)
    beside = set().union(*(keys_of[said.article] for said, _, _ in spoken)) - {key}
    return LocalSpeaker(
        key=key,
        kind=strongest({kind_of(a) for _, _, a in spoken}),
        spellings=tuple(sorted((name, len(found)) for name, found in texts.items())),
        offices=frozenset().union(*(offices_in(said.printed) for said, _, _ in spoken)),
        beside=frozenset(beside),
        spoken=tuple(said for said, _, _ in spoken),
    )


def _acronyms(articles: tuple[Article, ...]) -> dict[str, str]:
    """Acronyms that the collection introduces for exactly one long name, both folded."""
    longs: dict[str, set[str]] = defaultdict(set)
    for text in {a.text for a in articles}:
        for introduced in find_introductions(text):
            short = fold_full_name(introduced.short.of(text))
            longs[short].add(fold_full_name(introduced.long.of(text)))
    return {short: next(iter(found)) for short, found in longs.items() if len(found) == 1}


def _merges(named: dict[str, LocalSpeaker], acronyms: dict[str, str]) -> dict[str, Merge]:
    """Which folded name joins which, and why; longer names are joined by shorter ones."""
    by_surname: dict[str, list[LocalSpeaker]] = defaultdict(list)
    for local in named.values():
        if local.kind == "person":
            by_surname[surname(tuple(local.key.split()))[:1]].append(local)
    merges: dict[str, Merge] = {}
    for key, local in named.items():
        long = acronyms.get(key)
        if long is not None and long in named and local.kind != "person":
            merges[key] = Merge(long, Reason("acronym introduced in a text", f"{key}: {long}"))
        elif local.kind == "person":
            merge = _person_merge(local, by_surname)
            if merge is not None:
                merges[key] = merge
    return merges


def _person_merge(local: LocalSpeaker, by_letter: dict[str, list[LocalSpeaker]]) -> Merge | None:
    """The one fuller name a person's name can stand for."""
    words = tuple(local.key.split())
    near = [
        o
        for o in by_letter[surname(words)[:1]]
        if o.key != local.key and _is_fuller(o.key, local.key)
    ]
    if len(words) == 1:
        found = [
            o for o in near if surname(tuple(o.key.split())) == words[0] and o.offices & local.offices
        ]
        rule = "surname and office"
    else:
        found = [o for o in near if _same_person(local, o)]
        rule = "same name, other spelling"
    roots = [o for o in found if not any(_is_fuller(x.key, o.key) and _same_person(o, x) for x in found)]
    if len(roots) != 1:
        return None
    return Merge(roots[0].key, Reason(rule, f"{local.key}: {roots[0].key}"))


def _is_fuller(a: str, b: str) -> bool:
    """Whether one folded name is fuller than another; of two alike, the first in the alphabet."""
    size_a, size_b = (len(a.split()), len(a)), (len(b.split()), len(b))
    return size_a > size_b or (size_a == size_b and a < b)


def _same_person(a: LocalSpeaker, b: LocalSpeaker) -> bool:
    """Whether two full names are one person's; a misspelling needs a shared office or company."""
    one, two = tuple(a.key.split()), tuple(b.key.split())
    if len(one) < 2 or len(two) < 2 or not same_person_name(one, two):
        return False
    misspelt = any(is_one_edit(x, y) for x in one for y in two)
    return not misspelt or bool(a.offices & b.offices or a.beside & b.beside)


def _root(key: str, merges: dict[str, Merge]) -> str:
    """The name a name ends up under."""
    while key in merges:
        key = merges[key].into
    return key


def _speaker(
    articles: tuple[Article, ...],
    attributions: tuple[tuple[Attribution, ...], ...],
    locals_: list[LocalSpeaker],
    merges: dict[str, Merge],
) -> Speaker:
    """One speaker of all that was merged into it."""
    kind = strongest({x.kind for x in locals_})
    spellings = [(name, count) for x in locals_ for name, count in x.spellings]
    name = min(spellings, key=lambda s: (-len(s[0].split()), -s[1], -len(s[0]), s[0]))[0]
    mentions = []
    for local in locals_:
        joined = (merges[local.key].why,) if local.key in merges else ()
        for said in local.spoken:
            found = attributions[said.article][said.attribution]
            why = (*_reasons(said.why), *joined)
            mentions.append(Mention(articles[said.article].id, found.id, said.printed, why))
    return Speaker(
        id=speaker_ref(name, kind, "").id,
        name=name,
        kind=kind,
        mentions=tuple(sorted(mentions, key=lambda m: (m.article, m.attribution))),
        why=tuple(sorted({merges[x.key].why for x in locals_ if x.key in merges}, key=_by_detail)),
    )


def _reasons(why: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """The last reason before the kind: how the speaker was resolved in its article."""
    kept = [r for r in why if r.rule != "speaker-kind"]
    return tuple(kept[-1:])


def _by_detail(reason: Reason) -> tuple[str, str]:
    """Order of reasons."""
    return reason.rule, reason.detail


def _add_described(
    articles: tuple[Article, ...],
    attributions: tuple[tuple[Attribution, ...], ...],
    speakers: dict[str, Speaker],
) -> None:
    """Adds the speakers that are only described, each within its article."""
    described: dict[str, list[tuple[Attribution, str, str]]] = defaultdict(list)
    for article, found in zip(articles, attributions, strict=True):
        for attribution in found:
            ref = attribution.speaker
            if ref is None or is_naming(ref.name, kind_of(attribution)):
                continue
            printed = printed_source(article, attribution)
            described[ref.id].append((attribution, printed, article.id))
    for identity, spoken in described.items():
        mentions = {Mention(at, a.id, printed, _reasons(a.why)) for a, printed, at in spoken}
        speakers[identity] = Speaker(
            id=identity,
            name=min(a.speaker.name for a, _, _ in spoken if a.speaker is not None),
            kind=strongest({kind_of(a) for a, _, _ in spoken}),
            mentions=tuple(sorted(mentions, key=lambda m: (m.article, m.attribution))),
        )


def _pointed(
    attributions: tuple[tuple[Attribution, ...], ...], refs: dict[tuple[int, int], SpeakerRef]
) -> tuple[tuple[Attribution, ...], ...]:
    """The attributions, each with its speaker across the collection."""
    return tuple(
        tuple(
            replace(a, speaker=refs[place, index]) if (place, index) in refs else a
            for index, a in enumerate(found)
        )
        for place, found in enumerate(attributions)
    )
