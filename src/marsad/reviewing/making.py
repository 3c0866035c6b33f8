"""From what a coder says to the claim that Marsad would have made of it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from marsad import catalogue
from marsad.codebook import load
from marsad.languages.arabic.words import cut
from marsad.records import Claim, DateRange, Entity, EventBody, FigureBody, Place, Report, Role, Span

from .checking import named_entry
from .codes_of import days_of, place_of
from .coding import Coded, CodedDays, CodedEvent, CodedFigure, CodedPlace, CodedRole

_LONGEST = 600  # letters of evidence, as in extracting


def made_claim(coded: Coded, report: Report, by: str, before: Claim | None = None) -> Claim:
    """The claim that ``coded`` makes, in the place of ``before`` where that is given: what was coded as it was stays as it was.

    Its probability is 1, since a person says so.  The id is a hash of report, kind, span and body as for every claim, and of
    certainty, day and place, which may be all that a coder changes.
    """
    claim = _event(coded, report, before) if isinstance(coded, CodedEvent) else _figure(coded, report, before)
    told = f"{report.id}\n{claim.kind}\n{claim.start}\n{claim.end}\n{claim.event or claim.figure!r}"
    coded_beside = f"{claim.certainty}\n{claim.date!r}\n{claim.place!r}"
    digest = hashlib.sha256(f"{told}\n{coded_beside}".encode()).hexdigest()
    return replace(claim, id=f"c{digest[:20]}", proposed_by=f"coder:{by}", probability=1.0, scores=None)


def sentence_around(report: Report, start: int, end: int) -> Span:
    """The sentence in which words begin, and what of them goes beyond it."""
    words = cut(report.text)
    found = words.sentence_of(words.at(start))
    first, last, _ = words.quote(found.first, found.last)
    first, last = min(first, start), max(last, end)
    return Span(report.text[first:last], first, last)


def _event(coded: CodedEvent, report: Report, before: Claim | None) -> Claim:
    trigger = _span(report, coded.trigger.start, coded.trigger.end)
    old = before.event if before else None
    known = {(role.role, role.start, role.end, role.entity, role.type): role for role in (old.roles if old else ())}
    body = EventBody(
        type=coded.type,
        trigger=trigger,
        mode=coded.mode,
        weapon=old.weapon if old else None,
        status=coded.status,
        claimed_on=old.claimed_on if old else None,
        roles=tuple(
            known.get((role.role, role.start, role.end, role.entity, role.type)) or _role(role, report)
            for role in coded.roles
        ),
    )
    evidence = _evidence(report, trigger) if before is None else _span(report, before.start, before.end)
    same_days = before is not None and coded.date == days_of(before)
    same_place = before is not None and coded.place == place_of(before)
    return _claim(
        report, "event", evidence, before,
        certainty=coded.certainty,
        date=before.date if before and same_days else _days(coded.date),
        place=before.place if before and same_place else _place(coded.place, report),
        event=body,
    )  # fmt: skip


def _figure(coded: CodedFigure, report: Report, before: Claim | None) -> Claim:
    old = before.figure if before else None
    same = old is not None and old.measure == coded.measure
    body = FigureBody(
        measure=coded.measure,
        low=coded.low,
        high=coded.high,
        unit=old.unit if old and same else load().measures[coded.measure].unit,
        of=coded.of,
        side=old.side if old else None,
        approximate=coded.approximate,
        part_of=old.part_of if old else None,
        event=coded.event,
    )
    return _claim(
        report, "figure", _span(report, coded.start, coded.end), before,
        certainty=coded.certainty,
        date=before.date if before else None,
        place=before.place if before else None,
        figure=body,
    )  # fmt: skip


def _claim(report: Report, kind: Any, evidence: Span, before: Claim | None, **fields: Any) -> Claim:
    return Claim(
        id="",
        report=report.id,
        kind=kind,
        start=evidence.start,
        end=evidence.end,
        text=evidence.text,
        voice=before.voice if before else (),
        **fields,
    )


def _evidence(report: Report, trigger: Span) -> Span:
    around = sentence_around(report, trigger.start, trigger.end)
    if around.end - around.start <= _LONGEST:
        return around
    start = max(around.start, min(trigger.start, around.end - _LONGEST))
    return _span(report, start, max(trigger.end, min(start + _LONGEST, around.end)))


def _span(report: Report, start: int, end: int) -> Span:
    return Span(report.text[start:end], start, end)


def _days(coded: CodedDays | None) -> DateRange | None:
    if coded is None or (coded.earliest is None and coded.latest is None):
        return None
    precision: Any = "day" if coded.earliest == coded.latest else "range"
    return DateRange(earliest=coded.earliest, latest=coded.latest, precision=precision)


def _place(coded: CodedPlace | None, report: Report) -> Place | None:
    if coded is None:
        return None
    span = _span(report, coded.start, coded.end)
    entry = catalogue.load().place(coded.id) if coded.id else None
    if entry is None:
        return Place(span.text, span.start, span.end)
    return Place(
        span.text, span.start, span.end,
        name=entry.name, id=entry.id, country=entry.country, latitude=entry.latitude, longitude=entry.longitude,
        radius_km=entry.radius_km, precision=entry.precision,
    )  # fmt: skip


def _role(coded: CodedRole, report: Report) -> Role:
    who = _named(coded.entity, _span(report, coded.start, coded.end))
    return Role(
        who.text, who.start, who.end, name=who.name, entity=who.entity, country=who.country,
        role=coded.role, type=coded.type,
    )  # fmt: skip


def _named(id_: str | None, span: Span) -> Entity:
    entry = named_entry(id_) if id_ else None
    if entry is None:
        return Entity(span.text, span.start, span.end)
    return Entity(span.text, span.start, span.end, name=entry.name, entity=entry.id, country=entry.country)
