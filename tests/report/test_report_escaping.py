"""Whatever stands in an article, none of it becomes markup."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import lxml.html
import msgspec
from hypothesis import example, given, settings
from hypothesis import strategies as st
from report_coverage import build_coverage

from onrecord.options import ReportOptions
from onrecord.records import About, Findings
from onrecord.report import render_report

if TYPE_CHECKING:
    from collections.abc import Callable

HOSTILE = (
    "<zzz onclick=1>",
    "</p>",
    "</style>",
    "<script>alert(1)</script>",
    "<!--",
    "]]>",
    '"><svg onload=x>',
    "' autofocus onfocus=x '",
    "{{ 7 * 7 }}",
    "{% raw %}",
    "&lt;b&gt;",
    "&#60;",
    "javascript:x",
    "\x00",
    "\ud800",
    "\u202e",
    "\r",
)
FINDINGS = build_coverage()
ALLOWED = frozenset(
    "aria-hidden aria-label aria-labelledby charset class content d dir height href http-equiv id "
    "lang name open preserveaspectratio rel role rx scope start tabindex viewbox width x y".split()
)


def replaced(value: Any, change: Callable[[str], str], kept: frozenset[str]) -> Any:
    """A copy of JSON-like values with every string changed but the words that mean something."""
    if isinstance(value, str):
        return value if value in kept else change(value)
    if isinstance(value, list | tuple):
        return [replaced(one, change, kept) for one in value]
    if isinstance(value, dict):
        return {key: replaced(one, change, kept) for key, one in value.items()}
    return value


WORDS_OF_RECORDS = frozenset(
    "direct indirect mixed speech attitude decree person organisation group unnamed exact near "
    "partial reworded same truncated altered paraphrased own-voice quoted reported absent unknown "
    "dropped added replaced paywalled title outlet published byline url".split()
)
"""Values that the records' types allow; and the names of an article's fields in its signals."""


def hostile_findings(findings: Findings, pieces: list[str]) -> Findings:
    """The findings with every text prefixed by hostile words, references still matching."""

    def change(text: str) -> str:
        piece = pieces[sum(map(ord, text)) % len(pieces)]
        return text + piece

    plain = msgspec.to_builtins(findings)
    # An article's text keeps its place under the offsets: the hostile words go behind it and over
    # the first letters of each paragraph.
    changed = replaced(plain, change, WORDS_OF_RECORDS)
    assert changed["articles"][0]["title"] != plain["articles"][0]["title"]
    filler = "".join(pieces)
    for article, was in zip(changed["articles"], plain["articles"], strict=True):
        text = re.sub(r"(?m)^.{1,30}", lambda m: (filler * 30)[: len(m.group())], was["text"])
        article["text"] = text + filler
    return msgspec.convert(changed, Findings)


def tamed(findings: Findings) -> Findings:
    """The same findings without the characters that make markup; the words stay words."""
    table = str.maketrans({"<": "‹", ">": "›", "&": "-"})
    plain = msgspec.to_builtins(findings)
    return msgspec.convert(
        replaced(plain, lambda text: text.translate(table), WORDS_OF_RECORDS), Findings
    )


def shape(html: str) -> Counter[tuple[str, tuple[str, ...]]]:
    """How often each element stands on a page with which attributes."""
    return Counter(
        (element.tag, tuple(sorted(element.keys())))
        for element in lxml.html.fromstring(html).iter()
        if isinstance(element.tag, str)
    )


@settings(max_examples=15, deadline=None)
@example(pieces=["<zzz onclick=1>"])
@example(pieces=['"><svg onload=x>'])
@example(pieces=["' autofocus onfocus=x '"])
@given(
    pieces=st.lists(
        st.sampled_from(HOSTILE) | st.text(min_size=1, max_size=12), min_size=1, max_size=6
    )
)
def test_no_text_becomes_markup(pieces: list[str]) -> None:
    """A page over hostile words has the elements of the page over the same words tamed."""
    hostile = hostile_findings(FINDINGS, pieces)
    about = About(pieces[0], ((pieces[-1], pieces[0]),), ((pieces[0], pieces[-1]),))
    for private in (False, True):
        options = ReportOptions(private=private, title=pieces[0])
        found = shape(render_report(hostile, options, about))
        assert found == shape(render_report(tamed(hostile), options, about))
        assert {name for _, names in found for name in names} <= ALLOWED
        tags = {tag for tag, _ in found}
        assert not tags & {"zzz", "script", "img", "iframe"}


@given(title=st.text(max_size=60))
def test_a_text_stands_as_it_was(title: str) -> None:
    """What the reader sees is what was given, but for characters HTML cannot hold."""
    html = render_report(Findings(()), ReportOptions(title=title), About("0"))
    assert "\x00" not in html
    html.encode("utf-8")
    (heading,) = lxml.html.fromstring(html).xpath("//h1")
    unfit = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
    fit = re.sub(unfit, "\ufffd", title)
    assert "".join(heading.text_content().split()) == "".join(fit.split())
