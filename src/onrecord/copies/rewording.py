"""What one article made of the other's words: the words replaced, twin by twin."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from onrecord.records import Substitution

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onrecord.copies.own_words import Sentence
    from onrecord.copies.twins import Twin

_LONGEST = 4
"""Words on either side of a replacement; a longer one is a rewritten passage, no word swapped."""

_MOST = 40


class Replacement(NamedTuple):
    """Words of one sentence that stand where other words stood: folded and as printed."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    printed_before: str
    printed_after: str
    is_name: bool

    def turned(self) -> Replacement:
        """The same replacement told from the other side."""
        return Replacement(
            self.after, self.before, self.printed_after, self.printed_before, self.is_name
        )


def find_replacements(
    original: Sequence[Sentence], copy: Sequence[Sentence], twins: Iterable[Twin]
) -> tuple[Replacement, ...]:
    """Words of the twins' first sentences that stand replaced in their second ones, in order."""
    found: list[Replacement] = []
    for twin in twins:
        found += _within(original[twin.a], copy[twin.b])
    return tuple(found)


def list_substitutions(replacements: Sequence[Replacement]) -> tuple[Substitution, ...]:
    """Replacements made at least twice, and names replaced once, the most frequent first."""
    times = Counter((r.before, r.after) for r in replacements)
    names = {(r.before, r.after) for r in replacements if r.is_name}
    printed = _printed(replacements)
    rows = [
        Substitution(*printed[pair], count)
        for pair, count in times.items()
        if count > 1 or pair in names
    ]
    return tuple(sorted(rows, key=lambda row: (-row.times, row.before, row.after))[:_MOST])


def _printed(
    replacements: Sequence[Replacement],
) -> dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[str, str]]:
    """For each folded pair its most frequent printed form."""
    forms: dict[tuple[tuple[str, ...], tuple[str, ...]], Counter[tuple[str, str]]] = {}
    for r in replacements:
        forms.setdefault((r.before, r.after), Counter())[r.printed_before, r.printed_after] += 1
    return {pair: min(c, key=lambda form: (-c[form], form)) for pair, c in forms.items()}


def _within(original: Sentence, copy: Sentence) -> Iterator[Replacement]:
    """Replacements of one twin pair."""
    if original.words == copy.words:
        return
    matcher = SequenceMatcher(None, original.words, copy.words, autojunk=False)
    for op, i, j, k, m in matcher.get_opcodes():
        if op == "replace" and j - i <= _LONGEST and m - k <= _LONGEST:
            before, after = original.printed[i:j], copy.printed[k:m]
            if _letters(original.words[i:j]) == _letters(copy.words[k:m]):
                continue
            yield Replacement(
                original.words[i:j],
                copy.words[k:m],
                " ".join(before),
                " ".join(after),
                is_name=i > 0 and k > 0 and _is_name(before) and _is_name(after),
            )


def _letters(words: Sequence[str]) -> str:
    """The words run together without marks: “E.U. to” and “E.U.to” are no two wordings."""
    return "".join(c for word in words for c in word if c.isalnum())


def _is_name(words: Sequence[str]) -> bool:
    """Whether each word but the small ones begins with a capital, and one is longer than “I”."""
    telling = [word for word in words if len(word) > 3 or word[0].isupper()]
    return bool(telling) and all(w[0].isupper() for w in telling) and max(map(len, telling)) > 1
