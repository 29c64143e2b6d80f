"""What a page's markup says against an extractor's choice, for reasons that hold for any page.

- Where the main heading stands in an `article` element, another such element is another article.
- The title at the head of a text, and the paper's head over it, are no part of it.
- What the markup calls a menu, a newsletter box, related links and the like is beside the text,
  unless it holds a good part of it: classes lie.
- A passage that is a link, or a few words with a colon and a link, leads elsewhere.
- A heading over nothing but such links goes with them.
- A passage made like those taken, in the same place of the page, was lost.
- A post set into the text by its embedding markup is quoted by the article.

Every function takes the numbers of the passages taken so far and returns numbers. What each brings
on the 92 pages of `reading_dev` stands in docs/reading.md.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from onrecord.reading.elements import HEADINGS
from onrecord.reading.passages import words_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from onrecord.reading.passages import Passage
    from onrecord.reading.roles import Role

_LINK_LINE = 0.8
"""Share of letters in links that makes a passage a link; less behind a lead and a colon."""
_LED_LINK_LINE = 0.6
_LINKED = 0.4
"""Share of letters in links from which a passage is not given back."""
_BESIDE = 0.35
"""An element that holds more of the text than this is the article, whatever its class says."""
_MAIN = 0.3
"""Share of the text that passages of one make must hold for their make to be the article's."""
_BESIDE_ROLES: frozenset[Role] = frozenset(
    {"newsletter", "related", "navigation", "share", "comments", "time", "byline", "paywall"}
)
_TITLE_WITHIN = 4
"""Passages at the head of a text among which its title is looked for."""
_FEW_WORDS = 6


def other_articles(passages: Sequence[Passage], taken: AbstractSet[int]) -> set[int]:
    """Passages in other `article` elements than that of the page's one main heading."""
    main = {p.block.article for p in passages if p.block.tag == "h1"}
    if len(main) != 1 or 0 in main:
        return set()
    own = main | {0}
    others = {i for i, p in enumerate(passages) if p.block.article not in own}
    return others if taken - others else set()


def find_title(
    passages: Sequence[Passage], taken: AbstractSet[int], titles: Sequence[tuple[str, ...]]
) -> int | None:
    """The passage at the head of the text that is its title, else the one main heading there."""
    head = sorted(taken)[:_TITLE_WITHIN]
    title = next((i for i in head if _is_titled(passages[i], titles)), None)
    if title is not None:
        return title
    main = [i for i, passage in enumerate(passages) if passage.block.tag == "h1"]
    return main[0] if len(main) == 1 and head and main[0] <= head[-1] else None


def without_title(taken: set[int], title: int | None) -> set[int]:
    """What was taken but the title and what stands over it, if anything is left then."""
    if title is None:
        return taken
    return {i for i in taken if i > title} or taken


def set_beside(passages: Sequence[Passage], taken: AbstractSet[int]) -> tuple[set[int], set[int]]:
    """Passages that the markup sets beside the text, and those whose role is no text at all."""
    within: Counter[int] = Counter()
    for i in taken:
        for number, _ in passages[i].block.roles:
            within[number] += len(passages[i].words)
    limit = _BESIDE * sum(len(passages[i].words) for i in taken)
    beside, dropped = set(), set()
    for i, passage in enumerate(passages):
        roles = {role for number, role in passage.block.roles if within[number] < limit}
        if roles and not _is_embedded(passage):
            beside.add(i)
            if roles & _BESIDE_ROLES:
                dropped.add(i)
    return beside, dropped


def link_lines(passages: Sequence[Passage]) -> set[int]:
    """Passages that lead to another page: a link, or "Related:" and a link."""
    return {i for i, passage in enumerate(passages) if _is_link_line(passage)}


def lost_passages(
    passages: Sequence[Passage],
    taken: AbstractSet[int],
    beside: AbstractSet[int],
    agreed: AbstractSet[int] | None,
) -> set[int]:
    """Passages of the article's make and place that were not taken, and posts within the text.

    `agreed` are those the second opinion keeps, None where it was not asked.
    """
    if not taken:
        return set()
    makes: Counter[tuple[str, str]] = Counter()
    parents: Counter[int] = Counter()
    for i in taken:
        block = passages[i].block
        makes[block.tag, block.signature] += len(passages[i].words)
        parents[block.parent] += len(passages[i].words)
    enough = _MAIN * sum(len(passages[i].words) for i in taken)
    last = max(taken)
    found = set()
    for i in range(min(taken) + 1, len(passages)):
        passage, block = passages[i], passages[i].block
        if _is_embedded(passage):
            is_lost = i < last
        elif i in beside or passage.linked >= _LINKED or (agreed is not None and i not in agreed):
            is_lost = False
        else:
            make = (block.tag, block.signature)
            named = block.tag != "div" and not block.signature.endswith(".")
            is_lost = (named and makes[make] >= enough) or (
                i < last and parents[block.parent] >= enough
            )
        if is_lost:
            found.add(i)
    return found


def bare_headings(
    passages: Sequence[Passage], taken: AbstractSet[int], lines: AbstractSet[int]
) -> set[int]:
    """Headings that nothing but links follows, and those at the end of the text."""
    found: set[int] = set()
    at_end = True
    for i in sorted(taken, reverse=True):
        if _heads(passages[i]) and (at_end or i + 1 in lines):
            found.add(i)
        else:
            at_end = False
    return found


def _is_titled(passage: Passage, titles: Sequence[tuple[str, ...]]) -> bool:
    """Whether a passage is a main heading or says a title the page states."""
    return passage.block.tag == "h1" or any(_is_title(passage.words, t) for t in titles)


def _is_title(words: tuple[str, ...], title: tuple[str, ...]) -> bool:
    """Whether words are a title, or all of it but a part such as the outlet's name."""
    return words == title or (
        len(words) >= 3 and (title[: len(words)] == words or title[-len(words) :] == words)
    )


def _is_embedded(passage: Passage) -> bool:
    return any(role == "embed" for _, role in passage.block.roles)


def _is_link_line(passage: Passage) -> bool:
    if _is_embedded(passage):
        return False
    led = passage.lead.endswith(":") and len(words_in(passage.lead)) <= 4
    return passage.linked >= (_LED_LINK_LINE if led else _LINK_LINE)


def _heads(passage: Passage) -> bool:
    """Whether a passage is a heading, by its element or as a few words that lead on."""
    if passage.block.tag in HEADINGS:
        return True
    return len(passage.words) <= _FEW_WORDS and passage.mapped.text.endswith((":", "…", "..."))
