"""From what a date says to days, given the report's day and the dates around it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ....records import DatePrecision
from .calendars import Days, hijri_year_of, month_days, one_day, plus_days, plus_months, week_days, year_days
from .nodes import (
    Between, Calendar, DayAfter, Decade, Distance, InSeason, Node, OpenEnded, Part, Season, Shifted, Unit, Weekday, Window,
)  # fmt: skip
from .parts import part_days

_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"hour": 0, "day": 1, "week": 7}
_PRECISION: dict[Unit, DatePrecision] = {
    "hour": "day", "day": "day", "week": "week", "month": "month", "year": "year", "decade": "decade", "century": "range",
}  # fmt: skip
_SEASON_MONTHS: dict[Season, int] = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


@dataclass(frozen=True, slots=True)
class Resolved:
    """Days of a date, how precise they are, and whether the context gave its year or month."""

    earliest: date | None
    latest: date | None
    precision: DatePrecision
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """``anchor``: the report's day.  ``year`` and ``day``: those of the dates around, for what the words leave out."""

    anchor: date | None
    future: bool = False
    year: int | None = None
    day: date | None = None


def resolve(node: Node, at: Context) -> Resolved | None:
    """The days of a node; both ends None where they hang on an anchor that is not known, None for no such day."""
    if isinstance(node, Calendar):
        return _calendar(node, at)
    if isinstance(node, Between):
        return _between(node, at)
    if isinstance(node, OpenEnded):
        return _open(node, at)
    if isinstance(node, Part):
        return _part(node, at)
    if isinstance(node, InSeason):
        return _season(node, at)
    if isinstance(node, Decade):
        return _decade(node, at)
    if isinstance(node, DayAfter):
        return _day_after(at)
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


def _calendar(node: Calendar, at: Context) -> Resolved | None:
    precision: DatePrecision = "range" if node.day_to else "day" if node.day else "month" if node.month else "year"
    if node.month is None and node.year is not None:
        days = year_days(node.year, node.hijri)
        return Resolved(*days, precision) if days else None
    if node.month is None:
        return _in_running_month(node, at, precision)
    if node.year is not None:
        if node.loose:
            node = _nearest_writing(node, at.anchor)
        assert node.year is not None
        days = _in_month(node, node.year)
        return Resolved(*days, precision) if days else None
    year = _year(node, at)
    if year is None:
        return Resolved(None, None, precision, True)
    days = _in_month(node, year)
    return Resolved(*days, precision, node.year_shift is None) if days else None


def _in_month(node: Calendar, year: int) -> Days | None:
    assert node.month is not None
    if node.day is None:
        return month_days(year, node.month, node.hijri)
    first = one_day(year, node.month, node.day, node.hijri)
    last = one_day(year, node.month, node.day_to, node.hijri) if node.day_to else first
    return (first, last) if first and last else None


def _in_running_month(node: Calendar, at: Context, precision: DatePrecision) -> Resolved | None:
    """A day without a month belongs to the month of the report: writers leave out what runs."""
    if at.anchor is None:
        return Resolved(None, None, precision, True)
    start = plus_months(at.anchor.replace(day=1), node.month_shift or 0)
    days = _in_month(Calendar(month=start.month, day=node.day, day_to=node.day_to), start.year)
    return Resolved(*days, precision, node.month_shift is None) if days else None


def _nearest_writing(node: Calendar, anchor: date | None) -> Calendar:
    """16/04/21 is 2021 or 2016, whichever lies nearer to the report; day first where nothing tells."""
    assert node.year is not None and node.day is not None
    if anchor is None or node.day > 99:
        return node
    turned = Calendar(year=2000 + node.day, month=node.month, day=node.year - 2000)
    if one_day(2000 + node.day, node.month or 0, node.year - 2000) is None:
        return node
    return min(node, turned, key=lambda n: abs((n.year or 0) - anchor.year))


def _year(node: Calendar, at: Context) -> int | None:
    """The year that the words leave out: as they turn, else of the context, else the last time before the report's day."""
    anchor = at.anchor
    running = None if anchor is None else hijri_year_of(anchor) if node.hijri else anchor.year
    if node.year_shift is not None:
        return None if running is None else running + node.year_shift
    if at.year is not None and node.turn is None and not node.hijri:
        return at.year
    if anchor is None or running is None:
        return None
    wanted = 1 if node.turn == 1 or (node.turn is None and at.future) else -1
    for year in (running, running + wanted):
        days = _in_month(node, year) or month_days(year, node.month or 1, node.hijri)
        if days is None:
            continue
        if node.turn is not None and node.day is None and days[0] <= anchor <= days[1] and node.turn != 0:
            continue
        if (days[1] >= anchor) if wanted > 0 else (days[0] <= anchor):
            return year
    return running + wanted


def _between(node: Between, at: Context) -> Resolved | None:
    last = resolve(node.last, at)
    first_node = node.first
    if isinstance(first_node, Calendar) and isinstance(node.last, Calendar) and first_node.year is None and last and last.latest:
        # "From November to March 2015": the first has the last's year, or the one before.
        for year in (last.latest.year, last.latest.year - 1):
            days = _in_month(first_node, year) if first_node.month else None
            if days and days[0] <= last.latest:
                return Resolved(days[0], last.latest, "range", node.last.year is None)
    first = resolve(first_node, at)
    if first is None or last is None:
        return None
    if first.earliest and last.latest and first.earliest > last.latest:
        return None
    return Resolved(first.earliest, last.latest, "range", first.inferred or last.inferred)


def _open(node: OpenEnded, at: Context) -> Resolved | None:
    inner = resolve(node.of, at)
    if inner is None:
        return None
    first, last = inner.earliest, inner.latest
    if node.side == "since":
        return Resolved(first, None, inner.precision, inner.inferred)
    if node.side == "until":
        return Resolved(None, last, inner.precision, inner.inferred)
    if node.side == "before":
        return Resolved(None, plus_days(first, -1) if first else None, inner.precision, inner.inferred)
    return Resolved(plus_days(last, 1) if last else None, None, inner.precision, inner.inferred)


def _part(node: Part, at: Context) -> Resolved | None:
    inner = resolve(node.of, at)
    if inner is None or inner.earliest is None or inner.latest is None:
        return None if inner is None else Resolved(None, None, "part", inner.inferred)
    days = part_days(node, (inner.earliest, inner.latest), at.anchor)
    return Resolved(*days, "week" if node.piece == "week" else "part", inner.inferred) if days else None


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


def _day_after(at: Context) -> Resolved:
    base = at.day or (at.anchor if at.future else None)
    if base is None:
        return Resolved(None, None, "day", True)
    day = plus_days(base, 1)
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
        return plus_days(anchor, (node.weekday - anchor.weekday() - 1) % 7 + 1)
    back = (anchor.weekday() - node.weekday) % 7
    return plus_days(anchor, -(back or (7 if node.turn == -1 else 0)))


def _shifted(node: Shifted, anchor: date) -> Days:
    if node.unit in _DAYS:
        if node.unit != "week":
            day = plus_days(anchor, node.by)
            return day, day
        return week_days(plus_days(anchor, 7 * node.by))
    if node.unit == "month":
        day = plus_months(anchor.replace(day=1), node.by)
        return day, month_days(day.year, day.month)[1]  # type: ignore[index]
    length = _MONTHS[node.unit] // 12
    start = (anchor.year // length + node.by) * length
    return date(max(start, 1), 1, 1), date(min(max(start + length - 1, 1), 9999), 12, 31)


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
        first, last = (start - 10 * node.count, start - 1) if node.sign < 0 else (start + 10, start + 10 * node.count + 9)
        return date(max(first, 1), 1, 1), date(min(last, 9999), 12, 31)
    count = max(1, round(node.count / 24)) if node.unit == "hour" else node.count
    end = _move(anchor, "day" if node.unit == "hour" else node.unit, node.sign * count)
    return (end, anchor) if node.sign < 0 else (plus_days(anchor, 1), end)
