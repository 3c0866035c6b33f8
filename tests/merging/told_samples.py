"""Short reports of our own, read by the grammar, as tellings and clusters."""

from __future__ import annotations

from datetime import date

from marsad.extracting import extract
from marsad.merging.contradictions import (
    Contradiction,
    contradictions_across,
    contradictions_between,
    events_by_telling,
)
from marsad.merging.telling import Telling
from marsad.merging.within import tellings_of
from marsad.records import Report


def read(id_: str, text: str, published: date | None, outlet: str | None = None) -> Report:
    return Report(
        id=id_, source=f"{id_}.txt", sha256="0" * 64, text=text, published=published, outlet=outlet or f"صحيفة {id_}"
    )


def told(report: Report) -> list[Telling]:
    """What a report tells, by the grammar alone."""
    return tellings_of(report, extract(report, model=False).claims)


def assaults(*reports: Report) -> list[Telling]:
    """The one attack that each of the reports tells."""
    out = []
    for report in reports:
        (telling,) = [t for t in told(report) if t.events[0].event and t.events[0].event.type == "ASSAULT"]
        out.append(telling)
    return out


def across(*reports: Report) -> list[Contradiction]:
    """The contradictions between reports of one attack."""
    return contradictions_across(assaults(*reports))


def between(*reports: Report) -> list[Contradiction]:
    """The contradictions between reports, each of which is taken to be of an event of its own."""
    tellings = [telling for report in reports for telling in told(report)]
    return contradictions_between(tellings, events_by_telling((t.id, [t]) for t in tellings))
