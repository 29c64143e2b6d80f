"""One small frozen record of options per stage.

A name is the same here, on the command line and in the docs. Every tuned number says what it was
tuned on in the stage that uses it.
"""

from __future__ import annotations

from msgspec import Struct


class ReadingOptions(Struct, frozen=True):
    """How files become articles."""

    second_opinion: bool = True
    """Compare two extractors on every page and warn where one lost a quoted string."""


class AttributionOptions(Struct, frozen=True):
    """Which attributions are looked for."""

    titles: bool = True
    """Look into titles too."""

    tagger: bool = True
    """Use the trained tagger; without it the rules alone decide, much faster."""


class CopyOptions(Struct, frozen=True):
    """What counts as a copy."""

    threshold: float = 0.5
    """Score from which two articles are copies of one text, 0..1."""


class SpeakerOptions(Struct, frozen=True):
    """What is known of speakers beforehand."""

    aliases: str = ""
    """Text of an alias file (TOML): names that are one speaker, and corrections."""


class StoryOptions(Struct, frozen=True):
    """What counts as one event."""

    threshold: float = 0.5
    """Score from which articles tell of one event, 0..1."""


class StatementOptions(Struct, frozen=True):
    """What counts as the same statement."""

    threshold: float = 0.5
    """Score from which two renderings are one statement, 0..1."""


class ReportOptions(Struct, frozen=True):
    """What a report shows."""

    private: bool = False
    """Show whole articles (for yourself), not only short extracts (to share)."""

    title: str = "What this coverage says"
    """Heading of the page."""


class Options(Struct, frozen=True):
    """The options of every stage."""

    reading: ReadingOptions = ReadingOptions()
    attributions: AttributionOptions = AttributionOptions()
    copies: CopyOptions = CopyOptions()
    speakers: SpeakerOptions = SpeakerOptions()
    stories: StoryOptions = StoryOptions()
    statements: StatementOptions = StatementOptions()
    report: ReportOptions = ReportOptions()
