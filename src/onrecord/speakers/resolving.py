"""Who speaks in each attribution of one article.

Names, offices and descriptions are settled first, then pronouns, which need to know who speaks
before them; first persons last, because they speak with the voice of whoever is quoted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from onrecord.records import Article, Attribution, Reason
from onrecord.speakers.antecedents import find_antecedents
from onrecord.speakers.asked import asked_of
from onrecord.speakers.identity import speaker_ref
from onrecord.speakers.interviews import find_interview
from onrecord.speakers.labels import name_behind_label
from onrecord.speakers.makers import find_maker
from onrecord.speakers.mentions import GROUPS, mentions_of
from onrecord.speakers.naming import name_source
from onrecord.speakers.nobody import why_nobody
from onrecord.speakers.reading import (
    Answer,
    Answers,
    Reading,
    kind_of_member,
    read_article,
    read_title_source,
)
from onrecord.speakers.relatives import find_relative
from onrecord.speakers.voices import find_voice
from onrecord.speakers.weighing import Found

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
        _in_title(article, a, reading) if a.in_title else _in_text(reading, s)
        for a, s in zip(attributions, reading.sources, strict=True)
    ]
    _settle_relatives(reading, answers)
    candidates = _settle_pronouns(reading, answers)
    _settle_documents(reading, answers)
    _settle_first_persons(reading, answers)
    return tuple(
        _with_answer(article, a, answers[place], candidates.get(place, ()))
        for place, a in enumerate(attributions)
    )


def _in_text(reading: Reading, source: Source) -> Answer | Reason:
    """The speaker that a source in the text names by itself."""
    nobody = why_nobody(reading.text, source.printed, source.span)
    caller = name_behind_label(reading.text, source) if nobody else None
    return caller or _nobody(source, nobody) or name_source(reading, source)


def _in_title(article: Article, attribution: Attribution, reading: Reading) -> Answer | Reason:
    """The speaker that a source in the title names by itself."""
    titled, source = read_title_source(article, attribution, reading.titled)
    span = attribution.source[0] if len(attribution.source) == 1 else None
    nobody = why_nobody(article.title or "", source.printed, span)
    return _nobody(source, nobody) or name_source(titled, source)


def _nobody(source: Source, nobody: str) -> Reason | None:
    """The reason why a source is left open that is no speaker; None where it may be one."""
    named = source.form in {"name", "office", "description"}
    return Reason("unresolved", f"{source.printed}: {nobody}") if nobody and named else None


def _with_answer(
    article: Article, attribution: Attribution, answer: Answer | Reason, between: tuple[str, ...]
) -> Attribution:
    """The attribution with its speaker, or with the reason for having none.

    `between` are the names it could not be decided between, each kept as a reason of its own.
    """
    if isinstance(answer, Reason):
        candidates = (Reason("candidate", name) for name in between)
        return replace(attribution, why=(*attribution.why, *candidates, answer))
    ref = speaker_ref(answer.name, answer.kind, article.id)
    kind = Reason("speaker-kind", answer.kind)
    return replace(attribution, speaker=ref, why=(*attribution.why, answer.reason, kind))


def _settle_relatives(reading: Reading, answers: Answers) -> None:
    """Gives "who" and "which" what stands right before."""
    for place, source in enumerate(reading.sources):
        if source.form == "relative" and source.span is not None:
            answers[place] = find_relative(reading, source.span)


def _settle_pronouns(reading: Reading, answers: Answers) -> dict[int, tuple[str, ...]]:
    """Gives pronouns, and nouns that work like one, their antecedent.

    Tells by place the names that "he" and "she" were left between.
    """
    asked = asked_of(reading, answers)
    found = find_antecedents(
        reading.text,
        mentions_of(reading, answers),
        tuple(asked.values()),
        reading.sentences,
        reading.quoted,
    )
    between = {}
    for place, ask in asked.items():
        result = found.get(ask.span.start, Found(None))
        if result.key is None and ask.wanted in {"office", "somebody"}:
            continue
        answers[place] = _by_antecedent(reading, answers, reading.sources[place], result)
        if len(result.between) > 1 and ask.wanted in {"he", "she"}:
            between[place] = tuple(_key_name(reading, answers, k) for k in result.between)
    return between


def _by_antecedent(
    reading: Reading, answers: Answers, source: Source, found: Found
) -> Answer | Reason:
    """The speaker an antecedent stands for."""
    if found.key is None:
        names = [n for n in (_key_name(reading, answers, k) for k in found.between) if n]
        return Reason("unresolved", f"{source.printed}: {_undecided(names)}")
    reason = Reason("antecedent", source.printed, float(found.lead))
    if found.key >= 0:
        member = reading.cast.members[found.key]
        gender = source.form if source.form in {"he", "she"} else None
        known = reading.genders.get(found.key)
        return Answer(
            member.name, kind_of_member(member, known or ("he" if gender else None)), reason
        )
    if found.key <= GROUPS:
        return Answer(_key_name(reading, answers, found.key), "group", reason)
    answer = answers[-1 - found.key]
    return answer if isinstance(answer, Reason) else Answer(answer.name, answer.kind, reason)


def _undecided(names: list[str]) -> str:
    """Between whom it could not be decided, in words."""
    if len(names) == 1:
        return f"perhaps {names[0]}"
    return f"{len(names)} candidates: {', '.join(names)}" if names else "nobody before it"


def _key_name(reading: Reading, answers: Answers, key: int) -> str:
    """What to call a candidate."""
    if key >= 0:
        return reading.cast.members[key].name
    if key <= GROUPS:
        return reading.groups[GROUPS - key][1].name
    answer = answers[-1 - key]
    return answer.name if isinstance(answer, Answer) else ""


def _settle_documents(reading: Reading, answers: Answers) -> None:
    """Gives definite documents ("the statement") whoever made them."""
    for place, source in enumerate(reading.sources):
        definite = source.printed.casefold().startswith(("the ", "this ", "that ", "its "))
        if source.form == "description" and definite:
            maker = find_maker(reading, answers, place, source)
            if maker is not None:
                answers[place] = maker


def _settle_first_persons(reading: Reading, answers: Answers) -> None:
    """Gives "I" and "we" the speaker whose words they stand in."""
    asked = [place for place, s in enumerate(reading.sources) if s.form in {"i", "we", "you"}]
    interview = find_interview(reading) if asked else None
    for place in asked:
        answers[place] = find_voice(reading, place, answers, interview)
