"""Events a page at a time, each page taking up where the one before ended, whatever was added in between."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from sqlalchemy import ColumnElement, Select, func, or_, select, tuple_

from marsad.records import Event

from ..event_tables import events
from ..store import Store
from .filters import order_of
from .finding import under_rule
from .history import Past
from .loading import SOME, Loader, rows_for
from .placing import bring_up_to_date
from .selecting import Selection, answering_then, conditions

Order = Literal["newest", "oldest"]
Key = tuple[str, str, str, str, str]
"""First and last day, country, type, and the least of its claims' ids: where an event stands; what is unknown is empty."""

Remember = Callable[[str, Callable[[], Any]], Any]
"""Gives what was worked out before under a name, else works it out."""

_COLUMNS = (events.c.earliest, events.c.latest, events.c.country, events.c.type, events.c.least)
# Bodies are long: they are fetched for those shown alone, after sorting.
_BODIES = select(events.c.id, events.c.body).where(events.c.id.in_(SOME))
_LAST = "\uffff"  # after every day and country


def events_page(
    store: Store,
    selection: Selection,
    limit: int,
    *,
    order: Order = "newest",
    after: Key | None = None,
    remember: Remember | None = None,
) -> list[tuple[Event, Key]]:
    """At most ``limit`` events that answer, by their days, those without a day last; those that stand behind ``after``.

    ``remember`` spares working out the events of another time again for each page.
    """
    bring_up_to_date(store)
    if selection.looks_back:
        every = then(store, selection, remember)
        keyed = [(event, key_of(event)) for event in every]
        if order == "newest":
            keyed.sort(key=lambda one: one[1], reverse=True)
        at = next((i for i, (_, key) in enumerate(keyed) if after is None or _behind(key, after, order)), len(keyed))
        return keyed[at : at + limit]
    with store.reading() as connection:
        loader = Loader()
        rows = connection.execute(_query(selection, order, after).limit(limit)).all()
        bodies = {row.id: row.body for row in rows_for(connection, _BODIES, [row.id for row in rows])}
        rule = selection.query.rule
        return [(under_rule(connection, loader, row.id, bodies[row.id], rule), _key(row)) for row in rows]


def count_events(store: Store, selection: Selection, remember: Remember | None = None) -> int:
    """How many events answer."""
    bring_up_to_date(store)
    if selection.looks_back:
        return len(then(store, selection, remember))
    with store.reading() as connection:
        found = select(func.count()).select_from(events).where(*conditions(selection))
        return connection.execute(found).scalar_one()


def then(store: Store, selection: Selection, remember: Remember | None = None) -> list[Event]:
    """The events of another time that answer, earliest first."""
    query = selection.query
    with store.reading() as connection:

        def every() -> list[Event]:
            return Past(connection, query).events()

        name = f"then {query.as_known_on} {query.published_until} {query.rule}"
        return answering_then(connection, selection, remember(name, every) if remember else every())


def key_of(event: Event) -> Key:
    """Where an event stands."""
    earliest, latest, country, type_, least = order_of(event)
    return earliest or "", latest or "", country or "", type_, least


def _query(selection: Selection, order: Order, after: Key | None) -> Select[Any]:
    found = select(events.c.id, *_COLUMNS).where(*conditions(selection))
    if order == "newest":
        found = found.order_by(*(column.desc() for column in _COLUMNS))
    else:
        found = found.order_by(*(column.nulls_last() for column in _COLUMNS))
    return found.where(*_after(after, order)) if after else found


def _after(after: Key, order: Order) -> list[ColumnElement[bool]]:
    """What stands behind ``after``; the first condition says less than the second, and can be looked up."""
    unknown = "" if order == "newest" else _LAST
    key = tuple_(*(func.coalesce(column, unknown) for column in _COLUMNS))
    bound = tuple_(*(value or unknown for value in after))
    first = events.c.earliest
    if order == "newest":
        return [*([or_(first <= after[0], first.is_(None))] if after[0] else [first.is_(None)]), key < bound]
    return [*([or_(first >= after[0], first.is_(None))] if after[0] else [first.is_(None)]), key > bound]


def _behind(key: Key, after: Key, order: Order) -> bool:
    if order == "newest":
        return key < after
    return tuple(value or _LAST for value in key) > tuple(value or _LAST for value in after)


def _key(row: Any) -> Key:
    return (row.earliest or "", row.latest or "", row.country or "", row.type, row.least)
