"""Dates written in digits: 30/6/2018, 2018-06-30, 23 / 12, 2014-2016, and their Hijri kin (1436/9/17)."""

from __future__ import annotations

import re

from .nodes import Between, Calendar, Node

_WRITTEN = re.compile(
    # The digit stands first and what must not precede it after: so only digits are looked at more closely.
    r"(?P<a>\d(?<![\d/.,:^+-].)\d{0,3})(?P<gap> ?)(?P<mark>[-/.–])(?P=gap)(?P<b>\d{1,4})"
    r"(?:(?P=gap)(?P=mark)(?P=gap)(?P<c>\d{1,4})|, ?(?P<american>\d{4}|\d\d))?(?![\d:/])(?!-\d)(?!\.\d)"
)
# A day whose marks are spaced unevenly (14 -9- 1431) or are kashidas, of which folding leaves the spaces (14 ـ 9 ـ 1431).  The
# year in full tells it from numbers that marks only part.
_UNEVEN = re.compile(r"(?<![\d/.,:^+-])(\d{1,2})(?: ?([-–/]) ?|  )(\d{1,2})(?: ?\2 ?|  )(\d{4})(?![\d:/-])")
_GREGORIAN = range(1900, 2100)
_HIJRI = range(1300, 1500)


def written_dates(text: str) -> dict[int, tuple[int, Node, bool]]:
    """Dates in digits by folded start: end, node, and whether the digits alone make it a date.

    Two numbers (4/22, 22-4) may be a score, a ratio or a range: they count where the words before them
    call for a date.
    """
    out: dict[int, tuple[int, Node, bool]] = {}
    for m in _WRITTEN.finditer(text):
        a, b, mark = m["a"], m["b"], m["mark"]
        if m["american"]:
            node: Node | None = _american(a, b, m["american"])
            sure = mark == "/"
        elif m["c"]:
            node, sure = _three(a, b, m["c"]), True
        else:
            node, sure = _two(a, b, mark, bool(m["gap"]))
        if node is not None:
            out[m.start()] = (m.end(), node, sure)
    for m in _UNEVEN.finditer(text):
        if m.start() not in out and (day := _three(m[1], m[3], m[4])):
            out[m.start()] = (m.end(), day, True)
    return out


def _year(digits: str) -> int | None:
    year = int(digits)
    return year if len(digits) == 4 and (year in _GREGORIAN or year in _HIJRI) else None


def _calendar(year: int | None, month: int, day: int | None = None, loose: bool = False) -> Calendar | None:
    if day is not None and month > 12 >= day:
        month, day = day, month
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    return Calendar(year=year, month=month, day=day, hijri=year is not None and year in _HIJRI, loose=loose)


def _three(a: str, b: str, c: str) -> Calendar | None:
    if (year := _year(a)) and len(c) <= 2:
        return _calendar(year, int(b), int(c))
    if (year := _year(c)) and len(a) <= 2:
        return _calendar(year, int(b), int(a))
    if max(len(a), len(b), len(c)) > 2 or int(b) > 12:
        return None
    # Two-digit years: 16/04/21 may be either way round; the reader of the day decides.
    return _calendar(2000 + int(c), int(b), int(a), loose=True) or _calendar(2000 + int(a), int(b), int(c))


def _american(a: str, b: str, year: str) -> Calendar | None:
    """Month first, as where a comma sets off the year (08/12, 2015)."""
    if int(a) > 12:
        return None
    return (
        Calendar(year=int(year) + (2000 if len(year) == 2 else 0), month=int(a), day=int(b)) if int(b) <= 31 else None
    )


def _two(a: str, b: str, mark: str, spaced: bool) -> tuple[Node | None, bool]:
    first, second = _year(a), _year(b)
    if first and second:
        both = first < second and (first in _HIJRI) == (second in _HIJRI) and mark != "."
        run = Between(
            first=Calendar(year=first, hijri=first in _HIJRI),
            last=Calendar(year=second, hijri=second in _HIJRI),
        )
        return (run if both else None), True
    if first and len(b) <= 2:
        return _calendar(first, int(b)), mark != "."
    if second and len(a) <= 2:
        return _calendar(second, int(a)), mark != "."
    if max(len(a), len(b)) > 2 or (a, b) == ("24", "7"):
        return None, False
    return _calendar(None, int(b), int(a)), spaced and mark == "/"
