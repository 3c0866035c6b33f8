"""Forecasts, events and series made for the tests of the forecast ledger."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from marsad.extracting import extract
from marsad.merging.forecasts import Counted, Forecast, Hedge, Horizon, Series, Where, forecasts_of
from marsad.records import AssessmentBody, Claim, DateRange, Direction, Event, Place, Report, Role, Status

PUBLISHED = date(2022, 3, 10)
MALI = Where(name="مالي", country="ML", is_country=True)


@cache
def read(text: str, published: date | None = PUBLISHED, author: str | None = "كاتب المقال") -> tuple[Forecast, ...]:
    """The forecasts of a report with this text, read by the grammar."""
    report = Report(
        id="r", source="r.txt", sha256="0" * 64, text=text, published=published, author=author, outlet="صحيفة الميناء"
    )
    return tuple(forecasts_of(report, extract(report, model=False).claims))


def only(text: str, published: date | None = PUBLISHED) -> Forecast:
    """The one forecast of such a report."""
    [found] = read(text, published)
    return found


def forecast(
    *,
    probability: tuple[float, float] = (0.55, 0.80),
    days: int = 40,
    direction: Direction | None = "up",
    negated: bool = False,
    counted: str | None = "ASSAULT",
    where: tuple[Where, ...] = (MALI,),
    actors: tuple[str, ...] = (),
    condition: str | None = None,
    inferred_by: str = "stated",
    published: date | None = PUBLISHED,
    outlet: str | None = "صحيفة الميناء",
    author: str | None = None,
) -> Forecast:
    """A forecast of so many days from the day after publication."""
    report = Report(id="r", source="r.txt", sha256="0" * 64, text="نص", outlet=outlet, published=published)
    claim = Claim(
        id="c1", report="r", kind="assessment", start=0, end=2, text="نص", assessment=AssessmentBody(type="forecast")
    )
    horizon = None
    if published is not None:
        latest = published + timedelta(days=days)
        horizon = Horizon(earliest=published + timedelta(days=1), latest=latest, inferred_by=inferred_by)
    return Forecast(
        claim=claim,
        report=report,
        sentence="نص",
        author=author,
        via=(),
        outlet=outlet,
        about=(),
        actors=actors,
        where=where,
        counted=Counted(type=counted, words="هجمات") if counted else None,
        direction=direction,
        negated=negated,
        horizon=horizon,
        hedge=Hedge(low=probability[0], high=probability[1], term="likely", source="icd-203"),
        condition=condition,
    )


def event(
    number: int,
    days_after: int,
    *,
    length: int = 1,
    country: str = "ML",
    kind: str = "ASSAULT",
    status: Status = "occurred",
    agent: str | None = None,
) -> Event:
    """An event of so many days that begins so many days after publication."""
    first = PUBLISHED + timedelta(days=days_after)
    role = Role("جماعة", 0, 5, role="agent", entity=agent)
    return Event(
        id=f"e{number:04}",
        type=kind,
        status=status,
        claims=(f"c{number}",),
        reports=("r",),
        rule="single-report",
        date=DateRange(earliest=first, latest=first + timedelta(days=length - 1), precision="day"),
        place=Place("بلدة", 0, 4, country=country, precision="town"),
        roles=(role,) if agent else (),
        figures={},
    )


def series(before: int, after: int, *, days: int = 40, reports: Sequence[date] | None = None) -> Series:
    """So many events in the days before publication and so many in those after, with three reports a day throughout."""
    events = [event(n, -(n % days)) for n in range(before)]
    events += [event(1000 + n, 1 + n % days) for n in range(after)]
    return Series.of(events, covered(days) if reports is None else reports)


def covered(days: int = 40) -> list[date]:
    """Three reports on every day of the baseline and of the horizon."""
    return [PUBLISHED + timedelta(days=n) for n in range(1 - days, days + 1) for _ in range(3)]
