"""What the network sees of an article: windows of word pieces with the rules' reading of each.

The rules are fast, so the network starts from what they found: every word piece carries flags
(in quotation marks, in a cue, source or content by the rules), and every cue the rules know
carries the roles they gave. The network confirms, mends and adds.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from onrecord.attribution.tagger.pieces import BREAK, CLOSING, OPENING
from onrecord.text import find_quotations, split_paragraphs, split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.attribution.found import Found
    from onrecord.attribution.tagger.pieces import Piece, Vocabulary

FLAGS = 12
"""Flags a word piece can carry; see `_flags`."""

RULE_SOURCE, RULE_CONTENT = 1, 2
"""Roles the rules give a piece towards a cue; 0 is none."""


class Window(NamedTuple):
    """A run of word pieces of one text.

    `ids` and `flags` (a bit set) are what the network reads; `starts` and `ends` are offsets into
    the text, equal to one another for pieces that stand for no text; `rules` are what the rules
    found in the text.
    """

    ids: np.ndarray[Any, Any]
    flags: np.ndarray[Any, Any]
    starts: np.ndarray[Any, Any]
    ends: np.ndarray[Any, Any]
    rules: tuple[Found, ...]

    def pieces(self, spans: Sequence[Sequence[int]]) -> np.ndarray[Any, Any]:
        """Indexes of the pieces that any of the spans touches."""
        mask = np.zeros(len(self.ids), dtype=bool)
        for start, end in spans:
            mask |= (self.starts < end) & (self.ends > start) & (self.ends > self.starts)
        return np.flatnonzero(mask)

    def starts_in(self, span: Sequence[int]) -> bool:
        """Whether a span begins in this window."""
        text = self.ends > self.starts
        return bool(self.starts[text][0] <= span[0])

    def rule_cues(self) -> list[tuple[int, int]]:
        """First and last piece of every cue the rules found here."""
        cues = []
        for found in self.rules:
            inside = self.pieces(found.cue)
            if len(inside):
                cues.append((int(inside[0]), int(inside[-1])))
        return sorted(set(cues))

    def rule_roles(self, first: int, last: int) -> np.ndarray[Any, Any]:
        """The role the rules gave each piece towards the cue at `first`..`last`."""
        roles = np.zeros(len(self.ids), dtype=np.int64)
        for found in self.rules:
            cue = self.pieces(found.cue)
            if len(cue) and cue[0] <= last and first <= cue[-1]:
                roles[self.pieces(found.content)] = RULE_CONTENT
                roles[self.pieces(found.source)] = RULE_SOURCE
                break
        return roles


def read_windows(
    text: str,
    vocabulary: Vocabulary,
    rules: Sequence[Found],
    *,
    length: int,
    first: int = 0,
) -> Iterator[Window]:
    """Windows of at most `length` word pieces, each of whole paragraphs where they fit.

    `rules` is what the rules found in the text. `first` shortens the first window, so that
    training sees other cuts each time.
    """
    flags = _flags(text, find_quotations(text), rules)
    found = tuple(sorted((f for f in rules if f.cue), key=_cue_start))
    group: list[list[Piece]] = []
    size, limit = 2, max(length - first, length // 3)
    for part in _parts(text, vocabulary, length - 2):
        if group and size + len(part) + 1 > limit:
            yield _window(group, flags, found, vocabulary)
            group, size, limit = [], 2, length
        group.append(part)
        size += len(part) + 1
    if group:
        yield _window(group, flags, found, vocabulary)


def _cue_start(found: Found) -> int:
    return found.cue[0].start


def _parts(text: str, vocabulary: Vocabulary, longest: int) -> list[list[Piece]]:
    """Word pieces of each paragraph; one that is too long in sentences, or cut where it must be."""
    parts: list[list[Piece]] = []
    for span in split_paragraphs(text):
        pieces = vocabulary.cut(text, span.start, span.end)
        if len(pieces) < longest:
            parts.append(pieces)
            continue
        stops = {s.end for s in split_sentences(text, span)}
        begin = 0
        while begin < len(pieces):
            end = min(begin + longest - 1, len(pieces))
            if end < len(pieces):
                whole = [k for k in range(begin + 1, end) if pieces[k - 1].end in stops]
                end = whole[-1] if whole else end
            parts.append(pieces[begin:end])
            begin = end
    return [part for part in parts if part]


def _flags(text: str, quotations: Any, found: Sequence[Found]) -> np.ndarray[Any, Any]:
    """A bit set for every code point of the text."""
    bits = np.zeros(len(text) + 1, dtype=np.int64)

    def mark(spans: Any, bit: int) -> None:
        for start, end in spans:
            bits[start:end] |= 1 << bit

    for quotation in quotations:
        if quotation.depth == 0:
            mark([quotation.span], 0)
            bits[quotation.span.start] |= 1 << 1
            bits[quotation.span.end - 1] |= 1 << 2
        else:
            mark([quotation.span], 3)
    for f in found:
        mark(f.cue, 4)
        mark(f.source, 5)
        if f.cue and f.content[0].start > f.cue[0].start:
            mark(f.content, 6)
        else:
            mark(f.content, 7)
        for piece in f.content:
            bits[piece.start] |= 1 << 8
            bits[piece.end - 1] |= 1 << 9
        for piece in f.source:
            bits[piece.start] |= 1 << 10
        for piece in f.cue:
            bits[piece.start] |= 1 << 11
    return bits


def _window(
    group: list[list[Piece]],
    flags: np.ndarray[Any, Any],
    found: tuple[Found, ...],
    vocabulary: Vocabulary,
) -> Window:
    """One window of the parts of a text."""
    ids, starts, ends = [vocabulary.ids[OPENING]], [0], [0]
    for part in group:
        ids += [piece.id for piece in part]
        starts += [piece.start for piece in part]
        ends += [piece.end for piece in part]
        ids.append(vocabulary.ids[BREAK])
        starts.append(ends[-1])
        ends.append(ends[-1])
    ids[-1] = vocabulary.ids[CLOSING]
    begin = bisect_left(found, group[0][0].start, key=_cue_start)
    end = bisect_left(found, group[-1][-1].end, key=_cue_start)
    starts_, ends_ = np.array(starts), np.array(ends)
    bits = np.zeros(len(ids), dtype=np.int64)
    for k in np.flatnonzero(ends_ > starts_):
        bits[k] = np.bitwise_or.reduce(flags[starts_[k] : ends_[k]])
    return Window(np.array(ids, dtype=np.int64), bits, starts_, ends_, found[begin:end])
