"""What the network sees of an article: windows of word pieces with the rules' reading of each.

The rules are fast, so the network starts from what they found: every word piece carries flags
(in quotation marks, in a cue, source or content by the rules), and every cue the rules know
carries the roles they gave. The network confirms, mends and adds.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from onrecord.text import find_quotations, split_paragraphs, split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tokenizers import Tokenizer

    from onrecord.attribution.found import Found
    from onrecord.records import Span

FLAGS = 12
"""Flags a word piece can carry; see `_flags`."""

NO_ROLE, RULE_SOURCE, RULE_CONTENT = range(3)
BREAK = "[unused1]"
"""The word piece that stands for the end of a paragraph."""


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
    tokenizer: Tokenizer,
    *,
    length: int,
    first: int = 0,
    rules: tuple[Found, ...] | None = None,
) -> Iterator[Window]:
    """Windows of at most `length` word pieces, each of whole paragraphs where they fit.

    `first` shortens the first window, so that training sees other cuts each time.
    """
    from onrecord.attribution.assembly import read_by_rules

    quotations = find_quotations(text)
    found = tuple(read_by_rules(text, quotations)) if rules is None else rules
    parts = _parts(text, tokenizer, length - 2)
    flags = _flags(text, quotations, found)
    found = tuple(sorted((f for f in found if f.cue), key=_cue_start))
    marker = tokenizer.token_to_id(BREAK)
    opening, closing = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    group: list[tuple[list[int], list[tuple[int, int]]]] = []
    size, limit = 2, max(length - first, length // 3)
    for ids, offsets in parts:
        if group and size + len(ids) + 1 > limit:
            yield _window(group, flags, found, (opening, marker, closing))
            group, size, limit = [], 2, length
        group.append((ids, offsets))
        size += len(ids) + 1
    if group:
        yield _window(group, flags, found, (opening, marker, closing))


def _cue_start(found: Found) -> int:
    return found.cue[0].start


def _parts(
    text: str, tokenizer: Tokenizer, longest: int
) -> list[tuple[list[int], list[tuple[int, int]]]]:
    """Word pieces of each paragraph; one that is too long in sentences, or cut where it must be."""
    spans: list[Span] = list(split_paragraphs(text))
    encoded = tokenizer.encode_batch([s.of(text) for s in spans], add_special_tokens=False)
    parts: list[tuple[list[int], list[tuple[int, int]]]] = []
    for span, encoding in zip(spans, encoded, strict=True):
        ids = encoding.ids
        offsets = [(a + span.start, b + span.start) for a, b in encoding.offsets]
        if len(ids) < longest:
            parts.append((ids, offsets))
            continue
        cuts = [s.end for s in split_sentences(text, span)]
        begin = 0
        while begin < len(ids):
            end = min(begin + longest - 1, len(ids))
            if end < len(ids):
                whole = [k for k in range(begin + 1, end) if offsets[k - 1][1] in cuts]
                end = whole[-1] if whole else end
            parts.append((ids[begin:end], offsets[begin:end]))
            begin = end
    return [part for part in parts if part[0]]


def _flags(text: str, quotations: Any, found: tuple[Found, ...]) -> np.ndarray[Any, Any]:
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
    group: list[tuple[list[int], list[tuple[int, int]]]],
    flags: np.ndarray[Any, Any],
    found: tuple[Found, ...],
    special: tuple[int, int, int],
) -> Window:
    opening, marker, closing = special
    ids, starts, ends = [opening], [0], [0]
    for part_ids, offsets in group:
        ids += part_ids
        starts += [a for a, _ in offsets]
        ends += [b for _, b in offsets]
        ids.append(marker)
        starts.append(ends[-1])
        ends.append(ends[-1])
    ids[-1] = closing
    first, last = group[0][1][0][0], group[-1][1][-1][1]
    begin = bisect_left(found, first, key=_cue_start)
    end = bisect_left(found, last, key=_cue_start)
    near = found[begin:end]
    starts_, ends_ = np.array(starts), np.array(ends)
    bits = np.zeros(len(ids), dtype=np.int64)
    for k in np.flatnonzero(ends_ > starts_):
        bits[k] = np.bitwise_or.reduce(flags[starts_[k] : ends_[k]])
    return Window(np.array(ids), bits, starts_, ends_, near)
