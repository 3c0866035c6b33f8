"""From a claim to what a coder would have to code to say the same."""

from __future__ import annotations

from marsad.records import Claim

from .coding import Coded, CodedDays, CodedEvent, CodedFigure, CodedPlace, CodedRole, CodedSpan


def coded_of(claim: Claim) -> Coded | None:
    """The coded fields of a claim of an event or of a figure; None for other kinds."""
    if claim.event:
        return _event(claim)
    if claim.figure:
        figure = claim.figure
        return CodedFigure(
            start=claim.start,
            end=claim.end,
            measure=figure.measure,
            low=figure.low,
            high=figure.high,
            approximate=figure.approximate,
            of=figure.of,
            certainty=claim.certainty,
            event=figure.event,
        )
    return None


def days_of(claim: Claim) -> CodedDays | None:
    """The days of a claim, if any."""
    return CodedDays(earliest=claim.date.earliest, latest=claim.date.latest) if claim.date else None


def place_of(claim: Claim) -> CodedPlace | None:
    """The place of a claim, if any."""
    return CodedPlace(start=claim.place.start, end=claim.place.end, id=claim.place.id) if claim.place else None


def _event(claim: Claim) -> CodedEvent:
    event = claim.event
    assert event is not None
    return CodedEvent(
        type=event.type,
        trigger=CodedSpan(event.trigger.start, event.trigger.end),
        mode=event.mode,
        status=event.status,
        certainty=claim.certainty,
        date=days_of(claim),
        place=place_of(claim),
        roles=tuple(
            CodedRole(role=role.role, start=role.start, end=role.end, entity=role.entity, type=role.type)
            for role in event.roles
        ),
    )
