"""Which events a page of the observatory shows: a query in which several values may do, and a part of the map."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from marsad.records import Event

from ..event_tables import event_values, events
from ..queries import Query, with_actor
from ..tables import claims, reports
from .filters import answering, having_actor, own_conditions, value_conditions
from .values import having, having_any

Box = tuple[float, float, float, float]
"""West, south, east and north in degrees; west greater than east crosses the date line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The events that answer ``query`` and have, of each field given, one of its values; ``box`` wants coordinates in it."""

    query: Query = field(default_factory=Query)
    types: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    certainties: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    box: Box | None = None

    @property
    def looks_back(self) -> bool:
        """Whether it asks for events of another time."""
        return bool(self.query.as_known_on or self.query.published_until)


def conditions(selection: Selection) -> list[ColumnElement[bool]]:
    """What the rows of the events of now must be like."""
    found = own_conditions(selection.query)
    if selection.types:
        found.append(events.c.type.in_(_upper(selection.types)))
    if selection.countries:
        found.append(events.c.country.in_(_upper(selection.countries)))
    if selection.statuses:
        found.append(events.c.status.in_(selection.statuses))
    if selection.ids:
        found.append(events.c.id.in_(selection.ids))
    if selection.box:
        west, south, east, north = selection.box
        sides = (events.c.longitude.between(west, 180), events.c.longitude.between(-180, east))
        found += [events.c.latitude.between(south, north), and_(*sides) if west <= east else or_(*sides)]
    found += value_conditions(selection.query)
    if selection.actors:
        found.append(or_(*(having_actor(name) for name in selection.actors)))
    if selection.certainties:
        found.append(having_any("certainty", event_values.c.value.in_(selection.certainties)))
    if selection.outlets:
        found.append(having("outlet", event_values.c.value.in_(selection.outlets)))
    return found


def answering_then(connection: Connection, selection: Selection, every: Iterable[Event]) -> list[Event]:
    """Those of the events of another time that answer, earliest first."""
    told = [
        set(connection.execute(select(claims.c.id).join(reports).where(claims.c.kind == "event", one)).scalars())
        for one in _of_claims(selection)
    ]
    found = answering(connection, replace(selection.query, limit=None), every)
    return [e for e in found if _answers(e, selection) and all(not some.isdisjoint(e.claims) for some in told)]


def _of_claims(selection: Selection) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if selection.actors:
        found.append(or_(*(with_actor(name) for name in selection.actors)))
    if selection.certainties:
        found.append(claims.c.certainty.in_(selection.certainties))
    if selection.outlets:
        found.append(reports.c.outlet.in_(selection.outlets))
    return found


def _answers(event: Event, selection: Selection) -> bool:
    place = event.place
    return (
        (not selection.types or event.type in _upper(selection.types))
        and (not selection.countries or (place is not None and place.country in _upper(selection.countries)))
        and (not selection.statuses or event.status in selection.statuses)
        and (not selection.ids or event.id in selection.ids)
        and (selection.box is None or _inside(event, selection.box))
    )


def _inside(event: Event, box: Box) -> bool:
    west, south, east, north = box
    place = event.place
    if place is None or place.latitude is None or place.longitude is None:
        return False
    between = west <= place.longitude <= east if west <= east else not east < place.longitude < west
    return south <= place.latitude <= north and between


def _upper(codes: Iterable[str]) -> list[str]:
    return [code.upper() for code in codes]
