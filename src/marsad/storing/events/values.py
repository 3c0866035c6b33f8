"""What events are counted and chosen by: a row's columns, and the values of its claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, exists, select

from marsad.interchange import to_json
from marsad.records import Bounds, Event

from ..event_tables import event_values, events
from ..rows import actor_rows, folded_names
from .loading import Stored

MEASURES = ("killed", "injured")
"""The figures that are added up over events."""


def event_row(event: Event, cluster: Iterable[Stored], first: int) -> dict[str, Any]:
    """The row of an event of these tellings by column; ``first`` is the number of the claim it is named for."""
    date, place = event.date, event.place
    sure = [claim.probability for one in cluster for claim in one.telling.events if claim.probability is not None]
    return {
        "id": event.id,
        "first": first,
        "type": event.type,
        "status": event.status,
        "country": place.country if place else None,
        "place": folded_names(place.text, place.name, place.id) if place else None,
        "earliest": date.earliest.isoformat() if date and date.earliest else None,
        "latest": date.latest.isoformat() if date and date.latest else None,
        "least": min(event.claims),
        "body": to_json(event),
        "sure": max(sure, default=None),
        "name": place.name if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "radius_km": place.radius_km if place else None,
        **figure_columns(event),
    }


def figure_columns(event: Event) -> dict[str, float | int | None]:
    """What an event adds to each sum: ``low``, ``best`` and ``high`` as numbers, ``open`` where nobody says how many at most."""
    out: dict[str, float | int | None] = {}
    for measure in MEASURES:
        bounds = event.figures.get(measure)
        for name, value in zip(("low", "best", "high", "open"), summed(bounds) if bounds else [None] * 4, strict=True):
            out[f"{measure}_{name}"] = value
    return out


def summed(bounds: Bounds) -> tuple[float, float, float, int]:
    """Low, best and high as they are added up, an open bound by the best figure, that by the other bound; whether it is open."""
    low, best, high = bounds.low, bounds.best, bounds.high
    orders = ((low, best, high), (best, low, high), (high, best, low))
    a, b, c = (next((n for n in order if n is not None), 0) for order in orders)
    return a, b, c, int(high is None)


def values_of(cluster: Iterable[Stored]) -> set[tuple[str, str]]:
    """The values that an event of these tellings has by any of the claims that tell of it, with what they are values of."""
    return {pair for one in cluster for pair in _values(one)}


def _values(one: Stored) -> Iterator[tuple[str, str]]:
    outlet = one.telling.report.outlet
    if outlet:
        yield "outlet", outlet
    for claim in one.telling.events:
        yield "certainty", claim.certainty
        if claim.place:
            yield "place", folded_names(claim.place.text, claim.place.name, claim.place.id)
        for _, _, _, entity, names, _ in actor_rows(0, claim):
            yield "name", str(names)
            if entity:
                yield "actor", str(entity)


def having(facet: str | ColumnElement[str], value: ColumnElement[bool]) -> ColumnElement[bool]:
    """That an event has such a value."""
    return events.c.id.in_(select(event_values.c.event).where(event_values.c.facet == facet, value))


def having_any(facet: str, value: ColumnElement[bool]) -> ColumnElement[bool]:
    """As :func:`having`, for values that many events have: looked up event by event, so that a page need not look at all."""
    own = (event_values.c.event == events.c.id, event_values.c.facet == facet, value)
    return exists(select(event_values.c.event).where(*own).correlate(events))
