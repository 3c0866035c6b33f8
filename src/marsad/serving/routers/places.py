"""Places of the store, and places that a name may mean."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query

from marsad.catalogue import load
from marsad.linking.place_names import candidates as find
from marsad.storing.places import count_places

from ..access import Served
from ..answers.places import name_of
from ..cursors import cursor, place_of
from ..filters import Country, KindFilters, Words
from ..models.actors import PlaceCandidate, PlaceItem
from ..models.shared import Page, Reason

router = APIRouter(prefix="/places", tags=["places"])


@router.get("")
def places(served: Served, asked: Annotated[KindFilters, Query()]) -> Page[PlaceItem]:
    """The places of the claims that answer, those of most claims first."""
    after = place_of(asked.cursor, asked.filters, (int,))
    every = served.remember(f"places {asked.filters}", lambda: count_places(served.store, asked.query()))
    at = after[0] if after else 0
    items = [
        PlaceItem(
            place=one.place,
            place_name=name_of(one.place),
            claims=one.claims,
            events=one.events,
            reports=one.reports,
            first=date.fromisoformat(one.first) if one.first else None,
            last=date.fromisoformat(one.last) if one.last else None,
        )
        for one in every[at : at + asked.limit]
    ]
    following = cursor([at + asked.limit], asked.filters) if len(every) > at + asked.limit else None
    return Page(items=items, next=following, total=len(every))


@router.get("/candidates")
def candidates(
    name: Words,
    near: Annotated[str | None, Query(max_length=20_000)] = None,
    country: Country | None = None,
    limit: Annotated[int, Query(ge=1, le=50)] = 10,
) -> list[PlaceCandidate]:
    """The places of the gazetteer that a name may mean, the likeliest first; `near` is text that stands around it."""
    return [
        PlaceCandidate(
            id=one.place.id,
            name=one.place.name,
            name_en=one.place.en,
            country=one.place.country,
            type=one.place.kind,
            latitude=one.place.latitude,
            longitude=one.place.longitude,
            radius_km=one.place.radius_km,
            score=round(one.score, 2),
            reasons=[Reason(name=r.feature, value=f"{r.value:.2f}", points=r.points) for r in one.reasons],
        )
        for one in find(name, load(), near=near, country=country.upper() if country else None, limit=limit)
    ]
