"""Variety the free articles lack: other quotation marks and apostrophes, headline forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.text import find_quotations

if TYPE_CHECKING:
    import random

_STYLES = (
    ("\u201c", "\u201d"),
    ("\u2018", "\u2019"),
    ('"', '"'),
    ("'", "'"),
    ("\u201c", "\u2019"),
    ("\u00ab", "\u00bb"),
)
_WEIGHTS = (6, 3, 4, 1, 1, 1)


def with_other_marks(article: dict[str, Any], random_: random.Random) -> dict[str, Any]:
    """The article with its quotation marks set in another style; offsets stay as they are."""
    text = list(article["text"])
    opener, closer = random_.choices(_STYLES, _WEIGHTS)[0]
    for quotation in find_quotations(article["text"]):
        if quotation.depth or len(quotation.opener) > 1 or len(quotation.closer) > 1:
            continue
        if quotation.opener:
            text[quotation.span.start] = opener
        if quotation.closer and random_.random() > 0.02:
            text[quotation.span.end - 1] = closer
    if random_.random() < 0.4:
        text = ["\u2019" if c == "'" and opener != "'" else c for c in text]
    return {**article, "text": "".join(text)}


def headlines_of(article: dict[str, Any], random_: random.Random) -> list[dict[str, Any]]:
    """Short texts in headline form, made from the article's own attributions."""
    text, made = article["text"], []
    for quote in article["quotes"]:
        if quote["in"] or not quote["source"] or len(quote["content"]) != 1 or not quote["speaker"]:
            continue
        start, end = quote["content"][0]
        content = text[start:end].strip(" .,")
        content = content.removeprefix("that ")
        source = quote["speaker"]
        if not 20 < len(content) < 110 or "\n" in content or len(source) > 40:
            continue
        made.append(_headline(content, source, quote["type"], random_))
    return random_.sample(made, min(2, len(made)))


def _headline(content: str, source: str, type_: str, random_: random.Random) -> dict[str, Any]:
    content = content[0].upper() + content[1:]
    form = random_.choice(("source first", "source last", "says"))
    if form == "source first":
        text, cue = f"{source}: {content}", (len(source), len(source) + 1)
        spans = {"source": (0, len(source)), "content": (len(source) + 2, len(text))}
    elif form == "source last":
        text, cue = f"{content}: {source}", (len(content), len(content) + 1)
        spans = {"content": (0, len(content)), "source": (len(content) + 2, len(text))}
    else:
        verb = random_.choice(("says", "say"))
        text = f"{content}, {source} {verb}"
        at = len(content) + 2
        spans = {"content": (0, len(content)), "source": (at, at + len(source))}
        cue = (at + len(source) + 1, len(text))
    quote = {key: [list(span)] for key, span in spans.items()}
    return {"text": text, "quotes": [{**quote, "cue": [list(cue)], "type": type_, "in": None}]}
