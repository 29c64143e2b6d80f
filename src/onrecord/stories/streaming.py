"""Stories of articles that come one at a time: each is placed at once, and never placed anew.

What is known when an article comes is only what came before it. So it joins the story whose nearest
articles it is near enough to, and starts one of its own otherwise.
"""

from __future__ import annotations

from collections import Counter, deque
from heapq import nlargest
from typing import TYPE_CHECKING

from onrecord.options import StoryOptions
from onrecord.stories.likeness import company, likeness, nearness_in_time
from onrecord.stories.profiles import read_profile
from onrecord.stories.rarity import Rarity
from onrecord.stories.stage import least_likeness, story_id
from onrecord.stories.vectors import weigh_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from onrecord.records import Article
    from onrecord.stories.profiles import Profile

_LEAST = 0.28
"""Limit of how near own company is taken to be, see `onrecord.stories.likeness`: higher than there,
because an article's own company may not have come yet. .26 to .3 are alike and .2 two points worse
on the development half of the stories set, in its order and in others: `python eval/gate.py
stream`."""

_ASKED = 12
"""Articles of a story, the nearest ones, that decide whether another one joins it. Same command; 30
are as good, 3 and 6 take in more strangers."""

_PROPOSING = 40
"""Words of an article, the heaviest, that propose others, and the articles each of them keeps."""

_COMPARED = 60
"""Proposed articles that are compared."""

_NOTED = 12
"""Cosines that an article remembers, copies among them."""

_REMEMBERED = 50_000
"""Articles that are remembered; what comes after that many others cannot join them."""


class _Seen:
    """An article that came: its words, its nearest ones so far, its story."""

    __slots__ = ("near", "profile", "story", "vector")

    def __init__(self, profile: Profile, vector: Mapping[str, float]) -> None:
        self.profile = profile
        self.vector = vector
        self.near: list[float] = []
        self.story = ""

    def met(self, cosine: float) -> None:
        """Take note of the cosine with another article."""
        self.near = nlargest(_NOTED, [*self.near, cosine])


class StoryStream:
    """Stories in one pass: `add` tells the story of each article as it comes."""

    def __init__(self, options: StoryOptions | None = None) -> None:
        self._enough = least_likeness(options or StoryOptions())
        self._rarity = Rarity()
        self._seen: dict[int, _Seen] = {}
        self._holders: dict[str, deque[int]] = {}
        self._same: dict[str, str] = {}
        self._sizes: Counter[str] = Counter()
        self._count = 0

    def add(self, article: Article) -> str:
        """The id of the story that an article tells; a new one where it tells none seen before."""
        profile = read_profile(article)
        if profile.digest not in self._same:
            self._same[profile.digest] = self._place(profile)
        return self._same[profile.digest]

    def _place(self, profile: Profile) -> str:
        """The story of a text that has not been seen before."""
        self._rarity.add(profile.counts)
        new = _Seen(profile, weigh_words(profile, self._rarity))
        heaviest = nlargest(_PROPOSING, new.vector.items(), key=lambda one: (one[1], one[0]))
        words = [word for word, _ in heaviest]
        compared = self._compare(new, words)
        for other, cosine in compared:
            new.met(cosine)
            other.met(cosine)
        new.story = self._nearest_story(new, compared) or story_id(profile.digest)
        self._sizes[new.story] += 1
        self._remember(new, words)
        return new.story

    def _compare(self, new: _Seen, words: Iterable[str]) -> list[tuple[_Seen, float]]:
        """Seen articles that share heavy words with a new one, and their cosines."""
        shared: dict[int, float] = {}
        for word in words:
            for number in self._holders.get(word, ()):
                shared[number] = shared.get(number, 0.0) + new.vector[word]
        proposed = nlargest(_COMPARED, shared.items(), key=lambda one: (one[1], one[0]))
        found = []
        for number, _ in proposed:
            other = self._seen.get(number)
            if other is not None:
                time = nearness_in_time(new.profile.day, other.profile.day)
                found.append((other, time * _cosine(new.vector, other.vector)))
        return found

    def _nearest_story(self, new: _Seen, compared: Iterable[tuple[_Seen, float]]) -> str | None:
        """The story whose nearest articles are nearest on average, if they are near enough."""
        near: dict[str, list[float]] = {}
        own, size = company(new.near, _LEAST), len(new.profile.counts)
        for other, cosine in compared:
            sizes = sorted((size, len(other.profile.counts)))
            like = likeness(cosine, (own, company(other.near, _LEAST)), (sizes[0], sizes[1]))
            near.setdefault(other.story, []).append(like)
        means = {
            story: sum(nlargest(_ASKED, likes)) / min(_ASKED, self._sizes[story])
            for story, likes in near.items()
        }
        best = max(means, key=lambda story: (means[story], story), default=None)
        return best if best is not None and means[best] >= self._enough else None

    def _remember(self, new: _Seen, words: Iterable[str]) -> None:
        """Keep an article, and forget the oldest where there are too many."""
        number = self._count
        self._count += 1
        self._seen[number] = new
        for word in words:
            self._holders.setdefault(word, deque(maxlen=_PROPOSING)).append(number)
        forgotten = self._seen.pop(number - _REMEMBERED, None)
        if forgotten is not None:
            self._same.pop(forgotten.profile.digest, None)


def _cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """The cosine of two vectors of length 1."""
    few, many = (a, b) if len(a) < len(b) else (b, a)
    return sum(weight * many[word] for word, weight in few.items() if word in many)
