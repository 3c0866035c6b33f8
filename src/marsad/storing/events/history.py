"""Events of another time: as they had been recorded by a day, or as the reports published by a day give them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection, func, select

from marsad.interchange import from_json
from marsad.merging import Telling, clusters, event_id
from marsad.merging.blocking import keys_of, neighbours
from marsad.merging.clustering import likenesses_of, order
from marsad.merging.likeness import Likeness
from marsad.records import Event

from ..event_tables import events, placements, telling_claims, tellings
from ..queries import Query, reports_then
from ..rows import report_of_claim
from ..tables import claims, reports
from .core import event_under
from .loading import SOME, Loader, Stored, rows_for
from .neighbourhood import alike_among
from .rulings import limited, ruled_otherwise, rulings_of
from .settling import first_of
from .telling import holders, told_by

_OF_REPORTS = select(tellings.c.number).where(tellings.c.report.in_(SOME))
_CLAIM_NUMBERS = select(claims.c.number).where(claims.c.id.in_(SOME))


class Past:
    """What a query that looks back sees: reports, rulings, tellings and events."""

    def __init__(self, connection: Connection, query: Query) -> None:
        self.connection, self.query = connection, query
        self.rulings = rulings_of(connection, query.known_before)
        ruled = ruled_otherwise(self.rulings, rulings_of(connection)) if query.known_before else frozenset()
        self._told_otherwise = {report_of_claim(row.number) for row in rows_for(connection, _CLAIM_NUMBERS, ruled)}
        self._loader = Loader()

    def events(self) -> list[Event]:
        """All events, in no order."""
        return self._published() if self.query.published_until else self._recorded()

    def tellings(self, numbers: Collection[int]) -> list[Stored]:
        """What the reports of these numbers tell, under the rulings of the time."""
        same = [number for number in numbers if number not in self._told_otherwise]
        found = {row.number for row in rows_for(self.connection, _OF_REPORTS, same)}
        out = list(self._loader.load(self.connection, found).values())
        for number in self._told_otherwise & set(numbers):
            out += told_by(self.connection, number, self.rulings)
        return out

    def _recorded(self) -> list[Event]:
        """By the placements of the time."""
        assert self.query.known_before
        last = select(func.max(placements.c.number)).where(placements.c.since < self.query.known_before)
        then = select(placements.c.claim, placements.c.event).where(
            placements.c.number.in_(last.group_by(placements.c.claim)), placements.c.event.is_not(None)
        )
        held: dict[str, set[int]] = defaultdict(set)
        for claim, event in self.connection.execute(then):
            held[event].add(claim)
        kept = self._as_now(held)
        claimed = {claim: event for event, inside in held.items() if event not in kept for claim in inside}
        found: dict[str, list[Stored]] = defaultdict(list)
        for one in self.tellings({report_of_claim(claim) for claim in claimed}):
            if one.number in claimed:
                found[claimed[one.number]].append(one)
        return [*kept.values(), *(self._event(group) for group in found.values())]

    def _published(self) -> list[Event]:
        """By putting together anew what the reports tell; how alike they are is known already."""
        then = select(reports.c.number).where(*reports_then(self.query))
        told = {one.number: one for one in self.tellings(set(self.connection.execute(then).scalars()))}
        alike = self._alike(told)
        ids = frozenset(claim.id for one in told.values() for claim in one.telling.events)
        by_id = {one.telling.id: one for one in told.values()}
        groups = [
            [by_id[telling.id] for telling in cluster.tellings]
            for cluster in clusters([one.telling for one in told.values()], alike, limited(self.rulings, ids))
        ]
        named = {event_id(first_of(group)[1]): group for group in groups}
        held = {event: {number for one in group for number in one.events} for event, group in named.items()}
        kept = self._as_now(held)
        return [*kept.values(), *(self._event(group) for event, group in named.items() if event not in kept)]

    def _alike(self, told: dict[int, Stored]) -> dict[tuple[str, str], Likeness]:
        anew = {n: one for n, one in told.items() if report_of_claim(n) in self._told_otherwise}
        known = {number: one for number, one in told.items() if number not in anew}
        keyed = [(one.outline, keys_of(one.outline)) for one in anew.values()]
        held = holders(self.connection, self._loader, (keys for _, keys in keyed))
        others = {key: [one.outline for one in some if one.number in known] for key, some in held.items()}
        return alike_among(self.connection, known) | likenesses_of(neighbours(keyed, others))

    def _as_now(self, held: dict[str, set[int]]) -> dict[str, Event]:
        """Those of the events, given with their claims, that are now as they were then."""
        if self.query.rule:
            return {}
        now: dict[str, set[int]] = defaultdict(set)
        for event, claim in self.connection.execute(select(telling_claims.c.event, telling_claims.c.claim)):
            now[event].add(claim)
        same = {
            event
            for event, inside in held.items()
            if now.get(event) == inside and not any(report_of_claim(claim) in self._told_otherwise for claim in inside)
        }
        bodies = rows_for(self.connection, select(events.c.id, events.c.body).where(events.c.id.in_(SOME)), same)
        return {id_: read_event(body) for id_, body in bodies}

    def _event(self, group: Sequence[Stored]) -> Event:
        return event_under(in_order(group), first_of(group)[1], self.query.rule)


def in_order(group: Iterable[Stored]) -> list[Telling]:
    """Tellings in the order published."""
    return sorted((one.telling for one in group), key=order)


def read_event(body: str) -> Event:
    """The event of a line."""
    record = from_json(body)
    assert isinstance(record, Event)
    return record
