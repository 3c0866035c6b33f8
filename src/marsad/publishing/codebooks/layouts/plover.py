"""Columns like those of PLOVER's records: source, target, type and mode."""

from __future__ import annotations

from marsad.publishing.tables import Row

from ..parts import Parts
from .shared import SOURCE_AND_TARGET, claims, day, magnitude, source_and_target

COLUMNS = ("event_id", "date", "event_type", "mode", *SOURCE_AND_TARGET, "magnitude", "claims")


def cells(parts: Parts) -> Row:
    """The row's cells by column."""
    told = source_and_target(parts) | {
        "event_id": parts.event.id,
        "date": day(parts.date.first),
        "event_type": parts.category.code,
        "mode": parts.mode,
        "magnitude": magnitude(parts),
        "claims": claims(parts),
    }
    return {name: told[name] for name in COLUMNS}
