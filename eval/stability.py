"""Measures what articles that are added later change among the statements of the earlier ones.

    python eval/stability.py ARTICLES.jsonl

The stage always groups the whole collection, and the order of its input never matters, so that a
collection that grew article by article ends with the statements of one read at once. What this
measures is how steady they are on the way: after each article the statements are made anew, and the
links (two articles in one statement, by the places of their renderings) among the articles that
were there before are compared with those found without it.
"""

from __future__ import annotations

import sys
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from onrecord.export import article_of_row
from onrecord.options import Options
from onrecord.pipeline import group_copies, group_statements, run
from onrecord.records import Findings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.records import Rendering, Span

Place = tuple[str, bool, "tuple[Span, ...]"]
"""Where a rendering stands: article, whether in its title, and the spans."""

Link = tuple[Place, Place]


def find_links(found: Findings) -> set[Link]:
    """Pairs of renderings in different articles that stand in one statement."""
    statements = group_statements(group_copies(found, Options()), Options()).statements
    links: set[Link] = set()
    for statement in statements:
        places = sorted(_place(r) for r in statement.renderings if not r.own_voice)
        links |= {(a, b) for a, b in combinations(places, 2) if a[0] != b[0]}
    return links


def _place(rendering: Rendering) -> Place:
    return rendering.article, rendering.in_title, rendering.content


def first_articles(found: Findings, count: int) -> Findings:
    """The findings of the first articles alone."""
    return Findings(found.articles[:count], attributions=found.attributions[:count])


def main(arguments: Sequence[str]) -> int:
    """Measure and print; returns the exit code."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    lines = Path(arguments[0]).read_bytes().splitlines()
    articles = [article_of_row(msgspec.json.decode(line)) for line in lines if line.strip()]
    found = run(articles, until="speakers")
    kept = changed = 0
    before: set[Link] = set()
    for count in range(1, len(articles) + 1):
        links = find_links(first_articles(found, count))
        known = {article.id for article in found.articles[: count - 1]}
        among_known = {link for link in links if link[0][0] in known and link[1][0] in known}
        kept += len(among_known & before)
        changed += len(among_known ^ before)
        before = links
    backwards = Findings(found.articles[::-1], attributions=found.attributions[::-1])
    print(f"{len(articles)} articles, {len(before)} links at the end")
    print(f"the same links from the articles in reverse order: {find_links(backwards) == before}")
    print(f"links among earlier articles, summed over all steps: {kept} kept, {changed} changed")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
