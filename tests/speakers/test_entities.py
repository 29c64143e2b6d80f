"""Mentions across documents: labels by name."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.speakers import MentionRow, resolve_mentions

WORDS = ("Mara Lindqvist", "Lindqvist", "Jonas Weil", "Weil", "the company", "Corvane", "he", "")


def labelled(*mentions: tuple[str, str]) -> list[str]:
    """Labels of mentions given as document and words."""
    return resolve_mentions([MentionRow(str(i), d, m) for i, (d, m) in enumerate(mentions)])


def test_names_join_within_and_across_documents() -> None:
    """Titles, possessives and surnames are one entity's, in two documents."""
    labels = labelled(
        ("a", "harbour master Mara Lindqvist"), ("a", "Lindqvist"), ("b", "Mara Lindqvist 's")
    )
    assert len(set(labels)) == 1


def test_a_lone_surname_takes_the_name_of_related_documents() -> None:
    """A surname that its document never spells out is spelt out by one that shares its names."""
    labels = labelled(
        ("a", "Mara Lindqvist"), ("a", "Halvard Pryce"), ("b", "Lindqvist"), ("b", "Halvard Pryce")
    )
    assert labels[0] == labels[2]
    assert labels[0] != labels[1]


def test_acronyms_and_legal_forms() -> None:
    """An acronym in brackets and a legal form change no entity."""
    labels = labelled(
        ("a", "Eastern Motors ( EM"), ("a", "EM"), ("b", "Eastern Motors Corporation"), ("b", "EM")
    )
    assert len(set(labels)) == 1


def test_descriptions_stay_in_their_document() -> None:
    """The company of one document is not the company of another."""
    labels = labelled(("a", "the company"), ("a", "The company"), ("b", "the company"))
    assert labels[0] == labels[1]
    assert labels[0] != labels[2]


def test_the_company_is_the_one_its_document_names_most() -> None:
    """“The company” takes up the foremost organisation, and a lone acronym's list its names."""
    labels = labelled(
        ("a", "Eastern Motors ( EM"), ("a", "EM"), ("a", "The company"), ("b", "EM and Norwind"),
        ("c", "Eastern Motors and Norwind"),
    )  # fmt: skip
    assert labels[0] == labels[1] == labels[2]
    assert labels[3] == labels[4]


def test_titles_in_other_words_are_one() -> None:
    """The country's name may stand before, behind or nowhere; the bearer's name tells more."""
    labels = labelled(
        ("a", "U.S. Surgeon General"), ("b", "Surgeon General of the United States"),
        ("c", "Bo Lind , the Prime Minister of Norway"), ("c", "the Prime Minister"),
    )  # fmt: skip
    assert labels[0] == labels[1]
    assert labels[2] == labels[3]


def test_a_surname_of_two_companies_stays_apart() -> None:
    """Documents that share no other name with the only bearer's keep their surname."""
    labels = labelled(
        ("a", "Mara Weil"), ("a", "Corvane"), ("b", "Weil"), ("b", "Oslo"), ("c", "Weil"),
        ("c", "Oslo"),
    )  # fmt: skip
    assert labels[0] != labels[2]
    assert labels[2] == labels[4]


def test_types_keep_apart() -> None:
    """A person and an organisation of one name are two entities where types are given."""
    rows = [
        MentionRow("1", "a", "Ann Ford", "PER"),
        MentionRow("2", "a", "Ford", "ORG"),
        MentionRow("3", "a", "Ford", "PER"),
    ]
    labels = resolve_mentions(rows)
    assert labels[0] == labels[2]
    assert labels[0] != labels[1]


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(WORDS)), max_size=12),
    st.randoms(use_true_random=False),
)
def test_order_changes_no_label(mentions: list[tuple[str, str]], random: object) -> None:
    """A row has the same label wherever it stands."""
    rows = [MentionRow(str(i), d, m) for i, (d, m) in enumerate(mentions)]
    labels = dict(zip(rows, resolve_mentions(rows), strict=True))
    shuffled = list(rows)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert dict(zip(shuffled, resolve_mentions(shuffled), strict=True)) == labels


def test_an_article_alone_is_the_name_of_nothing() -> None:
    """“A” and “The A” are answered, whatever else the documents name."""
    rows = [MentionRow(str(n), "a", text) for n, text in enumerate(("A", "An", "The A", "THE"))]
    assert len(resolve_mentions([*rows, MentionRow("9", "a", "Mara Lindqvist")])) == 5
