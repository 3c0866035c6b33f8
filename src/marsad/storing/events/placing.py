"""Putting reports together into events, a group at a time, each group whole or not at all."""

from __future__ import annotations

import gc
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from datetime import date

from sqlalchemy import Connection, func, select

from ..event_tables import placed
from ..store import Store
from ..tables import reports
from .loading import Loader
from .rulings import rulings_of
from .settling import settle
from .telling import tell, weigh_anew

_TOGETHER = 256

# Reports are placed in the order of their numbers.
_LACKING = reports.c.number > select(func.coalesce(func.max(placed.c.report), 0)).scalar_subquery()


def count_unplaced(store: Store) -> int:
    """How many reports are stored and not yet put into events."""
    with store.reading() as connection:
        return connection.execute(select(func.count()).select_from(reports).where(_LACKING)).scalar_one()


def place_reports(store: Store) -> Generator[int, None, None]:
    """Put all reports that are not yet placed into events, and tell how many are done, again and again.

    What was done stays done where this is interrupted; the rest is done by the next call.
    """
    loader = Loader()
    done = 0
    while count_unplaced(store):
        with _uncollected(), store.writing() as connection:
            done += place_group(store, connection, loader)
        yield done


def bring_up_to_date(store: Store) -> None:
    """Put all reports that are not yet placed into events; in a snapshot, which sees no change, there is nothing to do."""
    if store.stands_still:
        return
    for _ in place_reports(store):
        pass


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep Python from looking for cycles: tellings have none, and looking through them all takes a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def place_all(store: Store, connection: Connection, loader: Loader) -> None:
    """Place what is left, inside a transaction that goes on."""
    while place_group(store, connection, loader):
        pass


def place_group(store: Store, connection: Connection, loader: Loader) -> int:
    """Place the first reports that are not placed; how many they were.

    A report counts from when it was stored.  So that the events of any day are those of the reports stored by then, a group
    holds reports of one day alone.
    """
    query = select(reports.c.number, reports.c.stored).where(_LACKING).order_by(reports.c.number).limit(_TOGETHER)
    waiting = connection.execute(query).all()
    if not waiting:
        return 0
    day: date = waiting[0].stored.date()
    group = [row for row in waiting if row.stored.date() == day]
    rulings = rulings_of(connection)
    change = tell(connection, loader, [row.number for row in group], rulings)
    settle(connection, loader, change, rulings, since=group[-1].stored, decided=store.moment(connection))
    return len(group)


def start_over(store: Store) -> None:
    """Put all reports together anew, as this Marsad does: after an update that weighs likenesses otherwise.

    What persons ruled holds on; what comes out otherwise than before is so from now on, and was not before.
    """
    bring_up_to_date(store)
    loader = Loader()
    with _uncollected(), store.writing() as connection:
        place_all(store, connection, loader)
        rulings, time = rulings_of(connection), store.moment(connection)
        settle(connection, loader, weigh_anew(connection, loader, rulings), rulings, time, time)
