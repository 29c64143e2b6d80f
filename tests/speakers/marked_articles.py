"""Articles of tests/cases/speakers*.json, with their sources and contents marked in the text.

`{n words}` marks words as the source of attribution n, `<n words>` as (a piece of) its content;
marks may stand inside one another, and none reaches the text.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from onrecord.records import Article, Attribution, Span

CASES = Path(__file__).parent.parent / "cases"
_MARK = re.compile(r"\{(?P<source>\d+) |<(?P<content>\d+) |(?P<end>[}>])")


def cases_of(name: str, group: str) -> list[Any]:
    """The cases of one group of a file in tests/cases."""
    found: list[Any] = json.loads((CASES / name).read_text("utf-8"))[group]
    return found


def marked_article(case: dict[str, Any]) -> tuple[Article, tuple[Attribution, ...]]:
    """The article a case describes, and its attributions in the order of their numbers."""
    name = case.get("id", case.get("name", "article"))
    title, of_title = _unmarked(case.get("title", ""))
    text, of_text = _unmarked(case["text"])
    article = Article(id=name, text=text, title=title or None, byline=case.get("byline"))
    numbers = sorted({*of_title, *of_text})
    inside = case.get("inside", {})
    return article, tuple(
        Attribution(
            id=f"{name}/{number}",
            article=name,
            kind="indirect",
            type="speech",
            content=tuple(spans["content"]) or (Span(0, 1),),
            cue=() if case.get("transcript") else (Span(0, 1),),
            source=tuple(spans["source"]),
            inside=f"{name}/{inside[str(number)]}" if str(number) in inside else None,
            in_title=number in of_title,
        )
        for number in numbers
        for spans in [of_title.get(number) or of_text[number]]
    )


def _unmarked(marked: str) -> tuple[str, dict[int, dict[str, list[Span]]]]:
    """A text without its marks, and what they mark."""
    plain, at = "", 0
    found: dict[int, dict[str, list[Span]]] = {}
    open_marks: list[tuple[int, str, int]] = []
    for match in _MARK.finditer(marked):
        plain += marked[at : match.start()]
        at = match.end()
        if match.group("end"):
            number, part, start = open_marks.pop()
            found.setdefault(number, {"source": [], "content": []})[part].append(
                Span(start, len(plain))
            )
            continue
        part = "source" if match.group("source") else "content"
        open_marks.append((int(match.group(part)), part, len(plain)))
    return plain + marked[at:], {
        number: {part: sorted(spans) for part, spans in parts.items()}
        for number, parts in found.items()
    }
