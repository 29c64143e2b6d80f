"""Dates, bylines, datelines and outlets' names as printed: what is told, what is left open."""

from __future__ import annotations

import pytest

from onrecord.reading.bylines import byline_of, is_byline, is_stray_byline
from onrecord.reading.dates import date_in_name, is_date_line, maybe_date
from onrecord.reading.furniture import find_dateline
from onrecord.reading.outlets import host_of, outlet_beside, without_outlet
from onrecord.reading.roles import role_of

DATES = {
    "2031-05-06": "2031-05-06",
    "2031-05-06T07:08:09Z": "2031-05-06T07:08:09+00:00",
    "2031-05-06T07:08:09.123+0200": "2031-05-06T07:08:09+02:00",
    "2031-05-06 07:08": "2031-05-06T07:08:00",
    "20310506T070809Z": "2031-05-06T07:08:09+00:00",
    "20310506": "2031-05-06",
    "Tue, 06 May 2031 07:08:09 GMT": "2031-05-06T07:08:09+00:00",
    "Tue, 6 May 2031 07:08:09 -0500": "2031-05-06T07:08:09-05:00",
    "6 May 2031": "2031-05-06",
    "May 6th, 2031": "2031-05-06",
    "Sept. 5, 2031": "2031-09-05",
    "Published 6 May 2031 at 9.40 pm": "2031-05-06T21:40:00",
    "May 6, 2031 12:05 a.m. EDT": "2031-05-06T00:05:00-04:00",
    "7:15 AM, May 6, 2031": "2031-05-06T07:15:00",
    "06.05.2031": "2031-05-06",
    "13/04/2031": "2031-04-13",
    "04/13/2031": "2031-04-13",
    "05/05/2031": "2031-05-05",
    "1935824889": "2031-05-06T09:08:09+00:00",
    "1935824889000": "2031-05-06T09:08:09+00:00",
    "03/04/2031": None,
    "2031-13-06": None,
    "2031-02-30": None,
    "May 2031": None,
    "yesterday": None,
    "6 May": None,
    "12 men": None,
    "": None,
    "2031-05-06T99:99": "2031-05-06",
    "0031-05-06": None,
}


@pytest.mark.parametrize("printed", DATES)
def test_dates_are_iso_or_not_told(printed: str) -> None:
    """A date comes with its time if it has one; what is not certain is None."""
    assert maybe_date(printed) == DATES[printed]


@pytest.mark.parametrize("printed", [date for date in DATES.values() if date])
def test_told_dates_stay_what_they_are(printed: str) -> None:
    """Reading a date that reading has written gives the same date."""
    assert maybe_date(printed) == printed


def test_dates_in_names() -> None:
    """A file name or an address may hold a date, and digits that are none."""
    assert date_in_name("2031-05-06-ferry.txt") == "2031-05-06"
    assert date_in_name("ferry_20310506.txt") == "2031-05-06"
    assert date_in_name("https://x.example/2031/5/6/ferry") == "2031-05-06"
    assert date_in_name("ferry-1234567890123.txt") is None
    assert date_in_name("2031-99-06.txt") is None
    assert date_in_name("ferry.txt") is None


def test_lines_that_are_dates() -> None:
    """A line is a date if hardly a word stands beside it."""
    assert is_date_line("Wednesday, 6 May 2031, 9.40 am")
    assert is_date_line("Published: 6 May 2031 | Updated 7 May")
    assert not is_date_line("On 6 May 2031 the ferry company asked for an answer.")
    assert not is_date_line("The ferry")


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("By Ada Moe", "Ada Moe"),
        ("BY ADA MOE", "ADA MOE"),
        ("by Ada Moe and Jon Lind | 6 May 2031", "Ada Moe and Jon Lind"),
        ("By Ada Moe in Holm", "Ada Moe"),
        ("Ada Moe, Staff Writer", "Ada Moe, Staff Writer"),
        ("By Ada Moe\nTransport editor", "Ada Moe"),
        ("https://x.example/moe", None),
        ("By " + "Ada " * 40, None),
        ("6 May 2031", None),
        ("", None),
    ],
)
def test_bylines_give_names(printed: str, names: str | None) -> None:
    """What is no name goes: "By", places, dates, jobs after a bar."""
    assert byline_of(printed) == names


def test_lines_that_are_bylines() -> None:
    """A byline names people and ends without a stop."""
    assert is_byline("By Ada Moe, Jon Lind and Per van der Aa")
    assert is_byline("By ADA MOE, Northern Wire")
    assert is_byline("Written by Ada Moe")
    assert not is_byline("By noon the ferry had gone")
    assert not is_byline("By Ada Moe.")
    assert not is_byline("By Holm the wind turned, and with it the council's mind, " * 4)


def test_names_alone_are_stray_bylines() -> None:
    """A mark and two to four names, nothing else."""
    assert is_stray_byline("  • Leopold Kestrel")
    assert is_stray_byline("- Ada van Moe")
    assert not is_stray_byline("Leopold Kestrel")
    assert not is_stray_byline("- The ferry stays")
    assert not is_stray_byline("• Leopold")


@pytest.mark.parametrize(
    ("text", "agency", "date"),
    [
        ("HOLM (AP) — The ferry stays.", "AP", None),
        ("HOLM, Norway, 6 May 2031 (Northern Wire) – It stays.", "Northern Wire", "6 May 2031"),
        ("HOLM, May 6 (Reuters) - It stays.", "Reuters", "May 6"),
        ("(Reuters) — It stays.", "Reuters", None),
        ("By Ada Moe\n\nHOLM, Norway — It stays.", None, None),
        ("NATO - it says - has asked for a landing.", None, None),
        ("The ferry (MS Holm) — it stays.", None, None),
    ],
)
def test_datelines_name_agency_and_date(text: str, agency: str | None, date: str | None) -> None:
    """A dateline names a place in capitals, and at times an agency and a date."""
    found = find_dateline(text)
    assert (found.agency, found.date) == (agency, date)


@pytest.mark.parametrize(
    ("title", "outlets", "cut"),
    [
        ("Ferry stays - The Gazette", ("Gazette",), "Ferry stays"),
        ("Ferry stays | Gazette News | Holm", ("Gazette", "Holm"), "Ferry stays"),
        ("The Gazette: ferry stays", ("The Gazette",), "The Gazette: ferry stays"),
        ("Gazette » Ferry stays", ("Gazette",), "Ferry stays"),
        ("Ferry stays – and goes", ("Gazette",), "Ferry stays – and goes"),
        ("Ferry stays - holmgazette", ("holm-gazette.example",), "Ferry stays"),
        ("The Gazette", ("The Gazette",), "The Gazette"),
        ("Gazette | Gazette", ("Gazette",), "Gazette"),
        ("Ferry - stays - Gazette", (), "Ferry - stays - Gazette"),
    ],
)
def test_outlets_are_cut_off_titles(title: str, outlets: tuple[str, ...], cut: str) -> None:
    """Only parts that name the outlet go, and something always stays."""
    assert without_outlet(title, outlets) == cut


def test_outlets_beside_headings_and_in_addresses() -> None:
    """What the title element adds to the heading is a name, if it is one; a host is one, too."""
    assert outlet_beside("Ferry stays - The Gazette", "Ferry stays") == "The Gazette"
    assert outlet_beside("The Gazette: Ferry stays", "Ferry stays") == "The Gazette"
    assert outlet_beside("Ferry stays", "Ferry stays") is None
    assert outlet_beside("Why the ferry stays on and on and on for years", "ferry stays") is None
    assert host_of("https://www.gazette.example/x") == "gazette.example"
    assert host_of("nonsense") is None
    assert host_of("http://[") is None


def test_roles_come_from_elements_and_the_words_of_classes() -> None:
    """Words within camel case and underscores count, parts of words do not."""
    assert role_of("aside", {}) == "aside"
    assert role_of("div", {"class": "article__relatedLinks"}) == "related"
    assert role_of("div", {"id": "cookie-banner"}) == "advert"
    assert role_of("p", {"hidden": ""}) == "hidden"
    assert role_of("p", {"style": "color: red; DISPLAY:none"}) == "hidden"
    assert role_of("div", {"role": "navigation"}) == "navigation"
    assert role_of("div", {"class": "shadow headline adapted"}) is None
    assert role_of("blockquote", {"class": "twitter-tweet"}) == "embed"
