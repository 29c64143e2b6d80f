"""The Python API: docs/api.md and the docstrings run, the front door says what it promises."""

from __future__ import annotations

import ast
import doctest
import importlib
import os
import pkgutil
from pathlib import Path

import msgspec
import pytest

import onrecord
from onrecord.errors import NoText, NothingReadable, PathMissing
from onrecord.options import Options, ReportOptions

ROOT = Path(__file__).parent.parent
SAMPLE = str(ROOT / "examples/lock-gate/articles")


def test_the_page_on_the_api_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every example of docs/api.md gives what the page says."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    failed, tried = doctest.testfile(
        str(ROOT / "docs/api.md"), module_relative=False, encoding="utf-8"
    )
    assert tried > 10
    assert failed == 0
    assert os.path.exists("report.html")


@pytest.mark.parametrize("package", ["cli", "export", "collection"])
def test_docstrings_run(package: str) -> None:
    """Every example in a docstring of the outer packages gives what it says."""
    module = importlib.import_module(f"onrecord.{package}")
    inner = pkgutil.iter_modules(getattr(module, "__path__", []))
    modules = [module, *(importlib.import_module(f"onrecord.{package}.{m.name}") for m in inner)]
    assert sum(doctest.testmod(m).failed for m in modules) == 0


def test_every_public_name_is_there() -> None:
    """Each name that the package lists can be had, and a missing one is an AttributeError."""
    assert {name for name in onrecord.__all__ if getattr(onrecord, name) is None} == set()
    with pytest.raises(AttributeError, match="no attribute 'reprot'"):
        getattr(onrecord, "reprot")  # noqa: B009  the name is not there on purpose


def test_names_are_typed() -> None:
    """A type checker sees the lazy names: those imported for it are those that can be had."""
    tree = ast.parse(Path(onrecord.__file__).read_text("utf-8"))
    (typed,) = [node for node in tree.body if isinstance(node, ast.If)]
    seen = {a.name for node in typed.body if isinstance(node, ast.ImportFrom) for a in node.names}
    assert seen | {"__version__"} == set(onrecord.__all__)


def test_a_report_is_frozen() -> None:
    """A report cannot be changed, so that what was shown stays what was found."""
    report = onrecord.Collection(()).report()
    with pytest.raises(AttributeError):
        report.options = Options()  # type: ignore[misc]


def test_an_empty_folder_is_nothing_readable(tmp_path: Path) -> None:
    """Reading raises where no article came of it, and names what was asked for."""
    with pytest.raises(NothingReadable, match=str(tmp_path)):
        onrecord.read([tmp_path])
    with pytest.raises(PathMissing):
        onrecord.read(str(tmp_path / "missing"))


def test_problems_of_articles_are_problems_of_the_report() -> None:
    """A report lists the problems of files and of articles, each once."""
    report = onrecord.read([SAMPLE]).report()
    of_articles = [p for article in report.articles for p in article.problems]
    assert set(of_articles) <= set(report.problems)
    assert len(report.problems) == len(set(report.problems))


def test_the_page_tells_what_made_it() -> None:
    """The page names the version and every file with its hash."""
    page = onrecord.read([SAMPLE]).report().html()
    assert onrecord.__version__ in page
    assert "2031-03-12-tidewater-wire.html" in page


def test_options_reach_the_page() -> None:
    """The title asked for is the one shown."""
    options = Options(report=ReportOptions(title="Lock gate"))
    assert "<title>Lock gate" in onrecord.read([SAMPLE], options).report().html()


def test_findings_go_through_json() -> None:
    """All of a report's records can be written as JSON and read back equal."""
    findings = onrecord.read([SAMPLE]).report().findings
    again = msgspec.json.decode(msgspec.json.encode(findings), type=type(findings))
    assert again == findings


def test_bytes_are_no_text() -> None:
    """Bytes are refused with a word on what to do."""
    with pytest.raises(NoText, match="got bytes; bytes must be decoded first"):
        onrecord.find_attributions(b"He said so.")  # type: ignore[arg-type]


def test_one_path_alone_is_read() -> None:
    """A single path, text or Path, is read like a list of one."""
    assert onrecord.read(Path(SAMPLE)).articles == onrecord.read([SAMPLE]).articles
