"""Records flattened: one row a record, the same columns for every record of a noun."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from marsad.records import Claim, DateRange, Entity, Event, Mention, Place, Record, Report, Role

Cell = str | int | float | bool | None
Row = dict[str, Cell]

_ROLES = ("agent", "organizer", "target", "victim", "counterpart", "claimant")
_SEVERAL = "; "


def columns(noun: str) -> tuple[str, ...]:
    """Names of the columns of a noun's table: ``report``, ``mention``, ``claim`` or ``event``."""
    return _COLUMNS[noun]


def row(record: Record, report: Report | None = None) -> Row:
    """The record's cells by column; ``report`` lends a claim or mention its outlet and day of publication."""
    cells = _CELLS[record.record](record)
    if report:
        cells |= {"source": report.source, "outlet": report.outlet, "published": _day(report.published)}
    return {name: cells.get(name) for name in _COLUMNS[record.record]}


def _report(report: Report) -> Row:
    return {
        "id": report.id,
        "published": _day(report.published),
        "outlet": report.outlet,
        "title": report.title,
        "author": report.author,
        "language": report.language,
        "source": report.source,
        "media_type": report.media_type,
        "encoding": report.encoding,
        "characters": len(report.text),
        "sha256": report.sha256,
    }


def _mention(mention: Mention) -> Row:
    names = ("report", "type", "subtype", "text", "name", "entity", "country", "start", "end")
    return {name: getattr(mention, name) for name in names}


def _claim(claim: Claim) -> Row:
    cells: Row = {
        "id": claim.id,
        "report": claim.report,
        "kind": claim.kind,
        "certainty": claim.certainty,
        "probability": claim.probability,
        "proposed_by": claim.proposed_by,
        "scores": _SEVERAL.join(f"{name} {score:.2f}" for name, score in (claim.scores or {}).items()) or None,
        "speaker": _names([link for link in claim.voice if link.role == "speaker"]),
        "via": _names([link for link in claim.voice if link.role == "via"]),
        "text": claim.text,
        "start": claim.start,
        "end": claim.end,
    }
    cells |= _date(claim.date) | _place(claim.place)
    if event := claim.event:
        cells |= {"type": event.type, "mode": event.mode, "status": event.status, "weapon": event.weapon}
        cells |= _roles(event.roles)
    if figure := claim.figure:
        names = ("low", "high", "approximate", "unit", "of", "side", "part_of", "event")
        cells |= {name: getattr(figure, name) for name in names} | {"type": figure.measure}
    if relation := claim.relation:
        cells |= {"type": relation.predicate, "ended": relation.ended}
        cells |= {"subject": _name(relation.subject), "object": _name(relation.object)}
    if assessment := claim.assessment:
        cells |= {
            "type": assessment.type,
            "direction": assessment.direction,
            "subject": _names(assessment.about),
        }
        cells |= {f"horizon_{key}": value for key, value in _ends(assessment.horizon).items()}
    return cells


def _event(event: Event) -> Row:
    cells: Row = {
        "id": event.id,
        "type": event.type,
        "status": event.status,
        "rule": event.rule,
        "claims": " ".join(event.claims),
        "reports": " ".join(event.reports),
    }
    cells |= _date(event.date) | _place(event.place) | _roles(event.roles)
    for measure in ("killed", "injured"):
        if toll := event.figures.get(measure):
            cells |= {f"{measure}_low": toll.low, f"{measure}_best": toll.best, f"{measure}_high": toll.high}
    others = {name: toll for name, toll in event.figures.items() if name not in ("killed", "injured")}
    cells["other_figures"] = _SEVERAL.join(f"{name}: {toll_text(t.low, t.best, t.high)}" for name, t in others.items())
    return cells


def toll_text(low: float | None, best: float | None, high: float | None) -> str:
    """A toll in a few letters: the best figure, and the range where there is one."""
    if low == high and low is not None:
        return f"{low:g}"
    span = f"{'' if low is None else f'{low:g}'}-{'' if high is None else f'{high:g}'}"
    return f"{best:g} ({span})" if best is not None else f"? ({span})"


def _roles(roles: tuple[Role, ...]) -> Row:
    return {name: _names([role for role in roles if role.role == name]) for name in _ROLES}


def _names(entities: list[Any] | tuple[Entity, ...]) -> str | None:
    return _SEVERAL.join(name for entity in entities if (name := _name(entity))) or None


def _name(entity: Entity | None) -> str | None:
    return (entity.name or entity.text) if entity else None


def _date(date: DateRange | None) -> Row:
    return _ends(date) | {"precision": date.precision if date else None}


def _ends(date: DateRange | None) -> Row:
    return {"earliest": _day(date.earliest) if date else None, "latest": _day(date.latest) if date else None}


def _place(place: Place | None) -> Row:
    if place is None:
        return {}
    return {
        "place": place.name or place.text,
        "place_id": place.id,
        "country": place.country,
        "latitude": place.latitude,
        "longitude": place.longitude,
    }


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None


_CELLS: dict[str, Callable[[Any], Row]] = {
    "report": _report,
    "mention": _mention,
    "claim": _claim,
    "event": _event,
}
_ABOUT = ("earliest", "latest", "precision", "place", "place_id", "country", "latitude", "longitude")
_OF_REPORT = ("source", "outlet", "published")
_COLUMNS: dict[str, tuple[str, ...]] = {
    "report": (
        *("id", "published", "outlet", "title", "author", "language", "source", "media_type", "encoding"),
        *("characters", "sha256"),
    ),
    "mention": (
        "report",
        "type",
        "subtype",
        "text",
        "name",
        "entity",
        "country",
        "start",
        "end",
        *_OF_REPORT,
    ),
    "claim": (
        *(
            "id",
            "report",
            *_OF_REPORT,
            "kind",
            "type",
            "mode",
            "status",
            "certainty",
            *_ABOUT,
            *_ROLES,
            "weapon",
        ),
        *(
            "low",
            "high",
            "approximate",
            "unit",
            "of",
            "side",
            "part_of",
            "event",
            "subject",
            "object",
            "ended",
        ),
        *("direction", "horizon_earliest", "horizon_latest", "speaker", "via"),
        *("probability", "proposed_by", "scores"),
        *("text", "start", "end"),
    ),
    "event": (
        *("id", "type", "status", *_ABOUT, *_ROLES, "killed_low", "killed_best", "killed_high"),
        *("injured_low", "injured_best", "injured_high", "other_figures", "rule", "claims", "reports"),
    ),
}
