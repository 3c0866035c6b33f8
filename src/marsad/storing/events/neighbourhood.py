"""The part of the graph of tellings that a change can reach, clustered anew.

Clusters of all tellings are those that greedy joining of the likeliest pair gives (:mod:`marsad.merging.linkage`).  Take any of
the events of before together: since nothing was joined across their border, they are what joining them alone gives.  After a
change, a region of whole events is therefore clustered together with the events that a likeness links to it.  Where those come
out as they were, nothing was joined across the region's border, nor would it have been with all tellings there; where one does
not, it becomes part of the region.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from marsad.merging import Cluster, Rulings, clusters
from marsad.merging.blocking import pair_of
from marsad.merging.likeness import Likeness
from marsad.merging.weights import weights

from ..event_tables import likenesses, telling_claims
from ..tables import claims
from .loading import SOME, Loader, Stored, rows_for
from .rulings import limited

_ENDS = (likenesses.c.one, likenesses.c.other)
_TOUCHING = [select(*_ENDS).where(end.in_(SOME)) for end in _ENDS]
_FROM = select(*_ENDS, likenesses.c.points).where(likenesses.c.one.in_(SOME))
_TO = select(*_ENDS, likenesses.c.points).where(likenesses.c.other.in_(SOME))
_EVENTS = (
    select(telling_claims.c.event).where(telling_claims.c.telling.in_(SOME), telling_claims.c.event != "").distinct()
)
_IN_EVENTS = select(telling_claims.c.event, telling_claims.c.telling).where(telling_claims.c.event.in_(SOME)).distinct()
_TELLINGS = (
    select(claims.c.id, telling_claims.c.telling)
    .join(telling_claims, telling_claims.c.claim == claims.c.number)
    .where(claims.c.id.in_(SOME))
)


@dataclass(frozen=True, slots=True)
class Region:
    """The tellings, by number, whose events may be others than before, the clusters they make now, and how alike they are, by
    their ids and without reasons."""

    tellings: dict[int, Stored]
    clusters: list[Cluster]
    alike: dict[tuple[str, str], Likeness]


def region(connection: Connection, loader: Loader, touched: Collection[int], rulings: Rulings) -> Region:
    """Whatever may be of another event than before, since ``touched`` are new, told otherwise or ruled on."""
    ruled = _ruled_together(connection, rulings.same)
    inside: set[int] = set()
    around: set[int] = set()
    before: set[frozenset[int]] = set()  # the events of those around
    told: dict[int, Stored] = {}
    alike: dict[tuple[str, str], Likeness] = {}
    drawn_in = set(touched).union(*_events_of(connection, touched))
    while True:
        inside |= drawn_in
        around = (around | _linked(connection, drawn_in, ruled)) - inside
        before |= _events_of(connection, around)
        more = loader.load(connection, inside.union(around, *before) - told.keys())
        told |= more
        alike |= _alike_with(connection, more.keys(), told) if alike else alike_among(connection, told)
        found = _clustered(told, alike, rulings)
        number_of = {one.telling.id: number for number, one in told.items()}
        kept: list[Cluster] = []
        drawn_in = set()
        for cluster in found:
            members = frozenset(number_of[telling.id] for telling in cluster.tellings)
            if members <= inside:
                kept.append(cluster)
            elif members not in before:
                drawn_in |= members - inside
        if not drawn_in:
            return Region({number: told[number] for number in inside}, kept, alike)
        drawn_in.update(*_events_of(connection, drawn_in))


def alike_among(connection: Connection, told: dict[int, Stored]) -> dict[tuple[str, str], Likeness]:
    """How alike stored tellings are, by their ids; without reasons."""
    return {
        pair_of(told[one].telling.id, told[other].telling.id): Likeness(points, ())
        for one, other, points in rows_for(connection, _FROM, told)
        if other in told
    }


def _alike_with(
    connection: Connection, some: Collection[int], told: dict[int, Stored]
) -> dict[tuple[str, str], Likeness]:
    """How alike some of the stored tellings are to any of them."""
    return {
        pair_of(told[one].telling.id, told[other].telling.id): Likeness(points, ())
        for query in (_FROM, _TO)
        for one, other, points in rows_for(connection, query, some)
        if one in told and other in told
    }


def tellings_near(connection: Connection, numbers: Collection[int]) -> set[int]:
    """The tellings that have a likeness, above the floor, to one of these."""
    rows = (row for query in _TOUCHING for row in rows_for(connection, query, numbers))
    return {number for row in rows for number in row} - set(numbers)


def _clustered(told: dict[int, Stored], alike: dict[tuple[str, str], Likeness], rulings: Rulings) -> list[Cluster]:
    ids = frozenset(claim.id for one in told.values() for claim in one.telling.events)
    outlines = {one.telling.id: one.outline for one in told.values()}
    return clusters([one.telling for one in told.values()], alike, limited(rulings, ids), outlines)


def _events_of(connection: Connection, numbers: Collection[int]) -> set[frozenset[int]]:
    """The events of before that hold one of these tellings, each with all of its tellings."""
    found: dict[str, set[int]] = {}
    names = {row.event for row in rows_for(connection, _EVENTS, numbers)}
    for event, telling in rows_for(connection, _IN_EVENTS, names):
        found.setdefault(event, set()).add(telling)
    return {frozenset(tellings) for tellings in found.values()}


def _linked(connection: Connection, numbers: Collection[int], ruled: dict[int, set[int]]) -> set[int]:
    """The tellings that may be of one event with one of these by themselves."""
    queries = [query.where(likenesses.c.points > weights().join) for query in _TOUCHING]
    found = {number for query in queries for row in rows_for(connection, query, numbers) for number in row}
    return found.union(*(ruled.get(number, ()) for number in numbers))


def _ruled_together(connection: Connection, same: Iterable[tuple[str, str]]) -> dict[int, set[int]]:
    pairs = list(same)
    named = {claim for pair in pairs for claim in pair}
    homes = {row.id: row.telling for row in rows_for(connection, _TELLINGS, named)}
    out: dict[int, set[int]] = {}
    for one, other in pairs:
        if one in homes and other in homes:
            out.setdefault(homes[one], set()).add(homes[other])
            out.setdefault(homes[other], set()).add(homes[one])
    return out
