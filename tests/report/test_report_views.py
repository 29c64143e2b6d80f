"""What the page is made of, piece by piece: ids, labels, problems, family trees, states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord.records import Article, CopyMember, Findings, Problem, Substitution
from onrecord.report.anchors import Anchors
from onrecord.report.copies import view_copies
from onrecord.report.extracts import choose_extracts
from onrecord.report.index import build_index
from onrecord.report.problems import count_not_read
from onrecord.report.spread import view_spread
from onrecord.report.tree import DRAWN, Member, draw_tree

if TYPE_CHECKING:
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
    """Labels tell articles apart; a file stands in for an unknown outlet, without its folder."""
    articles = (
        Article("1", "", outlet="Post"),
        Article("2", "", outlet="Echo"),
        Article("3", "", outlet="Post"),
        Article("4", "", file="a/b/page.html"),
        Article("5", "", title="A title"),
        Article("6", ""),
    )
    labels = list(build_index(Findings(articles)).labels.values())
    assert labels == ["Post 1", "Echo", "Post 2", "page.html", "A title", "6"]


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
        assert [(s.before, s.after, s.times) for s in copy.swaps] == [("third", "last", "5 times")]


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
        ("·", "not in its text", ("gazette.txt",)),
    ]
    assert [(s.outlet, s.note) for s in spread.carriers] == [
        ("Upland Wire", ""),
        ("Marrow Herald", "cut"),
        ("Evening Post", ""),
        ("Ridge Today", "altered"),
        ("Weekly Review", ""),
    ]
