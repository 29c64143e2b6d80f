"""A trained tagger on top of the rules: optional, loaded when first asked.

Nothing is imported or read until `load_tagger` is called, so that rules alone need no numpy and
no model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribution.found import Found
    from onrecord.attribution.tagger.model import Tagger
    from onrecord.records import Span


ALONE = "tagger"
"""How an attribution says that the rules do not have its cue."""

FAINT = "tagger, inside another"
"""How an attribution says that it counts only inside the words of another: its cue is faint."""


def load_tagger() -> Tagger | None:
    """The shipped tagger, or None where it or what it runs on is not installed."""
    from importlib.util import find_spec

    if find_spec("onnxruntime") is None:
        return None
    from onrecord.attribution.tagger.model import load_tagger as load

    return load()


def keep_confident(
    found: Sequence[Found], outer: Sequence[int | None], quotations: Sequence[Span]
) -> list[Found]:
    """What is sure enough to keep, given which attribution each one lies in."""
    from onrecord.attribution.tagger.decode import Thresholds, confident

    return confident(found, outer, quotations, Thresholds())


def tag(tagger: Tagger, text: str, rules: Sequence[Found]) -> list[Found]:
    """What the tagger finds in a text, given what the rules found there."""
    from onrecord.attribution.tagger.decode import Thresholds
    from onrecord.attribution.tagger.model import tag as run

    return run(tagger, text, rules, Thresholds())
