"""Cells that the tables of several codebooks have."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from marsad.publishing.tables import Cell, Row, toll_text

from ..actors import Actor
from ..names import country_name, place_name
from ..parts import Parts

SEVERAL = "; "
SOURCE_AND_TARGET = (
    *("source", "source_sector", "source_country", "target", "target_sector", "target_country"),
    *("location", "country", "latitude", "longitude"),
)


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


def source_and_target(parts: Parts) -> Row:
    """The two actors with PLOVER's sectors and their countries, and where."""
    cells: Row = {}
    for name, actor in (("source", parts.actors.first), ("target", parts.actors.second)):
        cells |= {
            name: actor.name if actor else None,
            f"{name}_sector": _sector(parts, actor),
            f"{name}_country": actor.role.country if actor and actor.role else None,
        }
    return cells | where(parts)


def claims(parts: Parts) -> Cell:
    """Ids of the claims the row rests on."""
    return " ".join(parts.event.claims)


def magnitude(parts: Parts) -> str | None:
    """The event's figures under its own rule."""
    return joined(f"{name} {toll_text(t.low, t.best, t.high)}" for name, t in parts.event.figures.items())


def _sector(parts: Parts, actor: Actor | None) -> str | None:
    code = actor.role.type if actor and actor.role else None
    sector = parts.crosswalk.sectors.get(code) if code else None
    return (sector.plover or sector.code) if sector else None
