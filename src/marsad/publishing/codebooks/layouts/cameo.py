"""Columns like those of data coded by CAMEO, with root codes only."""

from __future__ import annotations

from marsad.codebook import load
from marsad.publishing.tables import Row

from ..parts import Parts
from .shared import SOURCE_AND_TARGET, claims, day, source_and_target

COLUMNS = ("event_id", "date", "root_code", "root_name", "quad_class", *SOURCE_AND_TARGET, "claims")
_QUADS = {"verbal-cooperation": 1, "material-cooperation": 2, "verbal-conflict": 3, "material-conflict": 4}


def cells(parts: Parts) -> Row:
    """The row's cells by column."""
    told = source_and_target(parts) | {
        "event_id": parts.event.id,
        "date": day(parts.date.first),
        "root_code": parts.category.code,
        "root_name": parts.category.name,
        "quad_class": _QUADS[load().events[parts.event.type].quad],
        "claims": claims(parts),
    }
    return {name: told[name] for name in COLUMNS}
