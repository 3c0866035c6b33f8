"""What a decision on a claim would teach, as points with their reasons."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, func, select

from marsad.interchange import from_json
from marsad.merging.contradictions import contradictions_across
from marsad.merging.telling import Reason
from marsad.records import Claim
from marsad.storing.event_tables import events, telling_claims
from marsad.storing.events.history import in_order
from marsad.storing.events.loading import SOME, Loader, rows_for
from marsad.storing.tables import claims

from ..coding import Unit
from .open_claims import rare_types
from .weights import ReasonName, queue_weights

_CLAIMS = select(claims.c.number, claims.c.body).where(claims.c.number.in_(SOME))
_HOMES = (
    select(claims.c.number, telling_claims.c.event)
    .join(telling_claims, telling_claims.c.claim == func.coalesce(claims.c.event, claims.c.number))
    .where(claims.c.number.in_(SOME))
)
_TELLINGS = select(telling_claims.c.event, telling_claims.c.telling).where(telling_claims.c.event.in_(SOME)).distinct()
_BEST = select(events.c.id, events.c.killed_best, events.c.injured_best).where(events.c.id.in_(SOME))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A unit to be judged: ``key`` is the claim's id, and the other's of a pair; ``score`` is the sum of the reasons' points."""

    kind: Unit
    key: tuple[str, str]
    reasons: tuple[Reason, ...]
    claim: Claim | None = None
    event: str | None = None

    @property
    def score(self) -> float:
        """What its reasons add up to."""
        return round(sum(reason.points for reason in self.reasons), 4)


def scored(connection: Connection, numbers: Collection[int]) -> list[Asked]:
    """The claims of these numbers with what speaks for asking them now, the most first."""
    told = {row.number: from_json(row.body) for row in rows_for(connection, _CLAIMS, numbers)}
    homes = {row.number: row.event for row in rows_for(connection, _HOMES, numbers)}
    tellings: dict[str, set[int]] = defaultdict(set)
    for event, telling in rows_for(connection, _TELLINGS, set(homes.values())):
        tellings[event].add(telling)
    best = {row.id: {"killed": row.killed_best, "injured": row.injured_best} for row in _best(connection, homes)}
    rare = rare_types(connection)
    found = []
    for number, claim in told.items():
        assert isinstance(claim, Claim)
        event = homes.get(number)
        reasons = [*_uncertain(claim), *_of_itself(claim, rare)]
        if event and claim.event and len(tellings[event]) == 1:
            reasons.append(reason("only-telling", event))
        if event and claim.figure and best[event].get(claim.figure.measure) in _bounds(claim):
            reasons.append(reason("best-figure", claim.figure.measure))
        found.append(Asked(kind=claim.kind, key=(claim.id, ""), reasons=tuple(reasons), claim=claim, event=event))
    return by_score(_contradicted(connection, by_score(found), tellings))


def reason(name: ReasonName, value: str, share: float = 1.0) -> Reason:
    """A reason with its points: ``share``, from 0 to 1, of what it is worth at most."""
    return Reason(name, value, round(queue_weights().points[name] * share, 4))


def by_score(found: Collection[Asked]) -> list[Asked]:
    """The most to be learnt first, then by id."""
    return sorted(found, key=order)


def order(asked: Asked) -> tuple[float, tuple[str, str]]:
    """Where a unit stands in the queue."""
    return -asked.score, asked.key


def _uncertain(claim: Claim) -> list[Reason]:
    sure = claim.probability
    if sure is None or not 0 < sure < 1:
        return []
    entropy = -(sure * math.log2(sure) + (1 - sure) * math.log2(1 - sure))
    return [reason("uncertain", f"{sure:.2f}", entropy)]


def _of_itself(claim: Claim, rare: dict[str, int]) -> list[Reason]:
    if claim.event is None:
        return []
    found = []
    if claim.place and not claim.place.id:
        found.append(reason("place-unresolved", claim.place.text))
    if claim.event.type in rare:
        number = rare[claim.event.type]
        found.append(reason("rare-type", f"{claim.event.type}, {number}", 1 - number / queue_weights().rare))
    return found


def _bounds(claim: Claim) -> set[float]:
    figure = claim.figure
    return {bound for bound in (figure.low, figure.high) if bound is not None} if figure else set()


def _best(connection: Connection, homes: dict[int, str]) -> list[Any]:
    return list(rows_for(connection, _BEST, set(homes.values())))


def _contradicted(connection: Connection, found: list[Asked], tellings: dict[str, set[int]]) -> list[Asked]:
    """Those looked at first with what contradicts them in their events."""
    examined = [one for one in found if one.event and len(tellings[one.event]) > 1][: queue_weights().examined]
    loader = Loader()
    kinds: dict[str, set[str]] = defaultdict(set)
    for event in {one.event for one in examined if one.event}:
        told = in_order(loader.load(connection, tellings[event]).values())
        for contradiction in contradictions_across(told):
            if contradiction.severity == "contradiction":
                for claim in contradiction.claims:
                    kinds[claim.id].add(contradiction.kind)
    return [
        replace(one, reasons=(*one.reasons, reason("contradiction", ", ".join(sorted(kinds[one.key[0]])))))
        if one.key[0] in kinds
        else one
        for one in found
    ]
