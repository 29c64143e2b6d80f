"""Which renderings are one statement, in which words, and how many accounts carry it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from said_articles import CASES, OPTIONS, Said, read_said, statements_of

from onrecord.errors import UnknownOption
from onrecord.options import StatementOptions
from onrecord.records import Article, CopyMember, Span
from onrecord.statements import group_statements
from onrecord.statements.questions import is_question

KNOWN = pytest.mark.xfail(strict=True, reason="a known failure")
GROUPS = ("in the wild", "negative", "known failures")
SITUATIONS = [
    pytest.param(case, id=case["name"], marks=[KNOWN] if group == "known failures" else [])
    for group in GROUPS
    for case in CASES[group]
]
EVERY_ARTICLE = [
    read_said(f"{number} {name}", notation)
    for number, case in enumerate(case for group in GROUPS for case in CASES[group])
    for name, notation in case["articles"].items()
]
SUBSETS = st.lists(st.integers(0, len(EVERY_ARTICLE) - 1), unique=True, min_size=1, max_size=8).map(
    lambda numbers: [EVERY_ARTICLE[number] for number in numbers]
)


def group(said: list[Said], members: tuple[CopyMember, ...] = ()) -> Any:
    """Statements of these articles, each an account of its own unless `members` say otherwise."""
    articles = [each.article for each in said]
    return group_statements(articles, [each.attributions for each in said], members, OPTIONS)


@pytest.mark.parametrize("case", SITUATIONS)
def test_renderings_are_brought_together(case: dict[str, Any]) -> None:
    """Speaker, wording, carriers and the kind of each change are those a reader would name."""
    found = [
        {
            "speaker": statement.speaker and statement.speaker.name,
            "wording": statement.wording,
            "independent": statement.independent,
            "changes": {r.article: r.change for r in statement.renderings},
        }
        for statement in statements_of(case["articles"])
        if len({rendering.article for rendering in statement.renderings}) > 1
    ]
    assert found == case["shared"]


def test_the_wording_stands_letter_by_letter_in_the_first_rendering() -> None:
    """The wording is the first rendering's text without the marks around it.

    A mark stays at an end only where its partner stands in the middle.
    """
    for said in EVERY_ARTICLE:
        for statement in group([said]):
            first = statement.renderings[0]
            cut = [span.of(said.article.text) for span in first.content]
            assert all(part in " … ".join(cut) for part in statement.wording.split(" … "))
            bare = statement.wording.strip('“”" ,')
            assert statement.wording == bare or any(mark in bare for mark in '“”"')


def test_what_was_altered_between_copies_is_shown() -> None:
    """A quotation that a copy altered is compared with the original's words, edit by edit."""
    wire = (
        "The Ardent broke down. {Tobias Renn|direct|“We are tied to one bolt,”} Tobias Renn said."
    )
    farm = wire.replace("bolt", "screw").replace("said", "stated")
    members = (
        CopyMember("farm", "g", "wire", independent=False, kind="reworded"),
        CopyMember("wire", "g", None, independent=True),
    )
    (statement,) = statements_of({"farm": farm, "wire": wire}, members)
    assert (statement.carriers, statement.independent) == (2, 1)
    assert statement.wording == "We are tied to one bolt"
    altered = statement.renderings[1]
    assert (altered.article, altered.change) == ("farm", "altered")
    edits = [(edit.op, edit.before, edit.after) for edit in altered.diff]
    assert edits == [
        ("same", "We are tied to one", "We are tied to one"),
        ("replaced", "bolt", "screw"),
    ]


def test_statements_are_ranked_by_independent_accounts() -> None:
    """What more accounts carry comes first; what one article carries follows in its order."""
    shared = "{Ilse Brand|direct|“We will pay for a second ship this year,”} Ilse Brand said. "
    own = "{Edda Voss|direct|“The soup was hot and it was free,”} Edda Voss said. "
    other = "{Tobias Renn|direct|“The milk has to be poured away,”} Tobias Renn said. "
    found = statements_of({"wire": own + shared + other, "post": "At the ministry, " + shared})
    assert [(s.wording, s.independent) for s in found] == [
        ("We will pay for a second ship this year", 2),
        ("The soup was hot and it was free", 1),
        ("The milk has to be poured away", 1),
    ]


def test_nested_attributions_are_no_statements_of_their_own() -> None:
    """What lies inside another attribution's content is listed with that one only."""
    said = read_said(
        "wire", "{Tobias Renn|indirect|that the yard had called the shaft sound in March}."
    )
    outer = said.attributions[0]
    inner = replace(outer, id="inner", content=(Span(10, 40),), inside=outer.id)
    found = group([said._replace(attributions=(outer, inner))])
    assert [statement.renderings[0].attribution for statement in found] == [outer.id]


def test_own_voice_neither_carries_nor_counts() -> None:
    """An article that prints quoted words as its own shows it, and is no carrier."""
    case = next(c for c in CASES["in the wild"] if c["name"].startswith("words that lost"))
    (statement,) = (s for s in statements_of(case["articles"]) if len(s.renderings) > 1)
    own = statement.renderings[1]
    assert (own.own_voice, own.attribution, own.change) == (True, None, "own-voice")
    assert own.why[0].rule == "quoted words without marks or source"
    assert (statement.carriers, statement.independent) == (1, 1)


REPORTED = (
    "The bakers of Skarrow met the council. Ilse Brand said {Ilse Brand|indirect|that the council "
    "had sold the old granary to a brewer for 40,000 crowns}. The bakers want it back."
)


@pytest.mark.parametrize(
    ("own", "adopted"),
    [
        ("The council sold its old granary to a brewer for 40,000 crowns.", True),
        ("The council never sold the old granary to a brewer for 40,000 crowns.", False),
        ("The brewer has the old granary.", False),
        ("A brewer paid the council 40,000 crowns, and the old granary is sold.", False),
    ],
)
def test_a_report_told_in_nearly_the_same_words_is_own_voice(own: str, adopted: bool) -> None:
    """Nearly all of it in the same order is; its opposite, a part and another order are not."""
    found = statements_of({"wire": REPORTED, "post": f"The bakers of Skarrow are angry. {own}"})
    voices = [r for s in found for r in s.renderings if r.own_voice]
    assert [r.why[0].rule for r in voices] == ["reported words without a source"] * adopted


@pytest.mark.parametrize(
    ("cue", "words", "asks"),
    [
        ("asked", "twice who would pay", True),
        ("wanted to know", "what it cost", True),
        ("wondered", "whether it rained", True),
        ("doubted", "whether it will hold", False),
        ("said", "who had paid", False),
        ("asked", "the town to pay", False),
    ],
)
def test_questions_without_their_mark(cue: str, words: str, asks: bool) -> None:
    """A word of asking makes a question of what begins with who, what or if."""
    assert is_question(cue, tuple(words.split())) is asks


def test_every_rendering_but_the_first_says_why_it_belongs() -> None:
    """The reasons name the shared words, runs and quoted words, and the speakers."""
    found = [s for s in group(EVERY_ARTICLE[:4]) if s.carriers > 1]
    assert found
    for statement in found:
        assert statement.renderings[0].why == ()
        for rendering in statement.renderings[1:]:
            rules = [reason.rule for reason in rendering.why]
            assert rules == [
                "shared words",
                "shared runs of three words",
                "words in marks in both",
                "speakers",
            ]


def test_a_threshold_outside_its_range_is_refused() -> None:
    """Wrong use raises at the call and says what is taken."""
    with pytest.raises(UnknownOption, match="0 to 1"):
        group_statements([], [], (), StatementOptions(threshold=-1))


@pytest.mark.parametrize("text", ["", "“”", "“ … ” he said", "‘“’”", "x" * 500])
def test_odd_texts_give_no_error(text: str) -> None:
    """Articles without words, sentences or whole marks are grouped like any other."""
    article = Article("odd", text, title=text)
    assert isinstance(group_statements([article], [()], (), OPTIONS), tuple)


@settings(max_examples=25, deadline=None)
@given(said=SUBSETS, seed=st.randoms(use_true_random=False))
def test_the_order_of_the_input_never_matters(said: list[Said], seed: Any) -> None:
    """The same statements come out of any order, renderings and evidence included."""
    shuffled = list(said)
    seed.shuffle(shuffled)
    assert set(group(shuffled)) == set(group(said))


@settings(max_examples=25, deadline=None)
@given(said=SUBSETS, data=st.data())
def test_printing_an_article_again_changes_no_independent_count(
    said: list[Said], data: st.DataObject
) -> None:
    """A duplicate is one more carrier in the same copy group and nothing else."""
    again = data.draw(st.sampled_from(said))
    copy = Said(
        replace(again.article, id="again"),
        tuple(replace(a, id=f"again {a.id}", article="again") for a in again.attributions),
    )
    names = [each.article.id for each in said]
    members = tuple(CopyMember(name, name, None, independent=True) for name in names)
    more = CopyMember("again", again.article.id, again.article.id, independent=False)
    before, after = group(said, members), group([*said, copy], (*members, more))
    assert sorted((s.wording, s.independent) for s in after) == sorted(
        (s.wording, s.independent) for s in before
    )
    assert sum(s.carriers for s in after) >= sum(s.carriers for s in before)


@settings(max_examples=25, deadline=None)
@given(said=SUBSETS)
def test_renderings_slice_to_their_articles(said: list[Said]) -> None:
    """Spans lie inside the text, and no attribution is left without a rendering."""
    texts = {each.article.id: each.article.text for each in said}
    rendered = set()
    for statement in group(said):
        assert statement.carriers <= len({r.article for r in statement.renderings})
        assert 0 < statement.independent <= statement.carriers
        for rendering in statement.renderings:
            length = len(texts[rendering.article])
            assert all(0 <= s.start < s.end <= length for s in rendering.content)
            rendered.add(rendering.attribution)
    assert {a.id for each in said for a in each.attributions} <= rendered
