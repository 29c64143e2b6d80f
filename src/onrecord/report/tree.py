"""Who took from whom, drawn: places of the boxes and lines of a small family tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.report.wording import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

DRAWN = 16
"""Boxes a drawing has room for; the words beside it name everybody."""

_ROW = 34
_INDENT = 28
_BOX_HEIGHT = 24
_LETTERS = 28
_LETTER_WIDTH = 7.4
"""A little more than a letter takes on average at 13 pixels, so that names fit their boxes."""

_LABEL_WIDTH = 140
_UNKNOWN = "origin not to be told"


class Box(NamedTuple):
    """One article: where its box stands and its name, shortened to fit."""

    x: int
    y: int
    text_x: int
    text_y: int
    name: str
    solid: bool


class Branch(NamedTuple):
    """The line from an article to one that took from it, with what kind of copy it is."""

    path: str
    kind: str
    label_x: int
    label_y: int


class Tree(NamedTuple):
    """A drawing: its size, boxes, lines."""

    width: int
    height: int
    box_width: int
    box_height: int
    boxes: tuple[Box, ...]
    branches: tuple[Branch, ...]
    more: int


class Member(NamedTuple):
    """One article of a group: its name, the member it took from, what kind of copy."""

    name: str
    origin: str | None
    kind: str


def draw_tree(members: Mapping[str, Member]) -> Tree:
    """The drawing of a group.

    Members whose origin is not in the group stand at the left; where that is so of several, a box
    above them says that the origin cannot be told.
    """
    places = _places(members)
    unknown = sum(place.parent < 0 for place in places) > 1
    drawn = places[: DRAWN - unknown]
    width = _width(member.name for member in members.values())
    boxes = [_box(0, 0, _UNKNOWN, solid=False)] if unknown else []
    branches = []
    for place in drawn:
        box = _box(len(boxes), place.depth + unknown, members[place.member].name, solid=True)
        above = place.parent + unknown if place.parent >= 0 else -1 + unknown
        if above >= 0:
            branches.append(_branch(boxes[above], box, members[place.member].kind, width))
        boxes.append(box)
    return Tree(
        width=max(box.x for box in boxes) + width + _LABEL_WIDTH,
        height=len(boxes) * _ROW,
        box_width=width,
        box_height=_BOX_HEIGHT,
        boxes=tuple(boxes),
        branches=tuple(branches),
        more=len(members) - len(drawn),
    )


class _Place(NamedTuple):
    """A member's place in the tree: the row of its origin (-1 for none) and its depth."""

    member: str
    parent: int
    depth: int


def _places(members: Mapping[str, Member]) -> list[_Place]:
    """The members from the roots down, each followed by those that took from it.

    Where members took from one another in a circle, the first of them is a root.
    """
    children: dict[str | None, list[str]] = {}
    for one, member in members.items():
        known = member.origin if member.origin in members else None
        children.setdefault(known, []).append(one)
    found: list[_Place] = []
    met: set[str] = set()
    for root in (*children.pop(None, ()), *members):
        stack = [_Place(root, -1, 0)]
        while stack:
            place = stack.pop()
            if place.member in met:
                continue
            met.add(place.member)
            found.append(place)
            row = len(found) - 1
            below = reversed(children.get(place.member, ()))
            stack += (_Place(one, row, place.depth + 1) for one in below)
    return found


def _width(names: Iterable[str]) -> int:
    """The width of the boxes: that of the longest name."""
    longest = max(len(shortened(name, _LETTERS)) for name in (_UNKNOWN, *names))
    return round(longest * _LETTER_WIDTH) + 20


def _box(row: int, depth: int, name: str, *, solid: bool) -> Box:
    x, y = depth * _INDENT, row * _ROW + (_ROW - _BOX_HEIGHT) // 2
    return Box(x + 1, y, x + 11, y + 17, shortened(name, _LETTERS), solid)


def _branch(above: Box, below: Box, kind: str, width: int) -> Branch:
    """A line down from one box and across to the next."""
    x, middle = above.x + 12, below.y + _BOX_HEIGHT // 2
    path = f"M{x} {above.y + _BOX_HEIGHT}V{middle}H{below.x}"
    return Branch(path, kind, below.x + width + 10, middle + 4)
