"""An original and its copy side by side: the sentences they share, where the words differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.records import Edit
from onrecord.report.diffs import Stretch, stretches
from onrecord.statements import diff_words
from onrecord.text import fold_word, split_sentences, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.records import Span
    from onrecord.report.extracts import Extract

LINES_PRIVATE = 8
LINES_SHARED = 3
"""Pairs of sentences shown for one copy: evidence, not the article over again."""

_ALIKE = 0.4
"""Share of words two sentences must have in common to stand side by side. A matter of reading:
below it a pair looks like two sentences, not like one that was reworded."""

_SHORTEST = 5


class Beside(NamedTuple):
    """A sentence of the original and what the copy made of it; what only one has is `added`."""

    before: tuple[Stretch, ...]
    after: tuple[Stretch, ...]

    @property
    def differ(self) -> bool:
        """Whether there is anything to see: a word that only one of them has."""
        return any(stretch.fate == "added" for stretch in (*self.before, *self.after))


class _Sentence(NamedTuple):
    span: Span
    words: frozenset[str]


def compare_beside(original: Extract, copy: Extract) -> tuple[Beside, ...]:
    """The first sentences that the copy has in other words."""
    most = LINES_PRIVATE if copy.whole else LINES_SHARED
    candidates = _sentences(original)
    found: list[Beside] = []
    for sentence in _sentences(copy):
        if len(found) == most:
            break
        twin = _maybe_twin(sentence, candidates)
        if twin is None:
            continue
        pair = _beside(twin.span.of(original.text), sentence.span.of(copy.text))
        if pair.differ:
            found.append(pair)
    return tuple(found)


def _sentences(extract: Extract) -> tuple[_Sentence, ...]:
    """The sentences that may be quoted whole, those too short to compare left out."""
    found = []
    for span in split_sentences(extract.text):
        if span.end - span.start <= extract.longest:
            words = frozenset(fold_word(w.text) for w in words_of(extract.text, *span))
            if len(words) >= _SHORTEST:
                found.append(_Sentence(span, words))
    return tuple(found)


def _maybe_twin(sentence: _Sentence, candidates: Iterable[_Sentence]) -> _Sentence | None:
    """The sentence with most words in common, if those are enough."""
    best, score = None, _ALIKE
    for candidate in candidates:
        shared = len(sentence.words & candidate.words)
        alike = shared / len(sentence.words | candidate.words)
        if alike > score:
            best, score = candidate, alike
    return best


def _beside(before: str, after: str) -> Beside:
    """Two sentences, each with the words marked that the other has not."""
    edits = diff_words(before, after)
    dropped = [Edit("same" if edit.op == "same" else "added", after=edit.before) for edit in edits]
    added = [Edit("same" if edit.op == "same" else "added", after=edit.after) for edit in edits]
    return Beside(stretches(dropped, before), stretches(added, after))
