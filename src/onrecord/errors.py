"""What can be raised, as a tree. Odd input is never an error: it becomes a `records.Problem`.

    OnrecordError
    ├── NothingReadable (ValueError)      no article could be read from what was named
    ├── PathMissing (FileNotFoundError)   a path or glob that names nothing
    ├── BadLine (ValueError)              a JSONL line that is no article line
    ├── NoText (TypeError)                something that is neither text nor an article
    ├── UnknownOption (ValueError)        an option's value outside what it takes
    └── OutputRefused (OSError)           a report or export that cannot be written there

A message says what happened, the value, what was expected and the next step.
"""

from __future__ import annotations


class OnrecordError(Exception):
    """Wrong use of onrecord; the message is written for the person at the keyboard."""


class NothingReadable(OnrecordError, ValueError):
    """No article could be read from what was named."""


class PathMissing(OnrecordError, FileNotFoundError):
    """A path or glob that names nothing."""

    def __str__(self) -> str:
        """The message alone: an OSError would print an errno of None before it."""
        return str(self.args[0])


class BadLine(OnrecordError, ValueError):
    """A JSONL line that is no article line."""


class NoText(OnrecordError, TypeError):
    """Something that is neither text nor an article."""


class UnknownOption(OnrecordError, ValueError):
    """An option's value outside what it takes."""


class OutputRefused(OnrecordError, OSError):
    """A report or export that cannot be written where it was asked for."""

    def __str__(self) -> str:
        """The message alone: an OSError would print an errno of None before it."""
        return str(self.args[0])
