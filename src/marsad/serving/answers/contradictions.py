"""Contradictions with their sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from marsad.merging import Telling
from marsad.merging.contradictions import by_weight, contradictions_across
from marsad.publishing.contradictions import Shown, contradictions_within
from marsad.records import Event
from marsad.storing import claims_of_reports
from marsad.storing.events import left_out

from ..models.contradictions import Contradiction, Side
from ..models.shared import Reason, Remark
from ..served import ServedStore


def contradiction_answer(shown: Shown, events: Iterable[str]) -> Contradiction:
    """A contradiction with the sentence of each of its claims; ``events`` are those it is about."""
    found = shown.contradiction
    sides = [
        Side(
            claim=claim,
            report=report.id,
            outlet=report.outlet,
            title=report.title,
            published=report.published,
            sentence=sentence,
        )
        for claim, report, sentence in zip(found.claims, shown.reports, shown.sentences, strict=True)
    ]
    return Contradiction(
        kind=found.kind,
        severity=found.severity,
        weight=found.weight,
        shares=[Reason(name=share.name, points=share.points) for share in found.shares],
        what=Remark.of(found.what),
        sides=sides,
        events=sorted(set(events)),
    )


def events_of(shown: Shown, homes: Mapping[str, str]) -> list[str]:
    """The events that the claims of a contradiction are put into; ``homes`` by claim."""
    return [homes[claim.id] for claim in shown.contradiction.claims if claim.id in homes]


def contradictions_of_event(served: ServedStore, event: Event, tellings: Sequence[Telling]) -> list[Contradiction]:
    """What the reports of one event tell otherwise than each other, and what is wrong within them, the heaviest first."""
    reports = {one.report.id: one.report for one in tellings}
    inside = {claim.id for one in tellings for claim in (*one.events, *one.figures, *one.denials)}
    found = list(contradictions_across(list(tellings)))
    out = left_out(served.store)
    for id_, every in claims_of_reports(served.store, reports).items():
        claims = [claim for claim in every if claim.id not in out]
        within = contradictions_within(served.store, reports[id_], claims)
        found += [one for one in within if any(claim.id in inside for claim in one.claims)]
    shown = (Shown(one, tuple(reports[claim.report] for claim in one.claims)) for one in by_weight(found))
    return [contradiction_answer(one, [event.id]) for one in shown]
