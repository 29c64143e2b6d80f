"""Measures how fast statements are grouped: `python benchmarks/statements_speed.py [ATTRIBUTIONS]`.

The coverage is invented. An event is told by twenty-five articles; thirty people each say a few
things of it, in words as common and as rare as real ones are, and every article carries eighteen of
them: word for word, cut, with words replaced, or reported. Stock phrases (“no comment on ongoing
matters”) turn up in every event. What is printed is the time and the memory of the stage alone, for
as many attributions as are asked for (100,000 without).

    python benchmarks/statements_speed.py 100000       the figure of docs/statements.md
    python benchmarks/statements_speed.py --long 21000 one article with so many quotations
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from onrecord.options import StatementOptions
from onrecord.records import Article, Attribution, CopyMember, Span, SpeakerRef
from onrecord.statements import group_statements

if TYPE_CHECKING:
    from onrecord.records import AttributionKind

_SYLLABLES = "ba do ke lim no par ri sta tor u ven wy zan che fo gra hul mi ost pre sil ent".split()
_SMALL = "the of and to in a that for on with was at by from after we it they he had".split()
_VOCABULARY = 60_000
_COMMONER = 30
"""Words more common than the invented ones, as the small words of any language are."""

_STOCK = 40
"""Phrases that anybody may use of anything."""

_ARTICLES = 25
_CARRIED = 18
_UTTERANCES = 90
_SPEAKERS = 30
_OWN_WORDS = 60
"""Articles of an event, statements an article carries, statements made, people who make them, and
words that the event has to itself: names, places, things."""


class Said(NamedTuple):
    """A collection in the form the stage takes."""

    articles: tuple[Article, ...]
    attributions: tuple[tuple[Attribution, ...], ...]
    members: tuple[CopyMember, ...]

    @property
    def size(self) -> int:
        """Attributions in all."""
        return sum(map(len, self.attributions))


class Writer:
    """Writes the same events for the same seed."""

    def __init__(self, seed: int) -> None:
        """A writer with a vocabulary and stock phrases at hand."""
        self.chance = random.Random(seed)  # noqa: S311  measuring needs no secrets
        self._words = [self._spelt() for _ in range(_VOCABULARY)]
        ranks = range(_COMMONER, _COMMONER + _VOCABULARY)
        self._ranks = list(accumulate(1 / rank for rank in ranks))
        self._stock = [self.utterance([]) for _ in range(_STOCK)]

    def _spelt(self) -> str:
        """An invented word."""
        return "".join(self.chance.choices(_SYLLABLES, k=self.chance.randrange(2, 5)))

    def words(self, count: int) -> list[str]:
        """Invented words, as often as their rank has it."""
        return self.chance.choices(self._words, cum_weights=self._ranks, k=count)

    def utterance(self, own: list[str]) -> list[str]:
        """Eight to twenty-four words: small ones, common ones, and some of the event's own."""
        said = []
        for word in self.words(self.chance.randrange(4, 12)):
            said.append(self.chance.choice(_SMALL))
            said.append(self.chance.choice(own) if own and self.chance.random() < 0.3 else word)
        return said

    def event(
        self, number: int, articles: int = _ARTICLES
    ) -> list[tuple[Article, list[Attribution]]]:
        """The articles of one event with their attributions."""
        own = [self._spelt() for _ in range(_OWN_WORDS)]
        names = [f"{self._spelt()} {self._spelt()}".title() for _ in range(_SPEAKERS)]
        made = [(self.chance.choice(names), self.utterance(own)) for _ in range(_UTTERANCES)]
        made += [
            (self.chance.choice(names), phrase) for phrase in self.chance.sample(self._stock, 4)
        ]
        # what everybody carries comes first
        weights = [1 / (place + 5) for place in range(len(made))]
        return [
            self.article(f"e{number}-{k}", self.chance.choices(made, weights, k=_CARRIED))
            for k in range(articles)
        ]

    def article(
        self, name: str, carried: list[tuple[str, list[str]]]
    ) -> tuple[Article, list[Attribution]]:
        """One article that carries these statements, in wordings of its own."""
        text, found = "", []
        for place, (speaker, words) in enumerate(carried):
            kind, told = self.wording(words)
            mark = '"' if kind == "direct" else ""
            start = len(text)
            text += f"{mark}{told}{mark}"
            ref = SpeakerRef(speaker.casefold(), speaker) if self.chance.random() < 0.8 else None
            cue = Span(len(text) + 1, len(text) + 5)
            found.append(
                Attribution(
                    f"{name}-{place}",
                    name,
                    kind,
                    "speech",
                    (Span(start, len(text)),),
                    (cue,),
                    speaker=ref,
                )
            )
            text += f" said {speaker}. {' '.join(self.words(8)).capitalize()}.\n"
        return Article(name, text, title=" ".join(carried[0][1][:6])), found

    def wording(self, words: list[str]) -> tuple[AttributionKind, str]:
        """What an article makes of somebody's words."""
        chance = self.chance.random()
        if chance < 0.4:
            return "direct", " ".join(words)
        if chance < 0.6:
            start = self.chance.randrange(len(words) // 2)
            return "direct", " ".join(words[start : start + len(words) // 2 + 1])
        changed = [w if self.chance.random() < 0.7 else self.words(1)[0] for w in words]
        return ("direct" if chance < 0.7 else "indirect"), " ".join(changed)


def make_coverage(attributions: int) -> Said:
    """Invented coverage with so many attributions."""
    writer = Writer(seed=1904)
    told: list[tuple[Article, list[Attribution]]] = []
    for number in range(-(-attributions // (_ARTICLES * _CARRIED))):
        told += writer.event(number)
    return _collected(told)


def make_long_article(quotations: int) -> Said:
    """One article with so many quotations, and nothing else."""
    writer = Writer(seed=1904)
    own = writer.words(400)
    carried = [("Mara Lindqvist", writer.utterance(own)) for _ in range(quotations)]
    return _collected([writer.article("long", carried)])


def _collected(told: list[tuple[Article, list[Attribution]]]) -> Said:
    """The collection of these articles, each an account of its own."""
    return Said(
        tuple(article for article, _ in told),
        tuple(tuple(found) for _, found in told),
        tuple(CopyMember(a.id, a.id, None, independent=True) for a, _ in told),
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("attributions", nargs="?", type=int, default=100_000)
    parser.add_argument("--long", type=int, help="one article with so many quotations instead")
    chosen = parser.parse_args()
    said = make_long_article(chosen.long) if chosen.long else make_coverage(chosen.attributions)
    before, start = _peak(), time.process_time()
    statements = group_statements(*said, StatementOptions())
    took = time.process_time() - start
    shared = sum(statement.carriers > 1 for statement in statements)
    print(f"{said.size:,} attributions in {len(said.articles):,} articles")
    print(f"{len(statements):,} statements, {shared:,} of them in several articles")
    print(f"{took:.1f} CPU-seconds; {_peak():,} MB at most, {before:,} MB of them before the stage")


def _peak() -> int:
    """The most memory the process has had so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
