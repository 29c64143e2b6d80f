"""Measures how fast copies are found in a large made-up collection.

The articles are invented, but not evenly: a large vocabulary with words as rare as real ones, a
stock of set phrases, outlets with a line of their own under every story, and copies of every kind,
one wire story printed by hundreds among them. Of the runs of three words of 3,600 real articles 41
per cent stood in a second article; of 40,000 made-up ones, some 50 per cent do.

    python benchmarks/copies_speed.py 40000            the candidates of 40,000 articles
    python benchmarks/copies_speed.py 40000 --whole    the whole stage
"""

from __future__ import annotations

import argparse
import resource
import time
from typing import TYPE_CHECKING

import numpy as np

from onrecord.copies.candidates import find_candidates
from onrecord.copies.stage import group_copies
from onrecord.copies.versions import read_versions
from onrecord.options import CopyOptions
from onrecord.records import Article

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

_SYLLABLES = "ba do ke lim no par ri sta tor u ven wy zan che fo gra hul mi ost pre sil ent".split()
_SMALL = "the of and to in a that for on with was at by from after before he it not said".split()
_VOCABULARY = 120_000
_COMMONER = 30
"""Words more common than the invented ones, as the small words of any language are."""

_PHRASES = 40_000
_SENTENCES = range(18, 32)
_OUTLETS = 200
_WIRED = 300
"""Articles of the one story that everybody prints."""


class Writer:
    """Writes the same articles for the same seed."""

    def __init__(self, seed: int) -> None:
        """A writer with a vocabulary, set phrases and an outlet's lines at hand."""
        self.chance = np.random.default_rng(seed)
        lengths = self.chance.integers(2, 5, _VOCABULARY)
        self._words = [self._spelt(length) for length in lengths.tolist()]
        self._ranks = _odds(_VOCABULARY, _COMMONER)
        self._phrases = [" ".join(self.words(5)) for _ in range(_PHRASES)]
        self._set = _odds(_PHRASES, 10)
        self.outlets = [self.sentence() + " " + self.sentence() for _ in range(_OUTLETS)]

    def _spelt(self, length: int) -> str:
        """An invented word."""
        picked = self.chance.integers(0, len(_SYLLABLES), length)
        return "".join(_SYLLABLES[k] for k in picked.tolist())

    def words(self, count: int) -> list[str]:
        """Invented words, rare ones rarely, with small real ones between them."""
        rare = np.searchsorted(self._ranks, self.chance.random(count)).tolist()
        small = self.chance.integers(0, len(_SMALL), count).tolist()
        is_rare = (self.chance.random(count) < 0.55).tolist()
        return [
            self._words[r] if is_one else _SMALL[s]
            for r, s, is_one in zip(rare, small, is_rare, strict=True)
        ]

    def sentence(self) -> str:
        """One sentence, now and then a quoted one, a set phrase in every other one."""
        words = self.words(int(self.chance.integers(10, 26)))
        if self.chance.random() < 0.6:
            phrase = int(np.searchsorted(self._set, self.chance.random()))
            words.insert(len(words) // 2, self._phrases[phrase])
        said = " ".join(words)
        if self.chance.random() < 0.15:
            return f"“{said.capitalize()},” said the {words[0]}."
        return f"{said.capitalize()}."

    def sentences(self) -> list[str]:
        """The sentences of an article."""
        return [self.sentence() for _ in range(int(self.chance.choice(_SENTENCES)))]

    def reworded(self, sentences: Sequence[str], part: float) -> list[str]:
        """The sentences with a part of their words replaced and every tenth one dropped."""
        kept = [one for one in sentences if self.chance.random() > 0.1]
        return [self._with_others(one, part) for one in kept or sentences]

    def _with_others(self, sentence: str, part: float) -> str:
        """A sentence with a part of its words replaced."""
        words = sentence.split(" ")
        for place in np.flatnonzero(self.chance.random(len(words)) < part).tolist():
            words[place] = self.words(1)[0]
        return " ".join(words)


def make_collection(count: int, copies: float = 0.1, seed: int = 1904) -> tuple[Article, ...]:
    """`count` articles, a share of `copies` of them taken from an earlier one, all, part or two."""
    writer = Writer(seed)
    wired, texts = writer.sentences(), list[list[str]]()
    for number in range(count):
        if number % max(1, count // _WIRED) == 0:
            texts.append(writer.reworded(wired, 0.02))
        elif texts and writer.chance.random() < copies:
            texts.append(_taken(writer, texts))
        else:
            texts.append(writer.sentences())
    return tuple(_articles(writer, texts))


def _taken(writer: Writer, texts: Sequence[list[str]]) -> list[str]:
    """A copy of one of the texts: letter by letter, reworded, a part, or of two."""
    places: list[int] = writer.chance.integers(0, len(texts), 2).tolist()
    first, second = (texts[place] for place in places)
    kind = writer.chance.random()
    if kind < 0.3:
        return list(first)
    if kind < 0.8:
        return writer.reworded(first, float(writer.chance.choice([0.05, 0.15, 0.3])))
    if kind < 0.9:
        return first[: len(first) // 2] + writer.sentences()[:10]
    return first[: len(first) // 2] + second[: len(second) // 2]


def _articles(writer: Writer, texts: Sequence[Sequence[str]]) -> Iterator[Article]:
    """The texts as articles, paragraph by paragraph, the outlet's own line at the end."""
    for number, sentences in enumerate(texts):
        outlet = int(writer.chance.integers(0, _OUTLETS))
        blocks = [" ".join(sentences[k : k + 2]) for k in range(0, len(sentences), 2)]
        text = "\n".join([*blocks, writer.outlets[outlet]])
        yield Article(id=f"a{number}", text=text, outlet=f"Outlet {outlet}")


def _odds(size: int, commoner: int) -> NDArray[np.float64]:
    """Summed chances of words by rank, as often as their rank among all words has it (Zipf)."""
    summed = np.cumsum(1 / np.arange(commoner, commoner + size))
    return np.asarray(summed / summed[-1])


def measure_candidates(articles: Sequence[Article]) -> tuple[int, float]:
    """How many pairs are worth comparing, and the CPU time from texts to them."""
    start = time.process_time()
    versions = read_versions(articles)
    pairs = find_candidates([version.fingerprint for version in versions])
    return len(pairs), time.process_time() - start


def measure_whole(articles: Sequence[Article]) -> tuple[int, float]:
    """How many groups of copies there are, and the CPU time of the whole stage."""
    start = time.process_time()
    members, _ = group_copies(articles, CopyOptions())
    return len({m.group for m in members if not m.independent}), time.process_time() - start


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("count", type=int, nargs="?", default=40_000)
    asked.add_argument("--whole", action="store_true", help="the whole stage, not its candidates")
    options = asked.parse_args()
    articles = make_collection(options.count)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    words = sum(article.text.count(" ") for article in articles) / len(articles)
    measure, what = (measure_whole, "groups") if options.whole else (measure_candidates, "pairs")
    found, took = measure(articles)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    print(f"{len(articles)} articles of {words:.0f} words: {found} {what} in {took:.1f} s of CPU,")
    print(f"{len(articles) / took:,.0f} articles per CPU-second, {grown / 1024:.0f} MB more memory")


if __name__ == "__main__":
    main()
