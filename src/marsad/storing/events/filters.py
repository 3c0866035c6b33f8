"""Which events answer a query: in SQL for those of now, by the records for those of another time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, case, or_, select

from marsad.languages.arabic.letters import fold
from marsad.records import Event

from ..event_tables import event_values, events, telling_claims
from ..queries import Query, ids_of, is_actor, of_report, with_actor
from ..tables import claims, reports
from .values import having, having_any


def events_query(query: Query) -> Select[Any]:
    """The events of now that answer, in an order that does not depend on which report was recorded first."""
    found = select(events.c.id, events.c.first, events.c.body).where(*own_conditions(query))
    found = found.where(*value_conditions(query))
    found = found.order_by(
        events.c.earliest.nulls_last(), events.c.latest.nulls_last(), events.c.country.nulls_last(), events.c.type,
        events.c.least,
    )  # fmt: skip
    return found.limit(query.limit) if query.limit is not None else found


def answering(connection: Connection, query: Query, every: Iterable[Event]) -> list[Event]:
    """Those of the events that answer, in the same order."""
    told = [
        set(connection.execute(of_claims(claims.c.id).where(claims.c.kind == "event", condition)).scalars())
        for condition in claim_conditions(query)
    ]
    found = [
        event for event in every if _answers(event, query) and all(not some.isdisjoint(event.claims) for some in told)
    ]
    return sorted(found, key=_order)[: query.limit]


def of_claims(column: Any) -> Select[Any]:
    """The rows of claims with their reports, to be narrowed by :func:`claim_conditions`."""
    return select(column).select_from(claims).join(reports, reports.c.number == claims.c.report)


def value_conditions(query: Query) -> list[ColumnElement[bool]]:
    """The conditions of :func:`claim_conditions` on the events of now."""
    found: list[ColumnElement[bool]] = []
    if query.place:
        found.append(having("place", event_values.c.value.contains(fold(query.place), autoescape=True)))
    if query.actor:
        found.append(having_actor(query.actor))
    if query.certainty:
        found.append(having_any("certainty", event_values.c.value == query.certainty))
    if query.sure is not None:
        found.append(events.c.sure >= query.sure)
    if query.report:
        inside = select(telling_claims.c.event).join(claims, claims.c.number == telling_claims.c.claim)
        named = select(reports.c.number).where(of_report(query.report))
        found.append(events.c.id.in_(inside.where(claims.c.report.in_(named))))
    return found


def having_actor(name: str) -> ColumnElement[bool]:
    """As :func:`marsad.storing.queries.with_actor` on the events of now."""
    # Names, which are many, are looked through only where no actor has this id: else the facet looked up is none.
    facet = case((is_actor(name), ""), else_="name")
    named = event_values.c.value.contains(fold(name), autoescape=True)
    return or_(having("actor", event_values.c.value.in_(ids_of(name))), having(facet, named))


def claim_conditions(query: Query) -> list[ColumnElement[bool]]:
    """Conditions each of which one of an event's claims must meet."""
    found: list[ColumnElement[bool]] = []
    if query.place:
        found.append(claims.c.place.contains(fold(query.place), autoescape=True))
    if query.actor:
        found.append(with_actor(query.actor))
    if query.certainty:
        found.append(claims.c.certainty == query.certainty)
    if query.sure is not None:
        found.append(claims.c.probability >= query.sure)
    if query.report:
        found.append(of_report(query.report))
    return found


def own_conditions(query: Query) -> list[ColumnElement[bool]]:
    """Conditions on the event itself: type, country and days."""
    found: list[ColumnElement[bool]] = []
    if query.type:
        found.append(events.c.type == query.type.upper())
    if query.country:
        found.append(events.c.country == query.country.upper())
    if query.since or query.until:
        found.append(or_(events.c.earliest.is_not(None), events.c.latest.is_not(None)))
    if query.since:
        found.append(or_(events.c.latest >= query.since.isoformat(), events.c.latest.is_(None)))
    if query.until:
        found.append(or_(events.c.earliest <= query.until.isoformat(), events.c.earliest.is_(None)))
    return found


def _answers(event: Event, query: Query) -> bool:
    """The conditions of :func:`own_conditions`."""
    earliest, latest = (event.date.earliest, event.date.latest) if event.date else (None, None)
    return (
        (not query.type or event.type == query.type.upper())
        and (not query.country or (event.place is not None and event.place.country == query.country.upper()))
        and (not (query.since or query.until) or earliest is not None or latest is not None)
        and (not query.since or latest is None or latest >= query.since)
        and (not query.until or earliest is None or earliest <= query.until)
    )


def order_of(event: Event) -> tuple[str | None, str | None, str | None, str, str]:
    """First and last day, country, type and the least of the claims' ids: what events are ordered by."""
    date, place = event.date, event.place
    earliest, latest = (date.earliest, date.latest) if date else (None, None)
    return (
        earliest.isoformat() if earliest else None,
        latest.isoformat() if latest else None,
        place.country if place else None,
        event.type,
        min(event.claims),
    )


def _order(event: Event) -> tuple[Any, ...]:
    *known, type_, least = order_of(event)
    return (*((value is None, value or "") for value in known), type_, least)
