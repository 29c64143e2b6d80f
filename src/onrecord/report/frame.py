"""The page's frame: masthead, table of contents, and what it says about itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.report.extracts import LONGEST, SHARE
from onrecord.report.problems import count_not_read
from onrecord.report.wording import SYMBOLS, counted, maybe_date, period_words

if TYPE_CHECKING:
    from onrecord.options import ReportOptions
    from onrecord.records import About
    from onrecord.report.index import Index
    from onrecord.report.wording import Symbol


class Fact(NamedTuple):
    """One figure of the masthead, and the section it is about."""

    text: str
    href: str


class Entry(NamedTuple):
    """One line of the table of contents."""

    name: str
    href: str
    amount: str


class Masthead(NamedTuple):
    """The head of the page."""

    title: str
    facts: tuple[Fact, ...]
    symbols: tuple[Symbol, ...]
    private: bool


class AboutView(NamedTuple):
    """What made the page."""

    version: str
    settings: tuple[tuple[str, str], ...]
    inputs: tuple[tuple[str, str], ...]
    figures: tuple[tuple[str, str], ...]
    private: bool
    share: int
    longest: int


def view_masthead(index: Index, options: ReportOptions) -> Masthead:
    """What the page is about, in figures."""
    days = [maybe_date(article.published) for article in index.articles.values()]
    outlets = {article.outlet for article in index.articles.values() if article.outlet}
    not_read = count_not_read(index)
    facts = (
        Fact(counted(len(index.articles), "article"), "articles"),
        Fact(counted(len(outlets), "outlet") if outlets else "", "articles"),
        Fact(counted(index.independent, "independent account"), "copies"),
        Fact(period_words(day for day in days if day), ""),
        Fact(f"{counted(not_read, 'file')} not read" if not_read else "", "problems"),
    )
    return Masthead(
        title=options.title,
        facts=tuple(fact for fact in facts if fact.text),
        symbols=tuple(SYMBOLS.values()),
        private=options.private,
    )


def view_contents(counts: dict[str, int]) -> tuple[Entry, ...]:
    """The table of contents: each section with how much it holds."""
    names = {
        **({"stories": "Stories"} if "stories" in counts else {}),
        "statements": "Statements",
        "speakers": "Speakers",
        "copies": "Copies",
        "matrix": "Matrix",
        "articles": "Articles",
        "problems": "Problems",
        "about": "About",
    }
    return tuple(
        Entry(name, href, f"{counts[href]:,}" if href in counts else "")
        for href, name in names.items()
    )


def view_about(about: About, options: ReportOptions) -> AboutView:
    """What made the page."""
    return AboutView(
        version=about.version,
        settings=about.settings,
        inputs=about.inputs,
        figures=about.figures,
        private=options.private,
        share=round(100 * SHARE),
        longest=LONGEST,
    )
