"""Reports of attacks, made for the tests of merging."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from marsad.merging import Telling
from marsad.records import Claim, DateRange, EventBody, FigureBody, Place, Report, Role, Span

BAIDOA = Place(
    "بيدوا", 0, 0, name="بيدوا", id="t:baidoa", country="SO", latitude=3.11, longitude=43.65, precision="town"
)
GAO = Place("غاو", 0, 0, name="غاو", id="t:gao", country="ML", latitude=16.27, longitude=-0.04, precision="town")
KIDAL = Place("كيدال", 0, 0, name="كيدال", id="t:kidal", country="ML", latitude=18.44, longitude=1.41, precision="town")
SOMEWHERE = Place("مالي", 0, 0, name="مالي", id="t:mali", country="ML", precision="country")


def attack(
    report: str,
    *,
    text: str = "هجوم على نقطة تفتيش عند مدخل المدينة",
    place: Place | None = BAIDOA,
    day: date | None = date(2021, 5, 9),
    published: date | None = date(2021, 5, 10),
    killed: int | None = None,
    agent: str | None = None,
    mode: str | None = None,
    type_: str = "ASSAULT",
    number: int = 0,
) -> Telling:
    """A telling with one event, the ``number``th of its report, and one figure where ``killed`` is given."""
    when = DateRange(earliest=day, latest=day, precision="day") if day else None
    roles = (Role(agent, 0, 0, role="agent", entity=agent, type="REB"),) if agent else ()
    start = 1000 * number
    told = Claim(
        id=f"{report}-{number}",
        report=report,
        kind="event",
        start=start,
        end=start + len(text),
        text=text,
        date=when,
        place=place,
        event=EventBody(type=type_, trigger=Span("هجوم", start, start + 4), mode=mode, roles=roles),
    )
    figures: Sequence[Claim] = ()
    if killed is not None:
        body = FigureBody(measure="killed", low=killed, high=killed, event=told.id)
        said = f"مقتل {killed}"
        figures = (Claim(id=f"{told.id}-killed", report=report, kind="figure", start=start, end=start + len(said), text=said, figure=body),)  # fmt: skip
    source = Report(id=report, source=report, sha256="", text=" " * 5000, published=published, outlet=report)
    return Telling(report=source, events=(told,), figures=tuple(figures))
