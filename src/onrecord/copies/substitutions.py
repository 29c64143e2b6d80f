"""The list of what a copy replaced by what: a word, a name or a term, and how often."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from onrecord.copies.rewording import SURE, replaced_within
from onrecord.copies.terms import Terms, whole_name
from onrecord.copies.twins import SMALL, likeness
from onrecord.records import Substitution

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from onrecord.copies.own_words import Whole
    from onrecord.copies.rewording import Replacement
    from onrecord.copies.twins import Twin

    Pair = tuple[tuple[str, ...], tuple[str, ...]]

_LONGEST_ONCE = 3
"""What was replaced only once is told where it is one word, or where one word stands for it, no
longer than this, in sentences that are alike: else what stands where is a guess."""

_BRIEF_ALIKE = 0.6
"""Likeness of two sentences of a few words, each after a sentence that stands in both texts, from
which they are one: two words of three."""

_PRONOUNS = frozenset(
    "he she it they him her them his hers its their theirs we us our i me my you your who whom "
    "this that these those".split()
)

_MOST = 60


def list_substitutions(
    original: Whole, copy: Whole, twins: Sequence[Twin]
) -> tuple[Substitution, ...]:
    """What was replaced by what, the most frequent first; `twins` are the original's in the copy.

    Of what was replaced only once, names and what stands in sentences alike enough. A pronoun for
    a name, or a name for a pronoun, is the same person named otherwise, and no word replaced.
    """
    found = [row for twin in twins for row in _of_twin(original, copy, twin)]
    replaced = _taken_apart(_with_names(found), Terms(original, copy))
    times = Counter((r.before, r.after) for r in replaced)
    sure = {(r.before, r.after) for r in replaced if r.is_name or (r.alike and _is_swap(r))}
    printed = _printed(replaced)
    rows = [
        Substitution(*printed[pair], count)
        for pair, count in times.items()
        if count > 1 or pair in sure
    ]
    rows = [row for row in rows if not _is_reference(row)]
    return tuple(sorted(rows, key=lambda row: (-row.times, row.before, row.after))[:_MOST])


def _of_twin(
    original: Whole, copy: Whole, twin: Twin
) -> Iterator[tuple[Replacement, Replacement | None]]:
    """What was replaced in a sentence and in the brief ones after it, with the name around it."""
    before, after = original.sentences[twin.a], copy.sentences[twin.b]
    for replacement, place in replaced_within(before, after, alike=twin.likeness >= SURE):
        yield replacement, whole_name(replacement, place, original, copy, twin)
    for before, after in zip(original.brief[twin.a], copy.brief[twin.b], strict=False):
        if likeness(before.words, after.words) >= _BRIEF_ALIKE:
            yield from ((r, None) for r, _ in replaced_within(before, after, alike=True))


def _with_names(found: Sequence[tuple[Replacement, Replacement | None]]) -> list[Replacement]:
    """The replacements, whole names for parts of them that are replaced nowhere else."""
    alone = {(r.printed_before, r.printed_after) for r, name in found if name is None}
    return [
        r if name is None or (r.printed_before, r.printed_after) in alone else name
        for r, name in found
        if set(r.before) != set(r.after)
    ]


def _taken_apart(replacements: Sequence[Replacement], terms: Terms) -> list[Replacement]:
    """The replacements, those of several words parted where one word is replaced alone elsewhere.

    Where “told” became “informed” ten times, “told reporters” is told, replaced, and reporters.
    """
    alone = {(r.before, r.after) for r in replacements if len(r.before) == len(r.after) == 1}
    return [part for r in replacements for part in _parts(r, alone, terms)]


def _parts(r: Replacement, alone: Collection[Pair], terms: Terms) -> list[Replacement]:
    """A replacement in its terms and words, as far as some of them are replaced alone elsewhere."""
    size = len(r.before)
    if r.is_term or size == 1 or len(r.after) == 1:
        return [r]
    if size == len(r.after):
        words = [_cut(r, slice(k, k + 1), slice(k, k + 1)) for k in range(size)]
        if any((word.before, word.after) in alone for word in words):
            return [part for part in _with_terms(r, words, terms) if part.before != part.after]
    elif terms.has(r.before, r.after):
        return [r._replace(is_term=True)]
    for one, rest in ((slice(0, 1), slice(1, None)), (slice(-1, None), slice(0, -1))):
        known = _cut(r, one, one)
        if (known.before, known.after) in alone:
            return [known, *_parts(_cut(r, rest, rest), alone, terms)]
    return [r]


def _with_terms(r: Replacement, words: list[Replacement], terms: Terms) -> list[Replacement]:
    """The words of a replacement, those that are a term in both texts as one."""
    size = len(words)
    for length in range(size, 1, -1):
        for k in range(size - length + 1):
            part = _cut(r, slice(k, k + length), slice(k, k + length))
            if terms.has(part.before, part.after):
                return [*words[:k], part._replace(is_term=True), *words[k + length :]]
    return words


def _cut(r: Replacement, before: slice, after: slice) -> Replacement:
    """Some of the words of a replacement."""
    return r._replace(
        before=r.before[before],
        after=r.after[after],
        printed_before=" ".join(r.printed_before.split()[before]),
        printed_after=" ".join(r.printed_after.split()[after]),
    )


def _printed(replacements: Sequence[Replacement]) -> dict[Pair, tuple[str, str]]:
    """For each folded pair its most frequent printed form."""
    forms: dict[Pair, Counter[tuple[str, str]]] = {}
    for r in replacements:
        forms.setdefault((r.before, r.after), Counter())[r.printed_before, r.printed_after] += 1
    return {pair: min(c, key=lambda form: (-c[form], form)) for pair, c in forms.items()}


def _is_swap(r: Replacement) -> bool:
    """Whether one word or term stands for another, and not a small word for a small one."""
    if r.is_term:
        return True
    shorter, longer = sorted(map(len, (r.before, r.after)))
    return shorter == 1 and longer <= _LONGEST_ONCE and not SMALL.issuperset(r.before + r.after)


def _is_reference(row: Substitution) -> bool:
    """Whether a pronoun stands on one side alone; “US” is a name."""
    before, after = (
        _PRONOUNS.issuperset(words.casefold().split()) and not (words.isupper() and len(words) > 1)
        for words in (row.before, row.after)
    )
    return before != after
