"""Statements of one speaker on one matter that different articles carry: not the same, but near.

Two outlets that pick different sentences of one interview share no statement, yet a reader wants
to see what each took from it. What tells is a word that English news seldom uses and that the
speaker uses in few statements.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from onrecord.records import Related
from onrecord.statements.vocabulary import SMALL, folded
from onrecord.text import stem, word_classes
from onrecord.text.words import WORD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from onrecord.records import Statement

_TOO_COMMON = 6
"""Class of a word (`text.commonness`) from which it tells nothing of what a statement is about."""

_ENOUGH = 2
"""Classes below that one, over all words in common, from which two statements are related."""

_FEW = 6
"""Statements of a speaker that may hold a word before it is what all of them are about. These
numbers are by judgement: the related statements of the statements set's development half (115 of
998 have some) and of the sample coverage were read, and with them most have one matter."""

_MOST = 3
"""Related statements told of one statement."""


class _Words(NamedTuple):
    """The telling words of a statement by their stems, as printed and how common; its articles."""

    printed: Mapping[str, str]
    classes: Mapping[str, int]
    articles: frozenset[str]


def relate(
    statements: Sequence[Statement], of_one_story: Callable[[str, str], bool]
) -> tuple[Statement, ...]:
    """The same statements, in the same order, each with those it is related to.

    `of_one_story` says of two article ids whether the articles have to do with one another.
    """
    by_speaker: dict[str, list[int]] = {}
    for number, statement in enumerate(statements):
        if statement.speaker is not None:
            by_speaker.setdefault(statement.speaker.id, []).append(number)
    found: dict[int, tuple[Related, ...]] = {}
    for numbers in by_speaker.values():
        if len(numbers) > 1:
            found.update(_related({n: statements[n] for n in numbers}, of_one_story))
    return tuple(
        replace(statement, related=found[number]) if number in found else statement
        for number, statement in enumerate(statements)
    )


def _related(
    statements: Mapping[int, Statement], of_one_story: Callable[[str, str], bool]
) -> Iterator[tuple[int, tuple[Related, ...]]]:
    """What each of one speaker's statements is related to, where it is to any."""
    told = {number: _words_of(statement) for number, statement in statements.items()}
    holders: dict[str, list[int]] = {}
    for number, words in told.items():
        for word in words.printed:
            holders.setdefault(word, []).append(number)
    near: dict[int, Counter[int]] = {}
    for word, numbers in holders.items():
        if 1 < len(numbers) <= _FEW:
            for one, other in _pairs_apart(numbers, told):
                if of_one_story(_lead(statements[one]), _lead(statements[other])):
                    near.setdefault(one, Counter())[other] += _TOO_COMMON - told[one].classes[word]
    for number, others in near.items():
        likest = tuple(_likest(others, number, statements, told))
        if likest:
            yield number, likest


def _words_of(statement: Statement) -> _Words:
    """The words of a statement that tell what it is about."""
    named = statement.speaker.name if statement.speaker else ""
    skipped = {folded(word) for word in WORD.findall(named)}
    printed: dict[str, str] = {}
    classes: dict[str, int] = {}
    for word in WORD.findall(statement.wording):
        plain = folded(word)
        if plain.isalpha() and plain not in SMALL and plain not in skipped:
            key = stem(plain)
            common = max(_class_of(plain), _class_of(key))
            if common < _TOO_COMMON:
                printed.setdefault(key, word)
                classes[key] = common
    return _Words(printed, classes, frozenset(r.article for r in statement.renderings))


def _lead(statement: Statement) -> str:
    """The article that a statement's wording was copied from."""
    return statement.renderings[0].article


def _class_of(word: str) -> int:
    return word_classes().get(word, 0)


def _pairs_apart(numbers: Sequence[int], told: Mapping[int, _Words]) -> Iterator[tuple[int, int]]:
    """Both ways round, the pairs of statements that no article carries both of."""
    for one in numbers:
        for other in numbers:
            if one != other and told[one].articles.isdisjoint(told[other].articles):
                yield one, other


def _likest(
    near: Mapping[int, int],
    number: int,
    statements: Mapping[int, Statement],
    told: Mapping[int, _Words],
) -> Iterable[Related]:
    """The likest few, by their ids where they are as like: the order of articles tells nothing."""
    ours = told[number].printed
    enough = (other for other, weight in near.items() if weight >= _ENOUGH)
    for other in sorted(enough, key=lambda k: (-near[k], statements[k].id))[:_MOST]:
        shared = (printed for word, printed in ours.items() if word in told[other].printed)
        yield Related(statements[other].id, tuple(shared))
