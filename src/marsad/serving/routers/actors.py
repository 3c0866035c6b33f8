"""Actors of the catalogue, and what the store tells of them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from marsad.catalogue import load
from marsad.catalogue.profile import find_actors, similar_ids
from marsad.storing.actors import claims_by_actor

from ..access import Served
from ..answers.actors import actor_page
from ..answers.relations import actor_head
from ..cursors import cursor, place_of
from ..errors import UnknownError
from ..filters import Country, LastDay, Paging, Words
from ..models.actors import ActorHead, ActorPage
from ..models.shared import Page

router = APIRouter(prefix="/actors", tags=["actors"])


class ActorListing(Paging):
    """Which actors."""

    country: Country | None = None
    type: Words | None = None
    parent: Words | None = None
    on: LastDay | None = None
    q: Words | None = None
    told: bool = False


@router.get("")
def actors(served: Served, asked: Annotated[ActorListing, Query()]) -> Page[ActorHead]:
    """Actors by id; with `told` those that the store tells of, of most claims first; `q` are letters of a name or the id."""
    after = place_of(asked.cursor, asked.filters, (int,))
    catalogue = load()
    counts = served.remember("actors", lambda: claims_by_actor(served.store))
    found = list(find_actors(catalogue, country=asked.country, kind=asked.type, parent=asked.parent, on=asked.on))
    if asked.q:
        words = asked.q.casefold()
        found = [e for e in found if words in e.id or any(words in alias.name.casefold() for alias in e.aliases)]
    if asked.told:
        found = sorted((e for e in found if counts.get(e.id)), key=lambda e: (-counts[e.id], e.id))
    at = after[0] if after else 0
    items = [actor_head(entry, counts.get(entry.id, 0)) for entry in found[at : at + asked.limit]]
    following = cursor([at + asked.limit], asked.filters) if len(found) > at + asked.limit else None
    return Page(items=items, next=following, total=len(found))


@router.get("/{id}")
def actor(served: Served, id: str) -> ActorPage:  # noqa: A002
    """What is known of an actor: names and relations over time, events, candidate links to the sanctions list."""
    catalogue = load()
    if id not in catalogue.entries:
        near = similar_ids(catalogue, id)
        raise UnknownError(
            "no actor has this id", where=id, remedy=f"did you mean {', '.join(near)}?" if near else None
        )
    return actor_page(served, id)
