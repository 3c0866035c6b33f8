"""Answers of the boards: forecasts, channels, and what the store and the codebook are."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, Field

from marsad.records import Claim, DateRange

from .shared import Label, ReportHead


class Forecast(BaseModel):
    """A forecast: who predicts what, how surely, by when, and how it came out; columns as `marsad forecasts` has them."""

    claim: str
    report: str
    source: str
    outlet: str | None
    published: date | None
    author: str | None
    via: list[str]
    start: int
    end: int
    text: str
    sentence: str
    about: list[str]
    actors: list[str]
    places: list[str]
    countries: list[str]
    type: str | None
    counted: str | None
    direction: str | None
    negated: bool
    horizon_earliest: date | None
    horizon_latest: date | None
    horizon_rule: str | None
    horizon_words: str | None
    hedge: str | None
    hedge_term: str | None
    hedge_low: float
    hedge_high: float
    hedge_scale: str
    probability: float
    condition: str | None
    state: str = Field(description="scored, open or unscorable")
    unscorable: str | None
    baseline_earliest: date | None
    baseline_latest: date | None
    before: int | None
    after: int | None
    reports_before: int | None
    reports_after: int | None
    came_true: bool | None
    brier: float | None
    events_before: list[str]
    events_after: list[str]


class Bin(BaseModel):
    """Forecasts given about the same probability, and how many came true."""

    low: float
    high: float
    forecasts: int
    given: float | None
    happened: float | None


class Calibration(BaseModel):
    """How well a forecaster's words fit what happened."""

    of: str
    scored: int
    happened: int
    brier: float | None
    climatology: float | None
    reliability: float | None
    bins: list[Bin]
    unscorable: dict[str, int]


class ChannelSubject(BaseModel):
    """A group, body, medium or platform that a figure of channels is about."""

    id: str
    type: str
    name: Label


class ChannelPoint(BaseModel):
    """A number of channels, followers or languages, told of a day or a time, with its source."""

    claim: Claim
    report: ReportHead
    measure: str
    low: float | None
    high: float | None
    of: str | None
    when: DateRange | None = Field(description="Of the figure or its event, else the report's day.")
    sentence: str
    actors: list[str] = Field(description="Names of who or what it is about, as the catalogue or the report has them.")
    about: list[ChannelSubject] = Field(
        description="Whose channels, and where: what its sentence names of the catalogue."
    )


class Code(BaseModel):
    """A code with its names, meaning and, for types, its modes."""

    code: str
    label: Label
    definition: str
    modes: list[Code] = []
    group: str | None = None
    forms: dict[str, dict[str, str]] | None = Field(
        default=None, description="Plural forms by language and CLDR category."
    )
    reverse: Label | None = None


class Category(BaseModel):
    """A category of another codebook, as its rows write it."""

    code: str
    name: str
    group: str | None
    family: str | None


class OtherCodebook(BaseModel):
    """A codebook under which events can be seen."""

    code: str
    name: str
    columns: list[str]
    categories: list[Category]


class RuleOfFigures(BaseModel):
    """A rule by which best, low and high are taken; ``source`` is a citation, null for a rule of Marsad's own."""

    name: str
    definition: str
    source: str | None


class Codebook(BaseModel):
    """All codes with their labels in both languages, for pages to show."""

    name: str
    version: str
    digest: str
    types: list[Code]
    roles: list[Code]
    statuses: list[Code]
    weapons: list[Code]
    sectors: list[Code]
    measures: list[Code]
    relations: list[Code]
    assessments: list[Code]
    certainties: list[Code]
    mentions: list[Code]
    codebooks: list[OtherCodebook]
    rules: list[RuleOfFigures]
    default_rule: str


class About(BaseModel):
    """Which Marsad serves which store, and in which state that is."""

    version: str
    store: str
    state: str
    counts: dict[str, int]
    first: date | None = Field(description="First and last day of events.")
    last: date | None
    writable: bool
    team: bool
    user: str
    largest: int = Field(description="Bytes that may be sent at most.")
