"""Quoted words that no reporting verb claimed: continuations, and cues of other kinds.

A quotation in the next sentence or paragraph without a cue of its own goes on with the one
before; a quotation beside a verb that is on no list was still said by that verb's subject.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.attribution.attached import Attached
from onrecord.attribution.elsewhere import read_preparing
from onrecord.attribution.found import Found
from onrecord.attribution.lexicon import word_group
from onrecord.attribution.sources import (
    Phrase,
    is_empty_subject,
    is_medium,
    subject_after,
    subject_before,
)
from onrecord.attribution.tokens import FINITE
from onrecord.records import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribution.tokens import Token
    from onrecord.attribution.units import Sentence
    from onrecord.text import Quotation

_SHORTEST_SPEECH = 5
"""Words from which quoted words beside an unlisted verb are taken as said, not as a scare quote
(PolNeAR dev and the free training articles, `score.py polnear free`)."""

_CLOSING_STOP = re.compile(r"""[.,!?…—–-][\s"'”’»]*$""")


def attach_quotations(sentences: Sequence[Sentence], found: list[Found]) -> list[Found]:
    """The attributions, each quotation that no rule claimed joined to one or made one."""
    quotations = [Span(t.start, t.end) for s in sentences for t in s.tokens if t.quotation]
    attached = Attached(found, quotations)
    _join_beginnings([t for s in sentences for t in s.tokens if t.quotation], attached)
    last: Token | None = None
    for index, sentence in enumerate(sentences):
        for position, token in enumerate(sentence.tokens):
            if token.quotation is None:
                continue
            if not attached.claims(token):
                if token.quotation.continues:
                    _continue(last, token, attached)
                else:
                    _place(sentences, index, position, attached)
            last = token
    return attached.found


def _continue(last: Token | None, token: Token, attached: Attached) -> None:
    """Join a quotation that goes on in a new paragraph to whoever has what it goes on with."""
    if last is not None and attached.claims(last):
        holder = attached.holder(Span(last.start, last.end))
        if holder is not None:
            attached.extend(holder, Span(token.start, token.end), "continued in the next paragraph")


def _join_beginnings(quoted: Sequence[Token], attached: Attached) -> None:
    """Join what began in an earlier paragraph to the attribution of how it goes on."""
    for token, following in reversed(list(pairwise(quoted))):
        goes_on = following.quotation is not None and following.quotation.continues
        if not goes_on or attached.claims(token) or not attached.claims(following):
            continue
        holder = attached.holder(Span(following.start, following.end))
        if holder is not None:
            attached.extend(holder, Span(token.start, token.end), "began in an earlier paragraph")


def _place(sentences: Sequence[Sentence], index: int, position: int, attached: Attached) -> None:
    """Add one unclaimed quotation to `attached`, in an old attribution or a new one."""
    tokens = sentences[index].tokens
    token = tokens[position]
    quotation = token.quotation
    span = Span(token.start, token.end)
    if quotation is None:
        return
    alone = all(t.tag in ("Q", ".", ",", "-") for t in tokens)
    holder = attached.holder(span)
    before = attached.last_before(span)
    if holder is not None:
        attached.extend(holder, span, "the whole quotation")
    elif before is not None and alone and _follows(sentences, index, attached.found[before]):
        attached.extend(before, span, "continued without a cue")
    elif before is not None and _resumes(tokens, position, attached.found[before]):
        attached.extend(before, span, "resumed after an insertion")
    elif not alone:
        own = _signed(tokens, position, index) or _beside_verb(tokens, position, index)
        if own is not None:
            attached.add(own)
    elif index and is_speech(quotation, token):
        introduced = _introduced(sentences, index, span)
        if introduced is not None:
            attached.add(introduced)


def _follows(sentences: Sequence[Sentence], index: int, before: Found) -> bool:
    """Whether an attribution belongs to the sentence right before this one.

    In the next paragraph only what ended in quoted words goes on.
    """
    if index == 0:
        return False
    previous = sentences[index - 1]
    own = sentences[index]
    last = previous.tokens[-1].end
    starts = previous.tokens[0].start
    if own.paragraph - previous.paragraph > 1:
        return False
    touches = any(starts <= piece.start < last for piece in before.content)
    quoted = any(
        t.quotation is not None and any(p.contains(Span(t.start, t.end)) for p in before.content)
        for t in previous.tokens
    )
    return touches and (quoted or own.paragraph == previous.paragraph)


def _resumes(tokens: Sequence[Token], position: int, before: Found) -> bool:
    """Whether quoted words go on in small letters after an insertion in the same sentence."""
    inner = tokens[position].text.lstrip("\"“‘'«")
    same = tokens[0].start <= before.content[0].start
    quoted = any(
        t.tag == "Q" and any(p.contains(Span(t.start, t.end)) for p in before.content)
        for t in tokens[:position]
    )
    return same and quoted and inner[:1].islower() and before.cue[0].start > before.content[0].start


def is_speech(quotation: Quotation, token: Token) -> bool:
    """Whether quoted words are long enough, or punctuated, like something somebody said."""
    if _is_title(token.text):
        return False
    words = len(token.text.split())
    return words >= _SHORTEST_SPEECH or (
        words >= 2 and bool(_CLOSING_STOP.search(token.text)) and quotation.closed
    )


def _is_title(quoted: str) -> bool:
    """Whether quoted words are set like the title of a work: ‘The Long Way Down,’."""
    words = [word for word in _WORD.findall(quoted) if len(word) > 3]
    last = quoted.rstrip("\"'”’»")[-1:]
    return bool(words) and last not in ".!?" and all(word[0].isupper() for word in words)


_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def _beside_verb(tokens: Sequence[Token], position: int, index: int) -> Found | None:
    """An attribution of quoted words beside an unlisted verb: its subject said them."""
    token = tokens[position]
    if token.quotation is None or not is_speech(token.quotation, token):
        return None
    after = _verb_after(tokens, position) if _CLOSING_STOP.search(token.text) else None
    verb = after or _verb_before(tokens, position)
    if verb is None:
        return None
    cue, source = verb
    pieces = [Span(token.start, token.end)]
    return Found(
        tuple(pieces),
        (Span(tokens[cue.start].start, tokens[cue.end - 1].end),),
        (Span(tokens[source.start].start, tokens[source.end - 1].end),),
        "speech",
        ("quoted words beside another verb",),
        index,
    )


def _signed(tokens: Sequence[Token], position: int, index: int) -> Found | None:
    """An attribution of a quotation with a name behind a dash: "..." - Ann Moe, nurse."""
    if position + 2 >= len(tokens) or not tokens[position + 1].text.startswith(_DASHES):
        return None
    source = subject_after(tokens, position + 2)
    if source is None or tokens[source.start].tag != "NNP":
        return None
    token, dash, end = tokens[position], tokens[position + 1], tokens[source.end - 1].end
    return Found(
        (Span(token.start, token.end),),
        (Span(dash.start, dash.end),),
        (Span(tokens[source.start].start, end),),
        "speech",
        ("signed with a name behind a dash",),
        index,
    )


_DASHES = ("-", "–", "—", "―", "~")


def _verb_after(tokens: Sequence[Token], position: int) -> tuple[Phrase, Phrase] | None:
    """The verb and subject right after a quotation: "...," he riffed; "...", is her answer."""
    for k in range(position + 1, min(len(tokens), position + 8)):
        if tokens[k].tag in ("Q", ".", ";", "THAT", "SC"):
            return None
        if tokens[k].tag not in FINITE:
            continue
        end = k + 1
        while end < len(tokens) and tokens[end].tag in FINITE | {"VBN", "VBG", "RB", "NEG"}:
            end += 1
        if tokens[k].tag == "BE":
            told = _saying_noun(tokens, end) or _manner_of_saying(tokens, end)
            if told is not None:
                return told
        source = subject_before(tokens, k)
        if source is not None and source.start > position:
            return Phrase(k, end), source
        inverted = subject_after(tokens, end)
        if k <= position + 2 and inverted is not None:
            return Phrase(k, end), inverted
        return None
    return None


def _saying_noun(tokens: Sequence[Token], start: int) -> tuple[Phrase, Phrase] | None:
    """Somebody's answer, reply, message ...: the possessor said the words."""
    for k in range(start, min(len(tokens), start + 6)):
        if tokens[k].low in _SAYING_NOUNS and k > start:
            owner = Phrase(start, k)
            return Phrase(k, k + 1), owner
        if tokens[k].tag not in ("NNP", "POS", "PRP$", "NN", "JJ", "DT"):
            return None
    return None


def _manner_of_saying(tokens: Sequence[Token], start: int) -> tuple[Phrase, Phrase] | None:
    """The verb and subject of how or what somebody did: is how she put it, was what he wrote."""
    if start >= len(tokens) or tokens[start].low not in ("how", "what"):
        return None
    for k in range(start + 2, min(len(tokens), start + 12)):
        if tokens[k].tag in FINITE:
            source = subject_before(tokens, k)
            return None if source is None else (Phrase(k, k + 1), _without_how(tokens, source))
    return None


def _without_how(tokens: Sequence[Token], source: Phrase) -> Phrase:
    """A subject without the word that leads its clause: how | the captain."""
    leads = tokens[source.start].low in ("how", "what") and source.end - source.start > 1
    return Phrase(source.start + leads, source.end)


_SAYING_NOUNS = word_group("saying")


def _verb_before(tokens: Sequence[Token], position: int) -> tuple[Phrase, Phrase] | None:
    """The nearest verb with a subject before a quotation: he took to the floor: "..."."""
    for k in range(position - 1, -1, -1):
        if tokens[k].tag in ("Q", ";"):
            return None
        if tokens[k].tag not in ("VBD", "VBZ", "VBP", "BE", "VB", "VBG"):
            continue
        start = k
        while start > 0 and tokens[start - 1].tag in ("MD", "HAVE", "BE", "DO", "RB", "NEG"):
            start -= 1
        source = subject_before(tokens, start)
        if source is None or is_empty_subject(tokens, source):
            continue
        if tokens[k].tag == "BE" and not _introduces(tokens, k + 1, position):
            return None
        return Phrase(start, k + 1), source
    return None


def _introduces(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a colon, or a noun of saying, leads to the quotation."""
    return any(t.tag == ":" or t.low in _SAYING_NOUNS or is_medium(t) for t in tokens[start:end])


def _introduced(sentences: Sequence[Sentence], index: int, span: Span) -> Found | None:
    """A quotation after a sentence that ends in a colon, or shows somebody about to speak."""
    previous = sentences[index - 1]
    if previous.tokens[-1].tag == ":":
        led = _first_subject(previous.tokens)
    elif previous.paragraph == sentences[index].paragraph:
        led = read_preparing(previous.tokens)
    else:
        led = None
    if led is None:
        return None
    cue, source = (_span_of(previous.tokens, phrase) for phrase in led)
    return Found(
        (span,), (cue,), (source,), "speech", ("introduced by the sentence before",), index
    )


def _first_subject(tokens: Sequence[Token]) -> tuple[Phrase, Phrase] | None:
    """The first finite verb that has a subject, and the subject."""
    for k, token in enumerate(tokens):
        source = subject_before(tokens, k) if token.tag in FINITE else None
        if source is not None:
            return Phrase(k, k + 1), source
    return None


def _span_of(tokens: Sequence[Token], phrase: Phrase) -> Span:
    return Span(tokens[phrase.start].start, tokens[phrase.end - 1].end)
