"""Candidates for names, as OpenRefine wants them."""

from __future__ import annotations

from typing import Any, Literal

from marsad.catalogue import Entry, load
from marsad.linking.candidates import candidates_of
from marsad.linking.lists import list_in_use
from marsad.linking.place_names import candidates as places_named
from marsad.linking.places import is_clear

from ..served import ServedStore

Noun = Literal["actors", "places"]

NAMED = {
    "actors": {
        "group": "group", "organization": "organization", "person": "person", "government": "government",
        "armed force": "armed force", "media": "media", "platform": "platform",
    },
    "places": {"country": "country", "region": "region", "district": "district", "capital": "capital", "town": "town"},
}  # fmt: skip
_SAME = 0.9  # the least score at which one actor is called the one meant


def entities(served: ServedStore, noun: Noun, name: str, limit: int, kinds: set[str]) -> list[dict[str, Any]]:
    """The candidates of a name, of these ``kinds`` where some are given; scores from 0 to 100 for actors, points for places."""
    return _actors(served, name, limit, kinds) if noun == "actors" else _places(name, limit, kinds)


def _actors(served: ServedStore, name: str, limit: int, kinds: set[str]) -> list[dict[str, Any]]:
    names = candidates_of(list_in_use(served.store))
    found = [
        (one, one.entry)
        for one in names.find(name, limit * 4)
        if one.source == "catalogue" and isinstance(one.entry, Entry) and one.comparison.verdict != "different"
    ]
    found = [(one, entry) for one, entry in found if not kinds or entry.type in kinds][:limit]
    sure = [one for one, _ in found if one.score >= _SAME]
    return [
        {
            "id": one.id,
            "name": f"{entry.name} · {entry.en}",
            "type": [{"id": entry.type, "name": entry.type}],
            "score": round(100 * one.score, 1),
            "match": len(sure) == 1 and one is sure[0],
            "features": [{"id": "name", "value": round(one.score, 4)}],
        }
        for one, entry in found
    ]


def _places(name: str, limit: int, kinds: set[str]) -> list[dict[str, Any]]:
    every = places_named(name, load(), limit=limit * 4)
    found = [one for one in every if not kinds or one.place.kind in kinds][:limit]
    clear = bool(found) and is_clear(found)
    return [
        {
            "id": one.place.id,
            "name": " · ".join(filter(None, (one.place.name, one.place.en))),
            "type": [{"id": one.place.kind, "name": one.place.kind}],
            "score": round(one.score, 2),
            "match": clear and at == 0,
            "features": [{"id": reason.feature, "value": round(reason.value, 4)} for reason in one.reasons],
        }
        for at, one in enumerate(found)
    ]
