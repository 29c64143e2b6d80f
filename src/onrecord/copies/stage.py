"""The stage itself: from articles to their copy groups and the scored pairs behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from onrecord.copies.candidates import find_candidates
from onrecord.copies.comparisons import Comparisons
from onrecord.copies.grouping import connected, group_linked
from onrecord.copies.membership import list_members
from onrecord.copies.scoring import pair_of, same_words, score_of, tells_no_copy
from onrecord.copies.versions import Version, pair_articles, read_versions
from onrecord.errors import UnknownOption
from onrecord.records import CopyPair

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.copies.sharing import Shared
    from onrecord.options import CopyOptions
    from onrecord.records import Article, CopyMember

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
    members: dict[int, CopyMember] = {}
    pairs = [pair for version in versions for pair in _same_words(version)]
    candidates = find_candidates([version.fingerprint for version in versions])
    for part, near in _parts(len(versions), candidates):
        comparisons = Comparisons(versions)
        compared = {(a, b): comparisons.between(a, b) for a, b in near}
        links = {pair: s for pair, s in compared.items() if score_of(s) >= options.threshold}
        for group in group_linked(part, links, comparisons):
            members.update(list_members(group, comparisons))
        pairs += _alike(versions, compared)
    pairs.sort(key=lambda pair: (-pair.score, pair.a, pair.b))
    return tuple(members[k] for k in range(len(articles))), tuple(pairs)


def _parts(
    size: int, candidates: Sequence[tuple[int, int]]
) -> Iterator[tuple[list[int], list[tuple[int, int]]]]:
    """Texts that no candidate pair joins with others, and their pairs: the rest can be forgotten.

    What is known of a text fills memory while its part is worked on and no longer.
    """
    parts = connected(range(size), candidates)
    part_of = {text: number for number, part in enumerate(parts) for text in part}
    pairs: dict[int, list[tuple[int, int]]] = {}
    for pair in candidates:
        pairs.setdefault(part_of[pair[0]], []).append(pair)
    for number, part in enumerate(parts):
        yield part, pairs.get(number, [])


def _same_words(version: Version) -> Iterator[CopyPair]:
    """Pair records of the articles that print one text."""
    if version.fingerprint.words:
        why = (same_words(version.fingerprint.words),)
        for a, b in pair_articles(version):
            yield CopyPair(a.id, b.id, 1.0, "exact", why)


def _alike(
    versions: Sequence[Version], compared: Mapping[tuple[int, int], Shared]
) -> Iterator[CopyPair]:
    """Pair records of the articles whose texts share enough, words that both quote included."""
    for (first, second), shared in compared.items():
        found = pair_of(shared, "", "")
        if found.score >= _WORTH_TELLING or tells_no_copy(found):
            for a, b in pair_articles(versions[first], versions[second]):
                yield replace(found, a=a.id, b=b.id)
