"""What the page is made of, piece by piece: ids, labels, problems, family trees, states."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord.collection import Report
from onrecord.options import CopyOptions, Options
from onrecord.records import (
    Article,
    Attribution,
    CopyChanges,
    CopyMember,
    CopyPair,
    Findings,
    Problem,
    Reason,
    Rendering,
    Span,
    Statement,
    Substitution,
)
from onrecord.report.anchors import Anchors
from onrecord.report.copies import view_copies, view_sharing
from onrecord.report.extracts import choose_extracts
from onrecord.report.figures import read_figures
from onrecord.report.index import build_index
from onrecord.report.problems import count_not_read, view_problems
from onrecord.report.remade import Made, Swap, Swaps, list_swaps
from onrecord.report.renderings import Shown, view_rendering
from onrecord.report.spread import view_spread
from onrecord.report.states import rendering_state
from onrecord.report.swaps import altered_in_marks
from onrecord.report.tree import DRAWN, Member, draw_tree
from onrecord.report.wording import SYMBOLS
from onrecord.statements import diff_words

if TYPE_CHECKING:
    from onrecord.records import AttributionKind
    from onrecord.report.index import Index
    from onrecord.report.tree import Tree


@given(st.lists(st.text(max_size=6) | st.sampled_from(["a", "a-1", "1", "a_2"])))
def test_no_id_is_handed_out_twice(wanted: list[str]) -> None:
    """Whatever is asked for, ids differ, hold no space and need no escaping in a link."""
    anchors = Anchors(["a"])
    given_out = [anchors.fresh("a", one, 1) for one in wanted] + [anchors.fresh("a")]
    assert len(set(given_out)) == len(given_out)
    assert "a" not in given_out
    assert all(
        one.replace("-", "").replace("_", "").replace(".", "").isalnum() for one in given_out
    )
    assert all(one.isascii() for one in given_out)


def test_an_outlet_with_several_articles_has_them_numbered() -> None:
    """Labels tell articles apart; a short title, then a file stands in for an unknown outlet."""
    articles = (
        Article("1", "", outlet="Post"),
        Article("2", "", outlet="Echo"),
        Article("3", "", outlet="Post"),
        Article("4", "", file="a/b/page.html"),
        Article("5", "", title="A title", file="long/name.txt"),
        Article("7", "", title="A title of so many words that nobody reads it"),
        Article("6", ""),
    )
    labels = list(build_index(Findings(articles)).labels.values())
    assert labels == [
        "Post 1",
        "Echo",
        "Post 2",
        "page.html",
        "A title",
        "A title of so many words that …",
        "6",
    ]


def test_a_problem_goes_to_the_article_it_concerns() -> None:
    """By its article, else by a file that holds no other article; else it stands alone."""
    articles = (Article("1", "", file="one"), Article("2", "", file="many"))
    articles += (Article("3", "", file="many"),)
    problems = (
        Problem("truncated", "by article", article="2"),
        Problem("odd", "by file", file="one"),
        Problem("bad-line", "one of many", file="many"),
        Problem("unreadable", "not read", file="none"),
        Problem("strange", "of nothing"),
    )
    index = build_index(Findings(articles, problems))
    told = {article: [p.message for p in found] for article, found in index.problems.items()}
    assert told == {
        "1": ["by file"],
        "2": ["by article"],
        "3": [],
        "": ["one of many", "not read", "of nothing"],
    }
    assert count_not_read(index) == 1


def tree_of(**origins: str | None) -> Tree:
    """The tree of members by their origins."""
    return draw_tree({name: Member(name, origin, "") for name, origin in origins.items()})


def drawn(tree: Tree) -> list[tuple[str, int]]:
    """Each box of a tree with its column."""
    columns = sorted({box.x for box in tree.boxes})
    return [(box.name, columns.index(box.x)) for box in tree.boxes]


def test_copies_hang_under_what_they_took_from() -> None:
    """A copy of a copy stands one column further in, right under it."""
    tree = tree_of(c="b", b="a", a=None, d="a")
    assert drawn(tree) == [("a", 0), ("b", 1), ("c", 2), ("d", 1)]
    assert len(tree.branches) == 3


def test_an_unknown_origin_is_drawn_as_unknown() -> None:
    """Several roots hang under an open box that says so."""
    tree = tree_of(a=None, b=None)
    assert drawn(tree) == [("origin not to be told", 0), ("a", 1), ("b", 1)]
    assert [box.solid for box in tree.boxes] == [False, True, True]


def test_a_tree_ends_whatever_its_origins() -> None:
    """Circles, long chains and large families are drawn as far as there is room."""
    assert len(tree_of(a="b", b="a").boxes) == 2
    chain = {str(n): Member(str(n), str(n - 1) if n else None, "") for n in range(3000)}
    tree = draw_tree(chain)
    assert len(tree.boxes) == DRAWN
    assert tree.more == 3000 - DRAWN


def test_a_copy_is_set_beside_its_original() -> None:
    """Sentences that share most words and differ in some, three of them on a page to share."""
    text = "The keeper of the lock counted {} ships on the {} day of the week. "
    before = "".join(text.format(n, "third") for n in range(5))
    after = "".join(text.format(n, "last") for n in range(5))
    findings = Findings(
        (Article("a", before, outlet="A"), Article("b", after, outlet="B")),
        copies=(
            CopyMember("a", "g", None, independent=True),
            CopyMember("b", "g", "a", False, "reworded", (Substitution("third", "last", 5),)),
        ),
    )
    for private, sentences in ((False, 3), (True, 5)):
        index = build_index(findings)
        extracts = choose_extracts(index, [], private=private)
        (group,) = view_copies(index, extracts, ())
        original, copy = group.members
        assert original.beside == ()
        assert len(copy.beside) == sentences
        marked = {s.text for pair in copy.beside for s in pair.after if s.fate == "added"}
        assert marked == {"last"}
        assert copy.swaps == Swaps((), (Swap("third", "last", 5),), ())


def test_what_a_copy_made_of_its_original_is_listed() -> None:
    """Headline, sentences dropped and added, marks lost, each with its words, three of a kind."""
    before = "“We shut it,” she said. It rained. It snowed. It froze. It thawed. Nobody came."
    after = "We shut it. The mayor smiled."
    changes = CopyChanges(
        dropped=tuple(Span(m.start(), m.end()) for m in re.finditer(r"(It|Nobody) \w+\.", before)),
        added=(Span(12, 29),),
        unmarked=(Span(0, 11),),
    )
    findings = Findings(
        (Article("a", before, title="Shut", outlet="A"), Article("b", after, title="SHUT!")),
        copies=(
            CopyMember("a", "g", None, independent=True),
            CopyMember("b", "g", "a", False, "reworded", changes=changes),
        ),
    )
    index = build_index(findings)
    (group,) = view_copies(index, choose_extracts(index, [], private=False), ())
    assert group.members[1].made == (
        Made("another headline", ("SHUT!",)),
        Made("5 sentences dropped", ("It rained.", "It snowed.", "It froze."), more=2),
        Made("1 sentence added", ("The mayor smiled.",)),
        Made("1 quotation told without quotation marks", ("We shut it.",), open=True),
    )


def test_names_and_numbers_replaced_stand_apart() -> None:
    """What changes a fact comes first, then what was replaced again and again."""
    rows = (
        Substitution("said", "stated", 4),
        Substitution("23", "more than 20", 1),
        Substitution("Ardent", "Ardour", 2),
        Substitution("sea", "ocean", 1),
    )
    swaps = list_swaps(rows)
    assert [swap.before for swap in swaps.facts] == ["23", "Ardent"]
    assert [swap.before for swap in swaps.often] == ["said"]
    assert [swap.before for swap in swaps.once] == ["sea"]


def test_words_that_both_quote_are_told_to_be_no_copy() -> None:
    """A pair that shares only a quotation is listed apart from the copies."""
    findings = Findings(
        (Article("a", "x", outlet="A"), Article("b", "y", outlet="B")),
        copies=(
            CopyMember("a", "g", None, independent=True),
            CopyMember("b", "h", None, independent=True),
        ),
    )
    pair = CopyPair("a", "b", 0.0, "partial", (Reason("both quote", "41 words"),))
    index = build_index(findings)
    assert view_sharing(index, [pair]) == ("A and B: both quote the same 41 words",)
    assert view_copies(index, choose_extracts(index, [], private=False), [pair]) == ()


def test_a_copy_adds_no_independent_account(findings: Findings) -> None:
    """Duplicating an article as a copy changes no independent count on the page."""
    twin = replace(findings.articles[1], id="twin")
    copied = replace(
        findings,
        articles=(*findings.articles, twin),
        copies=(*findings.copies, CopyMember("twin", "g2", "herald", False, "exact")),
    )
    assert build_index(copied).independent == build_index(findings).independent


def test_who_does_not_carry_a_statement_is_told_with_the_reason(findings: Findings) -> None:
    """Absence and doubt are told apart, and the strip has a sign for every outlet."""
    spread = view_spread(build_index(findings), findings.statements[0])
    assert "".join(symbol.sign for symbol in spread.strip) == "●●●●○?·"
    assert [(a.symbol.sign, a.reason, a.labels) for a in spread.absences] == [
        ("?", "only the first lines could be read", ("Valley Radio",)),
        ("·", "not in its text", ("Weather",)),
    ]
    assert [(s.outlet, s.note) for s in spread.carriers] == [
        ("Upland Wire", ""),
        ("Marrow Herald", "cut"),
        ("Evening Post", ""),
        ("Ridge Today", "altered"),
        ("Weekly Review", ""),
    ]


def quoting(kind: AttributionKind | None, *, own_voice: bool = False) -> tuple[Index, Rendering]:
    """An index over one article that carries a statement in one way."""
    text = "She said the lock was “shut for the whole summer”."
    content, said = (Span(9, 49),), (Span(0, 3),)
    one = Attribution("q", "a", kind or "direct", "speech", content, source=said)
    rendering = Rendering("a", "q" if kind else None, content, own_voice=own_voice)
    statement = Statement("s", None, content[0].of(text), (rendering,), 1, 1)
    findings = Findings(
        (Article("a", text),), attributions=((one,) if kind else (),), statements=(statement,)
    )
    return build_index(findings), rendering


@pytest.mark.parametrize(
    ("kind", "own_voice", "state", "told"),
    [
        ("direct", False, "quoted", "She"),
        ("mixed", False, "quoted", "She"),
        ("indirect", False, "reported", "She"),
        (None, False, "quoted", "nobody named"),
        (None, True, "own-voice", "no source named"),
    ],
)
def test_a_rendering_has_one_sign_everywhere(
    kind: AttributionKind | None, state: str, told: str, *, own_voice: bool
) -> None:
    """Strip, carriers, matrix and opened wording show the same, and the words agree."""
    index, rendering = quoting(kind, own_voice=own_voice)
    statement = index.statements["s"]
    shown = Shown(choose_extracts(index, ["s"], private=False), {})
    view = view_rendering(index, (statement, 0), shown, comparable=True)
    spread = view_spread(index, statement)
    signs = {view.symbol, *spread.strip, *(sign.symbol for sign in spread.carriers)}
    assert signs == {SYMBOLS[state]}
    assert rendering_state(index, rendering) == state
    assert view.told == told


@pytest.mark.parametrize(
    ("before", "after", "kind", "swaps"),
    [
        (
            "the lock is shut for good",
            "the lock is closed for good",
            "direct",
            (("shut", "closed"),),
        ),
        ("the lock is shut for good", "the lock is shut for", "direct", ()),
        ("the lock is shut for good", "the lock is closed for good", "indirect", ()),
    ],
)
def test_only_words_put_in_the_place_of_others_count_as_altered(
    before: str, after: str, kind: AttributionKind, swaps: tuple[tuple[str, str], ...]
) -> None:
    """Both sides must hold words, and both must stand between quotation marks."""
    texts = (f"“{before}”", f"“{after}”")
    spans = tuple(Span(1, len(text) - 1) for text in texts)
    said = tuple(
        (Attribution("q", a, k, "speech", (span,)),)
        for a, k, span in zip("ab", ("direct", kind), spans, strict=True)
    )
    renderings = (
        Rendering("a", "q", spans[:1]),
        Rendering("b", "q", spans[1:], change="altered", diff=diff_words(before, after)),
    )
    statement = Statement("s", None, before, renderings, 2, 2)
    articles = tuple(Article(a, text) for a, text in zip("ab", texts, strict=True))
    index = build_index(Findings(articles, attributions=said, statements=(statement,)))
    assert altered_in_marks(index, statement, renderings[1]) == swaps


def test_what_is_not_known_of_an_article_is_told() -> None:
    """No title, no date, no outlet, a stray byline; nothing of an article that has them all."""
    text = "The tide was high.\n\nBy Dorian Vale"
    articles = (
        Article("1", text, file="x.txt", furniture=((Span(20, 34), "stray byline"),)),
        Article("2", "", outlet="Post", title="Tide", published="2031-03-12"),
    )
    view = view_problems(build_index(Findings(articles)), Shown({}, {}))
    assert [(one.name, one.told) for one in view.unknown] == [
        ("x.txt", "no title, no date, no outlet, stray byline “By Dorian Vale”")
    ]
    assert view.total == 0


def test_known_error_rates_ship_with_their_corpus() -> None:
    """Every figure says what it was measured on, and a report with other settings has none."""
    assert len(read_figures()) >= 5
    for name, figure in read_figures():
        assert name
        assert re.fullmatch(r"\d+ % \(.+\)", figure)
    measured = Report(Findings(()))
    changed = replace(measured, options=Options(copies=CopyOptions(threshold=0.9)))
    assert "measured with default settings" in measured.html()
    assert "has not been measured for these settings" in changed.html()
