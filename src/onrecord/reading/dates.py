"""Dates as printed, in ISO 8601.

What is not certain is not told: 03/04/2031 names two days and is None, and so is anything whose
day, month and year are not all there. The time is kept where it is given, with its offset where
that is given too; letters that stand for two offsets (ET, CET in summer) are left out.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})\b"
_ORDERS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<![\d/.-])(?P<year>\d{4})[-/.](?P<number>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<year>(?:19|20|21)\d\d)(?P<number>[01]\d)(?P<day>[0-3]\d)(?!\d)",
        rf"\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}",
        rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"\b{_DAY}-{_MONTH}-{_YEAR}",
        r"(?<![\d.])(?P<day>\d{1,2})\.\s?(?P<number>\d{1,2})\.\s?(?P<year>\d{4})(?!\d)",
        r"(?<![\d/])(?P<one>\d{1,2})/(?P<two>\d{1,2})/(?P<year>\d{4})(?!\d)",
    )
)
_IN_NAME = re.compile(
    r"(?<!\d)(?P<year>(?:1[789]|2[01])\d\d)(?P<mark>[-_/.]?)(?P<number>\d\d?)(?P=mark)"
    r"(?P<day>\d\d?)(?!\d)"
)
_TIME = re.compile(
    r"(?<![\d:])(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?"
    r"\s?(?P<half>[ap]\.?\s?m\b\.?)?\s?"
    r"(?P<zone>Z\b|UTC\b|GMT\b|EST\b|EDT\b|CST\b|CDT\b|MST\b|MDT\b|PST\b|PDT\b|[+-]\d\d:?\d\d\b)?",
    re.IGNORECASE,
)
_COMPACT_TIME = re.compile(r"T(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?(?!\d)")
_ZONES = {
    **dict.fromkeys(("z", "utc", "gmt"), "+00:00"),
    "edt": "-04:00",
    **dict.fromkeys(("est", "cdt"), "-05:00"),
    **dict.fromkeys(("cst", "mdt"), "-06:00"),
    **dict.fromkeys(("mst", "pdt"), "-07:00"),
    "pst": "-08:00",
}
_EPOCH = re.compile(r"\d{10}(?:\d{3})?(?:\.\d+)?")
_DATE_WORDS = re.compile(
    r"\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|published|updated|posted"
    r"|first|last|modified|on|at|am|pm|a\.m|p\.m|gmt|utc|bst|c?est|[ecmp][sd]?t)\b|\d{1,2}[:.]\d\d",
    re.IGNORECASE,
)
_LONGEST_LINE = 120
_YEARS = range(1700, 2200)
_LONGEST = 200


def maybe_date(printed: str) -> str | None:
    """A printed date, with its time if any, in ISO 8601; None where it cannot be told.

    >>> maybe_date("Wed, 12 Mar 2031 10:45:00 GMT")
    '2031-03-12T10:45:00+00:00'
    >>> maybe_date("Published March 12, 2031")
    '2031-03-12'
    >>> maybe_date("03/04/2031") is None
    True
    """
    text = " ".join(printed[:_LONGEST].split())
    if _EPOCH.fullmatch(text):
        return _of_epoch(float(text))
    found = next((m for order in _ORDERS if (m := order.search(text))), None)
    day = _day_of(found) if found else None
    if found is None or day is None:
        return None
    return day + (_time_in(text[found.end() :]) or _time_in(text[: found.start()]))


def is_date_line(line: str) -> bool:
    """Whether a line is a date and hardly a word beside it.

    >>> is_date_line("Published: Wednesday, 12 March 2031, 9.40 am"), is_date_line("12 men.")
    (True, False)
    """
    if len(line) > _LONGEST_LINE or maybe_date(line) is None:
        return False
    found = next(m for order in _ORDERS if (m := order.search(line)))
    rest = _DATE_WORDS.sub(" ", line[: found.start()] + " " + _TIME.sub(" ", line[found.end() :]))
    return len(re.findall(r"\w+", rest)) <= 2


def date_in_name(name: str) -> str | None:
    """The first date in a file's name or the path of an address.

    >>> date_in_name("2031-03-12-lock-closed"), date_in_name("/news/2031/03/12/lock")
    ('2031-03-12', '2031-03-12')
    """
    return next((day for m in _IN_NAME.finditer(name) if (day := _day_of(m))), None)


def _of_epoch(seconds: float) -> str | None:
    """Seconds or milliseconds since 1970 as a time in UTC."""
    moment = datetime.fromtimestamp(seconds / 1000 if seconds >= 1e11 else seconds, UTC)
    return moment.isoformat(timespec="seconds")


def _day_of(found: re.Match[str]) -> str | None:
    """Year, month and day, or None where they are no day or name two."""
    parts = found.groupdict()
    if "one" in parts:
        one, two = int(parts["one"]), int(parts["two"])
        if one <= 12 and two <= 12 and one != two:
            return None
        day, month = (one, two) if one > 12 else (two, one)
    else:
        day = int(parts["day"])
        month = int(parts["number"]) if "number" in parts else _MONTHS[parts["month"].lower()]
    try:
        moment = datetime(int(parts["year"]), month, day, tzinfo=UTC)
    except ValueError:
        return None
    return moment.date().isoformat() if moment.year in _YEARS else None


def _time_in(text: str) -> str:
    """The time of day in the words beside a date, as it follows a date in ISO 8601."""
    compact = _COMPACT_TIME.match(text)
    if compact:
        hour, minute, second, zone = compact.groups()
        return _time(int(hour), int(minute), second, zone)
    found = _TIME.search(text)
    if found is None:
        return ""
    hour_of_day, half = int(found["hour"]), (found["half"] or "").lower()
    if half and not 1 <= hour_of_day <= 12:
        return ""
    if half:
        hour_of_day = hour_of_day % 12 + (12 if half.startswith("p") else 0)
    return _time(hour_of_day, int(found["minute"]), found["second"], found["zone"])


def _time(hour: int, minute: int, second: str | None, zone: str | None) -> str:
    if hour > 23 or minute > 59 or int(second or 0) > 59:
        return ""
    offset = ""
    if zone:
        offset = _ZONES.get(zone.lower()) or f"{zone[:3]}:{zone[-2:]}"
    return f"T{hour:02}:{minute:02}:{int(second or 0):02}{offset}"
