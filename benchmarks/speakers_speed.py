"""Measures how long the speakers of a large collection take: resolving, then grouping.

    python benchmarks/speakers_speed.py [ARTICLES]

Articles are made up by rule: of 20,000 persons some speak everywhere and most in few articles, many
share a surname, some articles give an office and a surname only, organisations go by acronyms.
Attributions are built with the text, so that only this stage is measured.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from itertools import accumulate
from typing import NamedTuple

from onrecord.records import Article, Attribution, Span
from onrecord.speakers import group_speakers, resolve_speakers

_SYLLABLES = "ba do ke lim no par ri sta tor u ven wy zan che fo gra hul mi ost pre".split()
_OFFICES = ("minister", "mayor", "spokeswoman", "professor", "union secretary", "harbour master")
_KINDS = ("Council", "Company", "Institute", "Union", "Ministry")
_PERSONS, _SURNAMES, _ORGANISATIONS, _WORDS = 20_000, 6_000, 2_000, 350


class _Person(NamedTuple):
    """Somebody who speaks: first name, surname, office."""

    first: str
    last: str
    office: str


class _World:
    """Who speaks in the made-up articles, the same in every run."""

    def __init__(self) -> None:
        self.chance = random.Random(1904)  # noqa: S311  measuring needs no secrets
        surnames = [self._word() for _ in range(_SURNAMES)]
        self.persons = [
            _Person(self._word(), self.chance.choice(surnames), self.chance.choice(_OFFICES))
            for _ in range(_PERSONS)
        ]
        self.organisations = [
            f"{self._word()} {self._word()} {self._word()} {self.chance.choice(_KINDS)}"
            for _ in range(_ORGANISATIONS)
        ]
        self.filler = [self._word().casefold() for _ in range(3000)]
        self.often = list(accumulate(1 / rank for rank in range(1, _PERSONS + 1)))

    def _word(self) -> str:
        """An invented name."""
        return "".join(self.chance.choices(_SYLLABLES, k=self.chance.randrange(2, 4))).capitalize()

    def sources(self) -> list[str]:
        """The sources of one article as they are worded: two persons and an organisation."""
        one, two = self.chance.choices(self.persons, cum_weights=self.often, k=2)
        long = self.chance.choice(self.organisations)
        short = "".join(word[0] for word in long.split())
        opening = [f"{one.first} {one.last}, the {one.office}", f"{one.office} {one.last}"]
        return [
            self.chance.choice(opening),
            "She",
            f"{two.first} {two.last}",
            two.last,
            f"The {long} ({short})",
            f"The {short}",
        ]

    def article(self, number: int) -> tuple[Article, tuple[Attribution, ...]]:
        """An article with its attributions, a paragraph for each."""
        text, attributions = "", []
        for place, source in enumerate(self.sources()):
            words = " ".join(self.chance.choices(self.filler, k=_WORDS // 12))
            start, end = len(text), len(text) + len(source)
            content = Span(end + len(" said that "), end + len(" said that ") + len(words))
            rest = " ".join(self.chance.choices(self.filler, k=_WORDS // 12)).capitalize()
            text += f"{source} said that {words}. {rest}.\n"
            attributions.append(
                Attribution(
                    id=f"{number}/{place}",
                    article=str(number),
                    kind="indirect",
                    type="speech",
                    content=(content,),
                    cue=(Span(end + 1, end + 5),),
                    source=(Span(start, end),),
                )
            )
        return Article(id=str(number), text=text), tuple(attributions)


def main(count: int) -> None:
    """Print what each step took on one core."""
    world = _World()
    made = [world.article(number) for number in range(count)]
    start = time.process_time()
    resolved = tuple(resolve_speakers(*pair) for pair in made)
    within = time.process_time() - start
    articles = tuple(article for article, _ in made)
    start = time.process_time()
    speakers, _ = group_speakers(articles, resolved)
    across = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count:,} articles, {len(speakers):,} speakers, {memory:,.0f} MB at most")
    print(f"within articles {within:.1f} s ({count / within:,.0f} articles a second)")
    print(f"across articles {across:.1f} s ({count / across:,.0f} articles a second)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
