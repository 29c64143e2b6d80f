"""Made-up coverage of any size for measuring speed: written by rule, the same in every run.

Its words are invented, as common and as rare as real ones are, so that two articles share as much
as two on different events do. It says nothing about accuracy: that is what `make eval` is for.
"""

from __future__ import annotations

import random
from itertools import accumulate

from onrecord.records import Article

_SYLLABLES = "ba do ke lim no par ri sta tor u ven wy zan che fo gra hul mi ost pre".split()
_SMALL = "the of and to in a that for on with was at by from after before".split()
_NAMES = ("Mara Lindqvist", "Tom Okafor", "Ines Varga", "Piet de Boer", "Ruth Adeyemi")
_ROLES = ("harbour master", "councillor", "engineer", "union secretary", "spokesperson")
_SAYING = (
    "“{claim},” said {name}, the {role}.",
    "{name} told reporters that {claim}.",
    "According to {name}, {claim}.",
    "“I can only say that {claim},” {name} added. “We will learn from it.”",
    "{name}, {role}, denied that {claim}.",
)
_VOCABULARY = 6000
_COMMONER = 100
"""Words more common than the invented ones: those are small words, in this as in any language."""


class _Writer:
    """Writes sentences, with words as often as their rank among all words has it (Zipf)."""

    def __init__(self, seed: int) -> None:
        """A writer who writes the same for the same seed."""
        self.chance = random.Random(seed)  # noqa: S311  measuring needs no secrets
        self._words = [self._word() for _ in range(_VOCABULARY)]
        self._ranks = list(
            accumulate(1 / rank for rank in range(_COMMONER, _COMMONER + _VOCABULARY))
        )

    def _word(self) -> str:
        """An invented word."""
        return "".join(self.chance.choices(_SYLLABLES, k=self.chance.randrange(2, 5)))

    def words(self, count: int) -> list[str]:
        """Invented words with small real ones between them."""
        rare = self.chance.choices(self._words, cum_weights=self._ranks, k=count)
        return [part for word in rare for part in (self.chance.choice(_SMALL), word)]

    def sentence(self) -> str:
        """One sentence; every other one attributes something."""
        claim = " ".join(self.words(self.chance.randrange(3, 10)))
        if self.chance.random() < 0.5:
            return f"{claim.capitalize()}."
        who = self.chance.randrange(len(_NAMES))
        saying = self.chance.choice(_SAYING)
        return saying.format(claim=claim, name=_NAMES[who], role=_ROLES[who])

    def article(self) -> str:
        """Twenty paragraphs of three sentences."""
        return "\n".join(" ".join(self.sentence() for _ in range(3)) for _ in range(20))

    def reworded(self, text: str) -> str:
        """A copy with every tenth word replaced."""
        words = text.split(" ")
        return " ".join(w if self.chance.random() > 0.1 else self.words(1)[1] for w in words)


def make_articles(count: int, copies: float = 0.2) -> tuple[Article, ...]:
    """`count` articles, a share of `copies` of them reworded from an earlier one."""
    writer = _Writer(seed=1904)
    articles: list[Article] = []
    for number in range(count):
        if articles and writer.chance.random() < copies:
            text = writer.reworded(writer.chance.choice(articles).text)
        else:
            text = writer.article()
        articles.append(Article(id=f"a{number}", text=text, title=f"Lock report {number}"))
    return tuple(articles)
