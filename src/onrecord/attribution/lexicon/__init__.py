"""The words the rules know: verbs that report, common verbs that do not, function words.

All lists are plain text beside this module, written for onrecord, so that a reader can see and
mend them. Forms are derived here; irregular ones stand in the lists.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple

from onrecord.errors import UnknownOption

_VOWELS = frozenset("aeiou")
_DOUBLED = frozenset(
    ["admit", "ban", "beg", "brag", "drag", "drop", "dub", "grab", "pen", "plan", "prefer", "quip"]
).union(["regret", "slam", "stem", "step", "stop"])
"""Verbs that double their last consonant before -ing and -ed."""


class ReportingVerb(NamedTuple):
    """A verb of the list: its lemma and its classes (see verbs.txt)."""

    lemma: str
    classes: frozenset[str]

    @property
    def type(self) -> str:
        """What an attribution with this cue is: speech, attitude or decree."""
        return next((t for t in ("attitude", "decree") if t in self.classes), "speech")


class Form(NamedTuple):
    """An inflected form: the tags it may bear (VB VBZ VBG VBD VBN)."""

    lemma: str
    tags: frozenset[str]


@cache
def reporting_verbs() -> dict[str, ReportingVerb]:
    """Reporting verbs by lemma."""
    return {
        lemma: ReportingVerb(lemma, frozenset(classes))
        for lemma, classes, _ in _read_verbs("verbs.txt")
    }


@cache
def verb_forms() -> dict[str, Form]:
    """Every inflected form of every listed verb by its lower-case spelling; reporting verbs win."""
    forms: dict[str, Form] = {}
    for name in ("verbs.txt", "common_verbs.txt"):
        for lemma, _, irregular in _read_verbs(name):
            for form, tag in _forms(lemma, irregular):
                known = forms.get(form)
                if known is None:
                    forms[form] = Form(lemma, frozenset({tag}))
                elif known.lemma == lemma:
                    forms[form] = Form(lemma, known.tags | {tag})
    return forms


@cache
def attitude_adjectives() -> dict[str, frozenset[str]]:
    """Adjectives of what somebody thinks, with the words that may lead to what it is."""
    found = {}
    for line in _lines("adjectives.txt"):
        adjective, _, complements = line.partition(":")
        found[adjective] = frozenset(complements.split())
    return found


class ReportingNoun(NamedTuple):
    """A noun of the list: the type it makes and the words that may lead to what it reports."""

    type: str
    complements: frozenset[str]


@cache
def reporting_nouns() -> dict[str, ReportingNoun]:
    """Reporting nouns by form."""
    nouns = {}
    for line in _lines("nouns.txt"):
        forms, _, rest = line.partition(":")
        type_, *complements = rest.split()
        for form in forms.split():
            nouns[form] = ReportingNoun(type_, frozenset(complements))
    return nouns


@cache
def function_words() -> dict[str, str]:
    """Class of each closed-class word; the first class a word is listed under wins."""
    classes: dict[str, str] = {}
    for line in _lines("function_words.txt"):
        name, _, words = line.partition(":")
        for word in words.split():
            classes.setdefault(word, name)
    return classes


@cache
def words_of_class(name: str) -> frozenset[str]:
    """All words listed under a class, whatever other classes they are in."""
    return _grouped("function_words.txt", name)


@cache
def word_group(name: str) -> frozenset[str]:
    """The words of a group in word_groups.txt."""
    return _grouped("word_groups.txt", name)


def _grouped(file: str, name: str) -> frozenset[str]:
    """Words on all lines of a list that begin with a name and a colon."""
    lines = (line.partition(":") for line in _lines(file))
    words = frozenset(word for group, _, rest in lines if group == name for word in rest.split())
    if not words:
        raise UnknownOption(f"no group of words is called {name!r} in {file}")
    return words


def _lines(name: str) -> list[str]:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _read_verbs(name: str) -> list[tuple[str, list[str], list[str]]]:
    """(lemma, classes, irregular forms) of each line of a verb list."""
    rows = []
    for line in _lines(name):
        head, _, irregular = line.partition(":")
        lemma, *classes = head.split()
        rows.append((lemma, classes, irregular.split()))
    return rows


def _forms(lemma: str, irregular: list[str]) -> list[tuple[str, str]]:
    """Pairs of form and tag of one verb."""
    if irregular:
        third, ing, past, participle = irregular
    else:
        third, ing, past, participle = _regular(lemma)
    return [(lemma, "VB"), (third, "VBZ"), (ing, "VBG"), (past, "VBD"), (participle, "VBN")]


def _regular(lemma: str) -> tuple[str, str, str, str]:
    """Third person, -ing, past and participle of a regular verb."""
    if lemma in _DOUBLED:
        stem = lemma + lemma[-1]
        return lemma + "s", stem + "ing", stem + "ed", stem + "ed"
    if lemma.endswith("e"):
        past = lemma + "d"
        ing = lemma + "ing" if lemma.endswith("ee") else lemma[:-1] + "ing"
        return lemma + "s", ing, past, past
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        past = lemma[:-1] + "ied"
        return lemma[:-1] + "ies", lemma + "ing", past, past
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return third, lemma + "ing", lemma + "ed", lemma + "ed"
