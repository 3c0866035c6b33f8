"""Which places of the gazetteer the places of events are."""

from __future__ import annotations

from sqlalchemy import func, select

from ..event_tables import events
from ..store import Store
from .history import read_event
from .loading import SOME, rows_for

_FIRSTS = select(func.min(events.c.id)).where(events.c.name.is_not(None)).group_by(events.c.name)
_BODIES = select(events.c.name, events.c.body).where(events.c.id.in_(SOME))


def place_ids(store: Store) -> dict[str, str]:
    """By the name of a place, the gazetteer's id of it, where it has one; of namesakes, that of the event with the least id."""
    found: dict[str, str] = {}
    with store.reading() as connection:
        firsts = connection.execute(_FIRSTS).scalars().all()
        for row in rows_for(connection, _BODIES, firsts):
            place = read_event(row.body).place
            if place is not None and place.id is not None:
                found[row.name] = place.id
    return found
