"""The invented articles of tests/cases/copies.json."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from onrecord.records import Article

CASES: dict[str, Any] = json.loads(
    (Path(__file__).parent.parent / "cases" / "copies.json").read_text("utf-8")
)


def article(name: str, **fields: Any) -> Article:
    """The article of that name, its id the name unless another is given."""
    text = "\n".join(CASES["texts"][name])
    return Article(**{"id": name, "text": text, "outlet": f"The {name}", **fields})


def group_names(members: Any) -> list[set[str]]:
    """Ids of the articles of each group, in a fixed order."""
    groups: dict[str, set[str]] = {}
    for member in members:
        groups.setdefault(member.group, set()).add(member.article)
    return sorted(groups.values(), key=sorted)
