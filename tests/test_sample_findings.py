"""What a report on the sample coverage finds of what a careful reader found in it.

`python eval/sample_gold.py` measures it; what it misses is told with --missed. The floors lie a
little below what was found, since not every processor rounds alike, and only rise.
"""

from __future__ import annotations

import pytest

from sample_gold import check, read_gold, read_sample, shares

FLOORS = {
    "attributions": (180, 235),
    "speakers": (164, 179),
    "links": (195, 275),
    "own voice": (3, 13),
    "independent accounts": (23, 42),
}
"""(found, all) of each part; of speakers, those of attributions that are found."""


@pytest.fixture(scope="module")
def found() -> dict[str, tuple[int, int]]:
    """The shares of one reading."""
    return shares(check(read_gold(), read_sample()))


@pytest.mark.parametrize("part", FLOORS)
def test_no_less_is_found_than_before(part: str, found: dict[str, tuple[int, int]]) -> None:
    """Each part has its floor as a share, so that a gold with one more line stays comparable."""
    right, total = found[part]
    least, of = FLOORS[part]
    assert right / total >= least / of, f"{part}: {right} of {total}"
