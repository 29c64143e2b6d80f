"""One sentence for each rule: what it takes for source, cue and content, and that it says so."""

from __future__ import annotations

import pytest
from shown import read

KNOWN = pytest.mark.xfail(strict=True, reason="a known failure")
KEEL = "the keel was cracked"
QUOTED = "“The keel was cracked,”"

RULES = [
    (
        f"In her view, {KEEL}.",
        ("her", "view", (KEEL,), "whose view it is"),
    ),
    (
        f"As the divers see it, {KEEL}.",
        ("the divers", "see it", (KEEL,), "whose view it is"),
    ),
    (
        f"Moe's answer was: {QUOTED}",
        ("Moe's", "answer", (QUOTED,), "noun of saying with its words"),
    ),
    (
        f"T{KEEL[1:]}. That is according to Ida Moe.",
        ("Ida Moe", "is according to", (f"T{KEEL[1:]}",), "pointed at by the next sentence"),
    ),
    (
        "“The keel was cracked.” That was what Ida Moe told the court.",
        ("Ida Moe", "told", ("“The keel was cracked.”",), "pointed at by the next sentence"),
    ),
    (
        "Ida Moe shook her head. “The keel was cracked.”",
        ("Ida Moe", "shook", ("“The keel was cracked.”",), "introduced by the sentence before"),
    ),
    (
        "The boat reportedly sank at noon.",
        ("", "reportedly", ("The boat", "sank at noon"), "told without saying by whom"),
    ),
    (
        f"Warning that {KEEL}, the diver left.",
        ("the diver", "Warning", (f"that {KEEL}",), "participle before its clause"),
    ),
    (
        "The skipper was fined 900 euros.",
        ("", "was fined", ("The skipper", "900 euros"), "decided or claimed of its subject"),
    ),
    (
        f"She is certain that {KEEL}.",
        ("She", "is certain", (f"that {KEEL}",), "source, cue, content"),
    ),
    (
        f"According to Ida Moe, {KEEL}.",
        ("Ida Moe", "According to", (KEEL,), "according to, before its content"),
    ),
    (
        f"T{KEEL[1:]}, according to Ida Moe, a diver.",
        ("Ida Moe, a diver", "according to", (f"T{KEEL[1:]}",), "according to, after its content"),
    ),
    (
        "The boat was expected to sink.",
        ("", "was expected", ("The boat", "to sink"), "raised subject"),
    ),
    ("She is said to have left.", ("", "is said", ("She", "to have left"), "raised subject")),
    (
        f"He was told that {KEEL}.",
        ("", "was told", (f"that {KEEL}",), "passive with a clause"),
    ),
    (
        f"It was reported that {KEEL}.",
        ("", "was reported", (f"that {KEEL}",), "passive with a clause"),
    ),
    (
        "The plan was criticised by Ida Moe.",
        ("Ida Moe", "was criticised", ("The plan",), "passive with its agent"),
    ),
    (
        f"He was quoted as saying that {KEEL}.",
        ("He", "was quoted as saying", (f"that {KEEL}",), "quoted as saying"),
    ),
    (
        f"{QUOTED} said Ida Moe, a diver.",
        ("Ida Moe, a diver", "said", (QUOTED,), "content, cue, source"),
    ),
    (
        "“The keel,” said Ida Moe, “was cracked.”",
        ("Ida Moe", "said", ("“The keel,”", "“was cracked.”"), "content, cue, source"),
    ),
    (f"{QUOTED} Ida Moe said.", ("Ida Moe", "said", (QUOTED,), "content, source, cue")),
    (
        "“The keel,” Ida Moe told the court, “was cracked.”",
        ("Ida Moe", "told", ("“The keel,”", "“was cracked.”"), "content, source, cue"),
    ),
    (
        f"T{KEEL[1:]}, she said.",
        ("she", "said", (f"T{KEEL[1:]}",), "content, source, cue"),
    ),
    (f"Ida Moe said {KEEL}.", ("Ida Moe", "said", (KEEL,), "source, cue, content")),
    (
        f"Ida Moe, who dives, said that {KEEL}.",
        ("Ida Moe, who dives,", "said", (f"that {KEEL}",), "source, cue, content"),
    ),
    (
        f"Ida Moe told reporters on Monday that {KEEL}.",
        ("Ida Moe", "told", (f"that {KEEL}",), "source, cue, content"),
    ),
    (
        "Ida Moe called the boat “a sieve”.",
        ("Ida Moe", "called", ("the boat “a sieve”",), "source, cue, content"),
    ),
    (
        "Ida Moe refused to comment.",
        ("Ida Moe", "refused", ("to comment",), "source, cue, content"),
    ),
    (
        f"Ida Moe left, saying that {KEEL}.",
        ("Ida Moe", "saying", (f"that {KEEL}",), "participle of the same subject"),
    ),
    (
        f"She smiled. {QUOTED} Ida Moe riffed.",
        ("Ida Moe", "riffed", (QUOTED,), "quoted words beside another verb"),
    ),
    (
        "The keel, she said, was cracked.",
        ("she", "said", ("The keel", "was cracked"), "inserted in its content"),
    ),
    (
        "The keel, according to Ida Moe, was cracked.",
        (
            "Ida Moe",
            "according to",
            ("The keel", "was cracked"),
            "according to, around its content",
        ),
    ),
    (
        f"Her claim that {KEEL} was false.",
        ("Her", "claim", (f"that {KEEL}",), "noun of saying"),
    ),
    (
        "His plan to sell the boat failed.",
        ("His", "plan", ("to sell the boat",), "noun of saying"),
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), RULES, ids=[getattr(r, "values", r)[0] for r in RULES]
)
def test_rules(text: str, expected: tuple[str, str, tuple[str, ...], str]) -> None:
    """A sentence gives the attribution it makes, and the rule that found it is named."""
    (said,) = read(text)
    source, cue, content, rule = expected
    assert (said.source, said.cue, said.content) == (source, cue, content)
    assert rule in said.rules


SOURCES = [
    ("Ida Moe", "Ida Moe said"),
    ("Ida Moe, a diver who lives in Kew,", "Ida Moe, a diver who lives in Kew, said"),
    ("Ida Moe, who dives,", "Ida Moe, who dives, said"),
    ("Ida Moe (a diver)", "Ida Moe (a diver) said"),
    ("Ida Moe – a diver –", "Ida Moe – a diver – said"),
    ("Moe", "Moe, however, said"),
    ("Ida “Nan” Moe", "Ida “Nan” Moe said"),
    ("Corvane’s new lawyer", "Corvane’s new lawyer said"),
    ("a spokesman for the union", "On Monday a spokesman for the union said"),
    ("two of the divers", "Then two of the divers said"),
    ("The union and the company", "The union and the company said"),
    ("Ida Moe", "In May, Ida Moe said"),
    ("he", "But he said"),
    ("who", "Pell met Moe, who said"),
    ("U.S. officials", "Two years on, U.S. officials said"),
    ("A report published on Monday", "A report published on Monday said"),
    pytest.param("Neither Moe nor Pell", "Neither Moe nor Pell said", marks=KNOWN),
    pytest.param("The company", "The company in May said", marks=KNOWN),
    pytest.param("The company", "The company this month said", marks=KNOWN),
    pytest.param("Those who dived", "Those who dived said", marks=KNOWN),
    pytest.param("mr. Moe", "At noon mr. Moe said", marks=KNOWN),
]


@pytest.mark.parametrize(
    ("source", "lead"), SOURCES, ids=[getattr(s, "values", s)[1] for s in SOURCES]
)
def test_sources(source: str, lead: str) -> None:
    """The source is the whole noun phrase with what identifies it, and nothing else."""
    said = [said for said in read(f"{lead} that {KEEL}.") if said.cue == "said"]
    assert [one.source for one in said] == [source]


def test_a_further_verb_shares_its_subject() -> None:
    """Two verbs with a content each are two attributions of one source."""
    said, warned = read(f"Ida Moe said {KEEL} and warned that it would break.")
    assert (said.source, said.content) == ("Ida Moe", (KEEL,))
    assert (warned.source, warned.content) == ("Ida Moe", ("that it would break",))
    assert warned.rules == ("further verb of the same subject",)


def test_what_lies_in_content_is_nested() -> None:
    """An attribution within the words of another is found and marked as such."""
    outer, inner = read(f"Ida Moe said Pell had told her {KEEL}.")
    assert (outer.source, outer.nested) == ("Ida Moe", False)
    assert (inner.source, inner.content, inner.nested) == ("Pell", (KEEL,), True)


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        (
            f"The Echo cited Ida Moe, a diver, as saying that {KEEL}.",
            ("The Echo", "cited", (f"Ida Moe, a diver, as saying that {KEEL}",)),
            ("Ida Moe, a diver,", "saying", (f"that {KEEL}",)),
        ),
        (
            f"Ida Moe was quoted by the Echo as saying: {QUOTED}",
            ("the Echo", "was quoted", ("Ida Moe", f"as saying: {QUOTED}")),
            ("Ida Moe", "saying", (QUOTED,)),
        ),
        (
            f"The Echo had quoted her as telling a court {KEEL}.",
            ("The Echo", "had quoted", (f"her as telling a court {KEEL}",)),
            ("her", "telling", (KEEL,)),
        ),
    ],
)
def test_one_who_quotes_another(
    text: str,
    outer: tuple[str, str, tuple[str, ...]],
    inner: tuple[str, str, tuple[str, ...]],
) -> None:
    """Who cites somebody as saying something says all of it; the one cited says the words."""
    said = {one.nested: (one.source, one.cue, one.content) for one in read(text)}
    assert said == {False: outer, True: inner}


@pytest.mark.parametrize("gap", [" ", "\n\n"], ids=["in the paragraph", "in the next paragraph"])
def test_quoted_words_without_a_cue_go_on(gap: str) -> None:
    """A quotation on its own after another belongs to the same attribution, which says so."""
    (said,) = read(f"{QUOTED} Ida Moe said.{gap}“It had been for years.”")
    assert said.content == (QUOTED, "“It had been for years.”")
    assert "continued without a cue" in said.rules


def test_a_quotation_over_paragraphs_goes_on() -> None:
    """Paragraphs that open again belong to the attribution whose mark stayed open."""
    (said,) = read(f"{QUOTED} Ida Moe said. “It sank.\n\n“Nobody looked.”")
    assert said.content == (QUOTED, "“It sank.", "“Nobody looked.”")
    assert said.kind == "direct"


def test_an_introduced_quotation_goes_on_over_paragraphs() -> None:
    """So does one that only the sentence before it introduces."""
    parts = ("“It sank in front of the quay.", "“Nobody looked.", "“We did.”")
    (said,) = read("Ida Moe took to the floor:\n\n" + "\n\n".join(parts))
    assert said.content == parts


@pytest.mark.parametrize(
    ("text", "kind", "type_"),
    [
        ("“It sank,” said Ida Moe.", "direct", "speech"),
        ("Ida Moe said that it sank.", "indirect", "speech"),
        ("Ida Moe said that it “sank like a bell” at noon.", "mixed", "speech"),
        ("Ida Moe hopes to swim.", "indirect", "attitude"),
        ("A judge ordered the boat to be sold.", "indirect", "decree"),
    ],
)
def test_kinds_and_types(text: str, kind: str, type_: str) -> None:
    """Quotation marks make the kind, the verb the type."""
    (said,) = read(text)
    assert (said.kind, said.type) == (kind, type_)


@pytest.mark.parametrize(
    "text",
    [
        "The ‘luxury’ flats have a view of the bins.",
        "Her novel, “The Weight of Linen”, sold eleven copies.",
        "Jack “the Eel” Pell spent Saturday at the races.",
        "The boat left at noon and came back at six.",
        "She tried to stop the sale.",
        "The clock read nine.",
        "",
    ],
)
def test_nothing_is_said(text: str) -> None:
    """Scare quotes, titles, nicknames and mere actions are no attributions."""
    assert read(text) == []
