"""The page in a browser: accessible, at rest without scripts, reachable by key, printable."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from report_coverage import many_statements

from onrecord.options import ReportOptions
from onrecord.records import About
from onrecord.report import render_report

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true })"


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing(
    page: Page, address_of: Callable[[str], str], private_html: str, scheme: str, width: int
) -> None:
    """No fault that the accessibility checker knows, everything opened."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address_of(private_html))
    page.evaluate(OPEN_ALL)
    found = Axe().run(page, options={"resultTypes": ["violations"]})
    assert found.violations_count == 0, found.generate_report()


def test_no_request_leaves_the_page(
    page: Page, address_of: Callable[[str], str], shared_html: str
) -> None:
    """Nothing is asked for but the file itself, and the browser has nothing to complain of."""
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    address = address_of(shared_html)
    page.goto(address)
    page.evaluate(OPEN_ALL)
    page.mouse.wheel(0, 5000)
    page.wait_for_load_state("networkidle")
    assert asked == [address]
    assert said == []


def test_the_page_works_with_scripts_off(
    browser: Browser, address_of: Callable[[str], str], shared_html: str
) -> None:
    """Details open, and a link into closed details opens them and arrives."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address_of(shared_html))
    wording = page.locator("#s-st0 .how")
    assert not wording.is_visible()
    page.locator("#s-st0 > details > summary").click()
    assert wording.is_visible()
    lone = page.locator("#s-st10")
    page.locator("details.fold", has=lone).locator("> summary").click()
    assert not lone.is_visible()
    page.locator("#p-blum summary").click()
    page.locator("#p-blum a").click()
    assert lone.is_visible()
    context.close()


def test_every_control_is_reached_by_key(
    page: Page, address_of: Callable[[str], str], shared_html: str
) -> None:
    """Tab visits each link, each summary and each table that scrolls, the skip link first."""
    page.goto(address_of(shared_html))
    page.evaluate(OPEN_ALL)
    controls = page.evaluate(
        """() => {
            window.all = [...document.querySelectorAll('a[href], summary, [tabindex="0"]')];
            return window.all.length;
        }"""
    )
    reached = []
    for _ in range(controls):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("window.all.indexOf(document.activeElement)"))
    assert reached == list(range(controls))


def test_keys_open_and_close(
    page: Page, address_of: Callable[[str], str], shared_html: str
) -> None:
    """Enter opens a statement, Space closes it."""
    page.goto(address_of(shared_html))
    summary = page.locator("#s-st0 > details > summary")
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator("#s-st0 .how").is_visible()
    page.keyboard.press("Space")
    assert not page.locator("#s-st0 .how").is_visible()


def test_the_page_is_never_wider_than_the_window(
    page: Page, address_of: Callable[[str], str], private_html: str
) -> None:
    """On a telephone only the matrix scrolls sideways, and that within itself."""
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(address_of(private_html))
    page.evaluate(OPEN_ALL)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_print_shows_what_is_closed_on_screen(
    page: Page, address_of: Callable[[str], str], shared_html: str
) -> None:
    """On paper the details are open, and the contents and hidden words are gone."""
    page.goto(address_of(shared_html))
    assert not page.locator("#s-st0 .how").is_visible()
    page.emulate_media(media="print")
    assert page.locator("#s-st0 .how").is_visible()
    assert not page.locator("nav").is_visible()
    assert page.locator(".v").first.evaluate("one => getComputedStyle(one).display") == "none"
    paper = page.pdf(prefer_css_page_size=True)
    assert paper.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) >= 5


def test_three_thousand_statements_scroll(page: Page, address_of: Callable[[str], str]) -> None:
    """A large page is there at once, and a jump to its end arrives."""
    html = render_report(many_statements(3000), ReportOptions(), About("0"))
    page.set_default_timeout(20_000)
    page.goto(address_of(html))
    assert page.locator("ol > li").count() == 3000
    page.locator("nav a[href='#about']").click()
    box = page.locator("#h-about").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 200
    page.goto(page.url.split("#")[0] + "#s-n2500")
    box = page.locator("#s-n2500").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 200


def test_what_is_worth_a_look_opens(
    browser: Browser, address_of: Callable[[str], str], shared_html: str
) -> None:
    """A link of the first lines shows the altered wording, folded as it was, without scripts."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address_of(shared_html))
    wording = page.locator("#s-st0-4")
    assert not wording.is_visible()
    page.locator(".glance a[href='#s-st0-4']").click()
    assert wording.is_visible()
    context.close()


def test_paper_leaves_out_how_it_was_read(
    page: Page, address_of: Callable[[str], str], shared_html: str
) -> None:
    """Statements of one article only have no row in the printed matrix, readings no table."""
    page.goto(address_of(shared_html))
    rows = page.locator(".matrix tbody tr")
    assert all(row.is_visible() for row in rows.all())
    page.emulate_media(media="print")
    assert [row.is_visible() for row in rows.all()] == [True] * 6 + [False] * 7
    assert not page.locator("details.each").first.is_visible()
    assert page.locator(".paper").is_visible()
