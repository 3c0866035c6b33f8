"""The places of a store, with how much is told of each."""

from __future__ import annotations

from dataclasses import dataclass, replace

from marsad.records import Claim, Place

from .finding import find_claims
from .queries import Query
from .store import Store


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """A place as its first claim has it, and how many claims, events among them, and reports tell of it; ``first`` and ``last``
    are ISO 8601 days of what is told, None where no claim has a day."""

    place: Place
    claims: int
    events: int
    reports: int
    first: str | None
    last: str | None


def count_places(store: Store, query: Query) -> list[PlaceCount]:
    """The places of the claims that answer ``query``, those of most claims first, at most ``query.limit``.

    Places that no gazetteer has are told apart by country and spelling.
    """
    told: dict[str, list[tuple[Claim, str]]] = {}
    for claim, report in find_claims(store, replace(query, limit=None)):
        if claim.place is not None:
            told.setdefault(_key(claim.place), []).append((claim, report.id))
    counted = [_counted(some) for some in told.values()]
    counted.sort(key=lambda c: (-c.claims, -c.events, c.place.country or "", c.place.name or c.place.text))
    return counted[: query.limit]


def _key(place: Place) -> str:
    return place.id or f"{place.country}:{place.name or place.text}"


def _counted(some: list[tuple[Claim, str]]) -> PlaceCount:
    days = [
        day.isoformat() for claim, _ in some if claim.date for day in (claim.date.earliest, claim.date.latest) if day
    ]
    place = some[0][0].place
    assert place is not None
    return PlaceCount(
        place,
        len(some),
        sum(claim.kind == "event" for claim, _ in some),
        len({report for _, report in some}),
        min(days, default=None),
        max(days, default=None),
    )
