"""Two wordings compared word by word: how much of one the other holds, and the edits between them.

Punctuation and case are folded away before comparing; what is shown stays as printed.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from onrecord.records import Edit
from onrecord.statements.occasions import UNKNOWN, Occasion
from onrecord.statements.vocabulary import folded, runs_of, words_in
from onrecord.text.words import WORD

if TYPE_CHECKING:
    from collections.abc import Sequence

RUN = 3
"""Words in a row from which a shared run is more than a turn of phrase."""

_PER_WORD = 0.02
_COUNTED = 20
_SURE = 1.16
"""A short run weighs by its part of the shorter wording; a long one also by its length, up to
twenty words. Half of `_SURE` parts the same quotation from another one best on the development
half of the quotes set: `python eval/gate.py quotes`."""


_WORD_FOR_WORD = 0.75
"""Part of the shorter quotation's words, in runs, from which it is the same whenever it was said:
outlets name the day of a speech, of its broadcast or of their own call."""

_ANOTHER_DAY = 0.6
"""What likeness is worth between quotations that are told to be of two days."""


class Quoted(NamedTuple):
    """A quotation, and what its article tells of when it was said."""

    words: str
    occasion: Occasion = UNKNOWN


def compare_quotations(a: Quoted, b: Quoted) -> float:
    """`compare_words` where the articles tell on which day each was said.

    >>> we = "We have asked them to send the tug"
    >>> monday, friday = Occasion(weekday=0), Occasion(weekday=4)
    >>> they = "I asked them to send two"
    >>> compare_quotations(Quoted(we, monday), Quoted(they, monday)) >= 0.5
    True
    >>> compare_quotations(Quoted(we, monday), Quoted(they, friday)) >= 0.5
    False
    """
    score = compare_words(a.words, b.words)
    if not a.occasion.differs(b.occasion):
        return score
    same = is_word_for_word(words_in(a.words), words_in(b.words))
    return score if same else _ANOTHER_DAY * score


def compare_words(a: str, b: str) -> float:
    """How surely two wordings are one quotation, cut, spliced or altered: 0..1, .5 is yes.

    >>> compare_words("We will not sell the yard.", "will not sell the yard") > 0.9
    True
    >>> compare_words("We will not sell the yard.", "The yard is closed.")
    0.0
    """
    return compare_runs(words_in(a), words_in(b))


def compare_runs(a: Sequence[str], b: Sequence[str]) -> float:
    """`compare_words` for folded words."""
    shorter = min(len(a), len(b))
    if not shorter:
        return 0.0
    shared = shared_runs(a, b)
    return min(1.0, (shared / shorter + _PER_WORD * min(shared, _COUNTED) * (shared > 0)) / _SURE)


def is_word_for_word(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether the shorter of two wordings stands in the other, nearly all of it in runs."""
    shorter = min(len(a), len(b))
    return shorter >= RUN and shared_runs(a, b) >= _WORD_FOR_WORD * shorter


def shared_runs(a: Sequence[str], b: Sequence[str]) -> int:
    """Words in the runs of three and more that both hold in one order; shorter wordings need all.

    >>> shared_runs("now we will not sell".split(), "we will not sell it".split())
    4
    """
    if len(a) > len(b):
        a, b = b, a
    if f" {' '.join(a)} " in f" {' '.join(b)} ":
        return len(a)  # the usual case: the same words, or cut at an end
    if len(a) < RUN or runs_of(tuple(a)).isdisjoint(zip(b, b[1:], b[2:], strict=False)):
        return 0
    return _matched(SequenceMatcher(None, a, b, autojunk=False), len(a), len(b))


def _matched(matcher: SequenceMatcher[str], a: int, b: int) -> int:
    """Words in the matching blocks of three and more between the first `a` and `b` words.

    As `get_matching_blocks` finds them, except that stretches which cannot hold one are left out.
    """
    total, stretches = 0, [(0, a, 0, b)]
    while stretches:
        start, end, other_start, other_end = stretches.pop()
        if min(end - start, other_end - other_start) < RUN:
            continue
        block = matcher.find_longest_match(start, end, other_start, other_end)
        if block.size >= RUN:
            total += block.size
            stretches.append((start, block.a, other_start, block.b))
            stretches.append((block.a + block.size, end, block.b + block.size, other_end))
    return total


def diff_words(before: str, after: str) -> tuple[Edit, ...]:
    """The edits that make `before` into `after`, in order, words as printed.

    >>> [(e.op, e.before, e.after) for e in diff_words("It failed twice.", "it failed often")]
    [('same', 'It failed', 'it failed'), ('replaced', 'twice', 'often')]
    """
    a, b = WORD.findall(before), WORD.findall(after)
    left, right = [folded(word) for word in a], [folded(word) for word in b]
    if left == right:
        # the same letters in both are kept once: most renderings of a million are word for word
        old = " ".join(a)
        return (Edit("same", old, old if a == b else " ".join(b)),) if a else ()
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    names = {"equal": "same", "delete": "dropped", "insert": "added", "replace": "replaced"}
    edits = []
    for op, i, j, k, m in matcher.get_opcodes():
        old, new = " ".join(a[i:j]), " ".join(b[k:m])
        edits.append(Edit(names[op], old, old if old == new else new))  # type: ignore[arg-type]
    return tuple(edits)
