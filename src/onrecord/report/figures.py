"""Known error rates, as the page tells them."""

from __future__ import annotations

import tomllib
from importlib.resources import files


def read_figures() -> tuple[tuple[str, str], ...]:
    """What was measured, and the figure with what it was measured on."""
    text = files("onrecord.report").joinpath("figures.toml").read_text(encoding="utf-8")
    return tuple(
        (f["figure"], f"{f['value']} ({f['corpus']})") for f in tomllib.loads(text)["figures"]
    )
