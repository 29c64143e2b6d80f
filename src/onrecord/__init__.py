"""onrecord: who said what, who carried it, in which words, with proof.

    import onrecord

    report = onrecord.read(["articles/"]).report()
    report.write_html("report.html")

Nothing is loaded before it is asked for: `import onrecord` alone costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from onrecord.collection import Collection, Report, find_attributions, read
    from onrecord.errors import OnrecordError
    from onrecord.options import Options
    from onrecord.records import Article, Attribution, Speaker, Statement

__all__ = [
    "Article",
    "Attribution",
    "Collection",
    "OnrecordError",
    "Options",
    "Report",
    "Speaker",
    "Statement",
    "__version__",
    "find_attributions",
    "read",
]

_HOME = {
    "Article": "records",
    "Attribution": "records",
    "Collection": "collection",
    "OnrecordError": "errors",
    "Options": "options",
    "Report": "collection",
    "Speaker": "records",
    "Statement": "records",
    "find_attributions": "collection",
    "read": "collection",
}
"""The module each public name lives in."""


def __getattr__(name: str) -> object:
    """A public name, its module imported now that it is needed."""
    if name not in _HOME:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"onrecord.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    """Every public name, loaded or not."""
    return sorted(__all__)
