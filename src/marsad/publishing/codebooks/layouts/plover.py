"""Columns named as the fields of PLOVER's records, one value a column where PLOVER nests them."""

from __future__ import annotations

from marsad.publishing.tables import Row

from ..names import country_code
from ..parts import Parts
from .shared import actor, claims, day, quad, where

COLUMNS = (
    *("id", "date", "enddate", "event", "mode", "context", "quad_code", "source", "source_code", "source_sector"),
    *("recipient", "recipient_code", "recipient_sector", "event_loc", "country_code", "latitude", "longitude"),
    *("dead", "injured", "arrested", "claims"),
)
# PLOVER's contexts for what has not happened (section Special contexts).
_CONTEXTS = {"planned": "future", "threatened": "hypothetical"}


def cells(parts: Parts) -> Row:
    """The row's cells by column; ``dead``, ``injured`` and ``arrested`` are best figures under the event's own rule."""
    event, date, places = parts.event, parts.date, where(parts)
    told: Row = actor(parts, parts.actors.first, "source") | actor(parts, parts.actors.second, "recipient")
    told |= {
        "id": event.id,
        "date": day(date.first),
        "enddate": day(date.last) if date.last != date.first else None,
        "event": parts.category.code,
        "mode": parts.mode,
        "context": _CONTEXTS.get(event.status),
        "quad_code": quad(parts.category.code),
        "event_loc": places["location"],
        "country_code": country_code(event.place.country) if event.place else None,
        "latitude": places["latitude"],
        "longitude": places["longitude"],
        "claims": claims(parts),
    }
    for column, measure in (("dead", "killed"), ("injured", "injured"), ("arrested", "arrested")):
        bounds = event.figures.get(measure)
        told[column] = bounds.best if bounds else None
    return {name: told[name] for name in COLUMNS}
