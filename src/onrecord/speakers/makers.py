"""Whose words a document holds: "the statement" is that of whoever issued one before."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.records import Reason, Span
from onrecord.speakers.lexicon import ORGANISATION_HEADS
from onrecord.speakers.reading import Answer, Reading, kind_of_member

if TYPE_CHECKING:
    from onrecord.speakers.cast import Meant
    from onrecord.speakers.reading import Answers
    from onrecord.speakers.sources import Source

_BY = re.compile(
    r"(?: (?:[a-z]+ly|itself|yesterday|today|on [A-Z][a-z]+|this week|[a-z]+ed|written|made|done"
    r"|led|put out|sent|to [a-z]+)){0,3} (?:by|from) (?:the |a |an )?$"
)
_ISSUED = frozenset(
    """account advisory affidavit alert allegation analysis announcement article assessment audit
    blog bulletin claim column comment communique complaint declaration decree directive e-mail
    editorial email estimate filing finding forecast guideline indictment lawsuit letter manifesto
    memo memorandum message note notice opinion order paper petition poll post posting proclamation
    projection release report review ruling statement study submission suit summary survey
    testimony tweet update verdict warning""".split()
)
"""What somebody puts out: not laws, data or pictures, which speak for themselves."""

_STUDIES = frozenset("analysis paper poll research study survey".split())
"""What others than its makers speak in, or of."""

_NAMED = (
    frozenset("analysis investigation paper report research review study survey".split()),
    frozenset("act bill law legislation statute".split()),
    frozenset({"resolution"}),
    frozenset("accord agreement convention pact treaty".split()),
    frozenset("constitution charter".split()),
)
"""Nouns that take up a document by the last word of its name, those of one kind one another."""

_BODIES = ORGANISATION_HEADS | {"center", "centre", "bureau"}
"""What makes a body of a name that ends like a document's ("Centre for Disease Analysis")."""

_INSIDE = re.compile(
    r"\b(?:in|via|through|with) (?:(?:a|an|the|his|her|its|their|this|that|another|one) )"
    r"(?:[\w’'-]+ ){0,4}$",
    re.IGNORECASE,
)
_OWNED = re.compile(r"(?:[’']s?)? (?:[\w-]+ ){0,3}$")
_LATEST = 20
"""Places before a document where it is looked for, so that long articles take no longer."""

_OF = re.compile(r" (?:[a-z]+ )?")
_MADE = re.compile(
    r"(?: (?:has|have|had|also|then|later|yesterday|today|itself|who|which))*"
    r" (?:released|releases|published|publishes|issued|issues|posted|posts|sent|sends|wrote|writes"
    r"|filed|files|signed|signs|conducted|made|gave|announced|announces|drafted|put out|tweeted"
    r"|shared|presented|delivered|submitted|carried out|commissioned|produced|adopted|passed)"
    r"(?: [^.;:!?\n]{0,60}?)?$"
)


def find_maker(reading: Reading, answers: Answers, place: int, source: Source) -> Answer | None:
    """The speaker whose document a source takes up; None where the text does not tell.

    Looked for where the article spoke of the document before, the nearest place first: its owner
    ("Weil's letter"), who it is by or from, who made it, who speaks in it.
    """
    if source.span is None:
        return None
    if not is_document(source.head):
        return _named_document(reading, source)
    spoken_of = _spoken_of(reading.text, source.head.removesuffix("s"))
    before = bisect_right(spoken_of, source.span.start, key=lambda made: made.end)
    for made in reversed(spoken_of[max(0, before - _LATEST) : before]):
        found = _named_maker(reading, made)
        if found is None and source.head not in _STUDIES:
            found = _speaking(reading, answers, made, place)
        if found is not None:
            return found._replace(reason=Reason("its maker", source.printed))
    return _named_document(reading, source)


@lru_cache(maxsize=64)
def _spoken_of(text: str, head: str) -> tuple[Span, ...]:
    """Where a text has a head word, one or several of them; remembered for the next source."""
    found = re.finditer(rf"\b{re.escape(head)}s?\b", text, re.IGNORECASE)
    return tuple(Span(*match.span()) for match in found)


def _named_document(reading: Reading, source: Source) -> Answer | None:
    """The only named document before a source that it can mean ("the bill", "the study")."""
    kind = next((k for k in _NAMED if source.head in k), None)
    if kind is None or source.span is None or len(source.printed.split()) > 3:
        return None
    end = source.span.start
    found = [
        m
        for m in reading.cast.members
        if len(m.keys) > 1
        and m.keys[-1] in kind
        and not _BODIES & set(m.keys)
        and min(m.mentions).end <= end
    ]
    if len(found) != 1:
        return None
    return Answer(found[0].name, "document", Reason("named document", source.printed))


def is_document(head: str) -> bool:
    """Whether a head names what holds somebody's words."""
    return head in _ISSUED or head.removesuffix("s") in _ISSUED


def _named_maker(reading: Reading, made: Span) -> Answer | None:
    """The member of the cast whose document the text around says it is."""
    text = reading.text
    sentence = _sentence(reading, made.start)
    for meant in reading.cast.touching(sentence):
        name = meant.name
        if len(meant.members) != 1 or name.kind == "place":
            continue
        if name.span.end <= made.start:
            between = text[name.span.end : made.start]
            owns = _OWNED.match(between) if name.possessive else _OF.fullmatch(between)
            if owns or (_MADE.match(between) and not name.possessive):
                return _member(reading, meant)
        elif name.span.start >= made.end and _BY.match(text[made.end : name.run.start]):
            return _member(reading, meant)
    return None


def _speaking(reading: Reading, answers: Answers, made: Span, place: int) -> Answer | None:
    """The only speaker of a sentence that speaks of a document ("in a statement, Weil said")."""
    sentence = _sentence(reading, made.start)
    if not _INSIDE.search(reading.text, sentence.start, made.start):
        return None
    found = {}
    for other, source in enumerate(reading.sources):
        answer = answers[other]
        if other == place or source.span is None or isinstance(answer, Reason):
            continue
        inner = reading.attributions[other].inside is not None
        speaks = answer.kind in {"person", "organisation", "group"} and not inner
        if sentence.contains(source.span) and speaks:
            found[answer.name] = answer
    return next(iter(found.values())) if len(found) == 1 else None


def _sentence(reading: Reading, offset: int) -> Span:
    """The sentence an offset lies in."""
    at = bisect_right(reading.sentences, offset, key=lambda s: s.start) - 1
    return reading.sentences[max(at, 0)]


def _member(reading: Reading, meant: Meant) -> Answer:
    """A member of the cast as an answer."""
    index = meant.members[0]
    member = reading.cast.members[index]
    kind = kind_of_member(member, reading.genders.get(index))
    return Answer(member.name, kind, Reason("its maker", ""))
