"""The queue of review as the API answers with it: each item with its sentence, and for pairs both events."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, select

from marsad.merging.telling import Reason as Point
from marsad.records import Claim, Event
from marsad.reviewing.assignments import Assignment, assignment_for
from marsad.reviewing.codes_of import coded_of
from marsad.reviewing.making import sentence_around
from marsad.reviewing.queue import Asked
from marsad.reviewing.queue.pairs import likeness_of
from marsad.reviewing.subjects import claim_subject, event_of, stored
from marsad.storing.event_tables import events, likenesses
from marsad.storing.events.history import read_event
from marsad.storing.events.resolving import event_now
from marsad.storing.tables import claims

from ..models import review as models
from ..models.shared import Reason, ReportHead

_NUMBER = select(claims.c.number)


def claim_item(
    connection: Connection, claim: Claim, coder: str, event: str | None, reasons: Sequence[Point]
) -> models.QueueItem:
    """A claim to be judged by ``coder``; in blind coding without what Marsad gives for it."""
    subject = claim_subject(connection, claim.id)
    of_event = event_of(connection, subject)
    under = assignment_for(connection, coder, of_event) if of_event else None
    blind = bool(under and under.blind)
    shown = replace(claim, probability=None, scores=None) if blind else claim
    given = [] if blind else list(reasons)
    assigned = [Reason(name="assigned", value=_period(under), points=0.0)] if under else []
    return models.QueueItem(
        kind=claim.kind,
        claim=shown,
        id=claim.id,
        report=ReportHead.of(subject.report),
        event=event,
        sentence=sentence_around(subject.report, claim.start, claim.end),
        coded=coded_of(claim),
        blind=blind,
        assignment=under.number if under else None,
        score=round(sum(one.points for one in given), 4),
        reasons=[*(_reason(one) for one in given), *assigned],
    )


def pair_item(connection: Connection, asked: Asked) -> models.QueueItem:
    """Two events, or what holds one together, to be judged."""
    one, other = asked.key
    sentences, reports = [], []
    for id_ in asked.key:
        found = stored(connection, id_)
        assert found is not None  # the pair was found by joining to its claims
        claim, report, _ = found
        sentences.append(sentence_around(report, claim.start, claim.end).text)
        reports.append(ReportHead.of(report))
    points, reasons = _likeness(connection, one, other)
    pair = models.PairOfEvents(
        one=_event(connection, one),
        other=_event(connection, other),
        sentences=sentences,
        reports=reports,
        likeness=round(likeness_of(points), 4),
        reasons=[Reason(name=name, value=value or None, points=worth) for name, value, worth in reasons],
    )
    return models.QueueItem(
        kind="pair", claim=None, other=other, id=one, report=None, event=pair.one.id, sentence=None, coded=None, pair=pair,
        blind=False, assignment=None, score=asked.score, reasons=[_reason(reason) for reason in asked.reasons],
    )  # fmt: skip


def _likeness(connection: Connection, one: str, other: str) -> tuple[float, list[tuple[str, str, float]]]:
    ends = sorted(connection.execute(_NUMBER.where(claims.c.id.in_((one, other)))).scalars())
    row = connection.execute(
        select(likenesses.c.points, likenesses.c.reasons).where(
            likenesses.c.one == ends[0], likenesses.c.other == ends[1]
        )
    ).one()
    return row.points, json.loads(row.reasons)


def _event(connection: Connection, claim: str) -> Event:
    body = select(events.c.body).where(events.c.id == event_now(connection, claim))
    return read_event(connection.execute(body).scalar_one())


def _reason(one: Point) -> Reason:
    return Reason(name=one.name, value=one.value or None, points=one.points)


def _period(one: Assignment) -> str:
    return " ".join(filter(None, (one.country, f"{one.since.isoformat()}..{one.until.isoformat()}")))
