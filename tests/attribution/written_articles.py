"""Articles for property tests: sentences from templates, in random marks and styles, and noise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from onrecord.records import Article, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

NAMES = [
    *["Ida Moe", "Mr. Pell", "J. R. Okafor", "Dr Ann Smith-Ode", "the harbour office", "She", "he"],
    *[
        "Corvane’s lawyer",
        "Saoirse O’Dowd",
        "Élodie Ångström",
        "Пётр Лодкин",
        "a spokesman for Rask",
    ],
    *[
        "the union, which has 40 members,",
        "Ida Moe, the mayor,",
        "two of the divers",
        "Nobody",
        "I",
    ],
    *[
        "Jack “the Eel” Pell",
        "the U.S. Navy",
        "a report by Maddern & Rask",
        "‘Nan’ Moe",
        "海船公司",
    ],
]
SAYING = [
    "said",
    "says",
    "has said",
    "added",
    "told reporters",
    "wrote on Monday",
    "insisted",
    "quipped",
]
THINKING = ["hopes to", "wants to", "refused to", "plans to", "fears that", "denied", "criticised"]
CLAUSES = [
    *[
        "the gate failed twice",
        "it would not wait",
        "they asked for soup and got a fish",
        "he lied",
    ],
    *["the dockers’ hall cost €1,200.50", "Pell said that Rask had promised to swim", "it’s over"],
    *[
        "the ’90s were cold",
        "nobody knew, he said, why",
        'the 12" plank broke',
        "“luxury” flats leak",
    ],
]
STYLES = [
    *[("“", "”"), ("‘", "’"), ('"', '"'), ("'", "'"), ("``", "''"), ("«", "»"), ("„", "“")],
    *[("“", "’"), ("‘", "”"), ("“", '"'), ("“", ""), ("", "”"), ('"', ""), ("", "")],
]
TEMPLATES = [
    *[
        "{o}{A},{c} {n} {v}.",
        "{o}{A},{c} {v} {n}.",
        "{o}{A},{c} {n} {v}, {o}{b}.{c}",
        "{n} {v} {a}.",
    ],
    *["{n} {v}: {o}{A}.{c}", "{n} {v} that {a}, and that {b}.", "{A}, {n} {v}.", "{n} {t} {b}."],
    *[
        "According to {n}, {a}.",
        "{A}, according to {n}.",
        "It was reported that {a}.",
        "{o}{A}.{c}",
    ],
    *["{n}: {A}.", "Q: {A}?\nA: {B}.", "{N}: {A}.\n{N}: {B}.", "{n} {v} {a}, adding that {b}."],
    *["{n}’s claim that {a} is {o}{b}{c}.", "{n} called {a} {o}a joke{c}.", "{A}. {B}.", "{o}{A}"],
    *["Asked whether {a}, {n} {v} {b}.", "{n} {v} {a} but {t} {b}.", "{n}, who {v} {a}, {t} {b}."],
    *[
        "{o}{A}.\n\n{o}{B},{c} {n} {v}.",
        "{n} is said to have lied.",
        "Ida Moe was ordered to swim.",
    ],
]
NOISE = [
    "",
    " ",
    "\n",
    "\n\n",
    "\u00ad",
    "\u200b",
    "\u00a0",
    "\x00",
    "🚢",
    "قارب",
    "海",
    '"',
    "’",
    "…",
    "\ud83d",
]


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """A sentence that may attribute something, in marks of some style."""
    opening, closing = draw(st.sampled_from(STYLES))
    name = draw(st.sampled_from(NAMES))
    a, b = draw(st.sampled_from(CLAUSES)), draw(st.sampled_from(CLAUSES))
    return draw(st.sampled_from(TEMPLATES)).format(
        o=opening,
        c=closing,
        n=name,
        N=name.upper(),
        v=draw(st.sampled_from(SAYING)),
        t=draw(st.sampled_from(THINKING)),
        a=a,
        b=b,
        A=a[:1].upper() + a[1:],
        B=b[:1].upper() + b[1:],
    )


def _joined(parts: Sequence[tuple[str, str]]) -> str:
    return "".join(part for pair in parts for part in pair)


texts = st.lists(
    st.tuples(
        st.one_of(sentences(), sentences(), sentences(), st.text(max_size=6)),
        st.one_of(st.sampled_from([" ", " ", "\n\n", "\n"]), st.sampled_from(NOISE)),
    ),
    max_size=9,
).map(_joined)
"""Texts of a few sentences, noise between them."""

titles = st.one_of(st.none(), sentences(), st.text(max_size=30), st.just("Moe: the gate failed"))


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """An article, with a title or without, parts of its text at times no part of the article."""
    text = draw(texts)
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, len(text)))
    furniture = draw(st.sampled_from([(), (), ((Span(start, end), "caption"),)]))
    return Article(draw(st.sampled_from(["a", "b"])), text, title=draw(titles), furniture=furniture)
