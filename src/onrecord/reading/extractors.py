"""A page's text as two other programs see it: the one process edge of reading.

What they return is a list of words to be found again in the page (see `selection`), never the text
of an article: their spaces, marks and order are theirs. They are third-party programs fed with
whatever the net holds, so that here, and only here, every exception is caught. Pages nested so
deeply that their parsers slow down or fall over are handed to them flat.
"""

from __future__ import annotations

import html
import logging
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.reading.page import Page
    from onrecord.reading.passages import Passage

_DEEPEST = 200
"""libxml2 gives up at 256, and the second extractor takes minutes on 100,000 nested elements."""
_LARGEST = 5_000_000
_MOST_PASSAGES = 20_000
"""Beyond this the first extractor's time grows with the square; a news page has some hundred."""
_MOST_WORDS = 500_000
"""The length of five novels; a page beyond it is not asked about."""
_Q_OPENS = re.compile(r"<q(?=[\s>])[^>]*>", re.IGNORECASE)
_Q_CLOSES = re.compile(r"</q\s*>", re.IGNORECASE)
_SOFT_HYPHENS = re.compile("\xad|&shy;|&#173;|&#xad;", re.IGNORECASE)
_KEPT_TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote"})


def first_opinion(markup: str) -> str:
    """What trafilatura keeps of a page; "" where it keeps nothing or fails.

    Its precision settings: on the 92 pages of `reading_dev` F1 .964, against .956 (fast), .955
    (as it comes) and .952 (recall); measure again with `score.py reading`.
    """
    try:
        from trafilatura import extract

        logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
        kept = extract(markup, favor_precision=True, include_comments=False)
    except Exception:  # noqa: BLE001 - the edge to a third-party program
        return ""
    return str(kept or "")


def second_opinion(markup: str) -> str:
    """What resiliparse keeps of a page; "" where it keeps nothing or fails."""
    try:
        from resiliparse.extract.html2text import extract_plain_text

        kept = extract_plain_text(markup, main_content=True, alt_texts=False)
    except Exception:  # noqa: BLE001 - the edge to a third-party program
        return ""
    return str(kept or "")


def is_within_reach(passages: tuple[Passage, ...]) -> bool:
    """Whether a page is small enough for opinions on it."""
    return len(passages) <= _MOST_PASSAGES and sum(len(p.words) for p in passages) <= _MOST_WORDS


def markup_for_extractors(page: Page, passages: tuple[Passage, ...]) -> str:
    """The page's source with the marks of `q` elements written out; flat where it is too deep."""
    if page.depth > _DEEPEST or len(page.source) > _LARGEST or not page.whole:
        return _flat(passages)
    source = page.source
    if "<q" in source or "<Q" in source:
        source = _Q_CLOSES.sub("”", _Q_OPENS.sub("“", source))
    return _SOFT_HYPHENS.sub("", source).replace("\x00", "")


def _flat(passages: tuple[Passage, ...]) -> str:
    """The page as nothing but paragraphs, headings and list entries, one after the other."""
    parts = []
    for passage in passages:
        tag = passage.block.tag if passage.block.tag in _KEPT_TAGS else "p"
        parts.append(f"<{tag}>{html.escape(passage.mapped.text)}</{tag}>")
    return f"<html><body><article>{''.join(parts)}</article></body></html>"
