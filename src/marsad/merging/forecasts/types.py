"""What the forecast ledger is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from marsad.records import Claim, Direction, Report

FoundIn = Literal["its words", "its sentence", "its report"]
Unscorable = Literal[
    "nothing counted",
    "no direction",
    "no place",
    "no day of publication",
    "no horizon",
    "condition not checkable",
    "horizon not passed",
    "too few reports",
    "uneven coverage",
    "no events recorded",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedge:
    """How sure: a range of probability, the ``words`` it was read from (None: a bare future), the ``term`` they were read
    as, and the published scale, ``source``, that gives the term this range."""

    low: float
    high: float
    term: str
    source: str
    words: str | None = None

    @property
    def midpoint(self) -> float:
        """The probability that is scored."""
        return (self.low + self.high) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Horizon:
    """The days in which a forecast is to come true, inclusive; ``inferred_by`` is "stated" or the name of a rule, ``words``
    what it was inferred from."""

    earliest: date
    latest: date
    inferred_by: str
    words: str | None = None

    @property
    def days(self) -> int:
        """Its length."""
        return (self.latest - self.earliest).days + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A place that a forecast speaks of; coordinates in degrees.  A country lies everywhere within itself."""

    name: str
    id: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    radius_km: float | None = None
    is_country: bool = False
    found_in: FoundIn = "its words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The type of event that is to rise or fall, in the codebook's terms, and the word that says so."""

    type: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """A forecast as one report has it.

    ``author`` is who makes it, the report's author where nobody is quoted; ``via`` through whom it was passed on; ``outlet``
    who published the report.  ``about`` are the names in it, ``actors`` the catalogue ids of those who act.  ``negated``: it
    says that what is counted will not go this way.
    """

    claim: Claim
    report: Report
    sentence: str
    author: str | None
    via: tuple[str, ...]
    outlet: str | None
    about: tuple[str, ...]
    actors: tuple[str, ...]
    where: tuple[Where, ...]
    counted: Counted | None
    direction: Direction | None
    negated: bool
    horizon: Horizon | None
    hedge: Hedge
    condition: str | None

    @property
    def probability(self) -> float:
        """The probability given to the rise or fall: the hedge's midpoint, of its opposite where the forecast is negated."""
        return 1 - self.hedge.midpoint if self.negated else self.hedge.midpoint


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of it: whether the rise or fall ``happened``, events counted in the ``baseline`` and in the horizon, with their
    ids, and reports published in each.

    ``astride`` are events whose days cannot be told to lie in the one or the other: they count in neither.
    """

    happened: bool
    baseline: tuple[date, date]
    before: tuple[str, ...]
    after: tuple[str, ...]
    reports_before: int
    reports_after: int
    astride: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A forecast held against the events: its outcome and Brier score, from 0 (best) to 1, or why it has none."""

    forecast: Forecast
    outcome: Outcome | None = None
    brier: float | None = None
    unscorable: Unscorable | None = None

    @property
    def came_true(self) -> bool | None:
        """Whether the forecast came true; None where it is not scored."""
        if self.brier is None or self.outcome is None:
            return None
        return self.outcome.happened != self.forecast.negated
