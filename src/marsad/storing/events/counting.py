"""Counting events for a timeline, a map and the filters beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, cast, func, select

from marsad.records import Bounds, Event

from ..event_tables import events
from ..store import Store
from .placing import bring_up_to_date
from .selecting import Selection, conditions
from .values import summed

_CORNER = 360  # degrees: no coordinate is below its negative


@dataclass(slots=True)
class Sum:
    """Figures added up over events: ``told`` have a figure, of ``open`` nobody says how many at most.

    Where a bound is open the best figure counts for it, where there is no best figure the other bound.
    """

    low: float = 0
    best: float = 0
    high: float = 0
    told: int = 0
    open: int = 0

    def add(self, other: Sum) -> None:
        """Add what ``other`` sums up."""
        self.low += other.low
        self.best += other.best
        self.high += other.high
        self.told += other.told
        self.open += other.open


@dataclass(slots=True)
class Tally:
    """Some events: how many, the dead, and how many of each type."""

    events: int = 0
    killed: Sum = field(default_factory=Sum)
    types: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Spot(Tally):
    """Events in one cell of the map: the mean of their coordinates in degrees, the largest radius in km, and the id and the
    place's name where there is one only."""

    latitude: float = 0.0
    longitude: float = 0.0
    radius_km: float | None = None
    event: str | None = None
    name: str | None = None


def counts_by_week(
    store: Store, selection: Selection, given: Iterable[Event] | None = None
) -> dict[date | None, Tally]:
    """Events by the Monday of the week in which they began, None for those without a first day.

    ``given`` are the events to count where they are known already.
    """
    weeks: dict[date | None, Tally] = defaultdict(Tally)
    for row in _rows(store, selection, given, (events.c.earliest,), _day):
        day, count, *killed = row
        week = date.fromisoformat(day) if day else None
        tally = weeks[week - timedelta(week.weekday()) if week else None]
        tally.events += count
        tally.killed.add(Sum(*killed))
    return dict(weeks)


def counts_by_cell(
    store: Store, selection: Selection, size: float, given: Iterable[Event] | None = None
) -> tuple[list[Spot], int]:
    """Events by cell of a grid of ``size`` degrees, most first, and how many have no coordinates."""
    groups = (_cell(events.c.latitude, size), _cell(events.c.longitude, size), events.c.type)
    cells: dict[tuple[int, int], Spot] = defaultdict(Spot)
    unplaced = 0
    for row in _rows(store, selection, given, groups, lambda event: _cell_of(event, size), _WHERE, _where):
        across, along, type_, count, *rest = row
        if across is None or along is None:
            unplaced += count
            continue
        _add(cells[across, along], type_, count, Sum(*rest[:5]), *rest[5:])
    return sorted(cells.values(), key=lambda spot: (-spot.events, spot.latitude, spot.longitude)), unplaced


def _add(
    spot: Spot, type_: str, count: int, killed: Sum, latitude: float, longitude: float, radius: float | None,
    names: tuple[str, str], event: str,
) -> None:  # fmt: skip
    """Add ``count`` events to a cell, their coordinates given as sums, the first and last of their places' names, "" for none."""
    before, after = spot.events, spot.events + count
    spot.latitude = (spot.latitude * before + latitude) / after
    spot.longitude = (spot.longitude * before + longitude) / after
    spot.radius_km = max((r for r in (spot.radius_km, radius) if r is not None), default=None)
    alone = names[0] == names[1] and (before == 0 or spot.name == names[0])
    spot.name = (names[0] or None) if alone else None
    spot.event = event if after == 1 else None
    spot.events = after
    spot.types[type_] = spot.types.get(type_, 0) + count
    spot.killed.add(killed)


def _rows(
    store: Store,
    selection: Selection,
    given: Iterable[Event] | None,
    groups: tuple[ColumnElement[Any], ...],
    group: Any,
    columns: tuple[ColumnElement[Any], ...] = (),
    column: Any = lambda _event: (),
) -> Iterator[tuple[Any, ...]]:
    """Per group of the events: its values, how many, the sum of the dead, and what ``columns`` ask for."""
    if given is not None:
        for event in given:
            yield (*group(event), 1, *sum_of(event.figures.get("killed")), *column(event))
        return
    bring_up_to_date(store)
    found: Select[Any] = select(*groups, func.count(), *_KILLED, *columns).where(*conditions(selection))
    with store.reading() as connection:
        for row in connection.execute(found.group_by(*groups)):
            at = len(groups) + 6
            where = row[at:]
            yield (*row[:at], *((*where[:3], (where[3], where[4]), where[5]) if columns else ()))


def sum_of(bounds: Bounds | None) -> tuple[float, float, float, int, int]:
    """Low, best, high, whether told and whether open, as :class:`Sum` has them."""
    if bounds is None:
        return 0, 0, 0, 0, 0
    low, best, high, is_open = summed(bounds)
    return low, best, high, 1, is_open


def summing(measure: str) -> tuple[ColumnElement[Any], ...]:
    """The columns of :class:`Sum` for a measure."""
    low, best, high, is_open = (events.c[f"{measure}_{name}"] for name in ("low", "best", "high", "open"))
    return (*(func.total(column) for column in (low, best, high)), func.count(is_open), func.total(is_open))


_KILLED = summing("killed")
_WHERE = (
    func.sum(events.c.latitude),
    func.sum(events.c.longitude),
    func.max(events.c.radius_km),
    func.min(func.coalesce(events.c.name, "")),
    func.max(func.coalesce(events.c.name, "")),
    func.min(events.c.id),
)


def _where(event: Event) -> tuple[Any, ...]:
    place = event.place
    if place is None:
        return (None, None, None, (None, None), event.id)
    name = place.name or ""
    return (place.latitude, place.longitude, place.radius_km, (name, name), event.id)


def _cell(degrees: ColumnElement[Any], size: float) -> ColumnElement[Any]:
    # From the corner of the map on, where cutting off and rounding down are one.
    return cast((degrees + _CORNER) / size, Integer)


def _cell_of(event: Event, size: float) -> tuple[int | None, int | None, str]:
    place = event.place
    if place is None or place.latitude is None or place.longitude is None:
        return None, None, event.type
    return int((place.latitude + _CORNER) / size), int((place.longitude + _CORNER) / size), event.type


def _day(event: Event) -> tuple[str | None]:
    return (event.date.earliest.isoformat() if event.date and event.date.earliest else None,)


__all__ = ["Spot", "Sum", "Tally", "counts_by_cell", "counts_by_week", "sum_of", "summing"]
