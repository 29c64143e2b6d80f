"""What the stage leaves behind: nothing of the caller's settings is changed."""

from __future__ import annotations

import gc

import pytest

from onrecord.options import StatementOptions
from onrecord.records import Article
from onrecord.statements import group_statements
from onrecord.statements.once import quotations_in, sentences_in
from onrecord.text import find_quotations, split_sentences


@pytest.mark.parametrize("on", [True, False])
def test_garbage_is_collected_as_before(on: bool) -> None:
    """Collecting, paused while statements are grouped, goes on only where it was on."""
    was_on = gc.isenabled()
    (gc.enable if on else gc.disable)()
    try:
        group_statements(
            [Article("a", "“We will not sell it,” he said.")], [[]], [], StatementOptions()
        )
        assert gc.isenabled() == on
    finally:
        (gc.enable if was_on else gc.disable)()


def test_what_is_found_once_is_what_is_found_each_time() -> None:
    """Texts in turn, more than are remembered, have their own quotations and sentences."""
    texts = [f"It is {number}. “No, {number},” she said. So be it." for number in range(7)]
    for text in [*texts, *texts[::-1]]:
        assert quotations_in(text) == find_quotations(text)
        assert sentences_in(text) == split_sentences(text)
