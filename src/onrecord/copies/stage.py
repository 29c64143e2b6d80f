"""The stage itself: from articles to their copy groups and the scored pairs behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.copies.candidates import find_candidates
from onrecord.copies.comparisons import Comparisons
from onrecord.copies.grouping import group_linked
from onrecord.copies.membership import list_members
from onrecord.copies.scoring import pair_of, score_of
from onrecord.copies.sharing import Shared, compare_texts
from onrecord.copies.versions import Version, pair_articles, read_versions
from onrecord.errors import UnknownOption

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.options import CopyOptions
    from onrecord.records import Article, CopyMember, CopyPair

_WORTH_TELLING = 0.1
"""Score from which a pair is listed: below it two articles share a sentence by chance."""


def group_copies(
    articles: Sequence[Article], options: CopyOptions
) -> tuple[tuple[CopyMember, ...], tuple[CopyPair, ...]]:
    """Each article's place in its copy group, in input order; the scored pairs, strongest first.

    The order of the input never matters, and printing a text again changes nothing for the other
    articles. Raises `UnknownOption` for a threshold outside 0..1.
    """
    if not 0 <= options.threshold <= 1:
        raise UnknownOption(f"copies.threshold is {options.threshold}; it takes 0 to 1")
    versions = read_versions(articles)
    texts = [version.own for version in versions]
    comparisons = Comparisons(texts)
    compared = {(a, b): comparisons.between(a, b) for a, b in find_candidates(texts)}
    links = {pair: s for pair, s in compared.items() if score_of(s) >= options.threshold}
    members: dict[int, CopyMember] = {}
    for group in group_linked(texts, links):
        members.update(list_members(group, versions, comparisons))
    pairs = sorted(_pairs(versions, compared), key=lambda pair: (-pair.score, pair.a, pair.b))
    return tuple(members[k] for k in range(len(articles))), tuple(pairs)


def _pairs(
    versions: Sequence[Version], compared: Mapping[tuple[int, int], Shared]
) -> Iterator[CopyPair]:
    """Pair records: articles of one text first, then those of two texts that share enough."""
    for version in versions:
        if len(version.articles) > 1:
            shared = compare_texts(version.own, version.own)
            for a, b in pair_articles(version):
                yield pair_of(shared, a.id, b.id)
    for (first, second), shared in compared.items():
        if score_of(shared) >= _WORTH_TELLING:
            for a, b in pair_articles(versions[first], versions[second]):
                yield pair_of(shared, a.id, b.id)
