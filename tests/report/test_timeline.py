"""The picture of who carried what when: days, lanes, numbers, and what is not drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import lxml.html
from msgspec.structs import replace

from onrecord.options import ReportOptions
from onrecord.report import render_report

if TYPE_CHECKING:
    from onrecord.records import About, Findings


def dated(findings: Findings, *days: str | None) -> Findings:
    """The coverage with its articles dated anew, in order."""
    articles = zip(findings.articles, days, strict=True)
    return replace(findings, articles=tuple(replace(a, published=d) for a, d in articles))


def picture(findings: Findings, about: About) -> list[tuple[str, list[tuple[str, str]]]]:
    """Each outlet's marks of the table under the picture, by day."""
    tree = lxml.html.fromstring(render_report(findings, ReportOptions(), about))
    days = [th.text for th in tree.xpath("//h3[@id='when']/following::table[1]//thead//th")][1:]
    rows = []
    for row in tree.xpath("//h3[@id='when']/following::table[1]//tbody/tr"):
        cells = [" ".join(td.text_content().split()) for td in row.xpath("td")]
        name = row.xpath("th")[0].text_content()
        rows.append((name, [(d, c) for d, c in zip(days, cells, strict=True) if c]))
    return rows


def test_outlets_stand_by_the_day_they_carried_a_statement(
    findings: Findings, about: About
) -> None:
    """The first to carry it come first and are told as first; the others follow by day."""
    days = ("2031-03-12", "2031-03-12", "2031-03-13", "2031-03-13", "2031-03-14", None, None)
    rows = picture(dated(findings, *days), about)
    assert [name for name, _ in rows][:2] == ["Upland Wire", "Marrow Herald"]
    wire, review = dict(rows)["Upland Wire"], dict(rows)["Weekly Review"]
    assert wire[0][0] == "12 Mar 2031"
    assert "1 quoted, first here" in wire[0][1]
    assert [day for day, _ in review] == ["14 Mar 2031"]
    assert "first here" not in review[0][1]


def test_articles_without_a_date_are_named_beside_the_picture(
    findings: Findings, about: About
) -> None:
    """What cannot be drawn is told, and stands in no lane."""
    days = ("2031-03-12", "2031-03-13", None, None, None, None, None)
    page = render_report(dated(findings, *days), ReportOptions(), about)
    assert "Not drawn: <bdi>without a date: Evening Post" in page
    assert "Evening Post" not in dict(picture(dated(findings, *days), about))


def test_one_day_makes_no_picture(findings: Findings, about: About) -> None:
    """Where all articles are of one day, or none has a date, there is no picture."""
    for day in ("2031-03-12", None):
        assert 'id="when"' not in render_report(dated(findings, *[day] * 7), ReportOptions(), about)


def test_every_mark_leads_to_a_place_on_the_page(findings: Findings, about: About) -> None:
    """Each mark of the drawing links to an id that exists."""
    days = ("2031-03-12", "2031-03-12", "2031-03-13", "2031-03-13", "2031-03-14", None, None)
    page = render_report(dated(findings, *days), ReportOptions(), about)
    tree = lxml.html.fromstring(page)
    hrefs = tree.xpath("//figure[contains(@class, 'when')]//a/@href")
    assert hrefs
    assert {href[1:] for href in hrefs} <= set(tree.xpath("//@id"))
