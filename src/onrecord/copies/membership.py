"""The members of a copy group: who is likely the original, who is a copy and what it replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from onrecord.copies.credits import is_credited, maybe_same_byline
from onrecord.copies.origin import find_origin
from onrecord.copies.scoring import kind_of, reasons_of, same_words
from onrecord.records import CopyChanges, CopyMember, Reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.copies.comparisons import Comparisons
    from onrecord.copies.versions import Version
    from onrecord.records import Article


def list_members(
    group: Sequence[int], comparisons: Comparisons
) -> Iterator[tuple[int, CopyMember]]:
    """Position and record of each article of one group of texts.

    The independent member is the likely original; where that cannot be told, the longest one.
    """
    versions = comparisons.versions
    origin, why = find_origin(group, comparisons)
    first = _longest(group, versions) if origin is None else origin
    name = "c" + versions[first].fingerprint.digest[:12]
    told = versions[first].articles[0].id if origin is not None else None
    for place in group:
        if place == first:
            yield from _same_text(versions[first], name, why)
        else:
            record = _copy_of(first, place, comparisons, CopyMember("", name, told, False))
            yield from _each(versions[place], record, versions[first].articles[0])


def _longest(group: Sequence[int], versions: Sequence[Version]) -> int:
    """The longest text, the first in the order of texts among equals."""
    return max(group, key=lambda k: (versions[k].fingerprint.words, -k))


def _same_text(
    version: Version, group: str, why: tuple[Reason, ...]
) -> Iterator[tuple[int, CopyMember]]:
    """The independent member and the articles that print the very same words.

    Which of those came first is told by a credit line alone: a date may be anybody's.
    """
    first, *others = zip(version.articles, version.positions, strict=True)
    yield first[1], CopyMember(first[0].id, group, None, independent=True, why=why)
    told = first[0].id if version.is_credited else None
    for article, position in others:
        same = CopyMember(
            article.id,
            group,
            told,
            independent=False,
            kind="exact",
            why=(same_words(version.fingerprint.words),),
        )
        yield position, _credited(same, first[0], article)


def _copy_of(first: int, place: int, comparisons: Comparisons, record: CopyMember) -> CopyMember:
    """The record with what the text at `place` shows of being a copy of the first one."""
    shared = comparisons.between(first, place)
    return replace(
        record,
        kind=kind_of(shared),
        substitutions=comparisons.substitutions(first, place),
        changes=comparisons.changes(first, place) if record.origin else CopyChanges(),
        why=reasons_of(shared),
    )


def _credited(record: CopyMember, original: Article, copy: Article) -> CopyMember:
    """The record with the credit line or byline where there is one: such a copy is syndicated."""
    if record.origin is None:
        return record
    if is_credited(original, copy):
        credit = Reason("credit line", original.outlet or "")
    elif byline := maybe_same_byline(original, copy):
        credit = Reason("same byline", byline)
    else:
        return record
    kind = "syndicated" if record.kind in ("exact", "near") else record.kind
    return replace(record, kind=kind, why=(*record.why, credit))


def _each(
    version: Version, record: CopyMember, original: Article
) -> Iterator[tuple[int, CopyMember]]:
    """The record for each article that prints this text."""
    for article, position in zip(version.articles, version.positions, strict=True):
        yield position, _credited(replace(record, article=article.id), original, article)
