"""The ledger of an event as the API answers with it."""

from __future__ import annotations

from marsad.merging.ledger import DEFAULT_RULE, RULES, Entry, ledger_of
from marsad.publishing.codebooks import Evidence
from marsad.storing.events import Sum

from ..models.events import Ledger, LedgerEntry, LedgerValue
from ..models.shared import Remark, TollSum


def ledger_answer(event: str, evidence: Evidence, rule: str | None) -> Ledger:
    """The ledger of what is told of an event, with what every rule gives."""
    kept = ledger_of(list(evidence.tellings), rule or DEFAULT_RULE)
    return Ledger(
        event=event,
        rule=kept.rule,
        entries=[_entry(one) for one in kept.entries],
        values=[
            LedgerValue(
                measure=v.measure, low=v.low, high=v.high, sources=v.sources, first=v.first, first_by=v.first_by
            )
            for v in kept.values
        ],
        bounds=dict(kept.bounds),
        under={name: dict(evidence.tolls(name)) for name in RULES},
    )


def sum_answer(one: Sum) -> TollSum:
    """Figures added up."""
    return TollSum(low=one.low, best=one.best, high=one.high, told=one.told, open=one.open)


def _entry(entry: Entry) -> LedgerEntry:
    return LedgerEntry(
        claim=entry.claim.id,
        report=entry.report.id,
        outlet=entry.report.outlet,
        source_name=entry.name,
        official=entry.official,
        voice=list(entry.voice),
        measure=entry.measure,
        unit=entry.unit,
        low=entry.low,
        high=entry.high,
        of=entry.of,
        side=entry.side,
        certainty=entry.certainty,
        reported=entry.reported,
        refers=entry.refers,
        standing=entry.standing,
        reason=Remark.of(entry.reason),
        part_of=entry.part_of,
        supersedes=list(entry.supersedes),
        superseded_by=entry.superseded_by,
        sentence=entry.sentence,
        start=entry.claim.start,
        end=entry.claim.end,
        text=entry.claim.text,
    )
