"""What the tests of the report share: the small coverage, its page, and the browser to look in."""

from __future__ import annotations

import os
import shutil
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import lxml.html
import pytest
from report_coverage import build_about, build_coverage

from onrecord.options import ReportOptions
from onrecord.report import render_report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from onrecord.records import About, Findings

CHROMIUM = os.environ.get("ONRECORD_CHROMIUM") or shutil.which("chromium")
NO_CHROMIUM = (
    "no chromium here, so the page is not looked at in a browser; to have it looked at: "
    "apt-get install -y chromium (or set ONRECORD_CHROMIUM to the path of one)"
)


@pytest.fixture(scope="session")
def findings() -> Findings:
    """The findings of the small coverage."""
    return build_coverage()


@pytest.fixture(scope="session")
def about() -> About:
    """What the command would tell of itself."""
    return build_about()


@pytest.fixture(scope="session")
def shared_html(findings: Findings, about: About) -> str:
    """The page to share."""
    return render_report(findings, ReportOptions(), about)


@pytest.fixture(scope="session")
def private_html(findings: Findings, about: About) -> str:
    """The page for oneself."""
    return render_report(findings, ReportOptions(private=True), about)


@pytest.fixture(params=["shared", "private"])
def tree(request: pytest.FixtureRequest, shared_html: str, private_html: str) -> Any:
    """The parsed page, to share and for oneself."""
    return lxml.html.fromstring(shared_html if request.param == "shared" else private_html)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """How Playwright starts the browser: Debian's, not one of its own."""
    if CHROMIUM is None:
        pytest.skip(NO_CHROMIUM)
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    return {"executable_path": CHROMIUM, "args": arguments}


@pytest.fixture(scope="session")
def base_url() -> None:
    """No base for addresses. The plugin's own fixture raises a deprecation warning of pytest 9."""


@pytest.fixture
def address_of(tmp_path: Path) -> Callable[[str], str]:
    """Write a page into a file; its address."""

    def write(html: str) -> str:
        path = tmp_path / "report.html"
        path.write_text(html, "utf-8")
        return path.as_uri()

    return write


@pytest.fixture
def time_limit() -> Callable[[float], AbstractContextManager[None]]:
    """A block that must be done within so many seconds of this process's own time."""

    @contextmanager
    def limit(seconds: float) -> Iterator[None]:
        start = time.process_time()
        yield
        assert time.process_time() - start < seconds

    return limit
