"""From what a date says to days, given the report's day and the dates around it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ....records import DatePrecision
from .calendars import Days, hijri_year_of, month_days, one_day, plus_days, plus_months, week_days, year_days
from .nodes import Between, Calendar, Distance, Node, OpenEnded, Part, Same, Shifted, Weekday
from .parts import part_days
from .relative import relative
from .resolved import Context, Resolved


def resolve(node: Node, at: Context) -> Resolved | None:
    """The days of a node; both ends None where they hang on an anchor that is not known, None for no
    such day."""
    if isinstance(node, Calendar):
        return _calendar(node, at)
    if isinstance(node, Between):
        return _between(node, at)
    if isinstance(node, OpenEnded):
        return _open(node, at)
    if isinstance(node, Part):
        return _part(node, at)
    if isinstance(node, Same):
        return _taken_up(node, at)
    if isinstance(node, Distance) and node.told:
        base = at.day or (at.told if node.sign < 0 or node.lengths[-1][0] in ("month", "year") else None)
        return relative(replace(node, told=False), replace(at, anchor=base)) if base else None
    return relative(node, at)


def _taken_up(node: Same, at: Context) -> Resolved | None:
    if at.told is None:
        return relative(Shifted(unit=node.unit, by=node.by), at) if node.by else Resolved(None, None, node.unit, True)
    if node.unit == "week":
        return Resolved(*week_days(plus_days(at.told, 7 * node.by)), "week", True)
    there = plus_months(at.told.replace(day=1), node.by * (12 if node.unit == "year" else 1))
    days = year_days(there.year) if node.unit == "year" else month_days(there.year, there.month)
    return Resolved(*days, node.unit, True) if days else None


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
    if node.same and at.told:
        there = plus_months(at.told.replace(day=1), node.by)
        days = _in_month(Calendar(month=there.month, day=node.day, day_to=node.day_to), there.year)
        return Resolved(*days, precision, True) if days else None
    if at.anchor is None:
        return Resolved(None, None, precision, True)
    start = plus_months(at.anchor.replace(day=1), node.month_shift or 0)
    days = _in_month(Calendar(month=start.month, day=node.day, day_to=node.day_to), start.year)
    return Resolved(*days, precision, node.month_shift is None) if days else None


def _nearest_writing(node: Calendar, anchor: date | None) -> Calendar:
    """16/04/21 is 2021 or 2016, whichever lies nearer to the report; day first where nothing tells."""
    if anchor is None or node.year is None or node.day is None:
        return node
    turned = Calendar(year=2000 + node.day, month=node.month, day=node.year - 2000)
    if one_day(2000 + node.day, node.month or 0, node.year - 2000) is None:
        return node
    return min(node, turned, key=lambda n: abs((n.year or 0) - anchor.year))


def _year(node: Calendar, at: Context) -> int | None:
    """The year that the words leave out: as they turn, else of the context, else the last time before
    the report's day."""
    anchor = at.anchor
    running = None if anchor is None else hijri_year_of(anchor) if node.hijri else anchor.year
    if node.same and at.told and not node.hijri:
        return at.told.year + node.by
    if node.turn == 0:
        return running
    if node.year_shift is not None:
        return None if running is None else running + node.year_shift
    if at.year is not None and node.turn is None and not node.hijri:
        return at.year
    if anchor is None or running is None:
        return None
    if node.weekday is not None and node.turn is None:
        for year in (running, running - 1, running + 1):
            days = _in_month(node, year)
            if days and days[0].weekday() == node.weekday:
                return year
    wanted = 1 if node.turn == 1 or (node.turn is None and at.future) else -1
    for year in (running, running + wanted):
        days = _in_month(node, year) or month_days(year, node.month or 1, node.hijri)
        if days is None:
            continue
        if node.turn is not None and node.day is None and days[0] <= anchor <= days[1]:
            continue
        if (days[1] >= anchor) if wanted > 0 else (days[0] <= anchor):
            return year
    return running + wanted


def _between(node: Between, at: Context) -> Resolved | None:
    last = resolve(node.last, at)
    first_node = node.first
    if (
        isinstance(first_node, Calendar)
        and isinstance(node.last, Calendar)
        and first_node.year is None
        and last
        and last.latest
    ):
        # "From November to March 2015": the first has the last's year, or the one before.
        for year in (last.latest.year, last.latest.year - 1):
            days = _in_month(first_node, year) if first_node.month else None
            if days and days[0] <= last.latest:
                return Resolved(days[0], last.latest, "range", node.last.year is None)
    first = resolve(first_node, at)
    if first is None or last is None:
        return None
    latest = last.latest
    if first.earliest and latest and first.earliest > latest and isinstance(node.last, Weekday):
        latest = plus_days(latest, 7)
    if first.earliest and latest and first.earliest > latest:
        return None
    return Resolved(first.earliest, latest, "range", first.inferred or last.inferred)


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
        if isinstance(node.of, Part) and node.of.piece == "end":
            # "Before the end of the year": there is time until the year is over.
            return Resolved(None, last, inner.precision, inner.inferred)
        return Resolved(None, plus_days(first, -1) if first else None, inner.precision, inner.inferred)
    return Resolved(plus_days(last, 1) if last else None, None, inner.precision, inner.inferred)


def _part(node: Part, at: Context) -> Resolved | None:
    inner = resolve(node.of, at)
    if inner is None or inner.earliest is None or inner.latest is None:
        return None if inner is None else Resolved(None, None, "part", inner.inferred)
    days = part_days(node, (inner.earliest, inner.latest), at.anchor)
    return Resolved(*days, "week" if node.piece == "week" else "part", inner.inferred) if days else None
