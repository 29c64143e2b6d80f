"""The members of a copy group: who is likely the original, who is a copy and what it replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from onrecord.copies.origin import find_origin
from onrecord.copies.scoring import kind_of, reasons_of
from onrecord.records import CopyMember, Reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.copies.comparisons import Comparisons
    from onrecord.copies.versions import Version


def list_members(
    group: Sequence[int], versions: Sequence[Version], comparisons: Comparisons
) -> Iterator[tuple[int, CopyMember]]:
    """Position and record of each article of one group of texts.

    The independent member is the likely original; where that cannot be told, the longest one.
    """
    origin, why = find_origin(group, comparisons)
    first = _longest(group, versions) if origin is None else origin
    name = "c" + versions[first].digest[:12]
    told = versions[first].articles[0].id if origin is not None else None
    for place in group:
        if place == first:
            yield from _same_text(versions[first], name, why)
        else:
            record = _copy_of(first, place, comparisons, CopyMember("", name, told, False))
            yield from _each(versions[place], record)


def _longest(group: Sequence[int], versions: Sequence[Version]) -> int:
    """The longest text, the first in the order of texts among equals."""
    return max(group, key=lambda k: (len(versions[k].own.everything), -k))


def _same_text(
    version: Version, group: str, why: tuple[Reason, ...]
) -> Iterator[tuple[int, CopyMember]]:
    """The independent member and the articles that print the very same words."""
    first, *others = zip(version.articles, version.positions, strict=True)
    yield first[1], CopyMember(first[0].id, group, None, independent=True, why=why)
    told = first[0].id if others and version.is_dated else None
    for article, position in others:
        same = Reason("same words", f"{len(version.own.everything)} words", 1.0)
        dated = (Reason("earlier date", first[0].published or ""),) if told else ()
        yield (
            position,
            CopyMember(
                article.id, group, told, independent=False, kind="exact", why=(same, *dated)
            ),
        )


def _copy_of(first: int, place: int, comparisons: Comparisons, record: CopyMember) -> CopyMember:
    """The record with what the text at `place` shows of being a copy of the first one."""
    shared = comparisons.between(first, place)
    return replace(
        record,
        kind=kind_of(shared),
        substitutions=comparisons.substitutions(first, place),
        why=reasons_of(shared),
    )


def _each(version: Version, record: CopyMember) -> Iterator[tuple[int, CopyMember]]:
    """The record for each article that prints this text."""
    for article, position in zip(version.articles, version.positions, strict=True):
        yield position, replace(record, article=article.id)
