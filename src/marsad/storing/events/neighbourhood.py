"""The graph of tellings that are alike, as far as a change reaches."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from marsad.merging.blocking import pair_of
from marsad.merging.likeness import Likeness
from marsad.merging.telling import Rulings
from marsad.merging.weights import weights

from ..event_tables import likenesses, telling_claims
from ..tables import claims
from .loading import SOME, Loader, Stored, rows_for

_ENDS = (likenesses.c.one, likenesses.c.other)
_TOUCHING = [select(*_ENDS).where(end.in_(SOME)) for end in _ENDS]
_FROM = select(*_ENDS, likenesses.c.points).where(likenesses.c.one.in_(SOME))
_TELLINGS = (
    select(claims.c.id, telling_claims.c.telling)
    .join(telling_claims, telling_claims.c.claim == claims.c.number)
    .where(claims.c.id.in_(SOME))
)


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Tellings by number, and how alike they are, by their ids and without reasons: all that decides on their events."""

    tellings: dict[int, Stored]
    alike: dict[tuple[str, str], Likeness]


def neighbourhood(connection: Connection, loader: Loader, touched: Collection[int], rulings: Rulings) -> Neighbourhood:
    """Whatever may be of one event with one of ``touched``, directly or by others: clusters never reach beyond it."""
    found = _reached(connection, touched, rulings)
    told = loader.load(connection, found)
    ids = {number: one.telling.id for number, one in told.items()}
    alike = {
        pair_of(ids[row.one], ids[row.other]): Likeness(row.points, ())
        for row in rows_for(connection, _FROM, found)
        if row.other in found
    }
    return Neighbourhood(told, alike)


def tellings_near(connection: Connection, numbers: Collection[int]) -> set[int]:
    """The tellings that have a likeness, above the floor, to one of these."""
    return {number for query in _TOUCHING for row in rows_for(connection, query, numbers) for number in row} - set(
        numbers
    )


def _reached(connection: Connection, touched: Collection[int], rulings: Rulings) -> set[int]:
    ruled = _ruled_together(connection, rulings.same)
    linked = [query.where(likenesses.c.points > weights().join) for query in _TOUCHING]
    found: set[int] = set()
    frontier = set(touched)
    while frontier:
        found |= frontier
        reached = {number for query in linked for row in rows_for(connection, query, frontier) for number in row}
        reached |= {number for one in frontier for number in ruled.get(one, ())}
        frontier = reached - found
    return found


def _ruled_together(connection: Connection, same: Iterable[tuple[str, str]]) -> dict[int, set[int]]:
    pairs = list(same)
    homes = {
        row.id: row.telling for row in rows_for(connection, _TELLINGS, {claim for pair in pairs for claim in pair})
    }
    out: dict[int, set[int]] = {}
    for one, other in pairs:
        if one in homes and other in homes:
            out.setdefault(homes[one], set()).add(homes[other])
            out.setdefault(homes[other], set()).add(homes[one])
    return out
