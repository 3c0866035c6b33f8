"""Which events there are after a change, written down as the differences to what was."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select

from marsad.merging import Rulings, event_id

from ..event_tables import decisions, event_values, events, joins, likenesses, placements, telling_claims
from ..store import version
from ..writing import delete_rows, insert_rows
from .core import event_under
from .loading import SOME, Loader, Stored, rows_for
from .neighbourhood import Region, region
from .rulings import log
from .spanning import spanning
from .telling import Change
from .values import event_row, values_of

_PUT = select(telling_claims).where(telling_claims.c.telling.in_(SOME))
_JOINED = [select(joins).where(end.in_(SOME)) for end in (joins.c.one, joins.c.other)]
_SAID = select(decisions.c.number, decisions.c.one, decisions.c.other).where(decisions.c.number.in_(SOME))
_WHY = select(likenesses.c.one, likenesses.c.other, likenesses.c.reasons).where(likenesses.c.one.in_(SOME))


def settle(
    connection: Connection, loader: Loader, change: Change, rulings: Rulings, since: datetime, decided: datetime
) -> None:
    """Cluster what a change can reach, and write placements, joins and events that are other than before.

    ``since`` is the time from which that counts, ``decided`` the time now.
    """
    around = region(connection, loader, change.touched, rulings)
    by_id = {one.telling.id: one for one in around.tellings.values()}
    _join(connection, around, change, rulings, since, decided)
    _place(connection, around, change, [[by_id[t.id] for t in cluster.tellings] for cluster in around.clusters], since)


def _place(
    connection: Connection, around: Region, change: Change, found: Iterable[list[Stored]], since: datetime
) -> None:
    before: dict[int, str] = {row.claim: row.event for row in rows_for(connection, _PUT, around.tellings)}
    held: dict[str, set[int]] = defaultdict(set)
    for claim, event in (before | change.left).items():
        held[event].add(claim)
    now: dict[int, str] = {}
    rows: list[dict[str, Any]] = []
    values: list[tuple[str, str, str]] = []
    stale = set(held) - {""}
    for cluster in found:
        first = first_of(cluster)
        id_ = event_id(first[1])
        inside = {number for one in cluster for number in one.events}
        now |= dict.fromkeys(inside, id_)
        if held.get(id_) == inside and not any(one.number in change.changed for one in cluster):
            stale.discard(id_)
        else:
            told = event_under([one.telling for one in cluster], first[1])
            rows.append(event_row(told, cluster, first[0]))
            values += [(facet, value, id_) for facet, value in sorted(values_of(cluster))]
    moved = {claim: event for claim, event in now.items() if before[claim] != event}
    placed = [{"claim": claim, "event": event, "since": since} for claim, event in sorted(moved.items())]
    placed += [{"claim": claim, "event": None, "since": since} for claim in sorted(change.left)]
    number = connection.execute(select(func.max(placements.c.number))).scalar() or 0
    if placed:
        connection.execute(insert(placements), [{"number": number + i, **row} for i, row in enumerate(placed, start=1)])
    homes = {claim: one.number for one in around.tellings.values() for claim in one.events}
    delete_rows(connection, telling_claims.c.claim, moved)
    insert_rows(connection, telling_claims, [(claim, homes[claim], event) for claim, event in moved.items()])
    gone = stale | {row["id"] for row in rows}
    delete_rows(connection, events.c.id, gone)
    delete_rows(connection, event_values.c.event, gone)
    insert_rows(connection, events, [tuple(row[column.name] for column in events.columns) for row in rows])
    insert_rows(connection, event_values, values)


def _join(
    connection: Connection, around: Region, change: Change, rulings: Rulings, since: datetime, decided: datetime
) -> None:
    """Keep the log of Marsad's own joins: those that hold are let stand, what is not connected by them or by a person's ruling is
    by the pairs most alike."""
    before = {
        (row.one, row.other): row.decision
        for query in _JOINED
        for row in rows_for(connection, query, around.tellings.keys() | change.gone)
    }
    standing, made = spanning(around, before, rulings.same)
    lost = sorted(decision for pair, decision in before.items() if pair not in standing)
    said = {row.number: row for row in rows_for(connection, _SAID, lost)}
    why = {(row.one, row.other): row.reasons for row in rows_for(connection, _WHY, {one for one, _ in made})}
    ids = {number: one.telling.id for number, one in around.tellings.items()}
    rows: list[dict[str, Any]] = [
        {"kind": "unjoined", "one": said[number].one, "other": said[number].other, "withdraws": number}
        for number in lost
    ]
    rows += [
        {
            "kind": "joined",
            "one": ids[one],
            "other": ids[other],
            "score": round(like.score, 4),
            "reasons": why[one, other],
        }
        for (one, other), like in made.items()
    ]
    numbers = log(connection, [row | {"by": f"marsad {version()}", "since": since, "decided": decided} for row in rows])
    delete_rows(connection, joins.c.decision, lost)
    insert_rows(connection, joins, [(*pair, n) for pair, n in zip(made, numbers[len(lost) :], strict=True)])


def first_of(cluster: Iterable[Stored]) -> tuple[int, str]:
    """Number and id of the claim of an event that was recorded first."""
    return min((n, claim.id) for one in cluster for n, claim in zip(one.events, one.telling.events, strict=True))
