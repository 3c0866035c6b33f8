"""Cells that the tables of several codebooks have."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from marsad.codebook import load
from marsad.publishing.tables import Cell, Row

from .. import sides as side
from ..actors import Actor
from ..names import country_code, country_name, place_name
from ..parts import Parts

SEVERAL = "; "
_QUADS = {"verbal-cooperation": 1, "material-cooperation": 2, "verbal-conflict": 3, "material-conflict": 4}


def day(value: date | None) -> str | None:
    """A day in ISO 8601."""
    return value.isoformat() if value else None


def joined(values: Iterable[str | None]) -> str | None:
    """Several values in one cell, each once, in their order."""
    return SEVERAL.join(dict.fromkeys(value for value in values if value)) or None


def where(parts: Parts) -> Row:
    """The place's name, its country's, and its coordinates in degrees."""
    place = parts.event.place
    return {
        "location": place_name(place) if place else None,
        "country": country_name(place.country) if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
    }


def actor(parts: Parts, of: Actor | None, name: str) -> Row:
    """An actor's name, ISO 3166 alpha-3 codes and PLOVER's sectors, in columns that begin with ``name``."""
    roles = of.roles if of else ()
    return {
        name: of.name if of else None,
        f"{name}_code": joined(country_code(role.country) for role in roles),
        f"{name}_sector": joined(_sector(parts, side.sector(role)) for role in roles),
    }


def quad(type_: str) -> int:
    """The quad class of an event type, 1 to 4."""
    return _QUADS[load().events[type_].quad]


def claims(parts: Parts) -> Cell:
    """Ids of the claims the row rests on."""
    return " ".join(parts.event.claims)


def _sector(parts: Parts, code: str | None) -> str | None:
    sector = parts.crosswalk.sectors.get(code) if code else None
    return (sector.plover or sector.code) if sector else None
