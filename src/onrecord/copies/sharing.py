"""What two articles share outside the words that both quote."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from onrecord.copies.own_words import shingles_of
from onrecord.copies.twins import SentenceIndex, Twin, find_twins, index_sentences

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from onrecord.copies.own_words import OwnText, Sentence, Shingle

_QUOTED_PART = 0.4
"""Share of a sentence's runs of four words that one of the two quotes, from which the sentence is
the quoted speaker's even where one article dropped the marks."""

_LETTER_BY_LETTER = 0.9
_FIRST_PERSON = frozenset("i i'm i've i'd i'll me my myself we we're we've we'd our ours".split())
_SPOKEN = 0.25
"""Share of first-person sentences from which a passage that both hold letter by letter is a letter
or a testimony, if the rest of the article speaks of nobody's “I”."""

_RUN = 4
_ENOUGH_REST = 3
_LONGEST_COUNTED = 40
"""Words one sentence may count for, so that a list without full stops does not decide alone."""


class Shared(NamedTuple):
    """The twins of two articles, seen from the one with fewer own words.

    `size` are the shorter one's own words that were compared, `words` those in twins; `places`
    has a bit for each twin sentence of the shorter one, `counterparts` one for each of the longer.
    """

    shorter: OwnText
    longer: OwnText
    twins: tuple[Twin, ...]
    size: int
    words: int
    likeness: float
    places: int
    counterparts: int

    @property
    def share(self) -> float:
        """Part of the shorter article's own words that stands in the longer one, 0..1."""
        return self.words / self.size if self.size else 0.0


def both_quote(shared: Shared) -> int:
    """About how many words two texts share that one of them quotes."""
    a, b = shared.shorter, shared.longer
    return _words_of(_held(a.quoted, b) | _held(b.quoted, a))


def both_carry(shared: Shared) -> int:
    """About how many words of the pages around them two texts share."""
    return _words_of(shared.shorter.furniture & shared.longer.furniture)


def _words_of(runs: Collection[Shingle]) -> int:
    """Words of a passage that has these runs."""
    return len(runs) + _RUN - 1 if runs else 0


def _held(quoted: frozenset[Shingle], other: OwnText) -> frozenset[Shingle]:
    """The quoted runs that stand in the other text."""
    return quoted & shingles_of(other.everything, _RUN)


def compare_texts(a: OwnText, b: OwnText, index: SentenceIndex | None = None) -> Shared:
    """What `a` and `b` share; the same whichever comes first. `index` is of the longer one."""
    shorter, longer = ordered(a, b)
    if index is None:
        index = index_sentences(longer.sentences)
    twins = find_twins(shorter.sentences, index)
    left_out = _quoted(shorter.sentences, shorter.quoted | longer.quoted, twins)
    left_out |= _spoken(shorter.sentences, twins, left_out)
    counted = tuple(twin for twin in twins if twin.a not in left_out)
    weights = [_weight(sentence) for sentence in shorter.sentences]
    words = sum(weights[twin.a] for twin in counted)
    return Shared(
        shorter,
        longer,
        counted,
        size=sum(w for k, w in enumerate(weights) if k not in left_out),
        words=words,
        likeness=sum(weights[t.a] * t.likeness for t in counted) / words if words else 0.0,
        places=_bits(twin.a for twin in counted),
        counterparts=_bits(twin.b for twin in counted),
    )


def ordered(a: OwnText, b: OwnText) -> tuple[OwnText, OwnText]:
    """The text with fewer own words first; equal ones in the order of their words."""
    return (a, b) if (a.size, a.everything) <= (b.size, b.everything) else (b, a)


def _weight(sentence: Sentence) -> int:
    return min(len(sentence.words), _LONGEST_COUNTED)


def _bits(places: Iterable[int]) -> int:
    bits = 0
    for place in places:
        bits |= 1 << place
    return bits


def _quoted(
    sentences: Sequence[Sentence], quoted: frozenset[tuple[str, ...]], twins: Sequence[Twin]
) -> set[int]:
    """Twin sentences that are mostly words one of the two articles quotes."""
    found = set()
    for twin in twins:
        runs = shingles_of(sentences[twin.a].words, _RUN)
        if len(runs & quoted) > _QUOTED_PART * len(runs):
            found.add(twin.a)
    return found


def _spoken(sentences: Sequence[Sentence], twins: Sequence[Twin], done: set[int]) -> set[int]:
    """Twin sentences of letters and testimonies that both print without marks."""
    exact = [t for t in twins if t.likeness >= _LETTER_BY_LETTER and t.a not in done]
    if not any(_is_first_person(sentences[twin.a]) for twin in exact):
        return set()
    blocks = _blocks(exact)
    spoken = {t.a for block in blocks if _is_spoken(block, sentences) for t in block}
    rest = [s for k, s in enumerate(sentences) if k not in spoken and k not in done]
    aloud = sum(map(_is_first_person, rest))
    return spoken if len(rest) >= _ENOUGH_REST and aloud <= 0.1 * len(rest) else set()


def _blocks(twins: Sequence[Twin]) -> list[list[Twin]]:
    """Runs of twins that follow one another in both articles."""
    blocks = [[twin] for twin in twins[:1]]
    for before, twin in pairwise(twins):
        if twin.a - before.a <= 2 and 0 <= twin.b - before.b <= 2:
            blocks[-1].append(twin)
        else:
            blocks.append([twin])
    return blocks


def _is_spoken(block: Sequence[Twin], sentences: Sequence[Sentence]) -> bool:
    aloud = sum(_is_first_person(sentences[twin.a]) for twin in block)
    return aloud > 0 and aloud >= _SPOKEN * len(block)


def _is_first_person(sentence: Sentence) -> bool:
    return not _FIRST_PERSON.isdisjoint(sentence.words)
