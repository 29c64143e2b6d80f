"""What pairs of texts share, each pair compared once however often it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.copies.own_words import OwnText, Sentence, read_whole
from onrecord.copies.rewording import Replacement, find_replacements, list_substitutions
from onrecord.copies.sharing import Shared, compare_texts, ordered
from onrecord.copies.twins import SentenceIndex, find_twins, index_sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.records import Substitution


class Comparisons:
    """The texts of a collection and what has been compared so far."""

    def __init__(self, texts: Sequence[OwnText]) -> None:
        self.texts = texts
        self._indexes: dict[int, SentenceIndex] = {}
        self._shared: dict[tuple[int, int], Shared] = {}
        self._sentences: dict[int, tuple[Sentence, ...]] = {}
        self._replaced: dict[tuple[int, int], tuple[Replacement, ...]] = {}

    def between(self, a: int, b: int) -> Shared:
        """What two texts share, named by their positions."""
        key = (a, b) if a < b else (b, a)
        if key not in self._shared:
            longer = self._longer(a, b)
            if longer not in self._indexes:
                self._indexes[longer] = index_sentences(self.texts[longer].sentences)
            index = self._indexes[longer]
            self._shared[key] = compare_texts(self.texts[a], self.texts[b], index)
        return self._shared[key]

    def replaced(self, a: int, b: int) -> tuple[Replacement, ...]:
        """Words of text `a` that stand replaced in text `b`."""
        if (a, b) not in self._replaced:
            shared = self.between(a, b)
            found = find_replacements(
                shared.shorter.sentences, shared.longer.sentences, shared.twins
            )
            turned = tuple(r.turned() for r in found)
            forth, back = (turned, found) if self._longer(a, b) == a else (found, turned)
            self._replaced[a, b], self._replaced[b, a] = forth, back
        return self._replaced[a, b]

    def substitutions(self, original: int, copy: int) -> tuple[Substitution, ...]:
        """What `copy` replaced of `original`, in the words both quote too."""
        before, after = self._whole(original), self._whole(copy)
        twins = find_twins(before, index_sentences(after))
        return list_substitutions(find_replacements(before, after, twins))

    def _whole(self, k: int) -> tuple[Sentence, ...]:
        if k not in self._sentences:
            self._sentences[k] = read_whole(self.texts[k].article)
        return self._sentences[k]

    def _longer(self, a: int, b: int) -> int:
        """Which of the two `compare_texts` takes for the longer one."""
        return b if ordered(self.texts[a], self.texts[b])[1] is self.texts[b] else a
