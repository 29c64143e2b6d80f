"""An HTML page becomes an article: text from its own source, what it says of itself, its doubts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from onrecord.reading.doubts import asks_to_subscribe, find_doubts
from onrecord.reading.extractors import (
    first_opinion,
    is_within_reach,
    markup_for_extractors,
    second_opinion,
)
from onrecord.reading.furniture import find_furniture
from onrecord.reading.losses import find_losses
from onrecord.reading.mapped import Mapped, join
from onrecord.reading.page import read_page
from onrecord.reading.passages import passages_of
from onrecord.reading.selection import select_passages
from onrecord.reading.signals import stated_by, told_by
from onrecord.records import Article, Problem, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onrecord.reading.jsonld import Described
    from onrecord.reading.page import Page
    from onrecord.reading.passages import Passage
    from onrecord.reading.selection import Choice

_WHOLE_ANYWAY = 600
"""Words from which a page that says it is not free is believed to be whole: a reader saved it."""
_LEAST_COVERED = 0.5
_FULLER = 2
"""JSON-LD's article body stands in for a page whose own words are less than half of it."""
_PROMPT_WITHIN = 6
"""Passages after the last of the text among which a subscription prompt is its end."""
_LONGEST_CAPTION = 30
_END = 2000
_BEFORE_TITLE = 3
_AFTER_TITLE = 4
_MARKED = {"caption": "caption", "credit": "credit line"}


def read_webpage(source: str, name: str, *, second: bool = True) -> Article | None:
    """The article of a page, its id still empty; None where the page has no text.

    `name` is the file's name; with `second`, a second extractor is asked.
    """
    page = read_page(source)
    passages = passages_of(page)
    stated = stated_by(page)
    markup = markup_for_extractors(page, passages)
    within_reach = is_within_reach(passages)
    first = first_opinion(markup) if within_reach else ""
    asked = within_reach and (second or not first)
    choice = select_passages(
        passages, first, second_opinion(markup) if asked else "", stated.titles
    )
    mapped = text_of(passages, choice.taken)
    body = _body_text(stated.described.body)
    if len(body.split()) > _FULLER * len(mapped.text.split()):
        mapped, choice = Mapped(body), choice._replace(taken=())
    if not mapped.text:
        return None
    told = told_by(page, stated, passages, _near_title(passages, choice), name)
    seen = _Seen(page, passages, choice, mapped.text, body, stated.described)
    problems = [*_one_of_a_kind(_problems(seen))]
    if told.unparsed:
        problems.append(unparsed_date(told.unparsed))
    return Article(
        id="",
        text=mapped.text,
        title=told.title,
        url=told.url,
        outlet=told.outlet,
        published=told.published,
        byline=told.byline,
        signals=told.signals,
        furniture=find_furniture(mapped.text, _marked(passages, choice)),
        source_map=mapped.runs,
        problems=tuple(problems),
    )


class _Seen(NamedTuple):
    """All that a page's doubts are read from."""

    page: Page
    passages: Sequence[Passage]
    choice: Choice
    text: str
    body: str
    described: Described


def _near_title(passages: Sequence[Passage], choice: Choice) -> Sequence[Passage]:
    """The passages about the title and the beginning of the text, where a byline would stand."""
    start = choice.taken[0] if choice.taken else 0
    headings = [i for i, p in enumerate(passages[: start + 1]) if p.block.tag == "h1"]
    title = choice.title if choice.title is not None else headings[-1] if headings else start
    return passages[max(0, min(title, start) - _BEFORE_TITLE) : max(title, start) + _AFTER_TITLE]


def text_of(passages: Sequence[Passage], taken: Sequence[int]) -> Mapped:
    """The text of passages: a blank line between two, a tab between the cells of a row."""
    return join(
        list(zip(_separators(passages, taken), (passages[i].mapped for i in taken), strict=True))
    )


def _separators(passages: Sequence[Passage], taken: Sequence[int]) -> list[str]:
    """What stands before each passage."""
    rows = [passages[i].block.row for i in taken]
    cells = [passages[i].block.tag in ("td", "th") for i in taken]
    between = [
        "\t" if rows[k] and rows[k] == rows[k - 1] and cells[k] and cells[k - 1] else "\n\n"
        for k in range(1, len(taken))
    ]
    return ["", *between] if taken else []


def _marked(passages: Sequence[Passage], choice: Choice) -> Iterator[tuple[Span, str]]:
    """Captions and credits among the passages taken, by their places in the text."""
    at = 0
    for separator, i in zip(_separators(passages, choice.taken), choice.taken, strict=True):
        at += len(separator)
        span = Span(at, at + len(passages[i].mapped.text))
        at = span.end
        block = passages[i].block
        kind = next((_MARKED[r] for n, r in block.roles if r in _MARKED and i in choice.beside), "")
        if not kind and block.image and block.tag != "li" and _is_caption(passages[i]):
            kind = "caption"
        if kind:
            yield span, kind


def _is_caption(passage: Passage) -> bool:
    """Whether words after a picture in the same element are few enough to be its caption."""
    return len(passage.words) <= _LONGEST_CAPTION


def _problems(seen: _Seen) -> Iterator[Problem]:
    """Everything that a reader of this article has to know."""
    if not seen.page.whole:
        yield Problem("truncated", "the page has too many elements; only its beginning was read")
    if _stops_short(seen):
        yield Problem("truncated", "the page's source stops in the middle of the text")
    if seen.choice.covered < _LEAST_COVERED and seen.choice.taken:
        yield Problem(
            "extraction-doubt",
            f"{1 - seen.choice.covered:.0%} of the words that were extracted could not be found in"
            " the page again; its markup is broken",
        )
    yield from find_losses(seen.passages, seen.choice, seen.text, seen.body)
    paywall = _paywall(seen)
    if paywall:
        yield Problem("paywalled", paywall)
    yield from find_doubts(seen.text)


def _one_of_a_kind(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The first problem of each kind."""
    kinds: set[str] = set()
    for problem in problems:
        if problem.kind not in kinds:
            kinds.add(problem.kind)
            yield problem


def _stops_short(seen: _Seen) -> bool:
    """Whether the source ends within the text: no end tag of the page, no end of a sentence."""
    at_end = len(seen.passages) - 1 in seen.choice.taken
    closed = re.search(r"</(?:body|html)\b", seen.page.source[-_END:], re.IGNORECASE)
    return at_end and not closed and seen.text[-1:].isalnum() and seen.page.depth > 2


def unparsed_date(printed: str) -> Problem:
    """The problem of a date that is stated and not understood."""
    return Problem(
        "unparsed-date",
        f"the date {printed[:80]!r} is not understood or names two days; expected one such as"
        " 2031-03-12 or 12 March 2031; the article is taken as undated",
    )


def _body_text(body: str) -> str:
    """JSON-LD's article body without the markup that some pages leave in it."""
    if "<" not in body:
        return body
    return "\n\n".join(passage.mapped.text for passage in passages_of(read_page(body)))


def _paywall(seen: _Seen) -> str | None:
    """Why the text ends at a paywall, None where it does not."""
    last = max(seen.choice.taken, default=0)
    near = seen.passages[max(0, last - 2) : last + 1 + _PROMPT_WITHIN]
    prompt = next((p.mapped.text for p in near if asks_to_subscribe(p.mapped.text)), None)
    if prompt:
        return f"the page asks to subscribe where the text ends (“{prompt[:60]}”)"
    if seen.described.free is not False:
        return None
    words, promised = len(seen.text.split()), seen.described.words
    if words >= (0.9 * promised if promised else _WHOLE_ANYWAY):
        return None
    return "the page says that it is not free to read; the text may be its beginning only"
