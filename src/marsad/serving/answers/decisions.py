"""Decisions as the API answers with them."""

from __future__ import annotations

from marsad.storing import Link as StoredLink
from marsad.storing import MergeDecision

from ..models.decisions import Decision, Link
from ..models.shared import Reason


def decision_answer(one: MergeDecision) -> Decision:
    """A decision on claims of events."""
    return Decision(
        number=one.number,
        decided=one.decided,
        since=one.since,
        by=one.by,
        kind=one.kind,
        one=one.one,
        other=one.other,
        claims=sorted(one.about),
        score=one.score,
        reasons=[Reason(name=r.name, value=r.value or None, points=r.points) for r in one.reasons],
        because=one.because,
        withdraws=one.withdraws,
    )


def link_answer(one: StoredLink) -> Link:
    """A decision on a name and an entry of a list."""
    return Link(
        decided=one.decided,
        by=one.by,
        decision=one.decision,
        because=one.because,
        name=one.name,
        report=one.report,
        publisher=one.publisher,
        reference=one.reference,
        list_of=one.generated.date(),
        score=one.score,
        reasons=one.reasons,
    )
