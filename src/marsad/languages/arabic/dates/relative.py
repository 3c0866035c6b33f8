"""Dates that hang on the report's day: weekdays, last week, three days ago, seasons and decades without
their year."""

from __future__ import annotations

from datetime import date

from ....records import DatePrecision
from .calendars import Days, month_days, one_day, plus_days, plus_months, run_of_years, week_days, year_days
from .nodes import DayAfter, Decade, Distance, InSeason, Season, Shifted, Unit, Weekday, Window
from .resolved import Context, Resolved
from .writing import near

Relative = Weekday | Shifted | Distance | Window | InSeason | Decade | DayAfter
_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"hour": 0, "day": 1, "week": 7}
_PRECISION: dict[Unit, DatePrecision] = {
    "hour": "day", "day": "day", "week": "week", "month": "month", "year": "year", "decade": "decade",
    "century": "range",
}  # fmt: skip
_PAST = 2  # days
_SEASON_MONTHS: dict[Season, int] = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


def relative(node: Relative, at: Context) -> Resolved | None:
    """The days of a node that hangs on the anchor; both ends None where that is not known."""
    if isinstance(node, InSeason):
        return _season(node, at)
    if isinstance(node, Decade):
        return _decade(node, at)
    if isinstance(node, DayAfter):
        return _day_after(node, at)
    precision: DatePrecision = "range" if isinstance(node, Window) else "day"
    if isinstance(node, (Shifted, Distance)):
        precision = _PRECISION[node.unit if isinstance(node, Shifted) else node.lengths[-1][0]]
    if at.anchor is None:
        return Resolved(None, None, precision)
    if isinstance(node, Weekday):
        day = _weekday(node, at.anchor, at.future)
        return Resolved(day, day, "day") if day else None
    if isinstance(node, Shifted):
        first, last = _shifted(node, at.anchor)
        return Resolved(first, last, precision)
    if isinstance(node, Distance):
        first, last = _distance(node, at.anchor)
        return Resolved(first, last, precision)
    earliest, latest = _window(node, at.anchor)
    return Resolved(earliest, latest, precision)


def _season(node: InSeason, at: Context) -> Resolved | None:
    start = _SEASON_MONTHS[node.season]

    def days(year: int) -> Days | None:
        first, last = month_days(year, start), month_days(year + (start == 12), start % 12 + 2)
        return (first[0], last[1]) if first and last else None

    if node.year is not None:
        found = days(node.year)
        return Resolved(*found, "season") if found else None
    if at.anchor is None:
        return Resolved(None, None, "season", True)
    if node.year_shift is not None:
        found = days(at.anchor.year + node.year_shift)
        return Resolved(*found, "season") if found else None
    years = range(at.anchor.year - 2, at.anchor.year + 3)
    known = [d for year in years if (d := days(year))]
    if node.turn == 1:
        known = [d for d in known if d[0] > at.anchor][:1]
    elif node.turn == -1:
        known = [d for d in known if d[1] < at.anchor][-1:]
    else:
        known = [d for d in known if d[1].year == at.anchor.year][:1]
    return Resolved(*known[0], "season", True) if known else None


def _decade(node: Decade, at: Context) -> Resolved | None:
    start = node.start
    if start < 100:
        reference = at.anchor.year if at.anchor else 2000
        start += max(c for c in (1800, 1900, 2000) if c + start <= reference or c == 1800)
    first, last = year_days(start), year_days(start + 9)
    return Resolved(first[0], last[1], "decade", node.start < 100) if first and last else None


def _day_after(node: DayAfter, at: Context) -> Resolved:
    base = at.day or (at.anchor if at.future else None)
    if base is None:
        return Resolved(None, None, "day", True)
    day = plus_days(base, node.by)
    return Resolved(day, day, "day", at.day is not None)


def _weekday(node: Weekday, anchor: date, future: bool) -> date | None:
    if node.nth is not None:
        first = anchor.replace(day=1)
        day = plus_days(first, (node.weekday - first.weekday()) % 7 + 7 * (node.nth - 1))
        return day if day.month == anchor.month else None
    if node.day is not None:
        months = (plus_months(anchor.replace(day=1), n) for n in (0, -1, 1, -2, 2, -3, 3))
        days = (one_day(m.year, m.month, node.day) for m in months)
        return next((d for d in days if d and d.weekday() == node.weekday), None)
    monday = week_days(anchor)[0]
    if node.week_shift is not None:
        return plus_days(monday, 7 * node.week_shift + node.weekday)
    if node.turn == 0:
        return plus_days(monday, node.weekday)
    if node.turn == 1 or (node.turn is None and future):
        # "On Friday", told on a Friday, is that day; the next is called the coming one.
        coming = 1 if node.turn == 1 else 0
        return plus_days(anchor, (node.weekday - anchor.weekday() - coming) % 7 + coming)
    back = (anchor.weekday() - node.weekday) % 7
    if node.turn == -1 and back < _PAST:
        # Yesterday is called yesterday: "last Thursday", told on a Friday, is that of the week before.
        back += 7
    return plus_days(anchor, -back)


def _shifted(node: Shifted, anchor: date) -> Days:
    if node.unit in _DAYS:
        if node.unit != "week":
            day = plus_days(anchor, node.by)
            if node.weekday is not None:
                day = near(day, node.weekday)
            return day, day
        return week_days(plus_days(anchor, 7 * node.by))
    if node.unit == "month":
        day = plus_months(anchor.replace(day=1), node.by)
        return day, month_days(day.year, day.month)[1]  # type: ignore[index]
    length = _MONTHS[node.unit] // 12
    start = (anchor.year // length + node.by) * length
    return run_of_years(start, start + length - 1)


def _move(day: date, unit: Unit, count: int) -> date:
    if unit in _DAYS:
        return plus_days(day, _DAYS[unit] * count)
    return plus_months(day, _MONTHS[unit] * count)


def _distance(node: Distance, anchor: date) -> Days:
    ends = []
    for pick in (1, 2):
        day = anchor
        for length in sorted(node.lengths, key=lambda x: _DAYS.get(x[0], 100 + _MONTHS.get(x[0], 0)), reverse=True):
            day = _move(day, length[0], node.sign * int(length[pick]))
        ends.append(day)
    first, last = min(ends), max(ends)
    coarsest = node.lengths[0][0]
    # "Two years ago" is told in years: any day of that year, not the same day of it.
    if len(node.lengths) == 1 and not node.exact and coarsest not in ("hour", "day"):
        first = _shifted(Shifted(unit=coarsest, by=0), first)[0]
        last = _shifted(Shifted(unit=coarsest, by=0), last)[1]
        return (first, min(last, anchor)) if node.sign < 0 else (max(first, anchor), last)
    return first, last


def _window(node: Window, anchor: date) -> tuple[date | None, date | None]:
    if node.count is None:
        return (None, anchor) if node.sign < 0 else (anchor, None)
    if node.unit == "decade":
        start = anchor.year // 10 * 10
        if node.sign < 0:
            return run_of_years(start - 10 * node.count, start - 1)
        return run_of_years(start + 10, start + 10 * node.count + 9)
    count = max(1, round(node.count / 24)) if node.unit == "hour" else node.count
    end = _move(anchor, "day" if node.unit == "hour" else node.unit, node.sign * count)
    return (end, anchor) if node.sign < 0 else (plus_days(anchor, 1), end)
