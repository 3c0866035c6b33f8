"""The day of publication: in a record's field, in a line of its own, or in the dateline of a wire report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from ..languages.arabic import find_dates
from ..languages.arabic.letters import fold

_ISO = re.compile(r"\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"\s*((?:19|20)\d\d)(\d\d)(\d\d)(?:T\d+Z?)?\s*\Z")
_YEAR = re.compile(r"(?<!\d)(?:19|20|14|13)\d\d(?!\d)")
_GREGORIAN = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# Forms of page templates: 12/ديسمبر/2021, and ديسمبر 12, 2021.
# A dash stands between two calendars' days, not between the ends of a range.
_DASH = re.compile(r"(?<=\s)[-–—](?=\s)")
_LATIN = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?,?|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,?) \d{4}\b"
)
_JOINED_MONTH = re.compile(r"(?<=\d)[/-](?=[^\W\d_]{3})|(?<=[^\W\d_]{3})[/-](?=\d{4})")
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,}) (\d{1,2})([,،]) (\d{4})")
_HEAD = 160


@dataclass(frozen=True, slots=True)
class Day:
    """A day, and where in its line it stands."""

    day: date
    start: int
    end: int


def field_day(value: object) -> date | None:
    """The day that a record's field gives, as ISO 8601 (with or without time and zone), RFC 2822, or words;
    else None.

    >>> field_day("2015-08-06 01:02:27")
    datetime.date(2015, 8, 6)
    """
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    if not isinstance(value, str) or not value.strip():
        return None
    try:
        if m := _ISO.match(fold(value)) or _COMPACT.match(value):
            return date(int(m[1]), int(m[2]), int(m[3]))
        if value.isascii() and re.search("[A-Za-z]", value):
            return _latin_day(value)
    except ValueError:
        return None
    found = days_in(value[:_HEAD])
    return found[0].day if found else None


def _latin_day(value: str) -> date | None:
    # dateutil fills what is missing from its default: only what two defaults agree on was stated.
    from dateutil.parser import parse  # type: ignore[import-untyped]

    one, other = (parse(value, default=datetime(*default)).date() for default in ((2000, 1, 1), (2001, 2, 2)))
    return one if one == other else None


def days_in(text: str) -> list[Day]:
    """Single days named in full, year and all, in ``text``; of a Hijri and a Gregorian day side by side, the
    latter.
    """
    folded = fold(text)
    if not _YEAR.search(folded) and not re.search(r"\d[/.-]\d", folded):
        return []
    # Forms of page templates, put into prose of the same length: 12/ديسمبر/2021, and ديسمبر 12, 2021.
    plain = _MONTH_FIRST.sub(r"\2 \1\3 \4", _JOINED_MONTH.sub(" ", _DASH.sub("|", text)))
    found = [
        (_GREGORIAN.search(fold(text[s.start : s.end])) is not None, Day(s.earliest, s.start, s.end))
        for s in find_dates(plain, None)
        if s.earliest is not None and s.earliest == s.latest
    ]
    if not found:
        return [Day(day, m.start(), m.end()) for m in _LATIN.finditer(text) if (day := field_day(m.group()))]
    gregorian = [day for is_gregorian, day in found if is_gregorian]
    return gregorian or [day for _, day in found]
