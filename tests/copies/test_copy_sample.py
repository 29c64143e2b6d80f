"""The copies of the sample coverage, as a careful reader listed them in its gold file."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import onrecord
from onrecord.copies import group_copies
from onrecord.options import CopyOptions

if TYPE_CHECKING:
    from onrecord.records import Article, CopyMember, Span

SAMPLE = Path(__file__).parent.parent.parent / "examples" / "lock-gate"
GOLD = json.loads((SAMPLE / "gold.json").read_text("utf-8"))
ROWS = [pytest.param(row, id=row["members"][1]) for row in GOLD["copies"]]


@cache
def found() -> dict[str, tuple[Article, CopyMember]]:
    """Article and place of each member as the gold names it: a file, or a file and a row."""
    articles = onrecord.read([SAMPLE / "articles"]).articles
    members, _ = group_copies(articles, CopyOptions())
    known: dict[str, tuple[Article, CopyMember]] = {}
    for article, member in zip(articles, members, strict=True):
        name = Path(article.file or "").name
        row = sum(key.partition("#")[0] == name for key in known)
        known[f"{name}#{row}" if name.endswith(".csv") else name] = (article, member)
    return known


def folded(text: str) -> str:
    """The words with plain apostrophes and single spaces, in small letters."""
    return " ".join(text.replace("’", "'").split()).casefold()


def told(spans: tuple[Span, ...], text: str) -> str:
    """The passages as one text: the gold may give two sentences as one."""
    return " ".join(folded(span.of(text)) for span in spans)


@pytest.mark.parametrize("row", ROWS)
def test_group_origin_and_kind_are_those_of_the_gold(row: dict[str, Any]) -> None:
    """Each copy stands in its original's group and names it, where the files tell which it is."""
    (original, first), (_, copy) = (found()[name] for name in row["members"])
    assert copy.group == first.group
    assert copy.kind == row["kind"]
    assert copy.origin == (original.id if row["origin"] else None)


def test_nothing_else_is_a_copy() -> None:
    """Whoever is in no pair of the gold stands alone, those that quote one speech included."""
    inside = {name for row in GOLD["copies"] for name in row["members"]}
    alone = [member.group for name, (_, member) in found().items() if name not in inside]
    assert len(alone) > 5
    groups = [member.group for _, member in found().values()]
    assert all(groups.count(group) == 1 for group in alone)


@pytest.mark.parametrize("row", ROWS)
def test_sentences_dropped_added_and_bare_are_those_of_the_gold(row: dict[str, Any]) -> None:
    """Every sentence the reader missed, found new or found without its marks, and no other."""
    (original, _), (article, copy) = (found()[name] for name in row["members"])
    changes = copy.changes
    assert told(changes.dropped, original.text) == " ".join(map(folded, row["dropped"]))
    assert told(changes.added, article.text) == " ".join(map(folded, row["added"]))
    assert told(changes.unmarked, article.text) == " ".join(map(folded, row["lost_marks"]))


def test_every_substitution_of_the_gold_is_listed_and_no_other() -> None:
    """Of the reworded copy each word, term and name replaced is told, as often as it was."""
    (row,) = (row for row in GOLD["copies"] if row["substitutions"])
    _, copy = found()[row["members"][1]]
    wanted = {(folded(s["from"]), folded(s["to"])): s["times"] for s in row["substitutions"]}
    assert {(folded(s.before), folded(s.after)): s.times for s in copy.substitutions} == wanted
