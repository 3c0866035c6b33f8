"""Events that are like one, though not alike enough to be held for one and the same."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass

from sqlalchemy import bindparam, select, union_all

from marsad.merging.telling import Reason
from marsad.records import Event

from ..event_tables import events, likenesses, telling_claims
from ..store import Store
from .history import read_event
from .loading import SOME, rows_for

_EVENTS = select(events.c.id, events.c.body).where(events.c.id.in_(SOME))
_MINE = select(telling_claims.c.telling).where(telling_claims.c.event == bindparam("event")).distinct()
_ENDS = ((likenesses.c.one, likenesses.c.other), (likenesses.c.other, likenesses.c.one))
_PAIRS = union_all(
    *(select(b.label("other"), likenesses.c.points, likenesses.c.reasons).where(a.in_(_MINE)) for a, b in _ENDS)
).subquery()
_ALIKE = (
    select(telling_claims.c.event, _PAIRS.c.points, _PAIRS.c.reasons)
    .join(_PAIRS, _PAIRS.c.other == telling_claims.c.telling)
    .where(telling_claims.c.event != bindparam("event"))
    .order_by(_PAIRS.c.points.desc(), telling_claims.c.event)
)


@dataclass(frozen=True, slots=True)
class SimilarEvent:
    """Another event, the probability that a telling of it and one of the first are of one event, and what makes that up."""

    event: Event
    score: float
    reasons: tuple[Reason, ...]


def similar_events(store: Store, event: Event, limit: int = 10) -> list[SimilarEvent]:
    """The events of now whose tellings are most like those of ``event``, an event of now, the likest first."""
    with store.reading() as connection:
        best: dict[str, tuple[float, str]] = {}
        for id_, points, reasons in connection.execute(_ALIKE, {"event": event.id}):
            if id_ not in best and len(best) < limit:
                best[id_] = points, reasons
        bodies = {row.id: row.body for row in rows_for(connection, _EVENTS, best)}
    return [
        SimilarEvent(
            read_event(bodies[id_]), 1 / (1 + math.exp(-points)), tuple(Reason(*r) for r in json.loads(reasons))
        )
        for id_, (points, reasons) in best.items()
    ]
