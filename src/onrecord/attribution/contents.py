"""What was said: the words after a cue, or before it, and where they end.

All indexes are token indexes of one sentence, end exclusive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.attribution.lexicon import words_of_class
from onrecord.attribution.sources import Phrase, is_medium, noun_phrase_before, subject_after
from onrecord.attribution.tokens import FINITE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribution.cues import Cue
    from onrecord.attribution.tokens import Token

_NOUNS = frozenset({"NN", "NNS", "NNP", "CD", "PRP", "PRP$", "DT", "JJ", "POS"})
_CLAUSE_WORDS = frozenset(["if", "whether", "how", "why", "what", "where", "when", "who"])
_ENDS = frozenset({".", ";"})


def content_after(tokens: Sequence[Token], cue: Cue, limit: int) -> Phrase | None:
    """The content that follows a cue, up to `limit`, or None where nothing fits the verb."""
    classes = cue.entry.classes
    start = cue.end
    if classes & {"tell", "urge"} and not cue.linked:
        start = _after_recipient(tokens, start, limit, told="tell" in classes)
    if not classes & {"object", "name", "wish"} or _at(tokens, start, limit) in ("IN", "TO", "RB"):
        start = after_adjuncts(tokens, start, limit, wish="wish" in classes)
    start = _after_marks(tokens, start, limit)
    end = trim_end(tokens, start, limit)
    if start >= end:
        return None
    return (
        Phrase(start, _fitting_end(tokens, cue, start, end))
        if _fits(tokens, cue, start, end)
        else None
    )


def _at(tokens: Sequence[Token], index: int, limit: int) -> str:
    return tokens[index].tag if index < limit else ""


def _after_recipient(tokens: Sequence[Token], start: int, limit: int, *, told: bool) -> int:
    """Past the person who was told or asked, if the words said follow."""
    if start >= limit:
        return start
    token = tokens[start]
    if token.tag == "PRP" and token.low not in ("i", "he", "she", "they", "we"):
        return start + 1
    if not told:
        return start
    phrase = subject_after(tokens[:limit], start)
    if phrase is None:
        return start
    end = next(
        (k for k in range(start + 1, min(phrase.end, limit)) if tokens[k].tag in (",", "PRP")),
        min(phrase.end, limit),
    )
    following = _at(tokens, end, limit)
    if (
        following in ("THAT", "Q", ",", ":", "PRP", "IN", "TO", "DT", "PRP$", "WP", "SC")
        or end >= limit
    ):
        return end
    return start


def after_adjuncts(tokens: Sequence[Token], start: int, limit: int, *, wish: bool = False) -> int:
    """Past time, place and medium: said | on Monday | in a statement | to reporters."""
    time = words_of_class("TIME")
    while start < limit:
        token = tokens[start]
        if token.low in time:
            start += 1
        elif token.tag == "IN" or (token.tag == "TO" and not wish):
            end = _adjunct_end(tokens, start, limit)
            if end is None:
                break
            start = end
        elif (
            token.tag == "RB"
            and _at(tokens, start + 1, limit)
            in (
                "THAT",
                "Q",
                ",",
                ":",
                "",
                "IN",
            )
        ) or (token.tag == "," and _adjunct_follows(tokens, start + 1, limit)):
            start += 1
        else:
            break
    return start


def _adjunct_follows(tokens: Sequence[Token], start: int, limit: int) -> bool:
    """Whether a medium or time stands after a comma: said, in an interview, that."""
    return _at(tokens, start, limit) == "IN" and _adjunct_end(tokens, start, limit) is not None


def _adjunct_end(tokens: Sequence[Token], start: int, limit: int) -> int | None:
    """Where a prepositional phrase of time, medium or audience ends; None if it is none."""
    time = words_of_class("TIME")
    k = start + 1
    known = False
    while k < limit and (
        tokens[k].tag in _NOUNS or tokens[k].low in time or tokens[k].tag == "VBG"
    ):
        known = known or tokens[k].low in time or is_medium(tokens[k])
        if known and k + 1 < limit and tokens[k + 1].tag in ("PRP", "DT", "THAT"):
            k += 1
            break
        k += 1
    following = _at(tokens, k, limit)
    if k == start + 1:
        return None
    if following in (",", "THAT", "Q", ":") or k >= limit or following in _ENDS:
        if known or following in ("THAT", "Q", ":"):
            return k
        return k if tokens[start].tag == "TO" or k >= limit else None
    return k if known else None


def _after_marks(tokens: Sequence[Token], start: int, limit: int) -> int:
    """Past a comma, colon or dash that opens the words."""
    while start < limit and tokens[start].tag in (",", ":", "-"):
        start += 1
    return start


def trim_end(tokens: Sequence[Token], start: int, end: int) -> int:
    """The end without the sentence's final stop, a trailing comma, conjunction or bracket."""
    while end > start and tokens[end - 1].tag in (".", ",", ";", ":", "-", "CC"):
        if tokens[end - 1].low in ("?", "so", "yet", "too"):
            break
        end -= 1
    return end


def _fits(tokens: Sequence[Token], cue: Cue, start: int, end: int) -> bool:
    """Whether what follows can be what this verb reports."""
    classes = cue.entry.classes
    first = tokens[start]
    quoted = any(t.tag == "Q" for t in tokens[start : min(end, start + 4)])
    if first.tag in ("THAT", "Q") or (quoted and classes & {"quote", "say", "name", "weak"}):
        return True
    if "wish" in classes and first.tag == "TO":
        return True
    if classes & {"urge", "tell"} and any(t.tag == "TO" for t in tokens[start : start + 12]):
        return True
    if "name" in classes and (first.tag in _NOUNS or first.low == "as"):
        return end - start >= 2
    if (cue.linked or "object" in classes) and first.tag in _NOUNS | {"SC", "WP", "VBG", "IN"}:
        return True
    if "quote" in classes and not classes & {"say", "weak"}:
        return tokens[cue.end].tag == ":" and end - start > 2
    if first.low in _CLAUSE_WORDS and classes & {"say", "weak", "tell"}:
        return True
    if "strong" in classes:
        if end - start == 1 and first.tag in ("RB", "IN", "PRP"):
            return False
        if all(t.low in words_of_class("TIME") or t.tag == "DT" for t in tokens[start:end]):
            return False
        return first.tag not in ("IN", "TO", "RB", "CC") or is_clause(tokens, start, end)
    return is_clause(tokens, start, end)


def _fitting_end(tokens: Sequence[Token], cue: Cue, start: int, end: int) -> int:
    """Where the content ends: an object ends with its clause, a clause with its sentence."""
    classes = cue.entry.classes
    if "name" in classes and tokens[start].tag == "Q":
        return start + 1  # what they called "fraud" | led to ...
    if _is_placed(tokens, start, end):
        return start + 1  # wrote "LIES" | on the poster
    if tokens[start].tag in ("THAT", "Q") or not (cue.linked or classes & {"object", "wish"}):
        return end
    if is_clause(tokens, start, end) and "say" in classes:
        return end
    for k in range(start + 1, end):
        tag = tokens[k].tag
        if tag in (";", "-") or (tag == "SC" and tokens[k].low not in ("if", "whether", "where")):
            return trim_end(tokens, start, k)
        if (
            tag == ","
            and k + 1 < end
            and tokens[k + 1].tag in ("VBG", "SC", "CC", "WP", "PRP", "IN")
        ):
            return k
    return end


def _is_placed(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a quotation is followed by what it stands on, and by no verb."""
    if tokens[start].tag != "Q" or start + 1 >= end:
        return False
    on = tokens[start + 1].low == "on" and tokens[start + 2 : start + 3] != []
    thing = on and tokens[start + 2].tag in ("DT", "PRP$")
    return thing and not any(t.tag in FINITE or t.tag == "Q" for t in tokens[start + 1 : end])


def is_clause(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a stretch opens with a subject and has a finite verb after it."""
    while start < end and tokens[start].tag == "CC":
        start += 1
    if start >= end or tokens[start].tag not in _NOUNS | {"Q", "IN", "THAT", "VBG", "SC", "RB"}:
        return False
    nominal = tokens[start].tag == "RB"
    for k in range(start, end):
        tag = tokens[k].tag
        if tag in FINITE and nominal:
            return True
        if tag in (";", ":"):
            return False
        nominal = nominal or tag in ("NN", "NNS", "NNP", "PRP", "CD", "Q", "DT", "VBG")
    return False


def content_before(tokens: Sequence[Token], start: int, end: int) -> Phrase | None:
    """The content between `start` and the comma or quotation before `end`."""
    while start < end and tokens[start].tag in (",", ";", "CC", "-") and start + 1 < end:
        if tokens[start].tag == "CC" and start == 0:
            break
        start += 1
    end = trim_end(tokens, start, end)
    if start >= end:
        return None
    if any(t.tag == "Q" for t in tokens[start:end]):
        return Phrase(start, end)
    return Phrase(start, end) if end - start >= 3 else None


def short_subject(tokens: Sequence[Token], start: int, end: int) -> Phrase | None:
    """A short subject alone before an insertion: The keel, she said, was."""
    end = trim_end(tokens, start, end)
    subject = noun_phrase_before(tokens, end)
    return subject if subject is not None and subject.start == start else None
