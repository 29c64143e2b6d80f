"""Who speaks in each attribution of one article.

Names, offices and descriptions are settled first, then pronouns, which need to know who speaks
before them; first persons last, because they speak with the voice of whoever is quoted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from onrecord.records import Article, Attribution, Reason
from onrecord.speakers.antecedents import Found, find_antecedents
from onrecord.speakers.identity import speaker_ref
from onrecord.speakers.interviews import find_interview
from onrecord.speakers.mentions import Answers, asked_of, mentions_of
from onrecord.speakers.naming import name_source
from onrecord.speakers.reading import (
    Answer,
    Reading,
    kind_of_member,
    read_article,
    read_title_source,
)
from onrecord.speakers.relatives import find_relative
from onrecord.speakers.voices import find_voice

if TYPE_CHECKING:
    from onrecord.speakers.sources import Source


def resolve_speakers(
    article: Article, attributions: tuple[Attribution, ...]
) -> tuple[Attribution, ...]:
    """The attributions with each speaker that the article identifies; the others stay None.

    Every attribution's `why` gains a reason: how its speaker was found, or why nobody was.
    """
    if not attributions:
        return ()
    reading = read_article(article, attributions)
    answers: Answers = [
        name_source(*read_title_source(article, a, reading.titled))
        if a.in_title
        else name_source(reading, s)
        for a, s in zip(attributions, reading.sources, strict=True)
    ]
    _settle_relatives(reading, answers)
    _settle_pronouns(reading, answers)
    _settle_first_persons(reading, answers)
    return tuple(
        _with_answer(article, a, answer) for a, answer in zip(attributions, answers, strict=True)
    )


def _with_answer(
    article: Article, attribution: Attribution, answer: Answer | Reason
) -> Attribution:
    """The attribution with its speaker, or with the reason for having none."""
    if isinstance(answer, Reason):
        return replace(attribution, why=(*attribution.why, answer))
    ref = speaker_ref(answer.name, answer.kind, article.id)
    kind = Reason("speaker-kind", answer.kind)
    return replace(attribution, speaker=ref, why=(*attribution.why, answer.reason, kind))


def _settle_relatives(reading: Reading, answers: Answers) -> None:
    """Gives "who" and "which" what stands right before."""
    for place, source in enumerate(reading.sources):
        if source.form == "relative" and source.span is not None:
            answers[place] = find_relative(reading, source.span)


def _settle_pronouns(reading: Reading, answers: Answers) -> None:
    """Gives pronouns, and nouns that work like one, their antecedent."""
    asked = asked_of(reading, answers)
    found = find_antecedents(
        reading.text,
        mentions_of(reading, answers),
        tuple(asked.values()),
        reading.sentences,
        reading.quoted,
    )
    for place, ask in asked.items():
        result = found.get(ask.span.start, Found(None))
        answers[place] = _by_antecedent(reading, answers, reading.sources[place], result)


def _by_antecedent(
    reading: Reading, answers: Answers, source: Source, found: Found
) -> Answer | Reason:
    """The speaker an antecedent stands for."""
    if found.key is None:
        names = [n for n in (_key_name(reading, answers, k) for k in found.between) if n]
        detail = f"{source.printed}: {len(names)} candidates: {', '.join(names)}"
        return Reason("unresolved", detail if names else f"{source.printed}: nobody before it")
    reason = Reason("antecedent", source.printed, float(found.lead))
    if found.key >= 0:
        member = reading.cast.members[found.key]
        gender = source.form if source.form in {"he", "she"} else None
        known = reading.genders.get(found.key)
        return Answer(
            member.name, kind_of_member(member, known or ("he" if gender else None)), reason
        )
    answer = answers[-1 - found.key]
    return answer if isinstance(answer, Reason) else Answer(answer.name, answer.kind, reason)


def _key_name(reading: Reading, answers: Answers, key: int) -> str:
    """What to call a candidate."""
    if key >= 0:
        return reading.cast.members[key].name
    answer = answers[-1 - key]
    return answer.name if isinstance(answer, Answer) else ""


def _settle_first_persons(reading: Reading, answers: Answers) -> None:
    """Gives "I" and "we" the speaker whose words they stand in."""
    asked = [place for place, s in enumerate(reading.sources) if s.form in {"i", "we", "you"}]
    interview = find_interview(reading) if asked else None
    for place in asked:
        answers[place] = find_voice(reading, place, answers, interview)
