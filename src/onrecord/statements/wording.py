"""Two wordings compared word by word: how much of one the other holds, and the edits between them.

Punctuation and case are folded away before comparing; what is shown stays as printed.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from onrecord.records import Edit
from onrecord.statements.vocabulary import folded, words_in
from onrecord.text import words_of

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


def shared_runs(a: Sequence[str], b: Sequence[str]) -> int:
    """Words in the runs of three and more that both hold in one order; shorter wordings need all.

    >>> shared_runs("now we will not sell".split(), "we will not sell it".split())
    4
    """
    least = min(RUN, len(a), len(b))
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= least)


def diff_words(before: str, after: str) -> tuple[Edit, ...]:
    """The edits that make `before` into `after`, in order, words as printed.

    >>> [(e.op, e.before, e.after) for e in diff_words("It failed twice.", "it failed often")]
    [('same', 'It failed', 'it failed'), ('replaced', 'twice', 'often')]
    """
    a, b = words_of(before), words_of(after)
    matcher = SequenceMatcher(
        None, [folded(w.text) for w in a], [folded(w.text) for w in b], autojunk=False
    )
    names = {"equal": "same", "delete": "dropped", "insert": "added", "replace": "replaced"}
    edits = []
    for op, i, j, k, m in matcher.get_opcodes():
        old, new = " ".join(w.text for w in a[i:j]), " ".join(w.text for w in b[k:m])
        edits.append(Edit(names[op], old, new))  # type: ignore[arg-type]
    return tuple(edits)
