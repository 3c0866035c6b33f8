"""What places are called in both languages."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from marsad.catalogue.gazetteer import gazetteer
from marsad.catalogue.namesakes import namesakes
from marsad.records import Place
from marsad.storing.events import place_ids

from ..models.shared import Label
from ..served import ServedStore

_KEPT = 20_000


def place_names(places: Iterable[Place | None]) -> dict[str, Label]:
    """By id of the gazetteer, the names of those of ``places`` that it knows in both languages."""
    ids = {place.id for place in places if place is not None and place.id is not None}
    return {id_: label for id_ in sorted(ids) if (label := place_label(id_))}


def name_of(place: Place | None) -> Label | None:
    """The names of one place in both languages; None where the gazetteer does not know it."""
    return place_label(place.id) if place and place.id else None


def labels_of_places(served: ServedStore) -> dict[str, Label]:
    """By the name of a place of events of now, its names in both languages, where the gazetteer knows them."""

    def make() -> dict[str, Label]:
        ids = place_ids(served.store)
        return {name: label for name, id_ in ids.items() if (label := place_label(id_))}

    return served.remember("labels of places", make)


@lru_cache(maxsize=_KEPT)
def place_label(id_: str) -> Label | None:
    """The names of the place of an id; None where no source has it, or has it in one language alone."""
    entry = gazetteer().get(id_) or namesakes().place(id_)
    return Label(ar=entry.name, en=entry.en) if entry and entry.name and entry.en else None
