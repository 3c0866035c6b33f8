"""Columns like those of ACLED's table."""

from __future__ import annotations

from marsad.publishing.tables import Row

from .. import sides as side
from ..names import country_number, region_name
from ..parts import Parts
from .shared import claims, day, joined, where

COLUMNS = (
    *("event_id", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type"),
    *("actor1", "inter1", "actor2", "inter2", "civilian_targeting", "iso", "country", "admin1", "location"),
    *("latitude", "longitude", "geo_precision", "source", "notes", "fatalities", "claims"),
)


def cells(parts: Parts) -> Row:
    """The row's cells by column; ``notes`` are the words of the reports that tell of the event, as evidence."""
    first, second = parts.actors.first, parts.actors.second
    place, date = parts.event.place, parts.date
    told: Row = {
        "event_id": parts.event.id,
        "event_date": day(date.first),
        "year": date.first.year if date.first else None,
        "time_precision": date.code.code if date.code else None,
        "disorder_type": parts.category.family,
        "event_type": parts.category.group,
        "sub_event_type": parts.category.code,
        "actor1": first.name if first else None,
        "inter1": int(first.type.code) if first and first.type and first.type.code else None,
        "actor2": second.name if second else None,
        "inter2": int(second.type.code) if second and second.type and second.type.code else None,
        "civilian_targeting": "Civilian targeting" if _targets_civilians(parts) else None,
        "iso": country_number(place.country) if place else None,
        "admin1": region_name(place),
        "geo_precision": parts.place.code if parts.place else None,
        "source": joined(report.outlet or report.source for report in parts.evidence.reports),
        "notes": joined(claim.text for telling in parts.evidence.tellings for claim in telling.events),
        "fatalities": parts.one_number,
        "claims": claims(parts),
    }
    told |= where(parts)
    return {name: told[name] for name in COLUMNS}


def _targets_civilians(parts: Parts) -> bool:
    """Civilians alone are aimed at, in political violence (section Civilian targeting)."""
    second = parts.actors.second
    violent = "Political violence" in (parts.category.family or "")
    return violent and second is not None and side.group(second.role) in ("society", "political")
