"""Records as rows of a release's tables, one function a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from marsad.catalogue import Catalogue
from marsad.records import Claim, Entity, Event, Report

from ..tables import row
from .withholding import without, without_links

Row = dict[str, Any]


def report_row(report: Report, group: str | None) -> Row:
    """The row of a report; ``group`` is the armed group whose outlet published it."""
    cells: Row = dict(row(report))
    if group:
        cells |= {"title": None, "source": without_links(report.source), "outlet_of": group}
    return cells


def claim_row(claim: Claim, report: Report, event: str | None, *, withheld: bool) -> Row:
    """The row of a claim of ``report``, put into ``event``; ``withheld`` leaves out its words."""
    cells: Row = dict(row(claim, report))
    cells |= {"figure_of": cells["event"], "event": event, "radius_km": claim.place and claim.place.radius_km}
    if withheld:
        cells |= {"text": None, "of": None}
    return cells


def figure_row(cells: Row) -> Row:
    """The row of a figure, from the row of its claim."""
    return cells | {"measure": cells["type"]}


def forecast_row(cells: Row, claim: Claim) -> Row:
    """The row of an assessment, from the row of its claim."""
    assert claim.assessment
    return cells | {
        "about": cells["subject"],
        "actors": sorted({who.entity for who in claim.assessment.about if who.entity}),
        "condition": None if cells["text"] is None else claim.assessment.condition,
    }


def event_row(event: Event, private: frozenset[str]) -> Row:
    """The row of an event; ``private`` are the words of its roles that name private persons."""
    cells: Row = dict(row(replace(event, roles=without(event.roles, private))))
    radius = event.place and event.place.radius_km
    return cells | {"claims": list(event.claims), "reports": list(event.reports), "radius_km": radius}


def participant_rows(event: Event, private: frozenset[str]) -> Iterator[Row]:
    """A row for each role of an event."""
    for position, role in enumerate(without(event.roles, private), 1):
        yield {
            "event": event.id,
            "position": position,
            "role": role.role,
            "name": role.name or role.text,
            "actor": role.entity,
            "sector": role.type,
            "country": role.country,
        }


def toll_rows(event: Event) -> Iterator[Row]:
    """A row for each measure of an event."""
    for measure, toll in event.figures.items():
        bounds = {"low": toll.low, "best": toll.best, "high": toll.high}
        yield {"event": event.id, "measure": measure, "rule": event.rule} | bounds


def actor_row(actor: str, name: str | None, count: int, catalogue: Catalogue) -> Row:
    """The row of an actor, ``name`` standing for one whom the catalogue does not know."""
    cells: Row = {"id": actor, "name": name, "claims": count, "countries": [], "ucdp": []}
    if entry := catalogue.entry(actor):
        cells |= {"type": entry.type, "name": entry.name, "name_en": entry.en, "sector": entry.sector}
        cells |= {"countries": list(entry.countries), "parent": entry.parent, "un": entry.un, "ucdp": list(entry.ucdp)}
    elif place := catalogue.place(actor):
        cells |= {"type": "place", "name": place.name, "name_en": place.en}
        cells["countries"] = [place.country] if place.country else []
    return cells


def place_row(place: str, name: str | None, count: int, catalogue: Catalogue) -> Row:
    """The row of a place, ``name`` standing for one that the gazetteer does not know."""
    cells: Row = {"id": place, "name": name, "claims": count}
    if entry := catalogue.place(place):
        cells |= {"name": entry.name, "name_en": entry.en, "country": entry.country, "kind": entry.precision}
        cells |= {"latitude": entry.latitude, "longitude": entry.longitude, "radius_km": entry.radius_km}
        cells["parent"] = entry.parent
    return cells


def named(claim: Claim) -> Iterator[Entity]:
    """Everyone whom a claim names."""
    yield from claim.voice
    if claim.event:
        yield from claim.event.roles
    if claim.relation:
        yield from (who for who in (claim.relation.subject, claim.relation.object) if who)
    if claim.assessment:
        yield from claim.assessment.about
