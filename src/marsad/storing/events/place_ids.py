"""Which places of the gazetteer events stand at."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select

from ..event_tables import events
from ..store import Store
from .history import read_event
from .loading import SOME, rows_for

_BODIES = select(events.c.id, events.c.body).where(events.c.id.in_(SOME))


def place_ids(store: Store, ids: Collection[str]) -> dict[str, str]:
    """By id of an event of now, the gazetteer's id of its place, where it has one."""
    found: dict[str, str] = {}
    with store.reading() as connection:
        for row in rows_for(connection, _BODIES, ids):
            place = read_event(row.body).place
            if place is not None and place.id is not None:
                found[row.id] = place.id
    return found
