"""Days of the calendars: ends of months and years, weeks, shifts, Hijri to Gregorian."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from hijridate import Hijri

Days = tuple[date, date]


def month_days(year: int, month: int, hijri: bool = False) -> Days | None:
    """First and last day of a month, None outside the calendars' range (Gregorian years 1-9999, Hijri
    1343-1500)."""
    try:
        if hijri:
            length = Hijri(year, month, 1).month_length()
            return _gregorian(year, month, 1), _gregorian(year, month, length)
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    except (ValueError, OverflowError):
        return None


def year_days(year: int, hijri: bool = False) -> Days | None:
    """First and last day of a year."""
    first, last = month_days(year, 1, hijri), month_days(year, 12, hijri)
    return (first[0], last[1]) if first and last else None


def run_of_years(first: int, last: int) -> Days:
    """First day of one year to the last of another; stops at the ends of the calendar."""
    return date(min(max(first, 1), 9999), 1, 1), date(min(max(last, 1), 9999), 12, 31)


def one_day(year: int, month: int, day: int, hijri: bool = False) -> date | None:
    """A day, None where the calendar has none such (31 June)."""
    try:
        return _gregorian(year, month, day) if hijri else date(year, month, day)
    except (ValueError, OverflowError):
        return None


def _gregorian(year: int, month: int, day: int) -> date:
    found = Hijri(year, month, day).to_gregorian()
    return date(found.year, found.month, found.day)


def hijri_year_of(day: date) -> int | None:
    """The Hijri year in which a day lies, None outside the table of hijridate."""
    from hijridate import Gregorian

    try:
        return int(Gregorian(day.year, day.month, day.day).to_hijri().year)
    except (ValueError, OverflowError):
        return None


def week_days(day: date) -> Days:
    """The week of a day, Monday to Sunday (ISO 8601)."""
    monday = plus_days(day, -day.weekday())
    return monday, plus_days(monday, 6)


def plus_days(day: date, days: int) -> date:
    """A day so many days on; stops at the ends of the calendar."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return date.max if days > 0 else date.min


def plus_months(day: date, months: int) -> date:
    """A day so many months on, at the month's last day where it has no such; stops at the ends of the
    calendar."""
    at = day.year * 12 + day.month - 1 + months
    year, month = divmod(at, 12)
    if not 1 <= year <= 9999:
        return date.max if months > 0 else date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
