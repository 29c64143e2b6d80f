"""What a copy made of its original's sentences: dropped, added, moved, quotation marks lost."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from onrecord.copies.borrowed import find_marked
from onrecord.copies.twins import longest_rising
from onrecord.records import CopyChanges, Span
from onrecord.text import fold_word
from onrecord.text.words import WORD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.copies.own_words import Whole
    from onrecord.copies.twins import Twin

_LEFT = 0.6
"""Part of a quoted sentence's words that must stand without marks in the copy for its marks to be
lost: fewer are a quotation told again in other words."""


def list_changes(
    original: Whole, copy: Whole, forth: Sequence[Twin], back: Sequence[Twin]
) -> CopyChanges:
    """What became of the original's sentences; `forth` are twins in the copy, `back` the others.

    Sentences too short to be compared are neither dropped nor added.
    """
    in_order = set(longest_rising([twin.b for twin in back]))
    kept = {twin.a for twin in forth} | {twin.b for twin in back}
    taken = {twin.b for twin in forth} | {twin.a for twin in back}
    return CopyChanges(
        dropped=tuple(span for k, span in enumerate(original.spans) if k not in kept),
        added=tuple(span for k, span in enumerate(copy.spans) if k not in taken),
        moved=tuple(copy.spans[twin.a] for k, twin in enumerate(back) if k not in in_order),
        unmarked=tuple(_unmarked(original, copy, forth)),
    )


class _Marked(NamedTuple):
    """A sentence's words: folded, where each stands, and whether it stands in quotation marks."""

    words: list[str]
    places: list[Span]
    quoted: list[bool]


def _unmarked(original: Whole, copy: Whole, twins: Sequence[Twin]) -> Iterator[Span]:
    """Stretches of the copy that stand in quotation marks in the original and not in the copy."""
    marks, marks_left = find_marked(original.text), find_marked(copy.text)
    for twin in twins:
        before = _marked(original.text, original.spans[twin.a], marks)
        if any(before.quoted):
            after = _marked(copy.text, copy.spans[twin.b], marks_left)
            yield from _bare(before, after, copy.spans[twin.b])


def _bare(before: _Marked, after: _Marked, sentence: Span) -> Iterator[Span]:
    """The stretch of `after` whose words are quoted in `before` alone, if most of them are."""
    matcher = SequenceMatcher(None, before.words, after.words, autojunk=False)
    bare = [
        block.b + k
        for block in matcher.get_matching_blocks()
        for k in range(block.size)
        if before.quoted[block.a + k] and not after.quoted[block.b + k]
    ]
    if bare and len(bare) >= _LEFT * sum(before.quoted):
        whole = bare[0] == 0 and bare[-1] == len(after.words) - 1
        yield sentence if whole else Span(after.places[bare[0]].start, after.places[bare[-1]].end)


def _marked(text: str, sentence: Span, marks: Sequence[Span]) -> _Marked:
    """The words of a sentence and which of them the marks enclose."""
    near = [span for span in marks if span.overlaps(sentence)]
    found = [(m.group(), Span(*m.span())) for m in WORD.finditer(text, *sentence)]
    places = [place for _, place in found]
    quoted = [any(span.contains(place) for span in near) for place in places]
    return _Marked([fold_word(word) for word, _ in found], places, quoted)
