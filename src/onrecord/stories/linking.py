"""Average linking: groups are merged as long as their members are near enough on average."""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.stories.neighbours import Near


def link_articles(neighbours: Sequence[Near], enough: float) -> list[list[int]]:
    """Groups of article numbers, each sorted, in order of their first members.

    The two groups that are nearest on average are merged first. In a very large story only a share
    of the pairs is known, and the average is taken over so many.
    """
    groups = _Groups(neighbours)
    heap = [
        (-groups.between(a, b), a, b, 0, 0)
        for a, links in enumerate(groups.links)
        for b in links
        if a < b and groups.between(a, b) >= enough
    ]
    heapq.heapify(heap)
    while heap:
        _, a, b, *times = heapq.heappop(heap)
        if [groups.merges[a], groups.merges[b]] != times:
            continue
        for other in groups.merge(a, b):
            x, y = min(a, other), max(a, other)
            between = groups.between(x, y)
            if between >= enough:
                heapq.heappush(heap, (-between, x, y, groups.merges[x], groups.merges[y]))
    return sorted(sorted(group) for group in groups.members if group)


class _Groups:
    """The groups so far: members, sums of likeness between them, and how often each changed.

    `_known` sums up the share of its near neighbours that each member keeps.
    """

    def __init__(self, neighbours: Sequence[Near]) -> None:
        self.members = [[number] for number in range(len(neighbours))]
        self.merges = [0] * len(neighbours)
        self.links: list[dict[int, float]] = [{} for _ in neighbours]
        self._known = [near.kept for near in neighbours]
        for number, near in enumerate(neighbours):
            for other, likeness in zip(near.numbers.tolist(), near.figures.tolist(), strict=True):
                # half from each side: most pairs are known from both
                self.links[number][other] = self.links[number].get(other, 0.0) + likeness / 2
                self.links[other][number] = self.links[other].get(number, 0.0) + likeness / 2

    def between(self, a: int, b: int) -> float:
        """Mean likeness of the pairs between two groups."""
        one, other = len(self.members[a]), len(self.members[b])
        known = max(self._known[a] / one, self._known[b] / other)
        return self.links[a][b] / one / other / known

    def merge(self, a: int, b: int) -> list[int]:
        """Put `b` into `a`; what is linked with the two now."""
        self.links[a].pop(b)
        self.links[b].pop(a)
        for other, likeness in self.links[b].items():
            total = self.links[a].get(other, 0.0) + likeness
            self.links[a][other] = self.links[other][a] = total
            del self.links[other][b]
        self.links[b] = {}
        self._known[a] += self._known[b]
        self.members[a] += self.members[b]
        self.members[b] = []
        self.merges[a] += 1
        self.merges[b] += 1
        return list(self.links[a])
