"""By how much the steps of a function grow with its text: growth, tested without a clock."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    Tracer = Callable[[FrameType, str, Any], Any]


def count_steps(function: Callable[[str], object], text: str) -> int:
    """The bytecode instructions of one call, after a first call that filled the caches.

    The same on every run of one interpreter. What happens inside C (a slice, a sort, a regular
    expression) counts as one step.
    """
    function(text)
    count = 0

    def trace(frame: FrameType, _event: str, _argument: object) -> Tracer:
        nonlocal count
        frame.f_trace_opcodes = True
        frame.f_trace_lines = False
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        function(text)
    finally:
        sys.settrace(before)
    return count


def growth(function: Callable[[str], object], unit: str, length: int) -> float:
    """By how much the steps grow when a text of repeated units becomes twice as long.

    2 where work grows with the length, 4 where it grows with its square.
    """
    times = max(1, length // len(unit))
    return count_steps(function, unit * (2 * times)) / count_steps(function, unit * times)
