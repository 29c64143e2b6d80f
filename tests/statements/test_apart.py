"""What is no statement, and what is never shown as one statement with another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from said_articles import OPTIONS, read_said, statements_of

from onrecord.coverage import build_matrix
from onrecord.records import CopyMember, Span
from onrecord.statements import group_statements
from onrecord.statements.cited import split_content
from onrecord.statements.polarity import are_opposed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.records import Statement


def shared(notations: Mapping[str, str]) -> list[Statement]:
    """Statements with more than one rendering."""
    return [s for s in statements_of(notations) if len(s.renderings) > 1]


def test_sentences_of_one_article_are_statements_of_their_own() -> None:
    """Two sentences of one speaker about one matter are not one statement."""
    text = (
        "Tobias Renn believes {Tobias Renn|indirect|the Northsound line is an attempt to drain "
        "Skarrow of money}. He went on to criticise {Tobias Renn|indirect|the Northsound line's "
        "spending}. He said {Tobias Renn|indirect|that Skarrow pays 18 million a year}."
    )
    assert len(statements_of({"post": text})) == 3


def test_an_article_may_say_the_same_again() -> None:
    """A sentence and its repetition in nearly the same words are one statement."""
    text = (
        "{Tobias Renn|direct|“The bolt had failed twice, and I was not going to wait,”} Tobias "
        "Renn said. He repeated it: {Tobias Renn|direct|“The bolt had failed twice.”}"
    )
    (statement,) = shared({"post": text})
    assert [r.change for r in statement.renderings] == ["same", "truncated"]


def test_parts_of_one_quotation_meet_in_the_whole() -> None:
    """Two ends of a quotation, without a word in common, go with the article that has both."""
    whole = "We stopped the ship because the bolt had failed twice, and I will not wait for a third"
    (statement,) = shared(
        {
            "wire": f"The Ardent lies at Skarrow. {{Tobias Renn|direct|“{whole},”}} said Renn.",
            "post": "The Ardent lies at Skarrow. {Tobias Renn|direct|“We stopped the ship because "
            "the bolt had failed twice,”} Renn said.",
            "lamp": "The Ardent lies idle. {?|direct|“I will not wait for a third,”} it said.",
        }
    )
    assert (statement.wording, statement.carriers) == (whole, 3)


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("indirect", "that the ministry offered Renn a job", "that the ministry never offered"),
        ("direct", "“They offered a job.”", "“They never offered a job.”"),
    ],
)
def test_opposites_are_two_statements(kind: str, one: str, other: str) -> None:
    """A report and its denial, or two short quotations, are not brought together."""
    second = f"{other} Renn a job" if kind == "indirect" else other
    found = shared(
        {
            "wire": f"On Skarrow Ilse Brand said {{Ilse Brand|{kind}|{one}}} of the ministry.",
            "post": f"On Skarrow Ilse Brand said {{Ilse Brand|{kind}|{second}}} of the ministry.",
        }
    )
    assert found == []


def test_a_quotation_turned_round_says_so() -> None:
    """A quotation that lost its “not” is altered, and the reason names the polarity."""
    (statement,) = shared(
        {
            "wire": "On Skarrow: {Ilse Brand|direct|“We will not pay for a second ship this "
            "year,”} Ilse Brand said of the ferry.",
            "post": "On Skarrow: {Ilse Brand|direct|“We will pay for a second ship this year,”} "
            "Ilse Brand said of the ferry.",
        }
    )
    turned = statement.renderings[1]
    assert turned.change == "altered"
    assert turned.why[-1].rule == "polarity"


@pytest.mark.parametrize(
    ("a", "b", "opposed"),
    [
        ("she had done nothing wrong", "I have not done anything wrong", False),
        ("the gate had failed twice", "the gate had failed, and I will not wait", False),
        ("nobody had been warned of it", "they had not been warned of it", False),
        ("they were warned of it", "they were never warned of it", True),
    ],
)
def test_opposites_are_told_by_an_odd_number_of_negations(a: str, b: str, opposed: bool) -> None:
    """A negation counts where little else differs, and two of them make none."""
    assert are_opposed(tuple(a.casefold().split()), tuple(b.casefold().split())) == opposed


def test_a_question_is_no_rendering_of_what_is_answered() -> None:
    """The interviewer's question and the answer stay apart, also where words are the same."""
    found = shared(
        {
            "transcript": "{Aurelio Vance|direct|Have you thought of leaving the island for good?}",
            "post": "{Tobias Renn|indirect|that he had thought of leaving the island for good}.",
        }
    )
    assert found == []


def test_a_turn_that_only_cites_is_not_the_citers() -> None:
    """A quotation inside a turn of a transcript is a rendering by the one who is quoted."""
    said = read_said(
        "transcript",
        "{Aurelio Vance|direct|You told us, “The ship is tied to one bolt.”}",
    )
    turn = said.attributions[0]
    start = said.article.text.index("“")
    quote = Span(start, len(said.article.text))
    speaker = read_said("x", "{Tobias Renn|direct|x}").attributions[0].speaker
    cited = replace(turn, id="cited", content=(quote,), inside=turn.id, speaker=speaker)
    (statement,) = group_statements([said.article], [(turn, cited)], (), OPTIONS)
    assert statement.speaker == speaker
    assert statement.renderings[0].attribution == "cited"
    assert statement.wording == "The ship is tied to one bolt."


@pytest.mark.parametrize("content", ["it", "him", "the", "the president", "Skarrow"])
def test_a_word_that_nobody_quotes_is_no_statement(content: str) -> None:
    """Indirect content of one word says nothing; in marks it may."""
    assert statements_of({"post": f"Renn blamed {{Renn|indirect|{content}}} for a day."}) == ()
    assert statements_of({"post": f"Renn said {{Renn|mixed|“{content}”}} for a day."})


def test_stage_directions_are_no_speech() -> None:
    """What stands in brackets is seen or heard; a word put in for another one is not."""
    text = "[Holds up a sheet.] I wrote to them. [Laughs.] [The] bolt broke."
    found = [span.of(text) for span in split_content(text, Span(0, len(text)))]
    assert found == ["I wrote to them.", "[The] bolt broke."]
    assert list(split_content("[Laughs]", Span(0, 8))) == []


def test_words_are_altered_only_between_two_quotations() -> None:
    """A report compared with a quotation, either way round, is paraphrased."""
    (statement,) = shared(
        {
            "wire": "At Skarrow {Ilse Brand|indirect|the ministry had asked the yard to replace "
            "the broken bolt by spring}, Ilse Brand said.",
            "post": "At Skarrow {Ilse Brand|indirect|the ministry had told the yard to replace the "
            "broken bolt by June}, Ilse Brand said.",
        }
    )
    assert [r.change for r in statement.renderings] == ["same", "paraphrased"]


def test_a_reworded_copy_never_gives_the_wording() -> None:
    """The farm's quotation comes after the original's report."""
    members = (
        CopyMember("farm", "g", "wire", independent=False, kind="reworded"),
        CopyMember("wire", "g", None, independent=True),
    )
    farm = "At Skarrow {Ilse Brand|direct|“the yard must replace the busted bolt by spring”}."
    wire = (
        "At Skarrow {Ilse Brand|indirect|that the yard has to replace the broken bolt by spring}."
    )
    (statement,) = statements_of({"farm": farm, "wire": wire}, members)
    assert [(r.article, r.change) for r in statement.renderings] == [
        ("wire", "same"),
        ("farm", "paraphrased"),
    ]


def test_a_quotation_nobody_claims_is_quoted() -> None:
    """It has no attribution, is no own voice, and the matrix says quoted."""
    said = read_said("post", "“A ship with one shaft is a raft with a bar.” So they talk.")
    statements = group_statements([said.article], [()], (), OPTIONS)
    rendering = statements[0].renderings[0]
    assert (rendering.attribution, rendering.own_voice, rendering.change) == (None, False, "same")
    (row,) = build_matrix([said.article], [()], statements)
    assert [cell.state for cell in row.cells] == ["quoted"]
