"""Whom "who" and "which" mean: what stands right before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.records import Reason, Span
from onrecord.speakers.descriptions import describe, kind_of_description
from onrecord.speakers.lexicon import GROUP_HEADS, STOP
from onrecord.speakers.naming import COUNTING
from onrecord.speakers.reading import Answer, Reading, kind_of_member
from onrecord.speakers.runs import starts_sentence
from onrecord.text.folding import fold_word

if TYPE_CHECKING:
    from onrecord.speakers.cast import Meant

_TIGHT = re.compile(r"(?:, \d{1,3})?,? ?$|,? (?:all|many|some|both|most|one|none|each) of $")
_LISTING = re.compile(r",? (?:and |or )?(?:the )?$|, $")
_CHAIN = frozenset("of from in at for with on".split())
_STARTS = frozenset(
    """a an the those these some many several few other another any every most two three four five
    six his her its their one people anyone someone""".split()
)
_WHOEVER = frozenset("those anyone someone".split())
_REST = re.compile(r"[^.,;:!?()\n“”\"]{2,90}")


def find_relative(reading: Reading, span: Span) -> Answer | Reason:
    """The speaker a relative pronoun at `span` takes up."""
    text, printed = reading.text, span.of(reading.text)
    window = text[max(0, span.start - 160) : span.start]
    tight = _TIGHT.search(window)
    end = span.start - len(tight.group()) if tight else span.start
    if tight and tight.group().strip(" ,").startswith(("all", "both", "each")):
        listed = _listed(reading, end)
        if len(listed) > 1:
            names = f"{', '.join(listed[:-1])} and {listed[-1]}"
            return Answer(names, "group", Reason("right before", printed))
    named = _name_ending(reading, end)
    if named is not None and not _is_tail(reading, named, printed):
        return _by_name(reading, named, printed)
    start = _phrase_start(text, max(0, end - 120), end)
    if start is None:
        return Reason("unresolved", f"{printed}: what stands before it is unclear")
    bearer = _name_ending(reading, start - 2) if text[start - 2 : start] == ", " else None
    if bearer is not None:
        return _by_name(reading, bearer, printed)
    phrase = " ".join(text[start:end].split()).strip(' ,"“')
    if fold_word(phrase) in _WHOEVER:
        rest = _REST.match(text, span.start)
        phrase = f"{phrase} {rest.group().strip()}" if rest else phrase
    if COUNTING.match(phrase) and " " not in phrase:
        return Reason("unresolved", f"{printed}: {phrase}: which ones are meant is told elsewhere")
    kind = kind_of_description(phrase, _head(phrase))
    return Answer(describe(phrase), kind, Reason("right before", printed))


def _by_name(reading: Reading, named: Meant, printed: str) -> Answer | Reason:
    """The member a name right before the pronoun means."""
    if len(named.members) != 1:
        return Reason("unresolved", f"{printed}: {named.name.text}: several bearers")
    index = named.members[0]
    member = reading.cast.members[index]
    kind = kind_of_member(member, reading.genders.get(index))
    return Answer(member.name, kind, Reason("right before", printed))


def _name_ending(reading: Reading, end: int) -> Meant | None:
    """The name that ends at an offset; of "Bo Lind of Tidewater Studies", the person."""
    for meant in reading.cast.before(end):
        if meant.name.span.end < end - 60:
            return None
        if meant.name.span.end == end:
            return _owner(reading, meant) or meant
    return None


def _listed(reading: Reading, end: int) -> list[str]:
    """The names of a list that ends at an offset ("Moe, Weil and Strand, all of whom")."""
    names: list[str] = []
    while (named := _name_ending(reading, end)) is not None and len(named.members) == 1:
        names.insert(0, reading.cast.members[named.members[0]].name)
        link = _LISTING.search(reading.text, max(0, named.name.run.start - 8), named.name.run.start)
        if link is None:
            break
        end = link.start()
    return names


def _owner(reading: Reading, meant: Meant) -> Meant | None:
    """The person whose "of" leads to a name ("Bo Lind of Tidewater Studies")."""
    for other in reading.cast.before(meant.name.run.start):
        gap = reading.text[other.name.span.end : meant.name.run.start]
        if other.name.kind == "person":
            return other if re.fullmatch(r" (?:of|from|at|with) (?:the )?", gap) else None
    return None


def _is_tail(reading: Reading, named: Meant, printed: str) -> bool:
    """Whether a name only ends a longer phrase ("a lawyer from Oslo, who")."""
    if named.name.kind == "person" and printed.casefold() in {"who", "whose", "whom"}:
        return False
    before = reading.text[max(0, named.name.run.start - 40) : named.name.run.start]
    match = re.search(r"(\w+) (?:the )?$", before)
    return match is not None and match.group(1) in _CHAIN


def _phrase_start(text: str, begin: int, end: int) -> int | None:
    """Where the noun phrase that ends at `end` begins: at its determiner, or its bare noun."""
    words = list(re.finditer(r"\S+", text[begin:end]))
    fallback: int | None = None
    for i in range(len(words) - 1, max(-1, len(words) - 12), -1):
        word = fold_word(words[i].group().strip("\"“‘'("))
        if word in _STARTS:
            while i > 0 and fold_word(words[i - 1].group()) in _STARTS:
                i -= 1  # noqa: PLW2901 - the phrase begins at the first of its determiners
            fallback = begin + words[i].start()
            if i < 2 or fold_word(words[i - 1].group()) not in _CHAIN:
                return fallback
        elif words[i].group().endswith((".", ";", ":", "?", "!", ",")) and i < len(words) - 1:
            break
    if fallback is not None or not words:
        return fallback
    last = words[-1].group().strip(' ,\n"“')
    start = begin + words[-1].start()
    small = last.islower() or (last[1:].islower() and starts_sentence(text, start))
    known = last in STOP and last not in GROUP_HEADS
    return start if small and last.isalpha() and len(last) > 3 and not known else None


def _head(phrase: str) -> str:
    """The head of a phrase: the last word before its first link."""
    head = ""
    for word in phrase.split():
        key = fold_word(word.strip(","))
        if head and (key in _CHAIN or key == "who"):
            break
        head = key
    return head
