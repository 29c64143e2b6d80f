"""docs/reading.md says what the code does: kinds of problem, names of columns, limits."""

from __future__ import annotations

from pathlib import Path

from onrecord.reading import ARTICLE_KINDS, FILE_KINDS
from onrecord.reading.fields import NAMES
from onrecord.reading.files import LARGEST
from onrecord.records import INCOMPLETE

PAGE = (Path(__file__).parents[2] / "docs/reading.md").read_text("utf-8")


def test_every_kind_of_problem_is_explained() -> None:
    """Each kind stands in the page, and so does what makes absence untellable."""
    for kind in (*ARTICLE_KINDS, *FILE_KINDS):
        assert f"| `{kind}` |" in PAGE
    assert not INCOMPLETE - set(ARTICLE_KINDS)


def test_every_name_of_a_column_is_listed() -> None:
    """Each name a field goes by stands in the table of names."""
    for field, names in NAMES.items():
        row = next(line for line in PAGE.splitlines() if line.startswith(f"| `{field}` |"))
        assert [name for name in names if f"`{name}`" not in row] == []


def test_the_limit_is_the_one_in_the_code() -> None:
    """The size a file may have is told."""
    assert f"{LARGEST // 1_048_576} MB" in PAGE
