"""Training data: what is settled of each unit, with the text it stands in.  The shape is described in docs/review.md."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection

from marsad.records import Report, Span
from marsad.storing import Store

from .coding import Coded, CodedEvent
from .judgements import UnitKey, by_unit, judgements_of
from .making import sentence_around
from .settled import Settled, settled
from .splits import split_of
from .subjects import Subject, claim_subject, span_of, stored


def training_data(store: Store) -> Iterator[dict[str, Any]]:
    """One record a unit that is settled, in the order of the reports and of their text; what is rejected is a negative."""
    with store.reading() as connection:
        found = []
        for unit, log in by_unit(judgements_of(connection)).items():
            now = settled(log)
            if now is not None:
                found.append((claim_subject(connection, *unit), now))
        found.sort(key=lambda one: (one[0].number, one[0].span, one[0].unit[0]))
        for subject, now in found:
            yield _pair(connection, subject.unit, now) if subject.kind == "pair" else _unit(subject, now)


def _unit(subject: Subject, now: Settled) -> dict[str, Any]:
    said = now.judgement
    stands = said.verdict != "reject"
    coded = said.coded if stands else subject.coded
    text = _text(subject, coded)
    start, end = span_of(coded) if coded else subject.span
    return {
        "record": "example",
        "kind": subject.kind,
        "id": subject.unit[0],
        "report": subject.report.id,
        "split": split_of(subject.report.id),
        "text": text.text,
        "offset": text.start,
        "start": start - text.start,
        "end": end - text.start,
        "label": "positive" if stands else "negative",
        "coded": _coded(coded, subject.report, text.start) if coded else None,
        **_how(now),
    }


def _pair(connection: Connection, unit: UnitKey, now: Settled) -> dict[str, Any]:
    texts, reports = [], []
    for id_ in unit:
        found = stored(connection, id_ or "")
        assert found is not None  # claims are never deleted
        claim, report, _ = found
        texts.append(sentence_around(report, claim.start, claim.end).text)
        reports.append(report.id)
    splits = {split_of(report) for report in reports}
    return {
        "record": "example",
        "kind": "pair",
        "id": unit[0],
        "other": unit[1],
        "reports": reports,
        "split": splits.pop() if len(splits) == 1 else None,
        "texts": texts,
        "label": "positive" if now.judgement.verdict == "accept" else "negative",
        **_how(now),
    }


def _how(now: Settled) -> dict[str, Any]:
    return {
        "verdict": now.judgement.verdict,
        "coders": list(now.coders),
        "settled": now.how,
        "codebook": now.judgement.codebook,
    }


def _text(subject: Subject, coded: Coded | None) -> Span:
    """The sentence, and what lies between it and words coded outside of it."""
    around = sentence_around(subject.report, *(span_of(coded) if coded else subject.span))
    spans = [(around.start, around.end)]
    if isinstance(coded, CodedEvent):
        spans += [(role.start, role.end) for role in coded.roles]
        spans += [(coded.place.start, coded.place.end)] if coded.place else []
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    return Span(subject.report.text[start:end], start, end)


def _coded(coded: Coded, report: Report, offset: int) -> dict[str, Any]:
    def words(start: int, end: int) -> dict[str, Any]:
        return {"start": start - offset, "end": end - offset, "text": report.text[start:end]}

    if not isinstance(coded, CodedEvent):
        return {
            "measure": coded.measure, "low": coded.low, "high": coded.high, "approximate": coded.approximate, "of": coded.of,
            "certainty": coded.certainty, "event": coded.event,
        }  # fmt: skip
    days = coded.date
    return {
        "type": coded.type,
        "mode": coded.mode,
        "status": coded.status,
        "certainty": coded.certainty,
        "trigger": words(coded.trigger.start, coded.trigger.end),
        "roles": [
            {"role": role.role, **words(role.start, role.end), "entity": role.entity, "type": role.type}
            for role in coded.roles
        ],
        "place": words(coded.place.start, coded.place.end) | {"id": coded.place.id} if coded.place else None,
        "earliest": days.earliest.isoformat() if days and days.earliest else None,
        "latest": days.latest.isoformat() if days and days.latest else None,
    }
