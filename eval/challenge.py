"""Measures who said what, phenomenon by phenomenon, on short texts invented for it.

    python eval/challenge.py [--finder MODULE:FUNCTION] [--failures]
    python eval/challenge.py --update     strike what is right now off the known failures
    python eval/challenge.py --accept     ditto, and take new failures into them

The texts stand in tests/cases/challenge.json, what fails today in challenge_known_failures.json
beside it; --update and --accept also write the table in docs/limits.md. Any function that takes
an article and returns its attributions can be measured (`challenge:find_with_tagger` is one); only
the rules' failures are kept, for the rules answer the same on every machine.

A challenge is right if every expected attribution is found (content and source by the words they
share, and whose content it lies in), nothing forbidden is content, and at most one attribution
is found that nobody expected. Where two readers may differ, a boundary or a nested attitude, is
thereby left open.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from onrecord.attribution import find_attributions
from onrecord.options import AttributionOptions
from onrecord.records import Article
from onrecord.text import fold_word, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from onrecord.records import Attribution, Span

    Finder = Callable[[Article], Sequence[Attribution]]

ROOT = Path(__file__).resolve().parent.parent
CHALLENGES = ROOT / "tests/cases/challenge.json"
KNOWN_FAILURES = ROOT / "tests/cases/challenge_known_failures.json"
PAGE = ROOT / "docs/limits.md"
BEGIN, END = "<!-- challenges: written by eval/challenge.py -->", "<!-- end of challenges -->"

CONTENT_DICE = 0.75
SOURCE_DICE = 0.5
EXTRA_ALLOWED = 1


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An attribution a careful reader finds; `inside` is the place of the outer one in the list."""

    content: tuple[str, ...]
    cue: tuple[str, ...]
    source: tuple[str, ...]
    kind: str
    type: str
    inside: int | None
    in_title: bool = False


class Challenge(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A short text, what a careful reader finds in it, and words that are nobody's content."""

    id: str
    phenomenon: str
    text: str
    expected: tuple[Expected, ...]
    forbidden: tuple[str, ...]
    title: str | None = None

    @property
    def article(self) -> Article:
        """The text as an article."""
        return Article(self.id, self.text, title=self.title)


class Verdict(NamedTuple):
    """What was wrong with what was found; nothing where all was right."""

    challenge: Challenge
    wrong: tuple[str, ...]


def read_challenges(path: Path = CHALLENGES) -> tuple[Challenge, ...]:
    """All challenges, in the order of the file."""
    return msgspec.json.decode(path.read_bytes(), type=tuple[Challenge, ...])


def read_known_failures(path: Path = KNOWN_FAILURES) -> frozenset[str]:
    """Ids of the challenges that the rules are known to fail."""
    return frozenset(msgspec.json.decode(path.read_bytes(), type=list[str]))


def find_by_rules(article: Article) -> Sequence[Attribution]:
    """The attributions that the rules find alone."""
    return find_attributions(article, AttributionOptions(tagger=False))[0]


def find_with_tagger(article: Article) -> Sequence[Attribution]:
    """The attributions that onrecord finds as it is used, with the tagger where there is one."""
    return find_attributions(article)[0]


def judge(challenge: Challenge, found: Sequence[Attribution]) -> Verdict:
    """What is wrong with the attributions found in a challenge, in words."""
    matched = match_expected(challenge, found)
    wrong = []
    for index, expected in enumerate(challenge.expected):
        got = matched.get(index)
        if got is None:
            wrong.append(f"missed: {_shown(expected.source)} | {_shown(expected.content)}")
        elif got.inside != _outer_id(expected, matched):
            wrong.append(f"nested wrongly: {_shown(expected.content)}")
    wrong += [f"taken for content: {words}" for words in _forbidden_found(challenge, found)]
    taken = {attribution.id for attribution in matched.values()}
    extra = [a for a in found if a.id not in taken]
    if len(extra) > EXTRA_ALLOWED:
        wrong.append("not there: " + "; ".join(_words_shown(challenge, a) for a in extra))
    return Verdict(challenge, tuple(wrong))


def match_expected(challenge: Challenge, found: Sequence[Attribution]) -> dict[int, Attribution]:
    """For each expected attribution that was found, the one it is, best pairs first."""
    pairs = []
    for index, expected in enumerate(challenge.expected):
        for order, attribution in enumerate(found):
            score = _likeness(challenge, expected, attribution)
            if score is not None:
                pairs.append((-score, index, order))
    matched: dict[int, Attribution] = {}
    used: set[int] = set()
    for _, index, order in sorted(pairs):
        if index not in matched and order not in used:
            matched[index] = found[order]
            used.add(order)
    return matched


def _likeness(challenge: Challenge, expected: Expected, attribution: Attribution) -> float | None:
    """How alike the two are, None where they are not the same attribution."""
    if attribution.in_title != expected.in_title:
        return None
    content = dice_of(expected.content, _pieces(challenge, attribution, attribution.content))
    source = dice_of(expected.source, _pieces(challenge, attribution, attribution.source))
    if content < CONTENT_DICE or source < SOURCE_DICE:
        return None
    return content + source


def _pieces(challenge: Challenge, attribution: Attribution, spans: Iterable[Span]) -> list[str]:
    """The words of the spans of an attribution."""
    place = challenge.title or "" if attribution.in_title else challenge.text
    return [span.of(place) for span in spans]


def dice_of(expected: Iterable[str], got: Iterable[str]) -> float:
    """Words in common, twice, over words of both; 1 where neither has any."""
    a, b = bag_of(expected), bag_of(got)
    if not a and not b:
        return 1.0
    return 2 * (a & b).total() / (a.total() + b.total())


def bag_of(pieces: Iterable[str]) -> Counter[str]:
    """The folded words of some pieces of text, each with its number."""
    return Counter(fold_word(word.text) for piece in pieces for word in words_of(piece))


def _outer_id(expected: Expected, matched: dict[int, Attribution]) -> str | None:
    """The id that `inside` should have; one that no attribution has where the outer is missed."""
    if expected.inside is None:
        return None
    outer = matched.get(expected.inside)
    return "" if outer is None else outer.id


def _forbidden_found(challenge: Challenge, found: Sequence[Attribution]) -> list[str]:
    """Forbidden words more than half of which are some attribution's content."""
    return [
        words
        for words in challenge.forbidden
        if any(_share_covered(challenge, words, a) > 0.5 for a in found)
    ]


def _share_covered(challenge: Challenge, words: str, attribution: Attribution) -> float:
    """Which share of a stretch of the text lies in the content of an attribution."""
    place = challenge.title or "" if attribution.in_title else challenge.text
    start = place.find(words)
    if start < 0:
        return 0.0
    inside = words_of(place, start, start + len(words))
    covered = sum(any(p.contains(w.span) for p in attribution.content) for w in inside)
    return covered / len(inside)


def _shown(pieces: Sequence[str]) -> str:
    """Pieces of text as a message shows them."""
    return " … ".join(pieces) or "nobody"


def _words_shown(challenge: Challenge, attribution: Attribution) -> str:
    """A found attribution as a message shows it."""
    source = _shown(_pieces(challenge, attribution, attribution.source))
    return f"{source} | {_shown(_pieces(challenge, attribution, attribution.content))}"


def measure(challenges: Iterable[Challenge], find: Finder) -> tuple[Verdict, ...]:
    """The verdict on each challenge for a finder."""
    return tuple(judge(challenge, find(challenge.article)) for challenge in challenges)


def shares(challenges: Sequence[Challenge], failed: Collection[str]) -> dict[str, tuple[int, int]]:
    """(right, all) for each phenomenon, in the order of the file."""
    counted = {challenge.phenomenon: (0, 0) for challenge in challenges}
    for challenge in challenges:
        right, total = counted[challenge.phenomenon]
        counted[challenge.phenomenon] = (right + (challenge.id not in failed), total + 1)
    return counted


def render_limits(challenges: Sequence[Challenge], failed: Collection[str]) -> str:
    """The generated part of docs/limits.md: shares right, then the texts that are read wrongly."""
    counted = shares(challenges, failed)
    right, total = (sum(column) for column in zip(*counted.values(), strict=True))
    rows = [f"| {name} | {r} of {n} |" for name, (r, n) in counted.items()]
    table = [
        "| phenomenon | read rightly |",
        "| --- | --- |",
        *rows,
        f"| all | {right} of {total} |",
    ]
    return "\n".join([*table, "", "Read wrongly today:", "", *_failure_lines(challenges, failed)])


def _failure_lines(challenges: Iterable[Challenge], failed: Collection[str]) -> list[str]:
    """A line of Markdown for each failed challenge."""
    lines = []
    for challenge in challenges:
        if challenge.id in failed:
            head = f"{challenge.title} / " if challenge.title else ""
            text = " / ".join((head + challenge.text).split("\n")).replace(" /  / ", " / ")
            lines.append(f"- *{challenge.phenomenon}* (`{challenge.id}`): {_escaped(text)}")
    return lines


def _escaped(text: str) -> str:
    """Text whose characters Markdown would not take for mark-up."""
    visible = "".join(c if c.isprintable() or c == "\u00ad" else " " for c in text)
    return "".join(f"\\{c}" if c in "\\`*_[]<>&" else c for c in visible)


def write_limits(page: Path, generated: str) -> None:
    """Write the generated part of docs/limits.md between its markers."""
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    page.write_text(f"{before}{BEGIN}\n{generated}\n{END}{after}", encoding="utf-8")


def load_finder(name: str) -> Finder:
    """The finder that MODULE:FUNCTION names."""
    module, _, function = name.partition(":")
    finder: Finder = getattr(importlib.import_module(module), function)
    return finder


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; returns 1 where something fails that is not known to."""
    chosen = _arguments(arguments)
    challenges = read_challenges()
    verdicts = measure(challenges, load_finder(chosen.finder) if chosen.finder else find_by_rules)
    failed = frozenset(v.challenge.id for v in verdicts if v.wrong)
    for name, (right, total) in shares(challenges, failed).items():
        print(f"{name:26} {right:3} of {total:3}")
    print(f"{'all':26} {len(challenges) - len(failed):3} of {len(challenges):3}")
    if chosen.failures:
        _print_failures(verdicts)
    return 0 if chosen.finder else _compare(challenges, failed, chosen)


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--finder", metavar="MODULE:FUNCTION", help="measure this function instead")
    parser.add_argument("--failures", action="store_true", help="print each failure")
    parser.add_argument("--update", action="store_true", help="record what is right now")
    parser.add_argument("--accept", action="store_true", help="record new failures too")
    return parser.parse_args(arguments)


def _print_failures(verdicts: Iterable[Verdict]) -> None:
    """Print what is wrong with each challenge that failed."""
    for verdict in verdicts:
        if verdict.wrong:
            title = f"[{verdict.challenge.title}] " if verdict.challenge.title else ""
            print(f"\n{verdict.challenge.id}: {title}{verdict.challenge.text}")
            print("\n".join(f"    {sentence}" for sentence in verdict.wrong))


def _compare(
    challenges: Sequence[Challenge], failed: frozenset[str], chosen: argparse.Namespace
) -> int:
    """Compare with the known failures and write them; returns the exit code."""
    known = read_known_failures()
    fresh, mended = failed - known, known - failed
    print(f"newly wrong: {_listed(fresh)}\nnewly right: {_listed(mended)}")
    if chosen.update or chosen.accept:
        kept = failed if chosen.accept else known - mended
        ids = [challenge.id for challenge in challenges if challenge.id in kept]
        KNOWN_FAILURES.write_text(json.dumps(ids, indent=0) + "\n", encoding="utf-8")
        write_limits(PAGE, render_limits(challenges, kept))
    return 1 if fresh and not chosen.accept else 0


def _listed(ids: Iterable[str]) -> str:
    """Ids for a reader, sorted."""
    return ", ".join(sorted(ids)) or "none"


if __name__ == "__main__":
    sys.exit(main())
