"""Parts of periods: beginning, middle and end; halves, thirds and quarters; weeks; what is left of one.

Beginning, middle and end are those of Recognizers-Text: of a month the days 1-15, 10-20 and 16 to the
last, of a year January-June, April-September and July-December, of a week Monday-Wednesday,
Tuesday-Friday and Thursday-Sunday.
"""

from __future__ import annotations

from datetime import date

from .calendars import Days, month_days, plus_days, plus_months
from .nodes import Part, Unit

_LEAST_MONTH, _MOST_MONTH = 28, 31


def part_days(node: Part, of: Days, anchor: date | None) -> Days | None:
    """The days of a part of the period ``of``; ``anchor`` is where "the rest" and "later in" begin."""
    first, last = of
    length = (last - first).days + 1
    if node.piece in ("half", "third", "quarter"):
        return _fraction(first, last, {"half": 2, "third": 3, "quarter": 4}[node.piece], node.number)
    if node.piece == "count":
        return _count(first, last, node.number, node.unit or "day")
    if node.piece == "week":
        return _week(first, last, node.number)
    if node.piece == "weekend":
        return (plus_days(first, 5), last) if length == 7 else None
    if node.piece in ("rest", "later"):
        return _remaining(node, of, anchor)
    if length == 7:
        begin, end = {"begin": (0, 2), "middle": (1, 4), "end": (3, 6)}[node.piece]
        return plus_days(first, begin), plus_days(first, end)
    if _LEAST_MONTH <= length <= _MOST_MONTH:
        begin, end = {"begin": (0, 14), "middle": (9, 19), "end": (15, length - 1)}[node.piece]
        return plus_days(first, begin), plus_days(first, end)
    if first.day == 1 and length > _MOST_MONTH:
        months = _months(first, last)
        half, quarter = months // 2, months // 4
        begin, end = {"begin": (0, half), "middle": (quarter, months - quarter), "end": (half, months)}[node.piece]
        return plus_months(first, begin), plus_days(plus_months(first, end), -1)
    third = length // 3
    begin, end = {"begin": (0, third), "middle": (third, 2 * third), "end": (2 * third, length - 1)}[node.piece]
    return plus_days(first, begin), plus_days(first, end)


def _months(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _fraction(first: date, last: date, pieces: int, number: int) -> Days | None:
    at = pieces if number == -1 else number
    if not 1 <= at <= pieces:
        return None
    months = _months(first, last)
    if first.day == 1 and months % pieces == 0 and (last == (month_days(last.year, last.month) or (None, None))[1]):
        step = months // pieces
        return plus_months(first, step * (at - 1)), plus_days(plus_months(first, step * at), -1)
    length = (last - first).days + 1
    # The halves of a month are 1-15 and 16 to its last day, whatever its length.
    step = 15 if pieces == 2 and _LEAST_MONTH <= length <= _MOST_MONTH else -(-length // pieces)
    start = plus_days(first, step * (at - 1))
    return start, last if at == pieces else plus_days(start, step - 1)


def _count(first: date, last: date, number: int, unit: Unit) -> Days | None:
    """The days, weeks or months that a period begins or, counted below zero, ends with."""
    if unit in ("month", "year"):
        months = number * (12 if unit == "year" else 1)
        if number > 0:
            return first, min(last, plus_days(plus_months(first, months), -1))
        return max(first, plus_months(plus_days(last, 1), months)), last
    days = {"hour": 0, "day": 1, "week": 7}.get(unit, 0) * number
    if days == 0:
        return None
    return (first, min(last, plus_days(first, days - 1))) if days > 0 else (max(first, plus_days(last, days + 1)), last)


def _week(first: date, last: date, number: int) -> Days | None:
    """Weeks of a month are its days 1-7, 8-14 and so on, as the phrase is used; those of a year are ISO
    weeks.

    The last of either is its last whole week, Monday to Sunday.
    """
    length = (last - first).days + 1
    if number == -1:
        sunday = plus_days(last, -((last.weekday() + 1) % 7))
        return plus_days(sunday, -6), sunday
    if length <= _MOST_MONTH:
        start = plus_days(first, 7 * (number - 1))
        return (start, min(plus_days(start, 6), last)) if start <= last else None
    if not 1 <= number <= 53:
        return None
    # The week with the year's first Thursday is its first.
    thursday = plus_days(first, (3 - first.weekday()) % 7)
    monday = plus_days(thursday, 7 * (number - 1) - 3)
    return monday, plus_days(monday, 6)


def _remaining(node: Part, of: Days, anchor: date | None) -> Days | None:
    first, last = of
    if anchor is None or not first <= anchor <= last:
        return of
    if node.piece == "rest":
        return anchor, last
    # Later in a month is its second half while the first runs, else the days that are left.
    half = plus_days(first, 15)
    start = half if _LEAST_MONTH <= (last - first).days + 1 <= _MOST_MONTH and anchor < half else plus_days(anchor, 1)
    return min(start, last), last
