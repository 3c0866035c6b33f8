"""What a contradiction is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from marsad.records import Claim
from marsad.remarks import Remark

Kind = Literal[
    "parts-exceed-whole",
    "parts-short-of-whole",
    "rival-figures",
    "after-publication",
    "dates-reversed",
    "claimed-before-event",
    "other-day",
    "other-day-of-claiming",
    "day-mistaken",
    "other-place",
    "other-perpetrator",
    "denied",
    "rival-claimants",
    "listing-confirmed",
    "listing-at-odds",
    "listing-not-found",
]
Severity = Literal["contradiction", "note", "confirmation"]


@dataclass(frozen=True, slots=True)
class Share:
    """One thing that a weight is made of, and how much it adds."""

    name: str
    points: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Claims that do not go together, among themselves or with a list, and why (``what``).

    A ``note`` may well be right and is worth a look; a ``confirmation`` is a claim that a list bears out.  ``report`` is the
    id of the report of the first claim.  ``weight`` is what contradictions are listed by, the sum of ``shares``; it has no
    unit.
    """

    kind: Kind
    severity: Severity
    report: str
    what: Remark
    claims: tuple[Claim, ...]
    weight: float = 0.0
    shares: tuple[Share, ...] = ()
