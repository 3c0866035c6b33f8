"""Pairs of events that are nearly, or hardly, alike enough to be one: what a decision would teach merging."""

from __future__ import annotations

import math
from typing import Any

from sqlalchemy import Connection, select

from marsad.merging.telling import Reason
from marsad.merging.weights import weights
from marsad.storing.event_tables import events, joins, likenesses, telling_claims
from marsad.storing.events.rulings import rulings_of
from marsad.storing.review_tables import judgements
from marsad.storing.tables import claims

from ..judgements import judgements_of, standing
from .scoring import Asked, reason
from .weights import queue_weights

_one, _other = telling_claims.alias("one"), telling_claims.alias("other")
_first, _second = claims.alias("first"), claims.alias("second")
_PAIRS = (
    select(
        likenesses.c.points, _first.c.id.label("first"), _second.c.id.label("second"),
        _one.c.event.label("mine"), _other.c.event.label("theirs"), joins.c.decision,
    )
    .join(_one, _one.c.claim == likenesses.c.one)
    .join(_other, _other.c.claim == likenesses.c.other)
    .join(_first, _first.c.number == likenesses.c.one)
    .join(_second, _second.c.number == likenesses.c.other)
    .outerjoin(joins, (joins.c.one == likenesses.c.one) & (joins.c.other == likenesses.c.other))
)  # fmt: skip


def pairs(connection: Connection, coder: str, country: str | None) -> list[Asked]:
    """Pairs of tellings near the threshold of merging, of two events or joined to one, that nobody has ruled on.

    Of two events the likest pair alone is asked; of what is joined only the pairs that hold an event together.
    """
    judged = {
        one.unit
        for one in standing(judgements_of(connection, judgements.c.kind == "pair"))
        if one.verdict != "unsure" or one.by == coder
    }
    ruled = rulings_of(connection)
    decided = ruled.same | ruled.apart
    found: dict[tuple[str, str], Asked] = {}
    for row in _near(connection, country):
        key = (min(row.first, row.second), max(row.first, row.second))
        mine, theirs = sorted((row.mine, row.theirs))
        same = mine == theirs
        if key in judged or key in decided or (same and row.decision is None):
            continue
        about = key if same else (mine, theirs)
        asked = Asked(kind="pair", key=key, reasons=_reasons(row.points))
        if about not in found or found[about].score < asked.score:
            found[about] = asked
    return list(found.values())


def likeness_of(points: float) -> float:
    """The probability that two tellings are of one event."""
    return 1 / (1 + math.exp(-points))


def _near(connection: Connection, country: str | None) -> list[Any]:
    threshold, margin, limit = weights().join, queue_weights().margin, queue_weights().looked_up
    query = _PAIRS
    if country:
        query = query.join(events, events.c.id == _one.c.event).where(events.c.country == country.upper())
    points = likenesses.c.points
    above = query.where(points >= threshold, points < threshold + margin).order_by(points, _first.c.id, _second.c.id)
    below = query.where(points < threshold, points > threshold - margin)
    below = below.order_by(points.desc(), _first.c.id, _second.c.id)
    return [row for some in (above, below) for row in connection.execute(some.limit(limit))]


def _reasons(points: float) -> tuple[Reason, ...]:
    off = abs(points - weights().join) / queue_weights().margin
    return (reason("near-threshold", f"{likeness_of(points):.2f}", 1 - off),)
