"""Full names that only the title gives: "Weil" of the text is the title's "Jonas Weil"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.speakers.cast import Cast
from onrecord.speakers.lexicon import (
    COUNTRIES,
    DEMONYMS,
    OFFICE_MODIFIERS,
    OFFICES,
    ORGANISATION_WORDS,
    SAYING,
    STOP,
    THING_WORDS,
)
from onrecord.speakers.runs import fold_name, words_in_lower_case
from onrecord.text.folding import fold_word

if TYPE_CHECKING:
    from onrecord.speakers.pronouns import Gender

FullNames = dict[str, str]
"""Full names by the folded surname the text has alone."""

_WORD = r"[^\W\d_](?:[^\W\d_]|[’'-](?=[^\W\d_]))*"
_PAIR = re.compile(
    rf"(?P<name>(?P<first>{_WORD})(?: [^\W\d_]\.)? (?P<last>{_WORD}?))(?:[’']s?)?(?![\w’'-])"
)
_BEFORE = re.compile(rf"(?:^|[.,:;!?(“\"‘|—–-] ?|(?P<word>{_WORD}) )$")
_NO_FIRST = (
    STOP | OFFICES | OFFICE_MODIFIERS | DEMONYMS | COUNTRIES | ORGANISATION_WORDS | SAYING
    | frozenset(
        """angry another ask blame dead defiant dying embattled emotional ex exclusive exiled
        fact fire free furious help how inside jailed live meet now opinion ousted
        profile save stop tearful thank the urgent video vote watch what who why""".split()
    )
)  # fmt: skip
"""What may stand before a surname in a title and is no first name."""


def names_of_title(title: str, text: str, cast: Cast, genders: dict[int, Gender]) -> FullNames:
    """The title's full names of persons whom the text calls by the surname alone.

    Only of whom the text itself shows to be a person; a title's capitals prove nothing, so that a
    first name must open it or follow punctuation or a word in lower case.
    """
    alone = {
        m.keys[0]
        for i, m in enumerate(cast.members)
        if len(m.keys) == 1 and m.kind != "place" and (m.kind == "person" or i in genders)
    }
    found: dict[str, str] = {}
    paired: dict[str, set[str]] = {}
    plain = words_in_lower_case(text)
    for start in (m.start() for m in re.finditer(r"(?<!\w)[^\W\d_]", title)):
        pair = _PAIR.match(title, start)
        if pair is None or not (pair.group("first")[0] + pair.group("last")[0]).isupper():
            continue
        last = fold_name(pair.group("last"))
        paired.setdefault(last, set()).add(pair.group("name"))
        if last in alone and _is_first_name(title, pair, plain) and not _goes_on(title, pair.end()):
            found[last] = pair.group("name")
    return {last: name for last, name in found.items() if len(paired[last]) == 1}


def _is_first_name(title: str, pair: re.Match[str], plain: frozenset[str]) -> bool:
    """Whether the first word of a pair is a first name, by its capital and what stands before."""
    key = fold_word(pair.group("first"))
    if key in plain or key in _NO_FIRST or key.endswith(("ing", "ly")):
        return False
    before = _BEFORE.search(title, 0, pair.start())
    if before is None:
        return False
    word = before.group("word")
    if word is None or word.islower():
        return True
    # "Minister Jonas Weil", but "Minister Meets Weil"
    return fold_word(word) in OFFICES and not key.endswith(("s", "ed"))


def _goes_on(title: str, end: int) -> bool:
    """Whether an organisation's or a thing's name goes on after a pair ("Ann Moe Institute")."""
    word = re.match(rf" ({_WORD})", title[end:])
    return word is not None and fold_word(word.group(1)) in ORGANISATION_WORDS | THING_WORDS


def with_full_names(cast: Cast, names: FullNames) -> Cast:
    """The cast with members who go by their surname alone under their full name."""
    if not names:
        return cast
    named = {i for i, m in enumerate(cast.members) if len(m.keys) == 1 and m.keys[0] in names}
    members = tuple(
        m._replace(
            name=names[m.keys[0]],
            keys=tuple(fold_name(w) for w in names[m.keys[0]].split()),
            kind="person",
        )
        if i in named
        else m
        for i, m in enumerate(cast.members)
    )
    meant = tuple(
        m._replace(rule="full name in the title")
        if len(m.members) == 1 and m.members[0] in named
        else m
        for m in cast.meant
    )
    return Cast(members, meant)
