"""Answers about contradictions."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel

from marsad.records import Claim

from .shared import Reason, Remark


class Side(BaseModel):
    """One claim of a contradiction, with its sentence and where that stands."""

    claim: Claim
    report: str
    outlet: str | None
    title: str | None
    published: date | None
    sentence: str


class Contradiction(BaseModel):
    """Claims that do not go together; ``severity`` is contradiction, note or confirmation."""

    kind: str
    severity: str
    weight: float
    shares: list[Reason]
    what: Remark
    sides: list[Side]
    events: list[str]
