"""Columns like those of the UCDP Georeferenced Event Dataset."""

from __future__ import annotations

from marsad.publishing.tables import Row

from ..names import region_name
from ..parts import Parts
from .shared import claims, day, joined, where

COLUMNS = (
    *("id", "year", "active_year", "type_of_violence", "dyad_name", "side_a", "side_b", "number_of_sources"),
    *("source_article", "source_office", "source_date", "source_headline", "source_original"),
    *("where_prec", "where_coordinates", "adm_1", "latitude", "longitude", "country"),
    *("date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"),
    *("best", "high", "low", "claims"),
)


def cells(parts: Parts) -> Row:
    """The row's cells by column; ``active_year`` is empty, since one event cannot tell it."""
    first, second = (actor.name if actor else None for actor in (parts.actors.first, parts.actors.second))
    reports, date, toll, split = parts.evidence.reports, parts.date, parts.toll, parts.split
    places = where(parts)
    told: Row = {
        "id": parts.event.id,
        "year": date.first.year if date.first else None,
        "active_year": None,
        "type_of_violence": int(parts.category.code),
        "dyad_name": " - ".join(name for name in (first, second) if name) or None,
        "side_a": first,
        "side_b": second,
        "number_of_sources": len(parts.event.reports),
        "source_article": joined(
            ", ".join(part for part in (r.outlet, day(r.published), r.title) if part) or r.source for r in reports
        ),
        "source_office": joined(report.outlet for report in reports),
        "source_date": joined(day(report.published) for report in reports),
        "source_headline": joined(report.title for report in reports),
        "source_original": _first_to_say(parts),
        "where_prec": parts.place.code if parts.place else None,
        "where_coordinates": places["location"],
        "adm_1": region_name(parts.event.place),
        "latitude": places["latitude"],
        "longitude": places["longitude"],
        "country": places["country"],
        "date_prec": date.code.code if date.code else None,
        "date_start": day(date.first),
        "date_end": day(date.last),
        "deaths_a": split.a,
        "deaths_b": split.b,
        "deaths_civilians": split.civilians,
        "deaths_unknown": split.unknown,
        "best": toll.best if toll else None,
        "high": toll.high if toll else None,
        "low": toll.low if toll else None,
        "claims": claims(parts),
    }
    return {name: told[name] for name in COLUMNS}


def _first_to_say(parts: Parts) -> str | None:
    """Whom the reports give as their source: the last link of the first voice."""
    for telling in parts.evidence.tellings:
        for claim in (*telling.figures, *telling.events):
            if claim.voice:
                return claim.voice[0].name or claim.voice[0].text
    return None
