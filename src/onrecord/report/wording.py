"""Words the report uses for what the records hold: symbols, labels, counts, dates."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.records import Attribution, Change, CopyKind, Reason, Span


class Symbol(NamedTuple):
    """A state of the matrix: the sign that is printed and the words that say the same."""

    sign: str
    words: str


SYMBOLS = {
    "quoted": Symbol("●", "quoted"),
    "reported": Symbol("◐", "reported"),
    "own-voice": Symbol("○", "said in its own voice"),
    "absent": Symbol("·", "not carried"),
    "unknown": Symbol("?", "cannot be told"),
}
"""Strongest first: an outlet with several articles shows the strongest of theirs."""

CHANGES: dict[Change, str] = {
    "same": "",
    "truncated": "cut",
    "altered": "altered",
    "paraphrased": "paraphrased",
    "own-voice": "in its own voice",
}

KINDS = {"direct": "quoted", "indirect": "reported", "mixed": "partly quoted"}
TYPES = {"speech": "", "attitude": "thought or wish", "decree": "decision"}
COPIES = {
    "exact": "the same text",
    "near": "nearly the same text",
    "syndicated": "the same text, credited",
    "partial": "part of the text",
    "reworded": "the text reworded",
}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_IRREGULAR = {"has": "have", "is": "are", "was": "were", "copy": "copies", "story": "stories"}


def counted(number: int, noun: str) -> str:
    """A number with its noun, in the plural where that is due.

    >>> counted(1, "article"), counted(2400, "article"), counted(2, "copy")
    ('1 article', '2,400 articles', '2 copies')
    """
    head, _, last = noun.rpartition(" ")
    if number != 1:
        noun = f"{head} {_IRREGULAR.get(last, last + 's')}".strip()
    return f"{number:,} {noun}"


def copy_words(kind: CopyKind | None, original: str) -> str:
    """What a copy has of its original.

    >>> copy_words("reworded", "Wire")
    'has the text of Wire, reworded'
    """
    told = {
        "exact": f"has the text of {original}",
        "near": f"has nearly the text of {original}",
        "syndicated": f"has the text of {original} and credits it",
        "partial": f"has part of the text of {original}",
        "reworded": f"has the text of {original}, reworded",
    }
    return told[kind] if kind else f"shares the text of {original}"


def kind_words(attribution: Attribution) -> str:
    """How an article gives what was said: quoted, reported, and so on; a thought, a decision."""
    more = TYPES[attribution.type]
    return f"{KINDS[attribution.kind]}, {more}" if more else KINDS[attribution.kind]


def maybe_date(published: str | None) -> date | None:
    """The day of an ISO date or time; None where it is neither.

    >>> maybe_date("2031-03-12T09:00:00Z")
    datetime.date(2031, 3, 12)
    """
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def day_words(day: date) -> str:
    """A day as a person would write it.

    >>> day_words(date(2031, 3, 2))
    '2 March 2031'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_day_words(day: date) -> str:
    """A day in little room.

    >>> short_day_words(date(2031, 3, 2))
    '2 Mar 2031'
    """
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def published_words(published: str | None) -> str:
    """A publication date for reading: the day spelled out, else the text as it was found."""
    day = maybe_date(published)
    return day_words(day) if day else (published or "")


def period_words(days: Iterable[date]) -> str:
    """From the first to the last day, nothing said twice; empty without days.

    >>> period_words([date(2031, 3, 14), date(2031, 3, 12)])
    '12–14 March 2031'
    >>> period_words([date(2031, 2, 27), date(2031, 3, 1)])
    '27 February – 1 March 2031'
    """
    ordered = sorted(days)
    if not ordered:
        return ""
    first, last = ordered[0], ordered[-1]
    if first == last:
        return day_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_words(last)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} – {day_words(last)}"
    return f"{day_words(first)} – {day_words(last)}"


def reason_words(reasons: Iterable[Reason]) -> tuple[str, ...]:
    """Each reason as one phrase: the rule and what it saw, with the share where it is one of words.

    What was looked for and not found is no reason; other scores only order what a stage found.

    >>> from onrecord.records import Reason
    >>> reason_words([Reason("shared words", "by rarity", 0.49), Reason("nearest name", "she", 87)])
    ('shared words: 49 % by rarity', 'nearest name: she')
    """
    return tuple(_reason_words(reason) for reason in reasons if reason.score != 0)


def _reason_words(reason: Reason) -> str:
    told = any(letter.isdigit() for letter in reason.detail)
    is_share = reason.detail and not told and reason.score is not None and 0 < reason.score <= 1
    share = f"{round(100 * (reason.score or 0))} % " if is_share else ""
    return f"{reason.rule}: {share}{reason.detail}" if reason.detail else reason.rule


def kinship_words(reasons: Iterable[Reason], speaker: str) -> tuple[str, ...]:
    """Why two wordings were read as one statement, with a caution where another is named.

    >>> from onrecord.records import Reason
    >>> kinship_words([Reason("speakers", "different"), Reason("same words")], "Cho")
    ('same words', 'but another speaker is named: Cho')
    """
    reasons = tuple(reasons)
    others = [r for r in reasons if (r.rule, r.detail) == ("speakers", "different")]
    named = f": {speaker}" if speaker else ""
    caution = (f"but another speaker is named{named}",) if others else ()
    return reason_words(reason for reason in reasons if reason not in others) + caution


def plain_words(word: str) -> str:
    """A label of the records (a problem's kind, a rule) for reading.

    >>> plain_words("extraction-doubt")
    'extraction doubt'
    """
    return word.replace("-", " ").replace("_", " ")


def printed_words(text: str, spans: Iterable[Span]) -> str:
    """The words of the spans as printed, without the stops that only part them from the next.

    >>> from onrecord.records import Span
    >>> printed_words("Mr Cho, a pilot, said", [Span(0, 16)])
    'Mr Cho, a pilot'
    """
    return " … ".join(span.of(text).strip().rstrip(",;") for span in spans)


def shortened(text: str, limit: int) -> str:
    """The text, cut between words where it is longer than `limit`.

    >>> shortened("one two three", 9)
    'one two …'
    """
    if len(text) <= limit:
        return text
    cut = text.rfind(" ", 0, limit)
    return text[: cut if cut > 0 else limit].rstrip() + " …"
