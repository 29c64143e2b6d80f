"""What pairs of texts share: each text taken apart once, each pair compared once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.copies.changes import list_changes
from onrecord.copies.own_words import OwnText, Whole, read_own, read_whole
from onrecord.copies.rewording import Replacement, find_replacements
from onrecord.copies.sharing import Shared, compare_texts, ordered
from onrecord.copies.substitutions import list_substitutions
from onrecord.copies.twins import SentenceIndex, Twin, find_twins, index_sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.copies.versions import Version
    from onrecord.records import CopyChanges, Substitution


class Comparisons:
    """What has been compared so far of a collection; a text is named by its position."""

    def __init__(self, versions: Sequence[Version]) -> None:
        self.versions = versions
        self._own: dict[int, OwnText] = {}
        self._indexes: dict[int, SentenceIndex] = {}
        self._shared: dict[tuple[int, int], Shared] = {}
        self._sentences: dict[int, Whole] = {}
        self._taken: dict[tuple[int, int], tuple[Twin, ...]] = {}
        self._replaced: dict[tuple[int, int], tuple[Replacement, ...]] = {}

    def text(self, k: int) -> OwnText:
        """The text taken apart, of the first article that prints it."""
        if k not in self._own:
            self._own[k] = read_own(self.versions[k].articles[0])
        return self._own[k]

    def between(self, a: int, b: int) -> Shared:
        """What two texts share, the same whichever comes first."""
        key = (a, b) if a < b else (b, a)
        if key not in self._shared:
            longer = self._longer(a, b)
            if longer not in self._indexes:
                self._indexes[longer] = index_sentences(self.text(longer).sentences)
            index = self._indexes[longer]
            self._shared[key] = compare_texts(self.text(a), self.text(b), index)
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
        twins = self.taken(original, copy)
        return list_substitutions(self._whole(original), self._whole(copy), twins)

    def changes(self, original: int, copy: int) -> CopyChanges:
        """What `copy` made of the sentences of `original`."""
        forth, back = self.taken(original, copy), self.taken(copy, original)
        return list_changes(self._whole(original), self._whole(copy), forth, back)

    def taken(self, copy: int, source: int) -> tuple[Twin, ...]:
        """Sentences of `copy` that stand in `source`, the words both quote too."""
        if (copy, source) not in self._taken:
            index = index_sentences(self._whole(source).sentences)
            self._taken[copy, source] = tuple(find_twins(self._whole(copy).sentences, index))
        return self._taken[copy, source]

    def _whole(self, k: int) -> Whole:
        if k not in self._sentences:
            self._sentences[k] = read_whole(self.versions[k].articles[0])
        return self._sentences[k]

    def _longer(self, a: int, b: int) -> int:
        """Which of the two `compare_texts` takes for the longer one."""
        return b if ordered(self.text(a), self.text(b))[1] is self.text(b) else a
