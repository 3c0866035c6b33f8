from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest

from marsad.merging.telling import Telling
from marsad.publishing.codebooks import Evidence
from marsad.records import Bounds, Claim, DateRange, Event, EventBody, FigureBody, Place, Report, Role, Span

Case = tuple[Event, Evidence]
Told = Mapping[str, Any]
DAY = DateRange(earliest=date(2021, 5, 9), latest=date(2021, 5, 9), precision="day")
TOWN = Place("منكا", 0, 4, country="ML", latitude=15.92, longitude=2.4, precision="town")


def role(part: str, text: str, sector: str | None = None, **more: Any) -> Role:
    return Role(text, 0, len(text), role=part, type=sector, **more)  # type: ignore[arg-type]


def exactly(number: int) -> Bounds:
    return Bounds(low=number, best=number, high=number)


@pytest.fixture
def case() -> Callable[..., Case]:
    """Makes an event told by one report: roles, figures (of the dead) and tolls by rule as they are given.

    Without ``tolls`` the event's own figures stand under every rule, or ``by_the_ledger`` those that it gives.
    """

    def make(
        *roles: Role,
        type_: str = "ASSAULT",
        mode: str | None = None,
        status: str = "occurred",
        killed: Bounds | None = None,
        tolls: Mapping[str, Bounds] | None = None,
        dead: tuple[Told, ...] = (),
        text: str = "وقع الهجوم",
        when: DateRange | None = DAY,
        where: Place | None = TOWN,
        by_the_ledger: bool = False,
    ) -> Case:
        report = Report(id="r", source="r.txt", sha256="0" * 64, text=text, outlet="جريدة", published=date(2021, 5, 10))
        body = EventBody(type=type_, trigger=Span(text, 0, len(text)), mode=mode, status=status, roles=roles)  # type: ignore[arg-type]
        told = Claim(id="c1", report="r", kind="event", start=0, end=len(text), text=text, event=body)
        figures = tuple(
            Claim(
                id=f"f{number}",
                report="r",
                kind="figure",
                start=0,
                end=len(text),
                text=text,
                figure=FigureBody(measure="killed", event="c1", **figure),
            )
            for number, figure in enumerate(dead, 1)
        )
        event = Event(
            id="e1",
            type=type_,
            status=status,  # type: ignore[arg-type]
            claims=("c1", *(figure.id for figure in figures)),
            reports=("r",),
            rule="latest-official",
            date=when,
            place=where,
            roles=roles,
            figures={"killed": killed} if killed else {},
        )
        by_rule = {rule: {"killed": bounds} for rule, bounds in (tolls or {}).items()}
        telling = Telling(report=report, events=(told,), figures=figures)
        if by_the_ledger:
            return event, Evidence.of([telling])
        return event, Evidence((telling,), lambda rule: by_rule.get(rule, event.figures))

    return make
