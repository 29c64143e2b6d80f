"""What one article made of the other's words: the words replaced, twin by twin."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from onrecord.copies.twins import SMALL
from onrecord.records import Substitution

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onrecord.copies.own_words import Sentence
    from onrecord.copies.twins import Twin

_LONGEST = 4
"""Words on either side of a replacement; a longer one is a rewritten passage, no word swapped."""

_LONGEST_ONCE = 3
_SURE = 0.6
"""What was replaced only once is told where it is one word, or where one word stands for it, no
longer than this, in sentences at least so alike: else what stands where is a guess."""

_MOST = 60


class Replacement(NamedTuple):
    """Words of one sentence that stand where other words stood: folded and as printed.

    `alike` where the two sentences are enough so to tell it from one case.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    printed_before: str
    printed_after: str
    is_name: bool
    alike: bool

    def turned(self) -> Replacement:
        """The same replacement told from the other side."""
        return Replacement(
            self.after,
            self.before,
            self.printed_after,
            self.printed_before,
            self.is_name,
            self.alike,
        )


def find_replacements(
    original: Sequence[Sentence], copy: Sequence[Sentence], twins: Iterable[Twin]
) -> tuple[Replacement, ...]:
    """Words of the twins' first sentences that stand replaced in their second ones, in order."""
    found: list[Replacement] = []
    for twin in twins:
        found += _within(original[twin.a], copy[twin.b], alike=twin.likeness >= _SURE)
    return tuple(found)


def list_substitutions(replacements: Sequence[Replacement]) -> tuple[Substitution, ...]:
    """What was replaced by what, the most frequent first.

    Of what was replaced only once, names and what stands in sentences alike enough.
    """
    replacements = _word_by_word(replacements)
    times = Counter((r.before, r.after) for r in replacements)
    sure = {(r.before, r.after) for r in replacements if r.is_name or (r.alike and _is_swap(r))}
    printed = _printed(replacements)
    rows = [
        Substitution(*printed[pair], count)
        for pair, count in times.items()
        if count > 1 or pair in sure
    ]
    return tuple(sorted(rows, key=lambda row: (-row.times, row.before, row.after))[:_MOST])


def _word_by_word(replacements: Sequence[Replacement]) -> list[Replacement]:
    """The replacements, those of several words taken apart where one is replaced alone elsewhere.

    Where “told” became “informed” ten times, “told reporters” is told, replaced, and reporters.
    """
    alone = {(r.before, r.after) for r in replacements if len(r.before) == len(r.after) == 1}
    found: list[Replacement] = []
    for r in replacements:
        pairs = list(zip(r.before, r.after, strict=False))
        several = len(r.before) == len(r.after) > 1
        if several and any(((b,), (a,)) in alone for b, a in pairs):
            printed = zip(r.printed_before.split(), r.printed_after.split(), strict=True)
            found += (
                r._replace(before=(b,), after=(a,), printed_before=x, printed_after=y)
                for (b, a), (x, y) in zip(pairs, printed, strict=True)
                if b != a
            )
        else:
            found.append(r)
    return found


def _printed(
    replacements: Sequence[Replacement],
) -> dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[str, str]]:
    """For each folded pair its most frequent printed form."""
    forms: dict[tuple[tuple[str, ...], tuple[str, ...]], Counter[tuple[str, str]]] = {}
    for r in replacements:
        forms.setdefault((r.before, r.after), Counter())[r.printed_before, r.printed_after] += 1
    return {pair: min(c, key=lambda form: (-c[form], form)) for pair, c in forms.items()}


def _within(original: Sentence, copy: Sentence, *, alike: bool) -> Iterator[Replacement]:
    """Replacements of one twin pair."""
    if original.words == copy.words:
        return
    matcher = SequenceMatcher(None, original.words, copy.words, autojunk=False)
    for op, i, j, k, m in _longer_names(matcher.get_opcodes(), original, copy):
        if op == "replace" and 0 < j - i <= _LONGEST and 0 < m - k <= _LONGEST:
            before, after = original.printed[i:j], copy.printed[k:m]
            if _letters(original.words[i:j]) == _letters(copy.words[k:m]):
                continue
            yield Replacement(
                original.words[i:j],
                copy.words[k:m],
                " ".join(before),
                " ".join(after),
                is_name=i > 0 and k > 0 and _is_name(before) and _is_name(after),
                alike=alike,
            )


def _longer_names(
    steps: Iterable[tuple[str, int, int, int, int]], original: Sentence, copy: Sentence
) -> Iterator[tuple[str, int, int, int, int]]:
    """The steps of a word diff, a name made longer or shorter told as one name for another."""
    for op, i, j, k, m in steps:
        if op in ("insert", "delete") and i and k:
            longer = (original.printed[i - 1 : j], copy.printed[k - 1 : m])
            if all(map(_is_name, longer)) and all(w[0].isupper() for side in longer for w in side):
                yield "replace", i - 1, j, k - 1, m
        else:
            yield op, i, j, k, m


def _is_swap(r: Replacement) -> bool:
    """Whether one word stands for another or a few, and not a small word for a small one."""
    shorter, longer = sorted(map(len, (r.before, r.after)))
    return shorter == 1 and longer <= _LONGEST_ONCE and not SMALL.issuperset(r.before + r.after)


def _letters(words: Sequence[str]) -> str:
    """The words run together without marks: “E.U. to” and “E.U.to” are no two wordings."""
    return "".join(c for word in words for c in word if c.isalnum())


def _is_name(words: Sequence[str]) -> bool:
    """Whether each word but the small ones begins with a capital, and one is longer than “I”."""
    telling = [w for w in words if (len(w) > 3 or w[0].isupper()) and w.casefold() not in SMALL]
    return bool(telling) and all(w[0].isupper() for w in telling) and max(map(len, telling)) > 1
