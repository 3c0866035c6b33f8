"""Actors, places, types and properties by the beginning of a name, for fields that complete what is typed."""

from __future__ import annotations

from typing import Any

from marsad.catalogue.gazetteer import PlaceEntry

from .known_names import beginning_with
from .properties import Noun, Thing, described, even, name_of, properties, thing, type_of
from .reconciling import NAMED

AT_ONCE = 20


def suggested_entities(noun: Noun, prefix: str, skipped: int) -> list[dict[str, Any]]:
    """Things with a name or id that begins so, the exact ones first, then the greater places, then by name."""
    found = beginning_with(noun, prefix)
    things = [(exact, one) for id_, exact in found.items() if (one := thing(noun, id_))]
    things.sort(key=lambda pair: (not pair[0], -_people(pair[1]), pair[1].en or pair[1].name, pair[1].id))
    return [_suggested(one) for _, one in things[skipped : skipped + AT_ONCE]]


def suggested_types(noun: Noun, prefix: str, skipped: int) -> list[dict[str, Any]]:
    """Types whose name or id begins so."""
    return _beginning([{"id": code, "name": name} for code, name in NAMED[noun].items()], prefix, skipped)


def suggested_properties(noun: Noun, prefix: str, skipped: int) -> list[dict[str, Any]]:
    """Properties whose name or id begins so."""
    return _beginning([{"id": one.id, "name": one.name} for one in properties(noun)], prefix, skipped)


def _suggested(one: Thing) -> dict[str, Any]:
    return {"id": one.id, "name": name_of(one), "description": described(one), "notable": [type_of(one)]}


def _beginning(items: list[dict[str, Any]], prefix: str, skipped: int) -> list[dict[str, Any]]:
    wanted = even(prefix)
    found = [one for one in items if any(even(str(word)).startswith(wanted) for word in one.values())]
    return found[skipped : skipped + AT_ONCE]


def _people(one: Thing) -> int:
    return one.population if isinstance(one, PlaceEntry) else 0
