"""What is kept of every article: its words as numbers, enough to find what may be a copy of what.

Taking an article apart sentence by sentence costs some milliseconds, which is too much to spend
on each of a million articles most of which nobody copied. A fingerprint costs one pass over the
text and a table of the words met so far.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from onrecord.text import fold_word
from onrecord.text.words import WORD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from onrecord.records import Article

_FIRST, _SECOND, _THIRD = (
    np.uint64(n) for n in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)
)
"""Odd numbers without a pattern in their bits, one for each place in a run of three words."""

_HALF = np.uint64(32)


class Fingerprint(NamedTuple):
    """An article's words: how many, a hash of all of them in order, one of each run of three.

    `runs` has 32 bits a run, as they come, those of the page around the article left out.
    """

    words: int
    digest: str
    runs: NDArray[np.uint32]


class _Vocabulary(dict[str, int]):
    """For each printed word 64 bits of a hash of the folded word, worked out when first met.

    The hash is of the word alone, so that no order of reading changes what comes out.
    """

    def __missing__(self, printed: str) -> int:
        folded = fold_word(printed).encode("utf-8", "surrogatepass")
        number = int.from_bytes(hashlib.blake2b(folded, digest_size=8).digest(), "little")
        self[printed] = number
        return number


def read_fingerprints(articles: Iterable[Article]) -> Iterator[Fingerprint]:
    """The fingerprint of each article, in order; two of the same words have the same.

    The digest of an article without words is that of its id.
    """
    vocabulary = _Vocabulary()
    for article in articles:
        words = _numbers(article.text, vocabulary)
        own = _numbers(_without_furniture(article), vocabulary) if article.furniture else words
        content = words.tobytes() or article.id.encode("utf-8", "surrogatepass")
        digest = hashlib.sha256(content).hexdigest()
        yield Fingerprint(len(words), digest, _runs_of(own))


def _numbers(text: str, vocabulary: _Vocabulary) -> NDArray[np.uint64]:
    """The words of a text as numbers."""
    words = WORD.findall(text)
    return np.fromiter(map(vocabulary.__getitem__, words), np.uint64, len(words))


def _runs_of(words: NDArray[np.uint64]) -> NDArray[np.uint32]:
    """A number for each run of three words."""
    mixed = words[:-2] * _FIRST ^ words[1:-1] * _SECOND ^ words[2:] * _THIRD
    return np.asarray(mixed >> _HALF, dtype=np.uint32)


def _without_furniture(article: Article) -> str:
    """The article's text with a line break for each stretch of furniture."""
    kept, start = [], 0
    for span, _ in sorted(article.furniture):
        kept.append(article.text[start : max(start, span.start)])
        start = max(start, span.end)
    return "\n".join((*kept, article.text[start:]))
