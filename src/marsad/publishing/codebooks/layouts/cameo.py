"""Columns like those of data coded by CAMEO, with root codes only."""

from __future__ import annotations

from marsad.publishing.tables import Row

from ..parts import Parts
from .shared import actor, claims, day, quad, where

COLUMNS = (
    *("event_id", "date", "root_code", "root_name", "quad_class", "source", "source_code", "source_sector"),
    *("target", "target_code", "target_sector", "location", "country", "latitude", "longitude", "claims"),
)


def cells(parts: Parts) -> Row:
    """The row's cells by column."""
    told: Row = actor(parts, parts.actors.first, "source") | actor(parts, parts.actors.second, "target") | where(parts)
    told |= {
        "event_id": parts.event.id,
        "date": day(parts.date.first),
        "root_code": parts.category.code,
        "root_name": parts.category.name,
        "quad_class": quad(parts.event.type),
        "claims": claims(parts),
    }
    return {name: told[name] for name in COLUMNS}
