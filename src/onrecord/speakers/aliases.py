"""What a user knows better: names that are one speaker, and statements given to somebody else.

A small TOML text wins over every rule:

    [[speaker]]
    name = "Mara Lindqvist"
    also = ["M. Lindquist", "the harbour master"]

    [[correction]]
    article = "herald.html"     # its id, file (with or without its folder), URL or title
    source = "She"              # as printed; or attribution = "..." for one alone
    speaker = "Mara Lindqvist"  # left out: nobody can be named
"""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from onrecord.errors import UnknownOption
from onrecord.records import Reason, SpeakerKind
from onrecord.speakers.gathering import kind_of, name_key, printed_source
from onrecord.speakers.identity import fold_full_name, speaker_ref

if TYPE_CHECKING:
    from onrecord.records import Article, Attribution


class Alias(Struct, frozen=True, forbid_unknown_fields=True):
    """A speaker by the name to show, and what else it is called."""

    name: str
    also: tuple[str, ...] = ()
    kind: SpeakerKind = "person"


class Correction(Struct, frozen=True, forbid_unknown_fields=True):
    """Who really speaks in one article's attributions from one source, or in one attribution."""

    article: str
    source: str = ""
    attribution: str = ""
    speaker: str = ""
    kind: SpeakerKind = "person"


class Aliases(Struct, frozen=True, forbid_unknown_fields=True):
    """A user's aliases and corrections."""

    speaker: tuple[Alias, ...] = ()
    correction: tuple[Correction, ...] = ()

    @property
    def fixed(self) -> frozenset[str]:
        """The folded names that join no other."""
        return frozenset(name_key(alias.name, alias.kind) for alias in self.speaker)


_TAKEN = (
    "a [[speaker]] takes name, also and kind, a [[correction]] article, source or attribution,"
    " speaker and kind"
)


def read_aliases(text: str) -> Aliases:
    r"""The aliases and corrections of a TOML text; empty text holds none.

    Raises `UnknownOption` where the text is no TOML, or holds something else than this.

    >>> read_aliases('[[speaker]]\nname = "Ann Moe"\nalso = ["A. Moe"]').speaker[0].also
    ('A. Moe',)
    """
    try:
        aliases = msgspec.convert(tomllib.loads(text), Aliases)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        message = f"the alias file cannot be used: {error}; {_TAKEN}; docs/speakers.md shows one"
        raise UnknownOption(message) from None
    for called in aliases.correction:
        if bool(called.source) == bool(called.attribution):
            told = f"a correction in {called.article!r} needs either a source or an attribution"
            raise UnknownOption(f"the alias file cannot be used: {told}")
    return aliases


def with_aliases(
    article: Article, attributions: tuple[Attribution, ...], aliases: Aliases
) -> tuple[Attribution, ...]:
    """The attributions of an article, each with the speaker that aliases and corrections give."""
    called = {name: alias for alias in aliases.speaker for name in names_of(alias)}
    known = called_article(article)
    corrections = [c for c in aliases.correction if c.article in known]
    return tuple(_named(article, a, called, corrections) for a in attributions)


def names_of(alias: Alias) -> tuple[str, ...]:
    """The folded names of an alias, the one to show first."""
    return tuple(fold_full_name(name) for name in (alias.name, *alias.also))


def called_article(article: Article) -> frozenset[str]:
    """What a correction may call an article: its id, file, URL or title."""
    file = (article.file or "").replace("\\", "/")
    known = (article.id, article.file, file.rpartition("/")[2], article.url, article.title)
    return frozenset(name for name in known if name)


def is_corrected(correction: Correction, article: Article, attribution: Attribution) -> bool:
    """Whether a correction of an article is meant for one of its attributions."""
    if correction.attribution:
        return attribution.id == correction.attribution
    printed = fold_full_name(printed_source(article, attribution))
    return printed == fold_full_name(correction.source)


def called_by(article: Article, attribution: Attribution) -> tuple[str, ...]:
    """The folded names by which an alias knows an attribution: as resolved, and as printed."""
    resolved = attribution.speaker and fold_full_name(attribution.speaker.name)
    printed = fold_full_name(printed_source(article, attribution))
    return (resolved, printed) if resolved else (printed,)


def _named(
    article: Article,
    attribution: Attribution,
    called: dict[str, Alias],
    corrections: list[Correction],
) -> Attribution:
    """One attribution with its speaker; corrections win over aliases, aliases over the rules."""
    printed = printed_source(article, attribution)
    for c in corrections:
        if is_corrected(c, article, attribution):
            why = Reason("corrected by hand", printed)
            return _told(attribution, article, c.speaker, c.kind, why)
    names = called_by(article, attribution)
    alias = next((called[name] for name in names if name in called), None)
    if alias is None:
        return attribution
    return _told(attribution, article, alias.name, alias.kind, Reason("alias list", printed))


_SETTLED = frozenset({"candidate", "unresolved", "speaker-kind"})


def _told(
    attribution: Attribution, article: Article, name: str, kind: SpeakerKind, why: Reason
) -> Attribution:
    """An attribution with a speaker that somebody told, or told to have none."""
    kept = tuple(r for r in attribution.why if r.rule not in _SETTLED)
    if not name:
        open_ = Reason("unresolved", f"{why.detail}: {why.rule}")
        return replace(attribution, speaker=None, why=(*kept, open_))
    known = attribution.speaker is not None and attribution.speaker.name == name
    kind = kind_of(attribution) if known else kind
    ref = speaker_ref(name, kind, article.id)
    return replace(attribution, speaker=ref, why=(*kept, why, Reason("speaker-kind", kind)))
