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
from onrecord.records import Article, Reason

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


def test_the_main_source_is_the_one_whose_order_is_kept() -> None:
    """Sentences fitted in from elsewhere, longer ones first, make no main source."""
    wire, other = (article(name).text.split("\n") for name in ("wire", "another story"))
    longest = sorted(other, key=len)[-4:]
    mixed = [line for pair in zip(longest, wire[:4], strict=True) for line in pair] + wire[4:6]
    articles = [article("wire"), Article("mixed", "\n".join(mixed)), article("another story")]
    members, _ = group_copies(articles, OPTIONS)
    assert group_names(members) == [{"another story"}, {"mixed", "wire"}]


def test_a_source_of_two_excerpts_is_no_mash_up() -> None:
    """Two reworded excerpts that share nothing leave their source in one group with both."""
    lines = article("wire reworded").text.split("\n")
    first, second = "\n".join(lines[:5]), "\n".join(lines[5:])
    articles = [article("wire"), Article("first", first), Article("second", second)]
    members, _ = group_copies(articles, OPTIONS)
    assert group_names(members) == [{"first", "second", "wire"}]


def test_words_that_both_quote_are_told_and_make_no_copy() -> None:
    """Two reports of one speech share no account, and the pair says what both quote."""
    speech = "“The crossing will be closed until the shaft is mended and tested by two engineers.”"
    first = (
        f"The minister spoke at noon in the harbour. {speech} Nobody in the hall had a question."
    )
    second = (
        f"Late on Friday a letter reached every household. {speech} It was signed by the minister."
    )
    members, pairs = group_copies([Article("a", first), Article("b", second)], OPTIONS)
    assert len({member.group for member in members}) == 2
    (pair,) = pairs
    assert pair.score < 0.5
    assert Reason("both quote", "15 words") in pair.why


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


def test_the_clock_alone_never_tells_the_first_of_equal_texts() -> None:
    """Of two printings of one text none is told to be the origin, whatever their dates."""
    text = article("wire").text
    first = Article("b", text, published="2031-05-01", outlet="Skarrow Post")
    later = Article("a", text, published="2031-05-02", outlet="Brannock Echo")
    members, _ = group_copies([later, first], OPTIONS)
    assert [(m.origin, m.kind) for m in members] == [(None, "exact"), (None, None)]
    assert sum(member.independent for member in members) == 1


def test_the_clock_alone_never_tells_the_first_of_equally_long_texts() -> None:
    """Of two wordings that nothing but the date tells apart none is the origin."""
    text = article("wire").text
    first = Article("b", text, published="2031-05-01", outlet="Skarrow Post")
    other = Article("a", text.replace("the Ardent", "the Ardour"), published="2031-05-02")
    members, _ = group_copies([first, other], OPTIONS)
    assert [member.origin for member in members] == [None, None]
    assert sum(member.independent for member in members) == 1


def test_a_credit_tells_the_first_of_equal_texts() -> None:
    """Of two printings the one whose outlet the other credits is the origin, though dated later."""
    text = article("wire").text
    agency = Article("b", text, published="2031-05-02", outlet="Tern Agency")
    carrier = Article("a", text, published="2031-05-01", outlet="Echo", byline="Tern Agency")
    members, _ = group_copies([carrier, agency], OPTIONS)
    assert [(m.origin, m.kind, m.independent) for m in members] == [
        ("b", "syndicated", False),
        (None, None, True),
    ]
    assert members[0].why[-1] == Reason("credit line", "Tern Agency")


def test_a_copy_under_the_same_name_is_syndicated() -> None:
    """A near copy in another outlet under the same person's byline names no agency, but is one."""
    text = article("wire").text
    wire = Article("a", text, outlet="Tern Agency", byline="Petra Holm")
    copy = Article("b", text.rpartition("\n")[0], outlet="Echo", byline="Petra Holm")
    members, _ = group_copies([wire, copy], OPTIONS)
    assert (members[1].origin, members[1].kind) == ("a", "syndicated")
    assert members[1].why[-1] == Reason("same byline", "Petra Holm")


def test_substitutions_are_counted_the_most_frequent_first() -> None:
    """Words replaced are listed with how often; of small words only what is replaced twice."""
    members, _ = group_copies([article("wire"), article("wire reworded")], OPTIONS)
    rows = [(s.before, s.after, s.times) for s in members[1].substitutions]
    assert rows[0] == ("said", "stated", 4)
    assert ("passengers", "travellers", 2) in rows
    assert ("island", "isle", 2) in rows
    once = [(before, after) for before, after, times in rows if times == 1]
    assert once
    assert all(1 in (len(before.split()), len(after.split())) for before, after in once)


def test_a_name_is_replaced_by_another_or_a_longer_one() -> None:
    """One case is enough to list a name, and a word put to a name makes it another name."""
    text = article("wire").text.replace("towed the Ardent", "towed the Ardour")
    text = text.replace("from Brannock towed", "from Brannock Harbour towed")
    first = article("wire", published="2031-02-01")
    members, _ = group_copies([first, Article("b", text, published="2031-02-02")], OPTIONS)
    copy = next(m for m in members if m.substitutions)
    assert {frozenset((s.before, s.after)) for s in copy.substitutions} == {
        frozenset(("Ardent", "Ardour")),
        frozenset(("Brannock", "Brannock Harbour")),
    }


def test_what_became_of_each_sentence_is_told() -> None:
    """Sentences dropped, added and moved, and a quotation that lost its marks."""
    lines = article("wire").text.split("\n")
    bare = lines[2].replace("“", "").replace("”", "")
    more = "A choir from Brannock will sing at the quay on Sunday to welcome everybody home."
    made = "\n".join([lines[0], lines[1], bare, lines[8], *lines[3:7], more])
    members, _ = group_copies(
        [Article("wire", article("wire").text), Article("copy", made)], OPTIONS
    )
    changes = members[1].changes
    assert members[1].origin == "wire"
    assert [span.of(article("wire").text) for span in changes.dropped] == [lines[7], lines[9]]
    assert [span.of(made) for span in changes.added] == [more]
    assert [span.of(made) for span in changes.moved] == [lines[8]]
    assert [span.of(made) for span in changes.unmarked] == [
        "We heard a bang and then the lights went out",
        "The crew handed out blankets before anybody asked.",
    ]


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
