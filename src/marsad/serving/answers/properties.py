"""Properties of actors and places, as Reconciliation Service API 0.2 wants them: proposed, fetched, and asked of candidates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from marsad.catalogue import Entry, load
from marsad.catalogue.gazetteer import PlaceEntry
from marsad.languages.arabic.letters import fold

Noun = Literal["actors", "places"]
Thing = Entry | PlaceEntry
T = TypeVar("T", Entry, PlaceEntry)
Value = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Property(Generic[T]):
    """What things have: its ``id``, its ``name``, and the values of a thing; ``entities`` are things of the same service."""

    id: str
    name: str
    values: Callable[[T], Sequence[Value]]
    entities: bool = False


def properties(noun: Noun) -> tuple[Property[Any], ...]:
    """All properties of actors, or of places."""
    return _ACTORS if noun == "actors" else _PLACES


def thing(noun: Noun, id_: str) -> Thing | None:
    """The actor or place of an id, or None."""
    return load().entry(id_) if noun == "actors" else _place(id_)


def type_of(one: Thing) -> Value:
    """A thing's type."""
    code = one.type if isinstance(one, Entry) else one.kind
    return {"id": code, "name": code}


def name_of(one: Thing) -> str:
    """A thing's name in Arabic and English."""
    return " · ".join(dict.fromkeys(filter(None, (one.name, one.en))))


def described(one: Thing) -> str:
    """What tells a thing from its namesakes: its type and where it is."""
    if isinstance(one, Entry):
        return ", ".join((one.type, *one.countries))
    parent = load().place(one.parent) if one.parent else None
    return ", ".join(filter(None, (one.kind, parent.en if parent else None, one.country)))


def even(name: str) -> str:
    """A name as names are compared: in any spelling of its letters, capital or small."""
    return fold(name).casefold().strip()


def answers(one: Property[Any], of: Thing, wanted: Sequence[Any]) -> bool | None:
    """Whether a thing has one of the values wanted, by id, code or name in any spelling; None where it has none at all."""
    had = {even(word) for value in one.values(of) for word in _words(value)}
    if one.id == "country":
        had |= {even(name) for value in one.values(of) for name in _country_names(value["str"])}
    return any(even(word) in had for value in wanted for word in _words(value)) if had else None


def _words(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [str(word) for word in value.values()]
    return [str(value)]


def _country_names(code: str) -> tuple[str, ...]:
    country = load().country(code)
    return (country.name, country.en) if country else ()


def _texts(*found: str | None) -> list[Value]:
    return [{"str": one} for one in found if one]


def _places(id_: str | None) -> list[Value]:
    place = load().place(id_) if id_ else None
    return [{"id": place.id, "name": place.en or place.name}] if place else []


def _actors(id_: str | None) -> list[Value]:
    entry = load().entry(id_) if id_ else None
    return [{"id": entry.id, "name": entry.en}] if entry else []


def _place(id_: str) -> PlaceEntry | None:
    try:
        return load().place(id_)
    except (ValueError, OverflowError):
        return None  # an id that looks like a source's and has no number


def _number(kind: Literal["int", "float"], value: float | None) -> list[Value]:
    return [] if value is None else [{kind: value}]


_ACTORS: tuple[Property[Entry], ...] = (
    Property("name_ar", "Name in Arabic", lambda e: _texts(e.name)),
    Property("name_en", "Name in English", lambda e: _texts(e.en)),
    Property("name_ru", "Name in Russian", lambda e: _texts(e.ru)),
    Property("alias", "Every name", lambda e: _texts(*dict.fromkeys(a.name for a in e.aliases))),
    Property("type", "Type", lambda e: _texts(e.type)),
    Property("sector", "PLOVER sector", lambda e: _texts(e.sector)),
    Property("country", "Country, ISO 3166", lambda e: _texts(*e.countries)),
    Property("parent", "Branch or part of", lambda e: _actors(e.parent), entities=True),
    Property("since", "Active since", lambda e: _texts(e.active.since)),
    Property("until", "Active until", lambda e: _texts(e.active.until)),
    Property("ucdp", "UCDP actor id", lambda e: _texts(*e.ucdp)),
)
_PLACES: tuple[Property[PlaceEntry], ...] = (
    Property("name_ar", "Name in Arabic", lambda p: _texts(None if p.by_rule else p.name)),
    Property("name_en", "Name in English", lambda p: _texts(p.en)),
    Property("kind", "Kind of place", lambda p: _texts(p.kind)),
    Property("country", "Country, ISO 3166", lambda p: _texts(p.country)),
    Property("parent", "Lies in", lambda p: _places(p.parent), entities=True),
    Property("latitude", "Latitude in degrees", lambda p: _number("float", p.latitude)),
    Property("longitude", "Longitude in degrees", lambda p: _number("float", p.longitude)),
    Property("radius_km", "Radius in km", lambda p: _number("float", p.radius_km)),
    Property("population", "Inhabitants", lambda p: _number("int", p.population or None)),
)
