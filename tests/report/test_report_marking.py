"""Text with marks in it: nested, overlapping, cut into pieces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Span
from onrecord.report.marking import Mark, Marks, Note, mark_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.report.marking import Role, Token

TEXT = "abcdefghijklmnopqrst"
ROLES: tuple[Role, ...] = ("furniture", "direct", "mixed", "indirect", "own", "source", "cue")


def told(tokens: Iterable[Token]) -> str:
    """Tokens as a line of text: <role#anchor ... >, numbers as ^1."""
    signs = {
        "text": lambda t: t.text,
        "open": lambda t: f"<{t.role}{'#' if t.anchor else ''}{t.anchor} ",
        "close": lambda _: ">",
        "note": lambda t: f"^{t.text}",
        "gap": lambda t: t.text,
    }
    return "".join(signs[token.step](token) for token in tokens)


def marked(pieces: list[tuple[int, int]], *marks: Mark) -> str:
    """The text with these marks, in these pieces."""
    return told(mark_text(TEXT, [Span(*piece) for piece in pieces], Marks.of(marks), set()))


def test_a_mark_inside_another_is_nested() -> None:
    """Source and cue within a reported sentence."""
    outer = Mark(Span(2, 12), "indirect", "", "o", (Note("1", "", ""),))
    inner = Mark(Span(4, 6), "source", "", "i")
    assert marked([(0, 20)], outer, inner) == "ab<indirect#o cd<source#i ef>ghijkl>^1mnopqrst"


def test_overlapping_marks_are_cut_where_they_cross() -> None:
    """The mark that ends first is closed and opened again; its anchor and number appear once."""
    first = Mark(Span(0, 10), "direct", "", "a", (Note("1", "", ""),))
    second = Mark(Span(5, 15), "indirect", "", "b", (Note("2", "", ""),))
    told = "<direct#a abcde><indirect#b <direct fghij>^1klmno>^2pqrst"
    assert marked([(0, 20)], first, second) == told


def test_marks_of_one_span_lie_in_each_other() -> None:
    """Furniture outermost, the cue innermost, whatever their order."""
    marks = [Mark(Span(3, 6), role, "") for role in ("cue", "direct", "furniture")]
    assert marked([(0, 8)], *marks) == "abc<furniture <direct <cue def>>>gh"


def test_a_mark_over_a_gap_goes_on_behind_it() -> None:
    """Each piece is closed in itself, and the anchor stands in the first."""
    mark = Mark(Span(2, 18), "direct", "", "a", (Note("1", "", ""),))
    assert marked([(0, 5), (10, 20)], mark) == "ab<direct#a cde>^1[…]<direct klmnopqr>^1st"


SPANS = st.tuples(st.integers(0, 19), st.integers(1, 20)).map(
    lambda ends: Span(min(ends), max(min(ends) + 1, *ends))
)
MARKS = st.lists(
    st.builds(lambda span, role: (span, role), SPANS, st.sampled_from(ROLES)),
    max_size=12,
    unique=True,
)


@given(MARKS)
def test_tokens_nest_and_spell_the_text(spans: list[tuple[Span, Role]]) -> None:
    """Whatever overlaps, every mark covers exactly its words and tokens nest as elements must."""
    marks = [Mark(span, role, "", f"m{n}") for n, (span, role) in enumerate(spans)]
    tokens = mark_text(TEXT, [Span(0, 20)], Marks.of(marks), set())
    depth, position = [], 0
    covered: dict[Role, set[int]] = {role: set() for role in ROLES}
    for token in tokens:
        if token.step == "open":
            depth.append(token.role)
        elif token.step == "close":
            depth.pop()
        else:
            for role in depth:
                covered[role] |= set(range(position, position + len(token.text)))
            position += len(token.text)
    assert not depth
    assert "".join(token.text for token in tokens if token.step == "text") == TEXT
    for role in ROLES:
        assert covered[role] == {n for m in marks if m.role == role for n in range(*m.span)}
    anchors = [token.anchor for token in tokens if token.anchor]
    assert sorted(anchors) == sorted(f"m{n}" for n in range(len(marks)))


@given(MARKS, SPANS)
def test_marks_that_touch_a_piece_are_found(spans: list[tuple[Span, Role]], piece: Span) -> None:
    """The quick way finds what looking at every mark finds."""
    marks = Marks.of(Mark(span, role, "") for span, role in spans)
    assert marks.touching(piece) == [m for m in marks.marks if m.span.overlaps(piece)]
