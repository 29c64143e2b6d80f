"""Ids of speakers: hashes of the folded name, so that two runs and two articles agree."""

from __future__ import annotations

import hashlib
import re

from onrecord.records import SpeakerKind, SpeakerRef
from onrecord.speakers.runs import fold_name

_DETERMINERS = frozenset("the a an some many several two three other this these".split())
_WORD = re.compile(r"[^\W_]+(?:[.’'&–-][^\W_]+)*\.?")


def speaker_ref(name: str, kind: SpeakerKind, article: str) -> SpeakerRef:
    """The reference an attribution carries; its id is made of the name alone where that names.

    A description's id takes its article in: "a witness" of one article is not another's.

    >>> speaker_ref("The Guardian", "organisation", "a").id == speaker_ref(
    ...     "Guardian", "organisation", "b").id
    True
    >>> speaker_ref("a witness", "unnamed", "a").id == speaker_ref("a witness", "unnamed", "b").id
    False
    """
    seed = fold_full_name(name)
    if not is_naming(name, kind):
        seed = f"{seed}\n{article}"
    return SpeakerRef(hashlib.blake2b(seed.encode(), digest_size=8).hexdigest(), name)


def is_naming(name: str, kind: SpeakerKind) -> bool:
    """Whether a speaker's name names it beyond its article, and does not only describe it.

    >>> is_naming("Port Ellis Herald", "organisation"), is_naming("the company", "organisation")
    (True, False)
    """
    if kind == "unnamed":
        return False
    words = [w for w in _WORD.findall(name) if w.casefold() not in _DETERMINERS]
    capitals = [any(c.isupper() for c in w) for w in words]
    if kind in {"group", "document"}:
        small = {"and", "of", "the"}
        return len(words) > 1 and all(c or w in small for c, w in zip(capitals, words, strict=True))
    return any(capitals)


def fold_full_name(name: str) -> str:
    """A whole name for comparing: words folded, marks and a leading "the" left out.

    >>> fold_full_name("The Port-Ellis Herald’s")
    'port-ellis herald'
    """
    words = [fold_name(w) for w in _WORD.findall(name)]
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words)
