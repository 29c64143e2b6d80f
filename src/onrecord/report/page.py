"""The report: one self-contained HTML page that needs no network and runs no script."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

from onrecord.report.articles import view_articles
from onrecord.report.copies import view_copies, view_sharing
from onrecord.report.extracts import choose_extracts
from onrecord.report.frame import view_about, view_contents, view_masthead
from onrecord.report.glance import view_glance
from onrecord.report.index import build_index
from onrecord.report.matrix import view_matrix
from onrecord.report.passages import mark_articles
from onrecord.report.problems import view_problems
from onrecord.report.renderings import Shown
from onrecord.report.speakers import view_speakers
from onrecord.report.statements import rank_statements, view_statements
from onrecord.report.stories import view_stories
from onrecord.report.timeline import view_timeline

if TYPE_CHECKING:
    from onrecord.options import ReportOptions
    from onrecord.records import About, Findings

_NOT_IN_HTML = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
"""Characters that HTML forbids or UTF-8 cannot hold; the text keeps its length without them."""


def render_report(findings: Findings, options: ReportOptions, about: About) -> str:
    """The report as one HTML page: no script, no request, the same bytes for the same findings.

    Texts are escaped wherever they stand. With `options.private` the articles are shown whole,
    else in short extracts (see `onrecord.report.extracts`).
    """
    index = build_index(findings)
    ranked = rank_statements(index.statements.values())
    extracts = choose_extracts(index, ranked, private=options.private)
    marked = mark_articles(index, extracts)
    passages = {p: a for article in marked.values() for p, a in article.passages.items()}
    shown = Shown(extracts, passages)
    statements = view_statements(index, ranked, shown)
    views = statements.by_id()
    copies = view_copies(index, extracts, findings.copy_pairs)
    speakers = view_speakers(index, ranked, views)
    problems = view_problems(index, shown)
    stories = view_stories(index, findings.stories, ranked, views)
    counts = {
        **({"stories": stories.total} if stories else {}),
        "statements": len(ranked),
        "speakers": speakers.resolved,
        "copies": sum(len(group.members) - 1 for group in copies),
        "articles": len(index.articles),
        "problems": problems.total,
    }
    style, style_hash = _style()
    page = (
        _environment()
        .get_template("page.html")
        .render(
            masthead=view_masthead(index, options),
            contents=view_contents(counts),
            stories=stories,
            glance=view_glance(index, ranked),
            statements=statements,
            timeline=view_timeline(index, ranked, views, shown),
            speakers=speakers,
            copies=copies,
            sharing=view_sharing(index, findings.copy_pairs),
            matrix=view_matrix(index, ranked, views, shown),
            articles=view_articles(index, marked, extracts),
            problems=problems,
            about=view_about(about, options),
            style=style,
            style_hash=style_hash,
        )
    )
    return _NOT_IN_HTML.sub("\ufffd", page)


@cache
def _environment() -> Environment:
    """The templates, with escaping on and a missing name an error."""
    return Environment(
        loader=PackageLoader("onrecord.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


@cache
def _style() -> tuple[str, str]:
    """The style sheet and the hash by which the page allows it and no other."""
    text = files("onrecord.report").joinpath("templates/style.css").read_text(encoding="utf-8")
    digest = hashlib.sha256(text.encode()).digest()
    return text, base64.b64encode(digest).decode()
