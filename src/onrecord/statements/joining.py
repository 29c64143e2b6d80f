"""Groups of neighbouring units made one where every article carries them together.

Units are sentences, but a reader thinks of a quotation as one thing said as long as nobody cut it:
where each unit of one group is followed, in the same attribution, by a unit of another group, and
the other has no further unit, the two are one statement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.statements.units import Unit


def join_neighbours(units: Sequence[Unit], groups: Sequence[Sequence[int]]) -> list[list[int]]:
    """The groups with those that always follow one another joined, in the order they came."""
    of = {k: number for number, group in enumerate(groups) for k in group}
    place = {(units[k].article, units[k].number): k for k in of}
    following = {
        number: after
        for number, group in enumerate(groups)
        if (after := _follower(units, group, of, place)) is not None
        and len(groups[after]) == len(group)
        and after != number
    }
    joined: list[list[int]] = []
    heads = set(range(len(groups))) - set(following.values())
    seen: set[int] = set()
    for number in [*sorted(heads), *range(len(groups))]:
        chain: list[int] = []
        current: int | None = number
        while current is not None and current not in seen:
            seen.add(current)
            chain += groups[current]
            current = following.get(current)
        if chain:
            joined.append(sorted(chain))
    return sorted(joined)


def _follower(
    units: Sequence[Unit],
    group: Sequence[int],
    of: Mapping[int, int],
    place: Mapping[tuple[int, int], int],
) -> int | None:
    """The group that holds the next unit of the same attribution for every unit of `group`."""
    after = set()
    for k in group:
        unit = units[k]
        following = place.get((unit.article, unit.number + 1))
        if following is None or unit.attribution is None:
            return None
        if units[following].attribution != unit.attribution:
            return None
        after.add(of[following])
    return after.pop() if len(after) == 1 else None
