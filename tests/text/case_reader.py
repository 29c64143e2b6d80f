"""Cases from tests/cases/*.json as parameters: those that are known to fail, strictly so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

CASES = Path(__file__).parent.parent / "cases"


def read_cases(file: str) -> list[object]:
    """Every case of a file as a `pytest.param`, named after its group and itself."""
    groups = json.loads((CASES / file).read_text("utf-8"))
    known = pytest.mark.xfail(strict=True, reason="a known failure")
    return [
        pytest.param(
            case,
            id=f"{group}: {case['name']}",
            marks=[known] if group == "known failures" else [],
        )
        for group, cases in groups.items()
        for case in cases
    ]
