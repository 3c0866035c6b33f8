"""The day of publication: in a record's field, in a line of its own, or in the dateline of a wire report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from itertools import pairwise

from ..languages.arabic import find_dates
from ..languages.arabic.letters import fold
from .cues import Cues
from .lines import DIGIT, Line

_ISO = re.compile(r"\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"\s*((?:19|20)\d\d)(\d\d)(\d\d)(?:T\d+Z?)?\s*\Z")
_YEAR = re.compile(r"(?<!\d)(?:19|20|14|13)\d\d(?!\d)")
_GREGORIAN = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?::\d{2})?|[+-]\d{1,2}:?\d{0,2}")
_WORD = re.compile(r"[^\W\d_]+")
_SEPARATORS = "-–—|/،,:;()[]•·"
# What may stand before the day in "بيروت/ 5 آب 2020/ قتل": a place, an agency, marks; and what must follow
# the day.
_WIRE_BEFORE = re.compile(r"[^\W\d_]+(?:[\s\-–—/،,:()\[\]|]+[^\W\d_]+){0,4}[\s\-–—/،,:()\[\]|]*\Z|\W*\Z")
_WIRE_AFTER = re.compile(r"\s*(?:م|ه)?\s*(?:[-–—/:()\[\]|]|\.\s*[-–—]|\n|\Z)")
_LONGEST_DATELINE = 140
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
        if "," in value and value.isascii():
            return parsedate_to_datetime(value).date()
    except ValueError:
        return None
    found = days_in(value[:_HEAD])
    return found[0].day if found else None


def days_in(text: str) -> list[Day]:
    """Single days named in full, year and all, in ``text``; of a Hijri and a Gregorian day side by side, the
    latter.
    """
    folded = fold(text)
    if not _YEAR.search(folded) and not re.search(r"\d[/.-]\d", folded):
        return []
    found = [
        (_GREGORIAN.search(fold(text[s.start : s.end])) is not None, Day(s.earliest, s.start, s.end))
        for s in find_dates(text, None)
        if s.earliest is not None and s.earliest == s.latest
    ]
    gregorian = [day for is_gregorian, day in found if is_gregorian]
    return gregorian or [day for _, day in found]


def dateline(line: Line, cues: Cues) -> date | None:
    """The day of a line that gives little else: labels, weekday, time of day, perhaps a place or a name."""
    if len(line.text) > _LONGEST_DATELINE or line.bullet or line.stopped or not DIGIT.search(line.text):
        return None
    days = days_in(line.text)
    if not days:
        return None
    first, last = days[0], days[-1]
    rest = " ".join(
        (
            line.text[: first.start],
            *(line.text[a.end : b.start] for a, b in pairwise(days)),
            line.text[last.end :],
        )
    )
    left = cues.date_label.sub(" ", _CLOCK.sub(" ", fold(rest)))
    extra = len(_WORD.findall(left))
    if extra > 8 or (extra and not _set_apart(line.text, first, last, cues)):
        return None
    return first.day


def wire_day(line: Line, cues: Cues) -> date | None:
    """The day in the dateline that opens a paragraph: "بيروت/ 5 آب 2020/ ..."; a day told of in a sentence is
    none.
    """
    head = line.text[:_HEAD]
    if not DIGIT.search(head, 0, 80):
        return None
    for day in days_in(head):
        before, after = fold(head[: day.start]), fold(head[day.end :])
        ended = _WIRE_AFTER.match(after) or cues.agency.match(after.lstrip(" م"))
        if ended and _WIRE_BEFORE.match(before) and not cues.in_sentence.search(before):
            return day.day
    return None


def _set_apart(text: str, first: Day, last: Day, cues: Cues) -> bool:
    before, after = fold(text[: first.start]).rstrip(), _CLOCK.sub(" ", fold(text[last.end :])).lstrip()
    if before and cues.agency.match(cues.date_label.sub(" ", after)):
        return not cues.in_sentence.search(before)
    after = cues.date_label.sub(" ", after).strip()
    label = cues.date_label.search(before[-20:])
    opened = not before or before[-1] in _SEPARATORS or label is not None
    return opened and (not after or after[0] in _SEPARATORS or not before)
