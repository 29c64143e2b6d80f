"""Where a text quotes: pairs of quotation marks, repaired where the typography went wrong.

Real articles mix straight and curly marks, open with one kind and close with another, use the
apostrophe as a closing mark (British style), leave a mark out, and open every paragraph of a long
quotation while closing only the last. `find_quotations` reads the marks of each paragraph once,
left to right, and says of each quotation how it was closed, as data.

It does not decide whether quoted words were said by somebody: scare quotes, titles and nicknames
are quotations here, and what they mean is for the attribution stage.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from onrecord.records import Span
from onrecord.text.paragraphs import split_paragraphs

Closing = Literal[
    "mark", "other mark", "next paragraph", "paragraph end", "next opening", "speaker named"
]

_DOUBLE_OPEN = frozenset({"“", "„", "«", "``", "‟"})
_DOUBLE_CLOSE = frozenset({"”", "»", "''"})
_STRAIGHT = frozenset({'"', "\u201f", "″"})
_GARBLED = {
    "â€œ": "“",
    "â€\x9d": "”",
    "â€": "”",
    "â€˜": "‘",
    "â€™": "’",
    "&quot;": '"',
    "&ldquo;": "“",
    "&rdquo;": "”",
    "&lsquo;": "‘",
    "&rsquo;": "’",
}
"""Marks that were decoded wrongly, or escaped and never unescaped, and what they stood for."""

_MARK = re.compile("|".join(_GARBLED) + r"|``|''|[“”„«»\"‟″]|[‘’‚‛'`´]")
_BEFORE_OPENING = re.compile(r"[\s(\[{\-–—/…:“‘\"'„«]")
_AFTER_CLOSING = re.compile(r"[\s)\]}.,;:!?\-–—/…”’\"'»]")
_ELIDED = re.compile(
    r"[’'‘](?:\d\ds?\b|tis\b|twas\b|em\b|til\b|cause\b|bout\b|round\b|n[’']|n\b|cos\b|s\b|im\b)",
    re.I,
)
"""Words that begin with an apostrophe: ’90s, ’tis, ’em, rock ’n’ roll."""

_SAYS = (
    r"\s+(?:(?:he|she|they|(?:the|a|an) [\w-]+(?: [\w-]+)?"
    r"(?:, [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3},)?"
    r"|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3})\s+)?"
    r"(?:said|says|added|told|asked|wrote|warned|replied|explained|insisted|argued)\b"
)
_NAMED_AFTER = re.compile(_SAYS)
_NAMED = re.compile(rf"[,.?!](?={_SAYS})")
"""Where quoted words without a closing mark end all the same: before somebody is named."""

_MOST_MARKS = 60
"""Marks after an opening one among which its closing mark is looked for."""

_LONGEST_JOIN = 4
"""Paragraphs a quotation with no mark in between may run over."""


class Quotation(NamedTuple):
    """One quotation within one paragraph.

    `span` covers the marks, `inner` the words between them. `depth` is 0 for a quotation and 1
    for one inside another. `continues` says that it goes on with the quotation before it, whose
    mark stayed open at the end of its paragraph.
    """

    span: Span
    inner: Span
    opener: str
    closer: str
    closing: Closing
    depth: int = 0
    continues: bool = False

    @property
    def closed(self) -> bool:
        """Whether a mark closes it, the same kind or another."""
        return self.closing in ("mark", "other mark")


class _Mark(NamedTuple):
    """A quotation mark and what its neighbours allow it to be."""

    start: int
    end: int
    text: str
    double: bool
    opens: bool
    closes: bool
    sure: bool


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Quotations in order of their opening marks, inner ones after those they lie in.

    >>> [q.inner.of(t) for t in ["‘It’s the dockers’ day,’ she said."] for q in find_quotations(t)]
    ['It’s the dockers’ day,']
    """
    found: list[Quotation] = []
    paragraphs = split_paragraphs(text)
    open_since: int | None = None
    for index, paragraph in enumerate(paragraphs):
        marks = _read_marks(text, paragraph)
        carried = open_since is not None and _goes_on(marks, paragraph)
        if carried and not _starts_with_opening(marks, paragraph):
            found.append(_carried_over(paragraph, marks))
            closer_end = found[-1].span.end
            marks = [mark for mark in marks if mark.start >= closer_end]
            carried = False
        quotations = _pair(text, paragraph, marks, continues=carried)
        found += quotations
        last = next((q for q in reversed(found) if q.depth == 0), None)
        still_open = last is not None and last.span.end == paragraph.end and not last.closed
        if not still_open:
            open_since = None
        elif open_since is None or index - open_since > _LONGEST_JOIN:
            open_since = index
        if still_open and last is not None and index + 1 < len(paragraphs):
            following = _read_marks(text, paragraphs[index + 1])
            if _goes_on(following, paragraphs[index + 1]):
                place = next(k for k in range(len(found) - 1, -1, -1) if found[k] is last)
                found[place] = last._replace(closing="next paragraph")
            else:
                open_since = None
    return tuple(sorted(found, key=lambda q: (q.span.start, -q.span.end)))


def _read_marks(text: str, paragraph: Span) -> list[_Mark]:
    """The quotation marks of a paragraph, apostrophes left out."""
    marks = []
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        mark = _judge(text, paragraph, match)
        if mark is not None:
            marks.append(mark)
    return marks


def _judge(text: str, paragraph: Span, match: re.Match[str]) -> _Mark | None:
    """What a mark can be, from its shape and neighbours; None for an apostrophe."""
    start, end = match.span()
    mark = _GARBLED.get(match.group(), match.group())
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    may_open = bool(_BEFORE_OPENING.match(before)) and not after.isspace()
    may_close = bool(_AFTER_CLOSING.match(after)) and not before.isspace()
    if mark in _DOUBLE_OPEN:
        return _Mark(start, end, mark, True, True, False, True)
    if mark == "''":
        # LaTeX-style text closes with it; some newspapers also open with it
        opens = may_open and not may_close
        return _Mark(start, end, mark, True, opens, not opens, True)
    if mark in _DOUBLE_CLOSE:
        # ”Hello” with two closing marks: the first one opens
        turned = may_open and not may_close
        return _Mark(start, end, mark, True, turned, not turned, not turned)
    if mark in _STRAIGHT:
        if not (may_open or may_close):
            may_open = may_close = True
            if before.isdigit():
                return None  # inches, minutes
        return _Mark(start, end, mark, True, may_open, may_close, may_open != may_close)
    if before.isalnum() and after.isalnum():
        return None
    if may_open and _ELIDED.match(text, start) and mark != "‘":
        return None
    if mark in "’´" and may_open and not may_close and not after.isalnum():
        return None
    opens = may_open and (after.isalnum() or after in '“"[$£€…') and mark != "´"
    closes = may_close and mark not in "‘‚"
    if not (opens or closes):
        return None
    return _Mark(start, end, mark, False, opens, closes, opens != closes)


def _goes_on(marks: list[_Mark], paragraph: Span) -> bool:
    """Whether a paragraph after an open quotation goes on with it: opens anew, or only closes."""
    if _starts_with_opening(marks, paragraph):
        return True
    doubles = [mark for mark in marks if mark.double]
    return bool(doubles) and doubles[0].closes and not doubles[0].opens


def _starts_with_opening(marks: list[_Mark], paragraph: Span) -> bool:
    return bool(marks) and marks[0].start == paragraph.start and marks[0].opens


def _carried_over(paragraph: Span, marks: list[_Mark]) -> Quotation:
    """The rest of a quotation that runs on into this paragraph without an opening mark."""
    closer = next(mark for mark in marks if mark.double and mark.closes)
    return Quotation(
        Span(paragraph.start, closer.end),
        Span(paragraph.start, closer.start),
        "",
        closer.text,
        "mark",
        continues=True,
    )


def _pair(
    text: str, paragraph: Span, marks: list[_Mark], *, continues: bool, depth: int = 0
) -> list[Quotation]:
    """Quotations of one paragraph, and at `depth` 1 of those inside one."""
    found: list[Quotation] = []
    position = 0
    while position < len(marks):
        mark = marks[position]
        if not mark.opens:
            if depth == 0 and mark.double:
                found += _unopened(text, paragraph, found, mark)
            position += 1
            continue
        closing = _closing_of(text, marks, position)
        if closing is None:
            quotation = _unclosed(text, paragraph, marks, position)
            if quotation is None:
                position += 1
                continue
            following = quotation.span.end
        else:
            closer = marks[closing]
            how: Closing = "mark" if closer.double == mark.double else "other mark"
            quotation = Quotation(
                Span(mark.start, closer.end),
                Span(mark.end, closer.start),
                mark.text,
                closer.text,
                how,
                depth,
            )
            following = closer.end
        if continues and mark.start == paragraph.start:
            quotation = quotation._replace(continues=True)
        found.append(quotation)
        after = next(
            (k for k in range(position + 1, len(marks)) if marks[k].start >= following), len(marks)
        )
        if depth == 0:
            inside = [m for m in marks[position + 1 : after] if m.end <= quotation.inner.end]
            inner = _pair(text, quotation.inner, inside, continues=False, depth=1)
            found += [q for q in inner if q.closed]
        position = after
    return found


def _closing_of(text: str, marks: list[_Mark], opening: int) -> int | None:
    """Index of the mark that closes the one at `opening`, or None."""
    mark = marks[opening]
    if mark.double:
        return _closing_of_double(marks, opening)
    return _closing_of_single(text, marks, opening)


def _closing_of_double(marks: list[_Mark], opening: int) -> int | None:
    """The next double mark that can close, before a double mark that can only open."""
    single: int | None = None
    straight = marks[opening].text in _STRAIGHT
    nested = False
    for index in range(opening + 1, min(len(marks), opening + _MOST_MARKS)):
        mark = marks[index]
        if straight and mark.text in ("“", "”") and _is_nested(marks, index, nested):
            nested = mark.text == "“"
            continue
        if not mark.double:
            # “quoted words,’ somebody said: the wrong mark closes if the right one never comes
            if single is None and mark.closes and not mark.opens:
                single = index
            elif mark.opens:
                single = None if single is None else single
            continue
        if mark.closes and not (mark.opens and marks[opening].text in _DOUBLE_OPEN):
            return index
        if mark.opens:
            return None if single is None else _if_mismatched(marks, opening, single)
    return None if single is None else _if_mismatched(marks, opening, single)


def _is_nested(marks: list[_Mark], index: int, nested: bool) -> bool:
    """Whether a curly mark belongs to a pair of curly marks inside straight ones."""
    if marks[index].text == "”":
        return nested
    later = marks[index + 1 : index + _MOST_MARKS]
    return any(m.text == "”" for m in later) and any(m.text in _STRAIGHT for m in later)


def _if_mismatched(marks: list[_Mark], opening: int, single: int) -> int | None:
    """The single mark as the close of a double one, unless a single mark opened in between."""
    between = marks[opening + 1 : single]
    return None if any(m.opens and not m.double for m in between) else single


def _closing_of_single(text: str, marks: list[_Mark], opening: int) -> int | None:
    """The single mark most likely to close a single one: after punctuation rather than after s.

    The dockers’ in ‘It is the dockers’ day,’ looks like a close; a mark that follows punctuation,
    or a letter other than s, is preferred over one that may be a plural's apostrophe.
    """
    doubtful: int | None = None
    for index in range(opening + 1, min(len(marks), opening + _MOST_MARKS)):
        mark = marks[index]
        if mark.double:
            if mark.closes and not mark.opens and not _open_double(marks, opening, index):
                return index if doubtful is None else doubtful
            continue
        if mark.opens and not mark.closes and mark.text == marks[opening].text:
            break
        if mark.closes:
            before = text[mark.start - 1]
            if before != "s":
                return index
            if doubtful is None:
                doubtful = index
    return doubtful


def _open_double(marks: list[_Mark], opening: int, index: int) -> bool:
    """Whether a double mark stands open between two marks."""
    depth = 0
    for mark in marks[opening + 1 : index]:
        if mark.double:
            depth += 1 if mark.opens and (depth == 0 or not mark.closes) else -1
    return depth > 0


def _unclosed(text: str, paragraph: Span, marks: list[_Mark], opening: int) -> Quotation | None:
    """A double mark without a close: to the next opening or the paragraph's end; singles drop."""
    mark = marks[opening]
    if not mark.double and mark.start != paragraph.start:
        return None
    later = (marks[k] for k in range(opening + 1, len(marks)))
    following = next((m for m in later if m.double and m.opens and not m.closes), None)
    named = _NAMED.search(text, mark.end, paragraph.end if following is None else following.start)
    if named is not None:
        cut = _to(text, mark, named.end(), False)
        return cut and cut._replace(closing="speaker named")
    if not mark.double:
        return _to(text, mark, paragraph.end, True)
    if following is None:
        return _to(text, mark, paragraph.end, True)
    end = following.start
    while end > mark.end and text[end - 1].isspace():
        end -= 1
    return _to(text, mark, end, False)


def _unopened(text: str, paragraph: Span, found: list[Quotation], mark: _Mark) -> list[Quotation]:
    """Words that a mark closes before somebody is named, though none opened them; or nothing."""
    begin = found[-1].span.end if found else paragraph.start
    if text[mark.start - 1] not in ",.?!" or not _NAMED_AFTER.match(text, mark.end):
        return []
    stop = max(text.rfind(". ", begin, mark.start - 1), text.rfind("? ", begin, mark.start - 1))
    start = begin if stop < 0 else stop + 2
    while start < mark.start and text[start].isspace():
        start += 1
    if not any(c.isalnum() for c in text[start : mark.start]):
        return []
    span = Span(start, mark.end)
    return [Quotation(span, Span(start, mark.start), "", mark.text, "mark")]


def _to(text: str, mark: _Mark, end: int, at_end: bool) -> Quotation | None:
    """An unclosed quotation up to `end`, or None where that leaves no word."""
    if not any(c.isalnum() for c in text[mark.end : end]):
        return None
    closing: Closing = "paragraph end" if at_end else "next opening"
    return Quotation(Span(mark.start, end), Span(mark.end, end), mark.text, "", closing)
