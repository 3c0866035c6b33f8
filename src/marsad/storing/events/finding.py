"""Asking a store for events: those of now, of another time, or under another rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, bindparam, select

from marsad.merging import Telling
from marsad.records import Event

from ..event_tables import RULED, decisions, events, telling_claims
from ..queries import Query
from ..store import Store
from ..tables import claims, reports
from .core import event_under
from .filters import answering, events_query
from .history import Past, in_order, read_event
from .loading import SOME, Loader, rows_for
from .placing import bring_up_to_date
from .resolving import claim_named, event_now, no_event
from .rulings import MergeDecision, log_of, rulings_of

_BATCH = 200
_TELLINGS = select(telling_claims.c.telling).distinct()
_NAMING = [select(decisions.c.number).where(end.in_(SOME)) for end in (decisions.c.one, decisions.c.other)]
_OF_ID = select(events.c.id, events.c.body).where(events.c.id == bindparam("id"))
_REPORTS = select(reports.c.number).where(reports.c.id.in_(SOME))


def find_events(store: Store, query: Query) -> Iterator[tuple[Event, None]]:
    """The events that answer ``query``, earliest first, those of one day by country and type.

    Reports not yet put into events are put there first: a store that takes no writing gives a StoreError then.
    """
    bring_up_to_date(store)
    with store.reading() as connection:
        if query.as_known_on or query.published_until:
            found = answering(connection, query, Past(connection, query).events())
            yield from ((event, None) for event in found)
            return
        loader = Loader()
        for row in connection.execution_options(yield_per=_BATCH).execute(events_query(query)):
            yield under_rule(connection, loader, row.id, row.body, query.rule), None


def event_named(store: Store, name: str, query: Query | None = None) -> Event:
    """The event that ``name`` stands for: an id that an event has or ever had, or a claim of it.

    Of ``query`` the rule and the days of looking back count.  Raises UnknownNameError where there is no such event then.
    """
    asked = query or Query()
    bring_up_to_date(store)
    with store.reading() as connection:
        if not (asked.as_known_on or asked.published_until):
            row = connection.execute(_OF_ID, {"id": event_now(connection, name)}).one()
            return under_rule(connection, Loader(), row.id, row.body, asked.rule)
        claim = connection.execute(select(claims.c.id).where(claims.c.number == claim_named(connection, name))).scalar()
        found = next((event for event in Past(connection, asked).events() if claim in event.claims), None)
    if found is None:
        raise no_event(name)
    return found


def tellings_of_event(store: Store, event: Event, query: Query | None = None) -> list[Telling]:
    """What each report tells of ``event``, as it was found by ``query``, in the order published."""
    with store.reading() as connection:
        numbers = {row.number for row in rows_for(connection, _REPORTS, event.reports)}
        told = Past(connection, query or Query()).tellings(numbers)
        inside = set(event.claims)
        return in_order(one for one in told if one.telling.id in inside)


def find_tellings(store: Store, query: Query | None = None) -> Iterator[tuple[Event, list[Telling]]]:
    """The events that answer ``query``, each with what each report tells of it, in the order published."""
    asked = query or Query()
    return tellings_of_each(store, [event for event, _ in find_events(store, asked)], asked)


def tellings_of_each(
    store: Store, found: Sequence[Event], query: Query | None = None
) -> Iterator[tuple[Event, list[Telling]]]:
    """Each of the events, as they were found by ``query``, with what each report tells of it, in the order published."""
    with store.reading() as connection:
        past = Past(connection, query or Query())
        for at in range(0, len(found), _BATCH):
            batch = found[at : at + _BATCH]
            reports = {report for event in batch for report in event.reports}
            numbers = {row.number for row in rows_for(connection, _REPORTS, reports)}
            told = {one.telling.id: one for one in past.tellings(numbers)}
            for event in batch:
                yield event, in_order(told[claim] for claim in event.claims if claim in told)


def decisions_on(store: Store, event: Event | None = None, query: Query | None = None) -> list[MergeDecision]:
    """The decisions on claims of ``event``, or all that were ever made, in the order made.

    With ``query.as_known_on`` only those that counted by then.
    """
    about = set(event.claims) if event else set()
    before = query.known_before if query else None
    with store.reading() as connection:
        if event is None:
            return log_of(connection, before=before)
        # A person's ruling may name a claim among others; those are few.
        ruled = log_of(connection, RULED, before)
        named = {row.number for query in _NAMING for row in rows_for(connection, query, about)}
        own = log_of(connection, decisions.c.number.in_(named), before) if named else []
    every = {decision.number: decision for decision in (*ruled, *own)}
    return [every[number] for number in sorted(every) if not about.isdisjoint(every[number].about)]


def left_out(store: Store, query: Query | None = None) -> frozenset[str]:
    """The ids of the claims that persons left out of all events, or corrected, by the time that ``query`` names."""
    with store.reading() as connection:
        return rulings_of(connection, query.known_before if query else None).excluded


def under_rule(connection: Connection, loader: Loader, id_: str, body: str, rule: str | None) -> Event:
    """An event of now by its id and the ``body`` of its row, its figures under ``rule``."""
    event = read_event(body)
    if rule in (None, event.rule):
        return event
    numbers = set(connection.execute(_TELLINGS.where(telling_claims.c.event == id_)).scalars())
    first = select(claims.c.id).join(events, events.c.first == claims.c.number).where(events.c.id == id_)
    told = in_order(loader.load(connection, numbers).values())
    return event_under(told, connection.execute(first).scalar_one(), rule)
