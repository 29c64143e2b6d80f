"""Sentences of a text.

A rule-based splitter, because offsets must be carried and the usual libraries return strings: a
full stop ends a sentence unless it belongs to an abbreviation, an initial or a number, or unless
what follows cannot begin one. Marks and brackets that close go with the sentence they close.
"""

from __future__ import annotations

import re

from onrecord.records import Span
from onrecord.text.paragraphs import split_paragraphs

_END = re.compile(r"""(?P<stop>[.!?…]+)(?P<close>["'”’»)\]]*)(?=\s|$|[A-Z“‘"][a-z])""", re.X)
_TITLES = frozenset(
    """
    adm amb atty capt cmdr col cpl det dr fr gen gov hon insp jr lt maj messrs mr mrs ms mt mx
    pfc pres prof pvt rep rev sec sen sgt spc sr st supt
    """.split()
)
"""Abbreviations that stand before a name: never the end of a sentence."""

_OTHERS = frozenset(
    """
    a.m al approx apr assn aug ave b.a blvd bros cf co corp d.c dec dept e.g e.u ed eds est
    etc feb fig fri i.e inc jan jul jun llc ltd m.a m.d mar mon no nos nov oct p.m ph.d plc pp
    rd sat sep sept sun thu thurs tue tues u.k u.n u.s univ viz vol vs wed
    """.split()
)
"""Abbreviations that may end a sentence, when what follows looks like a new one."""

_OPENS = re.compile(r"""\s*["'“‘«(\[]*(?:[A-Z0-9]|[^\W\d_a-z])""")
_NEW_SENTENCE = re.compile(
    r"""\s*["'“‘«(\[]*(?:The|A|An|He|She|It|They|We|I|In|On|At|But|And|If|This|That|These|Those|
    There|His|Her|Its|Their|When|While|After|Before|As|For|So|Then|You|Our|My|No|Not|Some|Many|
    Most|Now|According|What|Who|How|Why|Mr|Mrs|Ms|Dr)\b""",
    re.X,
)
_LAST_WORD = re.compile(r"[\w.’'-]*$")


def split_sentences(text: str, span: Span | None = None) -> tuple[Span, ...]:
    """Sentences within `span` (the whole text if None); no sentence crosses a paragraph.

    >>> t = "Sen. Ann Moe of the U.S. left. “Why?” he asked."
    >>> [s.of(t) for s in split_sentences(t)]
    ['Sen. Ann Moe of the U.S. left.', '“Why?” he asked.']
    """
    if span is None:
        return tuple(s for p in split_paragraphs(text) for s in split_sentences(text, p))
    found = []
    start = span.start
    for match in _END.finditer(text, span.start, span.end):
        if match.end() >= span.end or _ends_here(text, match, start):
            end = min(match.end(), span.end)
            found.append(Span(start, end))
            start = end
            while start < span.end and text[start].isspace():
                start += 1
    if start < span.end:
        found.append(Span(start, span.end))
    return tuple(found)


def _ends_here(text: str, match: re.Match[str], start: int) -> bool:
    """Whether the stop that was matched ends the sentence that began at `start`."""
    after = match.end()
    if not _OPENS.match(text, after):
        return False
    stop = match.group("stop")
    if stop != ".":
        # an ellipsis in mid-sentence is followed by anything; a question or cry ends
        return stop.strip(".…") != "" or bool(_OPENS.match(text, after))
    word = _LAST_WORD.search(text[start : match.start()])
    last = word.group().casefold().strip("’'-") if word else ""
    if last in _TITLES:
        return False
    if (len(last) == 1 and last.isalpha() and last != "i") or re.fullmatch(r"(?:\w\.)+\w", last):
        return bool(_NEW_SENTENCE.match(text, after)) and len(last) > 1
    if last in _OTHERS:
        return bool(_NEW_SENTENCE.match(text, after))
    return True
