"""Groups of copies: independent accounts, origins, substitutions, and what never matters."""

from __future__ import annotations

from collections import Counter

import pytest
from copy_articles import CASES, article, group_names
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.copies import group_copies
from onrecord.errors import UnknownOption
from onrecord.options import CopyOptions
from onrecord.records import Article

OPTIONS = CopyOptions()
NAMES = sorted(set(CASES["texts"]) - {"wire with other marks"})
SUBSETS = st.lists(st.sampled_from(NAMES), unique=True, min_size=1, max_size=8)


def test_one_account_however_often_it_is_printed() -> None:
    """Exact, syndicated and reworded copies are one group; other reports stay by themselves."""
    names = [
        "independent report",
        "wire reworded",
        "wire",
        "another story",
        "wire with other marks",
    ]
    members, _ = group_copies([article(n) for n in names], OPTIONS)
    assert [member.article for member in members] == names
    assert group_names(members) == [
        {"another story"},
        {"independent report"},
        {"wire", "wire reworded", "wire with other marks"},
    ]


def test_a_mash_up_does_not_chain_two_stories() -> None:
    """An article put together from two stories joins its main source and leaves the other alone."""
    members, pairs = group_copies(
        [article(n) for n in ("wire", "mash-up", "another story")], OPTIONS
    )
    assert group_names(members) == [{"another story"}, {"mash-up", "wire"}]
    linked = {(pair.a, pair.b) for pair in pairs if pair.score >= 0.5}
    assert linked == {("mash-up", "wire"), ("another story", "mash-up")}


def test_the_original_is_the_fuller_and_plainer_text() -> None:
    """The wire story is told to be the origin of its rewrite, and why."""
    members, _ = group_copies([article("wire reworded"), article("wire")], OPTIONS)
    copy, original = members
    assert (copy.origin, copy.independent, copy.kind) == ("wire", False, "reworded")
    assert (original.origin, original.independent, original.kind) == (None, True, None)
    assert {"fuller text", "plainer words"} <= {reason.rule for reason in original.why}


def test_a_credit_line_tells_the_original() -> None:
    """A copy that credits the other's outlet is no original, however long it is."""
    agency = article("wire cut and credited", id="agency", outlet="Tern Agency")
    agency = Article("agency", agency.text.replace("\nTern Agency", ""), outlet="Tern Agency")
    carrier = article("wire", id="carrier", outlet="Skarrow Post")
    carrier = Article("carrier", carrier.text + "\nTern Agency", outlet="Skarrow Post")
    members, _ = group_copies([carrier, agency], OPTIONS)
    assert [member.origin for member in members] == ["agency", None]
    assert members[1].why[0].rule == "credit line"


def test_the_first_of_equal_texts_is_told_by_date_alone() -> None:
    """Of two printings of one text the earlier day is the origin; of one day, none is told."""
    text = article("wire").text
    first = Article("b", text, published="2031-05-01")
    later = Article("a", text, published="2031-05-02")
    members, _ = group_copies([later, first], OPTIONS)
    assert [(m.article, m.origin, m.independent) for m in members] == [
        ("a", "b", False),
        ("b", None, True),
    ]
    members, _ = group_copies([later, Article("c", text, published="2031-05-02")], OPTIONS)
    assert [member.origin for member in members] == [None, None]
    assert sum(member.independent for member in members) == 1


def test_substitutions_are_counted_and_names_need_one() -> None:
    """Words replaced twice are listed, names once, the most frequent first."""
    members, _ = group_copies([article("wire"), article("wire reworded")], OPTIONS)
    rows = [(s.before, s.after, s.times) for s in members[1].substitutions]
    assert rows[0] == ("said", "stated", 4)
    assert ("passengers", "travellers", 2) in rows
    assert ("island", "isle", 2) in rows
    assert all(times >= 2 for _, _, times in rows)
    renamed = article("wire").text.replace("towed the Ardent", "towed the Ardour")
    first = article("wire", published="2031-02-01")
    members, _ = group_copies([first, Article("b", renamed, published="2031-02-02")], OPTIONS)
    rows = [(s.before, s.after, s.times) for s in members[1].substitutions]
    assert rows == [("Ardent", "Ardour", 1)]


def test_articles_without_words_are_accounts_of_their_own() -> None:
    """Empty texts are not copies of one another."""
    members, pairs = group_copies(
        [Article("a", ""), Article("b", " \n"), Article("c", "")], OPTIONS
    )
    assert len({member.group for member in members}) == 3
    assert pairs == ()
    assert group_copies([], OPTIONS) == ((), ())


def test_a_threshold_outside_its_range_is_refused() -> None:
    """Wrong use raises at the call and says what is taken."""
    with pytest.raises(UnknownOption, match="0 to 1"):
        group_copies([], CopyOptions(threshold=2))


def test_a_high_threshold_parts_what_is_reworded() -> None:
    """With a threshold of 1 only whole copies are grouped."""
    articles = [article("wire"), article("wire cut and credited")]
    members, _ = group_copies(articles, CopyOptions(threshold=1.0))
    assert len({member.group for member in members}) == 2


@settings(max_examples=25, deadline=None)
@given(names=SUBSETS, seed=st.randoms(use_true_random=False))
def test_the_order_of_the_input_never_matters(names: list[str], seed: object) -> None:
    """Members, evidence and pairs are the same whatever the order."""
    articles = [article(name) for name in names]
    shuffled = list(articles)
    seed.shuffle(shuffled)  # type: ignore[attr-defined]
    members, pairs = group_copies(articles, OPTIONS)
    again, same_pairs = group_copies(shuffled, OPTIONS)
    assert set(again) == set(members)
    assert same_pairs == pairs


@settings(max_examples=25, deadline=None)
@given(names=SUBSETS, data=st.data())
def test_a_copy_more_changes_no_independent_count(names: list[str], data: st.DataObject) -> None:
    """Printing one of the articles again adds no account and leaves the others' groups alone."""
    articles = [article(name) for name in names]
    again = data.draw(st.sampled_from(names))
    members, _ = group_copies(articles, OPTIONS)
    more, _ = group_copies([*articles, article(again, id="once more")], OPTIONS)
    assert sum(member.independent for member in more) == sum(m.independent for m in members)
    assert [m.group for m in more[:-1]] == [m.group for m in members]


@settings(max_examples=25, deadline=None)
@given(names=SUBSETS)
def test_each_group_has_one_independent_account(names: list[str]) -> None:
    """Exactly one member of each group counts, and origins lie in the copy's own group."""
    members, _ = group_copies([article(name) for name in names], OPTIONS)
    counted = Counter(member.group for member in members if member.independent)
    assert counted == Counter({member.group: 1 for member in members})
    groups = {member.article: member.group for member in members}
    assert all(groups[m.origin] == m.group for m in members if m.origin is not None)
