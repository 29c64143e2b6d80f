"""Which passages of a page are its article: the extractor's choice, corrected by the markup.

The extractor says what it kept; a passage of which it kept half the words is taken. The page itself
then corrects it, for reasons that hold for any page:

- where the main heading stands in an `article` element, another such element is another article
- the title at the head of the text is the title, not a part of the text
- a passage that is a link, or a few words and a colon and a link, leads elsewhere
- a heading over nothing but such links goes with them
- a passage of the same make as those taken, in the same place of the page, was lost
- a post set into the text by its embedding markup is quoted by the article

Measured on the 92 pages of `reading_dev` (`score.py reading`): F1 .964 before, .978 after.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from onrecord.reading.align import align_words
from onrecord.reading.page import HEADINGS
from onrecord.reading.passages import words_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.reading.passages import Passage
    from onrecord.reading.roles import Role

_TAKEN = 0.5
"""Share of a passage's words that must be kept for the passage to be taken."""
_AGREED = 0.8
"""Share that the second opinion must keep of a passage for it to be given back."""
_LINK_LINE = 0.8
"""Share of letters in links that makes a passage a link; .6 behind a lead and a colon."""
_BESIDE = 0.35
"""An element that holds more of the text than this is the article, whatever its class says."""
_MAIN = 0.3
"""Share of the text that passages of one make must hold for their make to be the article's."""
_BESIDE_ROLES: frozenset[Role] = frozenset(
    {"newsletter", "related", "navigation", "share", "comments", "time", "byline", "paywall"}
)
_TITLE_WITHIN = 4
"""Passages at the head of a text among which its title is looked for."""


class Choice(NamedTuple):
    """The passages of an article by their numbers, and what was seen on the way.

    `covered` is the share of the first opinion's words that were found in the page; `beside` are
    the passages that the markup sets beside the article; `seconded` those the second opinion
    keeps; `title` is the number of the passage that was taken for the title.
    """

    taken: tuple[int, ...]
    covered: float
    beside: frozenset[int]
    seconded: frozenset[int]
    title: int | None = None


def select_passages(
    passages: Sequence[Passage], first: str, second: str, titles: Sequence[str] = ()
) -> Choice:
    """The passages that are the article, given both opinions and the titles the page states."""
    shares, covered = _shares(passages, first)
    seconds, _ = _shares(passages, second) if second else ([0.0] * len(passages), 0.0)
    taken = [share >= _TAKEN for share in shares]
    if not any(taken):
        taken = [share >= _TAKEN for share in seconds]
    others = _drop_other_articles(passages, taken)
    title = _drop_title(passages, taken, [words_in(t) for t in titles])
    beside = _beside(passages, taken) | others
    _drop_beside(passages, taken, beside)
    lines = [_is_link_line(passage) for passage in passages]
    for i, is_line in enumerate(lines):
        taken[i] = taken[i] and not is_line
    _restore(passages, taken, beside, seconds if second else None)
    _drop_bare_headings(passages, taken, lines)
    return Choice(
        tuple(i for i, is_taken in enumerate(taken) if is_taken),
        covered,
        frozenset(beside),
        frozenset(i for i, share in enumerate(seconds) if share >= _TAKEN),
        title,
    )


def _shares(passages: Sequence[Passage], kept: str) -> tuple[list[float], float]:
    """Share of each passage's words that `kept` has, and share of its words found in the page."""
    page_words = [word for passage in passages for word in passage.words]
    kept_words = words_in(kept)
    found = align_words(page_words, kept_words)
    shares, at = [], 0
    for passage in passages:
        size = len(passage.words)
        shares.append(sum(to >= 0 for to in found[at : at + size]) / size)
        at += size
    return shares, sum(to >= 0 for to in found) / max(1, len(kept_words))


def _drop_other_articles(passages: Sequence[Passage], taken: list[bool]) -> set[int]:
    """Leave out other `article` elements where the page's one main heading stands in one.

    Returns the numbers of all passages in such elements.
    """
    main = {p.block.article for p in passages if p.block.tag == "h1"}
    if len(main) != 1 or 0 in main:
        return set()
    own = main | {0}
    others = {i for i, p in enumerate(passages) if p.block.article not in own}
    if not any(is_taken and i not in others for i, is_taken in enumerate(taken)):
        return set()
    for i in others:
        taken[i] = False
    return others


def _drop_title(
    passages: Sequence[Passage], taken: list[bool], titles: Sequence[tuple[str, ...]]
) -> int | None:
    """Leave out the title and what stands over it; its number, None where it is not found."""
    head = [i for i, is_taken in enumerate(taken) if is_taken][:_TITLE_WITHIN]
    title = next((i for i in head if _is_titled(passages[i], titles)), None)
    if title is None:
        main = [i for i, passage in enumerate(passages) if passage.block.tag == "h1"]
        title = main[0] if len(main) == 1 and head and main[0] <= head[-1] else None
    if title is not None and any(taken[title + 1 :]):
        for i in range(title + 1):
            taken[i] = False
    return title


def _is_titled(passage: Passage, titles: Sequence[tuple[str, ...]]) -> bool:
    """Whether a passage is a main heading or says a title the page states."""
    return passage.block.tag == "h1" or any(_is_title(passage.words, t) for t in titles)


def _is_title(words: tuple[str, ...], title: tuple[str, ...]) -> bool:
    """Whether words are a title, or all of it but a part such as the outlet's name."""
    return words == title or (
        len(words) >= 3 and (title[: len(words)] == words or title[-len(words) :] == words)
    )


def _inside(passages: Sequence[Passage], taken: list[bool]) -> tuple[Counter[int], int]:
    """Words of the text within each element that has a role, and words in all."""
    within: Counter[int] = Counter()
    total = 0
    for passage, is_taken in zip(passages, taken, strict=True):
        if is_taken:
            total += len(passage.words)
            for number, _ in passage.block.roles:
                within[number] += len(passage.words)
    return within, total


def _beside(passages: Sequence[Passage], taken: list[bool]) -> set[int]:
    """Numbers of the passages that the markup sets beside the article."""
    within, total = _inside(passages, taken)
    return {
        i
        for i, passage in enumerate(passages)
        if any(
            role != "embed" and within[number] < _BESIDE * total
            for number, role in passage.block.roles
        )
        and not any(role == "embed" for _, role in passage.block.roles)
    }


def _drop_beside(passages: Sequence[Passage], taken: list[bool], beside: set[int]) -> None:
    """Leave out what stands beside the article by its role."""
    within, total = _inside(passages, taken)
    for i in beside:
        if taken[i] and any(
            role in _BESIDE_ROLES and within[number] < _BESIDE * total
            for number, role in passages[i].block.roles
        ):
            taken[i] = False


def _is_link_line(passage: Passage) -> bool:
    """Whether a passage leads to another page: a link, or "Related:" and a link."""
    if any(role == "embed" for _, role in passage.block.roles):
        return False
    led = passage.lead.endswith(":") and len(words_in(passage.lead)) <= 4
    return passage.linked >= (0.6 if led else _LINK_LINE)


def _restore(
    passages: Sequence[Passage], taken: list[bool], beside: set[int], seconds: list[float] | None
) -> None:
    """Take what was lost: passages of the article's make and place, and posts within the text."""
    numbers = [i for i, is_taken in enumerate(taken) if is_taken]
    if not numbers:
        return
    makes: Counter[tuple[str, str]] = Counter()
    parents: Counter[int] = Counter()
    for i in numbers:
        block = passages[i].block
        makes[block.tag, block.signature] += len(passages[i].words)
        parents[block.parent] += len(passages[i].words)
    enough = _MAIN * sum(len(passages[i].words) for i in numbers)
    first, last = numbers[0], numbers[-1]
    for i in range(first + 1, len(passages)):
        block = passages[i].block
        if any(role == "embed" for _, role in block.roles):
            taken[i] = taken[i] or i < last
        elif taken[i] or i in beside or passages[i].linked >= 0.4:
            continue
        elif seconds is not None and seconds[i] < _AGREED:
            continue
        else:
            named = not block.signature.endswith(".")
            alike = named and block.tag != "div" and makes[block.tag, block.signature] >= enough
            taken[i] = alike or (i < last and parents[block.parent] >= enough)


def _heads(passage: Passage) -> bool:
    """Whether a passage is a heading, by its element or as a few words that lead on."""
    if passage.block.tag in HEADINGS:
        return True
    return len(passage.words) <= 6 and passage.mapped.text.endswith((":", "…", "..."))


def _drop_bare_headings(
    passages: Sequence[Passage], taken: list[bool], lines: Sequence[bool]
) -> None:
    """Leave out headings that nothing but links follows, and those at the end of the text."""
    follows = False
    for i in range(len(passages) - 1, -1, -1):
        if taken[i] and _heads(passages[i]):
            last = i + 1 >= len(passages)
            if not follows or last or (not taken[i + 1] and lines[i + 1]):
                taken[i] = False
                continue
        follows = follows or taken[i]
