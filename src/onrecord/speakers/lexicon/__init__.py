"""The words the speakers stage knows: titles, offices, organisations, places, verbs of saying.

All lists are plain text beside this module, written for onrecord, so that a reader can see and
mend them. There is no list of first names: a person's pronoun is read from the article, never
guessed from a name.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def sections(name: str) -> dict[str, tuple[str, ...]]:
    """The sections of a word list, each as its lines, comments and blank lines left out."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    text = (files(__package__) / f"{name}.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("## "):
            lines = found.setdefault(line[3:].split(":")[0], [])
        elif line.strip() and not line.startswith("#"):
            lines.append(line.strip())
    return {section: tuple(kept) for section, kept in found.items()}


def _words(name: str, section: str) -> frozenset[str]:
    """The words of a section."""
    return frozenset(word for line in sections(name)[section] for word in line.split())


HE_TITLES = _words("people", "he_titles")
SHE_TITLES = _words("people", "she_titles")
HE_NOUNS = _words("people", "he_nouns")
SHE_NOUNS = _words("people", "she_nouns")
TITLES = _words("people", "titles") | HE_TITLES | SHE_TITLES
OFFICES = _words("people", "offices") | TITLES
OFFICE_MODIFIERS = _words("people", "office_modifiers")
PERSON_NOUNS = _words("people", "person_nouns")
PARTICLES = _words("people", "particles")
SUFFIXES = _words("people", "suffixes")
SHORT_OFFICES = dict(line.split() for line in sections("people")["short_offices"])
NICKNAMES = tuple(frozenset(line.split()) for line in sections("people")["nicknames"])

ORGANISATION_WORDS = _words("organisations", "organisation_words")
THING_WORDS = _words("organisations", "thing_words")
ORGANISATION_HEADS = _words("organisations", "organisation_heads")
GENERIC_HEADS = _words("organisations", "generic_heads")
APPOSED_HEADS = _words("organisations", "apposed_heads")
NAME_LINKS = _words("organisations", "name_links")
DOCUMENT_HEADS = _words("organisations", "document_heads")
ARTEFACTS = _words("organisations", "artefacts")
PLATFORMS = _words("organisations", "platforms")
GROUP_HEADS = _words("organisations", "group_heads")
RESEARCHERS = _words("organisations", "researchers")

COUNTRIES = _words("places", "countries")
DEMONYMS = _words("places", "demonyms")
COUNTRY_HEADS = _words("places", "country_heads")
PLACES = frozenset(sections("places")["places"])

LABELS = _words("nobody", "labels")
UNITS = _words("nobody", "units")

STOP = _words("verbs_and_openers", "stop")
SAYING = _words("verbs_and_openers", "saying")
INTERVIEWERS = _words("verbs_and_openers", "interviewers")
