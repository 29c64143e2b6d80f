"""Words whose cue stands in the sentence beside them: "No." That was what she told the court.

A pointing sentence names a speaker and a verb or noun of saying, and points back at the sentence
before it: so says the caretaker; that, at least, is his view; those were her last words. A
preparing sentence shows somebody about to speak, and a quotation follows: He shook his head. "No."
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.attribution.cues import find_cues
from onrecord.attribution.found import Found
from onrecord.attribution.lexicon import verb_forms, word_group
from onrecord.attribution.reach import right_of
from onrecord.attribution.sayings import is_saying, owner_of
from onrecord.attribution.sources import Phrase, subject_after, subject_before
from onrecord.records import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribution.cues import Cue
    from onrecord.attribution.tokens import Token
    from onrecord.attribution.units import Sentence

POINTED_AT = "pointed at by the next sentence"
"""The rule's name."""

_POINTERS = frozenset(["that", "this", "those", "these", "such"])
_LONGEST = 30
_SPEAKING = frozenset({"say", "tell", "strong"})
_LEADS = frozenset(["at", "least", "or", "but", "and", ","])


class _Pointing(NamedTuple):
    """What a pointing sentence says: its cue, who speaks, and the type."""

    cue: Phrase
    source: Phrase
    type: str


def find_pointed_at(sentences: Sequence[Sentence]) -> list[Found]:
    """Attributions of sentences that the sentence after them points at."""
    found = []
    for index in range(1, len(sentences)):
        tokens = sentences[index].tokens
        if (
            len(tokens) > _LONGEST
            or sentences[index].paragraph - sentences[index - 1].paragraph > 1
        ):
            continue
        pointing = _read(tokens)
        words = None if pointing is None else _words(sentences[index - 1].tokens)
        if pointing is not None and words is not None:
            found.append(
                Found(
                    (words,),
                    (_span(tokens, pointing.cue),),
                    (_span(tokens, pointing.source),),
                    pointing.type,
                    (POINTED_AT,),
                    index,
                )
            )
    return found


def _read(tokens: Sequence[Token]) -> _Pointing | None:
    """How a sentence points back, if it does."""
    start = 0
    while start < len(tokens) and tokens[start].low in _LEADS:
        start += 1
    if start >= len(tokens) or any(t.tag == "Q" for t in tokens):
        return None
    if tokens[start].low == "so":
        return _so(tokens, start)
    return _that_is(tokens, start) if tokens[start].low in _POINTERS else None


def _so(tokens: Sequence[Token], start: int) -> _Pointing | None:
    """So says the caretaker; So, at any rate, the treasurer told the council."""
    for cue in find_cues(tokens[: start + 16]):
        if cue.form != "finite" or not cue.entry.classes & _SPEAKING:
            continue
        inverted = cue.start == start + 1
        source = subject_after(tokens, cue.end) if inverted else subject_before(tokens, cue.start)
        if source is None or source.start <= start:
            return None
        commas = tokens[start + 1].tag == "," and not inverted
        return _pointing(cue, source) if inverted or (commas and _ends(tokens, cue)) else None
    return None


def _that_is(tokens: Sequence[Token], start: int) -> _Pointing | None:
    """That was what Stone told the widows; those were the owner's last words."""
    verb = next((k for k in range(start + 1, len(tokens)) if tokens[k].tag == "BE"), None)
    if verb is None or any(t.tag in ("NN", "NNS", "NNP") for t in tokens[start + 1 : verb][:1]):
        return None
    if verb + 1 < len(tokens) and tokens[verb + 1].low == "what":
        for cue in find_cues(tokens):
            if cue.start > verb + 2 and cue.form == "finite" and cue.entry.type != "decree":
                source = subject_before(tokens, cue.start)
                named = source is not None and source.start >= verb + 2
                return _pointing(cue, source) if source is not None and named else None
        return None
    if tuple(token.low for token in tokens[verb + 1 : verb + 3]) == ("according", "to"):
        source = subject_after(tokens, verb + 3)
        return source and _Pointing(Phrase(verb, verb + 3), source, "speech")
    for k in range(verb + 2, min(len(tokens), verb + 10)):
        if is_saying(tokens[k]):
            owner = owner_of(tokens, k)
            if owner is None or owner.start <= verb:
                return None
            return _Pointing(Phrase(k, k + 1), owner, "speech")
    return None


def read_preparing(tokens: Sequence[Token]) -> tuple[Phrase, Phrase] | None:
    """The cue and subject of a sentence that shows somebody about to speak: Then he spoke."""
    for k, token in enumerate(tokens):
        if is_saying(token) and _is_told_plain(tokens, k):
            owner = owner_of(tokens, k)
            return None if owner is None else (Phrase(k, k + 1), owner)
        if token.tag in ("VBD", "VBZ", "VBP"):
            form = verb_forms().get(token.low)
            source = subject_before(tokens, k)
            prepares = form is not None and form.lemma in _PREPARING
            return (Phrase(k, k + 1), source) if prepares and source is not None else None
        if token.tag in ("MD", "Q", ";"):
            return None
    return None


_PREPARING = word_group("preparing")
_PLAIN = word_group("plain")


def _is_told_plain(tokens: Sequence[Token], index: int) -> bool:
    """Whether a noun of saying is told to be plain, and nothing more: message was simple."""
    rest = [t for t in tokens[index + 1 :] if t.tag not in (".", "RB")]
    return len(rest) == 2 and rest[0].tag == "BE" and rest[1].low in _PLAIN


def _ends(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether nothing that could have been said follows a cue in its own sentence."""
    after = right_of(tokens, cue)
    return after >= len(tokens) or tokens[after].tag in (".", ",")


def _pointing(cue: Cue, source: Phrase) -> _Pointing:
    return _Pointing(Phrase(cue.start, cue.end), source, cue.entry.type)


def _words(tokens: Sequence[Token]) -> Span | None:
    """The words pointed at: a quotation that stands alone, else the whole sentence."""
    spoken = [t for t in tokens if t.tag not in (".", ",")]
    if not spoken:
        return None
    return Span(spoken[0].start, spoken[-1].end)


def _span(tokens: Sequence[Token], phrase: Phrase) -> Span:
    return Span(tokens[phrase.start].start, tokens[phrase.end - 1].end)
