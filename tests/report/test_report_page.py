"""The page: its golden copy, its links, its words for signs, and the pages with little on them."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import lxml.html
import pytest
from msgspec.structs import replace
from report_coverage import ACCOUNTS, many_statements

from onrecord.options import ReportOptions
from onrecord.records import About, Article, Findings, Problem, Related
from onrecord.report import render_report

if TYPE_CHECKING:
    from collections.abc import Callable

GOLDEN = Path(__file__).parent / "golden/report.html"
REWRITE = "ONRECORD_REWRITE_GOLDEN"
NOTHING = About("0.1.0")


def without_style(html: str) -> str:
    """The page without its style sheet, which changes more often than what it says."""
    html = re.sub(r"(?s)<style>.*?</style>", "<style></style>", html)
    return re.sub(r"'sha256-[^']+'", "'sha256-...'", html)


def test_the_page_is_its_golden_copy(shared_html: str) -> None:
    """The page of the small coverage has not changed unnoticed."""
    page = without_style(shared_html)
    if os.environ.get(REWRITE) == "1":
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(page, "utf-8")
    told = f"the page changed; look at it, then set {REWRITE}=1 to write {GOLDEN.name} anew"
    assert page == GOLDEN.read_text("utf-8"), told


def test_the_same_findings_give_the_same_page(
    findings: Findings, about: About, shared_html: str
) -> None:
    """Byte for byte."""
    assert render_report(findings, ReportOptions(), about) == shared_html


def test_ids_are_unique_and_links_arrive(tree: Any) -> None:
    """Every link within the page has one target, and no id stands twice."""
    ids = Counter(tree.xpath("//@id"))
    assert [one for one, times in ids.items() if times > 1] == []
    targets = {href[1:] for href in tree.xpath("//@href") if href.startswith("#")}
    assert targets
    assert targets - set(ids) == set()


def test_every_rendering_leads_to_its_words(findings: Findings, private_html: str) -> None:
    """The id of a passage says where it starts and ends, and it holds these words."""
    tree = lxml.html.fromstring(private_html)
    for hidden in tree.xpath("//*[@class='v' or @class='n']"):
        hidden.drop_tree()
    texts = {article.id: article.text for article in findings.articles}
    for statement in findings.statements:
        for rendering in statement.renderings:
            span = rendering.content[0]
            (passage,) = tree.xpath(f"//*[@id='a-{rendering.article}-{span.start}-{span.end}']")
            assert passage.text_content() == span.of(texts[rendering.article])


def test_nothing_is_fetched_and_nothing_runs(tree: Any) -> None:
    """No script, no frame, no picture, no style but the page's own; links out give nothing away."""
    forbidden = "script iframe frame object embed img image link base form input video audio use"
    assert [t for t in forbidden.split() if tree.xpath(f"//{t}")] == []
    assert tree.xpath("//@src | //@srcset | //@style | //@*[starts-with(name(), 'on')]") == []
    outward = tree.xpath("//a[not(starts-with(@href, '#'))]")
    assert {a.get("href") for a in outward} == {
        account.url for account in ACCOUNTS if (account.url or "").startswith("https:")
    }
    assert {a.get("rel") for a in outward} == {"noreferrer noopener"}
    assert [a.text_content() for a in outward] == [a.get("href") for a in outward]


def test_the_policy_allows_the_style_sheet_and_nothing_else(shared_html: str) -> None:
    """The hash in the policy is that of the sheet, and the sheet is small and loads nothing."""
    (style,) = re.findall(r"(?s)<style>(.*?)</style>", shared_html)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    (policy,) = lxml.html.fromstring(shared_html).xpath("//meta[@http-equiv]/@content")
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}';")
    assert len(style.encode()) < 15_000
    assert not re.search(r"url\(|@import|@font-face", style)


def test_signs_have_words(tree: Any) -> None:
    """Every sign that carries meaning has a name, and the strips that repeat it have none."""
    signs = {"●", "◐", "○", "·", "?"}
    for element in tree.iter("b", "a", "span"):
        if (element.text or "").strip() in signs and len(element) == 0:
            assert (
                element.get("aria-label")
                or element.xpath("ancestor-or-self::*[@aria-hidden='true']")
                or (element.get("class") == "n" and not element.get("href"))
            ), lxml.html.tostring(element)


def test_headings_tables_and_landmarks_are_in_order(tree: Any) -> None:
    """One h1, no level skipped, every header cell with its scope, every landmark there."""
    levels = [int(h.tag[1]) for h in tree.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    assert all(th.get("scope") in {"row", "col"} for th in tree.iter("th"))
    assert [len(tree.xpath(f"//{t}")) for t in ("header", "nav", "main", "footer")] == [1] * 4
    assert tree.get("lang") == "en"
    assert tree.xpath("//body/*[1][self::a][@href='#main']")
    sections = ["statements", "speakers", "copies", "matrix", "articles", "problems", "about"]
    assert tree.xpath("//main/section/@id") == sections
    assert tree.xpath("//nav//a/@href") == [f"#{section}" for section in sections]


def text_of(html: str, path: str) -> str:
    """The words of the one element at a path."""
    (element,) = lxml.html.fromstring(html).xpath(path)
    return " ".join(element.text_content().split())


def test_the_masthead_counts(shared_html: str) -> None:
    """Articles, outlets, independent accounts, days, files not read."""
    facts = text_of(shared_html, "//p[@class='facts']")
    assert facts == (
        "7 articles 6 outlets 5 independent accounts 11–14 February 2031 2 files not read"
    )


def test_statements_come_by_their_independent_accounts(shared_html: str) -> None:
    """Most independent accounts first, then what copies alone repeat, then what stands once."""
    tree = lxml.html.fromstring(shared_html)
    tallies = [s.text_content() for s in tree.xpath("//ol//li/details/summary")]
    independent = [int(re.findall(r"(\d+) independent", tally)[0]) for tally in tallies]
    assert independent == sorted(independent, reverse=True)
    assert tallies[0] == "5 of 7 articles, 3 independent"
    assert len(tree.xpath("//ul[@class='rows lone']/li")) == 7


def test_related_statements_lead_to_one_another(findings: Findings) -> None:
    """Those with the same words in common stand in one line; one that is not shown in none."""
    first, second, third, *others = findings.statements
    related = (
        Related(second.id, ("sluice",)),
        Related(third.id, ("sluice",)),
        Related(others[0].id, ("keel", "oar")),
        Related("gone", ("anchor",)),
    )
    changed = replace(
        findings, statements=(replace(first, related=related), *findings.statements[1:])
    )
    tree = lxml.html.fromstring(render_report(changed, ReportOptions(), NOTHING))
    lines = tree.xpath("//ul[@class='also']/li")
    assert [line.text for line in lines] == ["Also on “sluice”: ", "Also on “keel”, “oar”: "]
    assert [len(line.xpath("a")) for line in lines] == [2, 1]
    ids = set(tree.xpath("//@id"))
    assert all(href[1:] in ids for line in lines for href in line.xpath("a/@href"))


def test_nobody_unresolved_gets_a_name(shared_html: str) -> None:
    """The words that stand for the speaker are shown, and that they are not resolved."""
    who = text_of(shared_html, "//li[@id='s-st12']/p[@class='who']")
    assert who == "unresolved: “He”"


def test_absence_is_not_claimed_of_what_was_not_read_whole(shared_html: str) -> None:
    """The account behind a paywall has a question mark in every row."""
    tree = lxml.html.fromstring(shared_html)
    for row in tree.xpath("//table[@class='matrix']/tbody/tr"):
        assert row.xpath("./td")[5].text_content() == "?"


EMPTY = {
    "nothing at all": (Findings(()), "No article could be read"),
    "a file that could not be read": (
        Findings((), (Problem("unreadable", "the file is a picture", file="scan.tif"),)),
        "the file is a picture",
    ),
    "an article in which nobody says anything": (
        Findings((Article("a", "The tide was high. The lock was shut."),)),
        "No statement was found",
    ),
    "an article without a word": (Findings((Article("a", ""),)), "Nothing of its text is shown"),
}


@pytest.mark.parametrize(("found", "words"), EMPTY.values(), ids=EMPTY)
@pytest.mark.parametrize("private", [False, True])
def test_a_page_over_nothing_says_what_was_looked_for(
    found: Findings, words: str, *, private: bool
) -> None:
    """Every section stands and says why it is empty."""
    html = render_report(found, ReportOptions(private=private), NOTHING)
    tree = lxml.html.fromstring(html)
    assert words in " ".join(tree.text_content().split())
    for section in tree.xpath("//main/section"):
        assert len(section.text_content().split()) > 10, section.get("id")


def test_findings_without_later_stages_claim_no_absence(findings: Findings) -> None:
    """Where the matrix was not built, what is not carried cannot be told."""
    html = render_report(replace(findings, matrix=(), copies=()), ReportOptions(), NOTHING)
    cells = lxml.html.fromstring(html).xpath("//table[@class='matrix']/tbody/tr/td")
    assert {cell.text_content().strip("ab") for cell in cells} == {"●", "◐", "○", "?"}


def test_records_that_name_what_is_not_there_are_left_out(findings: Findings) -> None:
    """Copies, attributions and renderings of articles that are not among these."""
    html = render_report(
        replace(findings, articles=findings.articles[1:4]), ReportOptions(), NOTHING
    )
    tree = lxml.html.fromstring(html)
    assert "Upland Wire" not in tree.text_content()
    targets = {href[1:] for href in tree.xpath("//@href") if href.startswith("#")}
    assert targets - set(tree.xpath("//@id")) == set()


def test_speakers_without_a_statement_are_counted(findings: Findings) -> None:
    """Whoever is only named as a source has no line, and no link leads to one."""
    html = render_report(replace(findings, statements=(), matrix=()), ReportOptions(), NOTHING)
    tree = lxml.html.fromstring(html)
    assert not tree.xpath("//details[@class='sp']")
    assert "5 more speakers named as a source" in text_of(html, "//section[@id='speakers']")
    targets = {href[1:] for href in tree.xpath("//@href") if href.startswith("#")}
    assert targets - set(tree.xpath("//@id")) == set()


@pytest.mark.parametrize("number", [1, 10, 250])
def test_statements_stand_in_parts_of_a_hundred(number: int) -> None:
    """However many there are, and the numbering goes on."""
    html = render_report(many_statements(number), ReportOptions(), NOTHING)
    lists = lxml.html.fromstring(html).xpath("//div[@class='part']/ol")
    assert [len(each) for each in lists] == [min(100, number - n) for n in range(0, number, 100)]
    assert [each.get("start") for each in lists] == [str(n + 1) for n in range(0, number, 100)]


def test_outlets_too_many_for_a_strip_are_named(time_limit: Callable[[float], Any]) -> None:
    """A large pile keeps its page readable: no strip, a matrix of bearable size, and says so."""
    with time_limit(10):
        html = render_report(many_statements(300, articles=60), ReportOptions(), NOTHING)
    tree = lxml.html.fromstring(html)
    assert not tree.xpath("//*[@class='strip' or @class='heads']")
    assert len(tree.xpath("(//table[@class='matrix'])[1]/thead/tr/th")) == 41
    words = " ".join(tree.text_content().split())
    assert "Left out here: 20 articles with fewer statements." in words
    assert len(html) < 6_000_000
