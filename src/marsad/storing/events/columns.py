"""All events of now as columns of numbers: what counting looks at, small enough to be counted wherever it is sent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, select

from ..event_tables import event_values, events
from ..store import Store
from .placing import bring_up_to_date
from .values import MEASURES

NO_DAY = -(2**31)
"""Stands for a day that is not known."""

FACETS = ("certainty", "outlet", "actor")
"""What an event may have several values of."""

_CODED = ("type", "status", "country")
_PLACE = ("latitude", "longitude", "radius_km", "name")
_BOUNDS = ("low", "best", "high", "open")
_READ = (
    "id", "earliest", "latest", *_CODED, *_PLACE, *(f"{measure}_{bound}" for measure in MEASURES for bound in _BOUNDS)
)  # fmt: skip
# As `events_page` orders them, the newest first.
_ORDER = (events.c.earliest, events.c.latest, events.c.country, events.c.type, events.c.least)
_ROWS = select(*(events.c[name] for name in _READ)).order_by(*(column.desc() for column in _ORDER))
_VALUES = (
    select(event_values.c.facet, event_values.c.value, event_values.c.event)
    .where(event_values.c.facet.in_(FACETS))
    .order_by(event_values.c.facet, event_values.c.value)
)


@dataclass(frozen=True, slots=True)
class Columns:
    """``arrays`` by name and, for those that hold codes, what each code stands for, in the order of their letters.

    The events stand in the order of their list, the newest first: `id` (64 bits), `earliest` and `latest` (days since 1970-01-01,
    or ``NO_DAY``), `type`, `status`, `country`, `place`, `killed` and `injured`; of these a code of 0 is none and 1 the first
    of its kind.  Places are told by `place_latitude`, `place_longitude` (degrees), `place_radius_km` and `place_name`, figures
    by `toll_low`, `toll_best`, `toll_high` and `toll_open`, as they are added up.  An event has as many of the codes in
    `certainty`, `outlet` and `actor` as `certainty_count`, `outlet_count` and `actor_count` say, behind those of the events
    before it.
    """

    arrays: dict[str, NDArray[Any]]
    dictionaries: dict[str, list[str]]


def event_columns(store: Store) -> Columns:
    """The columns of all events of now, figures under the default rule."""
    bring_up_to_date(store)
    with store.reading() as connection:
        rows = connection.execute(_ROWS).all()
        read: dict[str, Sequence[Any]] = dict(
            zip(_READ, zip(*rows, strict=True) if rows else [()] * len(_READ), strict=True)
        )
        out = Columns({}, {})
        out.arrays["id"] = np.array([int(id_[1:], 16) for id_ in read["id"]], np.uint64)
        for name in ("earliest", "latest"):
            out.arrays[name] = _days(read[name])
        for name in _CODED:
            out.arrays[name], out.dictionaries[name] = _coded(read[name])
        _places(out, [read[name] for name in _PLACE])
        _tolls(out, [[read[f"{measure}_{bound}"] for bound in _BOUNDS] for measure in MEASURES])
        _values(out, connection, {id_: row for row, id_ in enumerate(read["id"])})
    return out


def _days(days: Sequence[str | None]) -> NDArray[np.int32]:
    told = np.array([day or "NaT" for day in days], "datetime64[D]")
    numbers = told.astype(np.int64)
    numbers[np.isnat(told)] = NO_DAY
    return numbers.astype(np.int32)


def _coded(values: Sequence[Any]) -> tuple[NDArray[Any], list[Any]]:
    """Codes from 1 on, 0 for None, in the smallest of types, and the values they stand for."""
    known = sorted({value for value in values if value is not None})
    code = {value: at for at, value in enumerate(known, start=1)}
    return narrow([code.get(value, 0) for value in values]), known


def _places(out: Columns, columns: Sequence[Sequence[Any]]) -> None:
    every = [
        None
        if latitude is None or longitude is None
        else (latitude, longitude, -1.0 if radius is None else radius, name or "")
        for latitude, longitude, radius, name in zip(*columns, strict=True)
    ]
    out.arrays["place"], known = _coded(every)
    for at, name in enumerate(("latitude", "longitude", "radius_km")):
        out.arrays[f"place_{name}"] = np.array([place[at] for place in known], np.float64)
    out.arrays["place_name"], out.dictionaries["place_name"] = _coded([place[3] or None for place in known])


def _tolls(out: Columns, measures: Sequence[Sequence[Sequence[Any]]]) -> None:
    told = [[None if one[3] is None else one for one in zip(*columns, strict=True)] for columns in measures]
    _, known = _coded([one for some in told for one in some])
    code = {one: at for at, one in enumerate(known, start=1)}
    for measure, some in zip(MEASURES, told, strict=True):
        out.arrays[measure] = narrow([code.get(one, 0) for one in some])
    for at, bound in enumerate(_BOUNDS):
        out.arrays[f"toll_{bound}"] = np.array([one[at] for one in known], np.float64)


def _values(out: Columns, connection: Connection, row_of: dict[str, int]) -> None:
    found: dict[str, tuple[list[str], list[int], list[int]]] = {facet: ([], [], []) for facet in FACETS}
    for facet, value, event in connection.execute(_VALUES):
        known, codes, rows = found[facet]
        if not known or known[-1] != value:
            known.append(value)
        if event in row_of:
            codes.append(len(known))
            rows.append(row_of[event])
    for facet, (known, codes, rows) in found.items():
        order = np.argsort(np.array(rows, np.int64), kind="stable")
        out.arrays[facet] = narrow(np.array(codes, np.int64)[order])
        counts = np.bincount(np.array(rows, np.int64), minlength=len(row_of))
        out.arrays[f"{facet}_count"] = narrow(counts)
        out.dictionaries[facet] = known


def narrow(numbers: Iterable[int] | NDArray[Any]) -> NDArray[Any]:
    """Numbers from 0 on in the smallest type that holds them."""
    told = np.asarray(numbers if isinstance(numbers, np.ndarray) else list(numbers), np.int64)
    most = int(told.max(initial=0))
    return told.astype(np.uint8 if most < 2**8 else np.uint16 if most < 2**16 else np.uint32)
