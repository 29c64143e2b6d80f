"""What the page shows of each copy group: the family tree, the evidence, what was changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.report.beside import Beside, compare_beside
from onrecord.report.remade import Made, Swaps, list_made, list_swaps
from onrecord.report.tree import Member, Tree, draw_tree
from onrecord.report.wording import COPIES, copy_words, counted, reason_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.records import CopyMember, CopyPair, Reason
    from onrecord.report.extracts import Extract
    from onrecord.report.index import Index

COMPARED = 100
"""Copies that are set side by side with their original; it costs some milliseconds each."""

_TELLS = {
    "credit line": "credits it: {detail}",
    "same byline": "under the same name: {detail}",
    "sentence twins": "{detail} match",
    "likeness of the twins": "{share} % of their words kept in order",
    "same runs of three words": "{share} % of all runs of three words are the same",
    "same words": "the same {detail}",
    "both quote": "both quote the same {detail}",
    "both carry": "both pages carry the same {detail}",
}
"""What the rules of the evidence say to a reader."""

_LEADS = {
    "credit line": "credited by a copy",
    "plainer words": "plainer words where a copy has others",
    "fuller text": "the fuller text",
    "earlier date": "the earlier date",
}
"""Why one is the likely original."""


class CopyView(NamedTuple):
    """One article of a group; `original` is the label of the article it took from."""

    label: str
    href: str
    role: str
    evidence: tuple[str, ...]
    made: tuple[Made, ...]
    swaps: Swaps
    original: str
    beside: tuple[Beside, ...]


class GroupView(NamedTuple):
    """One copy group; `why` says what makes the original the likely one."""

    name: str
    origin: str
    why: str
    tree: Tree
    tree_words: str
    members: tuple[CopyView, ...]
    pairs: tuple[str, ...]


def view_sharing(index: Index, pairs: Iterable[CopyPair]) -> tuple[str, ...]:
    """Articles that are no copies but hold the same words, since both quote or carry them."""
    found = []
    for pair in pairs:
        a, b = index.copies.get(pair.a), index.copies.get(pair.b)
        told = [r for r in pair.why if r.rule in ("both quote", "both carry")]
        if told and a is not None and b is not None and a.group != b.group:
            why = "; ".join(_evidence(told))
            found.append(f"{index.labels[pair.a]} and {index.labels[pair.b]}: {why}")
    return tuple(sorted(found))


def view_copies(
    index: Index, extracts: dict[str, Extract], pairs: Iterable[CopyPair]
) -> tuple[GroupView, ...]:
    """The groups with more than one article, largest first."""
    groups: dict[str, list[CopyMember]] = {}
    for member in index.copies.values():
        groups.setdefault(member.group, []).append(member)
    several = [members for members in groups.values() if len(members) > 1]
    alike = _pairs_of(index, pairs)
    compared = set(_compared(several))
    return tuple(
        _group(index, members, alike.get(members[0].group, ()), extracts, compared)
        for members in sorted(several, key=len, reverse=True)
    )


def _compared(groups: Iterable[list[CopyMember]]) -> list[str]:
    """The copies that are set side by side with their original."""
    return [m.article for members in groups for m in members if m.origin][:COMPARED]


def _pairs_of(index: Index, pairs: Iterable[CopyPair]) -> dict[str, tuple[str, ...]]:
    """The pairs of each group, in words, most alike first."""
    found: dict[str, list[str]] = {}
    for pair in sorted(pairs, key=lambda one: -one.score):
        a, b = index.copies.get(pair.a), index.copies.get(pair.b)
        if a is not None and b is not None and a.group == b.group:
            why = "; ".join(_evidence(pair.why))
            told = f"{COPIES[pair.kind]} ({pair.score:.2f})" + (f": {why}" if why else "")
            found.setdefault(a.group, []).append(
                f"{index.labels[pair.a]} and {index.labels[pair.b]}: {told}"
            )
    return {group: tuple(words) for group, words in found.items()}


def _evidence(reasons: Iterable[Reason]) -> tuple[str, ...]:
    """The evidence that two articles share text, in words."""
    told: list[str] = []
    for reason in reasons:
        share = round(100 * (reason.score or 0))
        if reason.rule in _TELLS and reason.detail and reason.score != 0:
            told.append(_TELLS[reason.rule].format(detail=reason.detail, share=share))
        else:
            told += reason_words((reason,))
    return tuple(told)


def _leads(reasons: Iterable[Reason]) -> tuple[str, ...]:
    """Why an article is the likely original, in words."""
    told: list[str] = []
    for reason in reasons:
        told += [_LEADS[reason.rule]] if reason.rule in _LEADS else reason_words((reason,))
    return tuple(told)


def _group(
    index: Index,
    members: list[CopyMember],
    pairs: tuple[str, ...],
    extracts: dict[str, Extract],
    compared: set[str],
) -> GroupView:
    """One group, the likely original first."""
    known = {m.origin for m in members if m.origin in index.articles}
    ordered = sorted(members, key=lambda m: (m.article not in known, not m.independent))
    first = ordered[0]
    views = (
        _member(index, m, extracts, compared=m.article in compared, is_origin=m.article in known)
        for m in ordered
    )
    tree = draw_tree(
        {
            m.article: Member(index.labels[m.article], m.origin, COPIES[m.kind] if m.kind else "")
            for m in ordered
        }
    )
    label = index.labels[first.article]
    return GroupView(
        name=f"{label} and {counted(len(members) - 1, 'copy')}"
        if known
        else f"{counted(len(members), 'article')} that share a text",
        origin=label if known else "",
        why="; ".join(_leads(first.why)),
        tree=tree,
        tree_words=_tree_words(index, ordered),
        members=tuple(views),
        pairs=pairs if len(members) > 2 else (),
    )


def _tree_words(index: Index, members: Iterable[CopyMember]) -> str:
    """The drawing in words."""
    told = (
        f"{index.labels[m.article]} from {index.labels[m.origin]}"
        if m.origin in index.labels and m.origin is not None
        else f"{index.labels[m.article]}, origin not in this set or not to be told"
        for m in members
    )
    return "Who took from whom: " + "; ".join(told)


def _member(
    index: Index,
    member: CopyMember,
    extracts: dict[str, Extract],
    *,
    compared: bool,
    is_origin: bool,
) -> CopyView:
    """One article's place in its group."""
    origin = member.origin if member.origin in index.articles else None
    return CopyView(
        label=index.labels[member.article],
        href=index.article_anchors[member.article],
        role=_role(index, member, origin, is_origin=is_origin),
        evidence=() if origin is None and member.independent else _evidence(member.why),
        made=list_made(index, member, extracts) if origin else (),
        swaps=list_swaps(member.substitutions),
        original=index.labels[origin] if origin else "",
        beside=compare_beside(extracts[origin], extracts[member.article])
        if origin and compared
        else (),
    )


def _role(index: Index, member: CopyMember, origin: str | None, *, is_origin: bool) -> str:
    """An article's part in the group, in words."""
    counts = "; counts as the one independent account of the group" if member.independent else ""
    if origin is not None:
        return f"{copy_words(member.kind, index.labels[origin])}{counts}"
    if is_origin:
        return f"the likely original in this set{counts}"
    return f"origin cannot be told{counts}"
