"""How the events that answer are spread over types, countries, outlets, actors and the like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, select, true

from marsad.records import Event

from ..event_tables import event_values, events
from ..store import Store
from ..tables import actors, claims, reports
from .counting import Sum, sum_of, summing
from .loading import SOME, rows_for
from .placing import bring_up_to_date
from .selecting import Selection, conditions
from .values import MEASURES

_SHOWN = 50
_TELLS = and_(claims.c.kind == "event", claims.c.certainty != "denied")


@dataclass(frozen=True, slots=True)
class Facets:
    """How many events there are in all, sums of their figures by measure, and by field how many have each value, most first."""

    total: int
    figures: dict[str, Sum]
    counts: dict[str, list[tuple[str, int]]]


def facets(store: Store, selection: Selection, given: Sequence[Event] | None = None) -> Facets:
    """The spread of the events that answer, or of those ``given``; at most 50 values a field."""
    bring_up_to_date(store)
    with store.reading() as connection:
        return _of_now(connection, selection) if given is None else _of_given(connection, given)


def _of_now(connection: Connection, selection: Selection) -> Facets:
    where = conditions(selection)
    every = [column for measure in MEASURES for column in summing(measure)]
    total, *sums = connection.execute(select(func.count(), *every).select_from(events).where(*where)).one()
    figures = {measure: Sum(*sums[5 * i : 5 * i + 5]) for i, measure in enumerate(MEASURES)}
    own = {"types": events.c.type, "statuses": events.c.status, "countries": events.c.country}
    counts = {
        name: _counted(connection, select(column, func.count()).where(*where), column) for name, column in own.items()
    }
    inside = event_values.c.event.in_(select(events.c.id).where(*where)) if where else true()
    for name, facet in _FACETS.items():
        found = select(event_values.c.value, func.count()).where(event_values.c.facet == facet, inside)
        counts[name] = _counted(connection, found, event_values.c.value)
    return Facets(total, figures, counts)


_FACETS = {"certainties": "certainty", "outlets": "outlet", "actors": "actor"}


def _counted(connection: Connection, query: Select[Any], column: ColumnElement[Any]) -> list[tuple[str, int]]:
    found = query.where(column.is_not(None)).group_by(column)
    rows = [(str(value), int(count)) for value, count in connection.execute(found)]
    return sorted(rows, key=lambda one: (-one[1], one[0]))[:_SHOWN]


def _of_given(connection: Connection, given: Sequence[Event]) -> Facets:
    home = {claim: event.id for event in given for claim in event.claims}
    figures = {measure: Sum() for measure in MEASURES}
    for event in given:
        for measure in MEASURES:
            figures[measure].add(Sum(*sum_of(event.figures.get(measure))))
    counts = {
        "types": _most(event.type for event in given),
        "statuses": _most(event.status for event in given),
        "countries": _most(event.place.country for event in given if event.place and event.place.country),
    }
    for name, column, source in _GIVEN:
        query = (
            select(claims.c.id, column).select_from(source).where(claims.c.id.in_(SOME), _TELLS, column.is_not(None))
        )
        counts[name] = _most(
            value for _, value in {(home[id_], value) for id_, value in rows_for(connection, query, home)}
        )
    return Facets(len(given), figures, counts)


_GIVEN: tuple[tuple[str, ColumnElement[Any], Any], ...] = (
    ("certainties", claims.c.certainty, claims),
    ("outlets", reports.c.outlet, claims.join(reports, reports.c.number == claims.c.report)),
    ("actors", actors.c.entity, claims.join(actors, actors.c.claim == claims.c.number)),
)


def _most(values: Any) -> list[tuple[str, int]]:
    return sorted(Counter(values).items(), key=lambda one: (-one[1], one[0]))[:_SHOWN]
