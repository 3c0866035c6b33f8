"""What places are called in both languages."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from marsad.catalogue.gazetteer import gazetteer
from marsad.catalogue.namesakes import namesakes
from marsad.records import Place
from marsad.storing import Store
from marsad.storing.events import Spot, place_ids

from ..models.shared import Label

_KEPT = 20_000


def place_names(places: Iterable[Place | None]) -> dict[str, Label]:
    """By id of the gazetteer, the names of those of ``places`` that it knows in both languages."""
    ids = {place.id for place in places if place is not None and place.id is not None}
    return {id_: label for id_ in sorted(ids) if (label := place_label(id_))}


def name_of(place: Place | None) -> Label | None:
    """The names of one place in both languages; None where the gazetteer does not know it."""
    return place_label(place.id) if place and place.id else None


def names_of_cells(store: Store, spots: Iterable[Spot]) -> dict[str, Label]:
    """By an event in it, the names in both languages of the place of each of ``spots`` where there is one place only."""
    ids = place_ids(store, {spot.example for spot in spots if spot.name and spot.example})
    return {event: label for event, id_ in ids.items() if (label := place_label(id_))}


@lru_cache(maxsize=_KEPT)
def place_label(id_: str) -> Label | None:
    """The names of the place of an id; None where no source has it, or has it in one language alone."""
    entry = gazetteer().get(id_) or namesakes().place(id_)
    return Label(ar=entry.name, en=entry.en) if entry and entry.name and entry.en else None
