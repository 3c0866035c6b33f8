"""Answers about events, their counts and their ledgers."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, Field

from marsad.records import Bounds, Certainty, Claim, DateRange, Event, Side, Span, Speaker

from .contradictions import Contradiction
from .decisions import Decision
from .shared import Label, Reason, Remark, ReportHead, TollSum

Cell = str | int | float | bool | None


class CodebookRow(BaseModel):
    """An event under a codebook: its ``cells``, or why the codebook has no row of it."""

    codebook: str
    name: str
    included: bool
    category: str | None = Field(description="The codebook's own code of the type, null where there is no row.")
    cells: dict[str, Cell]
    because: Remark | None
    citation: str | None


class EventItem(BaseModel):
    """An event in a list, with the words of the claim it is named for, and who reports it."""

    event: Event
    text: str
    outlets: list[str]
    certainties: list[Certainty]
    place_name: Label | None = Field(default=None, description="The place's name in both languages.")
    row: CodebookRow | None = Field(default=None, description="Its row where a codebook was asked for.")


class LedgerEntry(BaseModel):
    """A figure told of an event, who gives it, in which sentence, and how it stands."""

    claim: str
    report: str
    outlet: str | None
    source_name: str
    official: bool
    voice: list[Speaker]
    measure: str
    unit: str
    low: float | None
    high: float | None
    of: str | None
    side: Side | None
    certainty: Certainty
    reported: date | None
    refers: DateRange | None
    standing: str
    reason: Remark
    part_of: str | None
    supersedes: list[str]
    superseded_by: str | None
    sentence: Span
    start: int = Field(description="Of the figure's own words, in the report's text.")
    end: int
    text: str


class LedgerValue(BaseModel):
    """A number given as a total: by how many independent sources, by whom first."""

    measure: str
    low: float | None
    high: float | None
    sources: int
    first: str
    first_by: str


class Ledger(BaseModel):
    """All figures of an event in the order of time, and best, low and high under every rule."""

    event: str
    rule: str
    entries: list[LedgerEntry]
    values: list[LedgerValue]
    bounds: dict[str, Bounds]
    under: dict[str, dict[str, Bounds]] = Field(description="By rule, then by measure.")


class Told(BaseModel):
    """What one report tells of an event."""

    report: ReportHead
    events: list[Claim]
    figures: list[Claim]
    denials: list[Claim]


class Similar(BaseModel):
    """Another event that is like this one: ``score`` is the probability of their being one."""

    event: Event
    score: float
    reasons: list[Reason]


class AspectDifference(BaseModel):
    """One aspect in which codebooks differ on an event, with the rules behind it."""

    aspect: Literal["inclusion", "type", "actors", "date", "place", "deaths"]
    values: dict[str, str]
    because: dict[str, Remark]
    citations: dict[str, str]


class EventPage(BaseModel):
    """All that is known of an event."""

    event: Event
    tellings: list[Told]
    ledger: Ledger
    contradictions: list[Contradiction]
    decisions: list[Decision]
    codebooks: list[CodebookRow]
    differences: list[AspectDifference]
    similar: list[Similar]
    place_names: dict[str, Label] = Field(default={}, description="By id, the places' names in both languages.")


class Week(BaseModel):
    """Events that began in the week of this Monday, and the dead they are told to have cost."""

    week: date
    events: int
    killed: TollSum


class Weeks(BaseModel):
    """Counts by week; ``undated`` events have no first day."""

    weeks: list[Week]
    undated: int


class PlaceCell(BaseModel):
    """Events in one cell of a grid: their mean position in degrees, how far off the places may be, counts by type."""

    latitude: float
    longitude: float
    radius_km: float | None = Field(description="The largest of the places' own.")
    events: int
    killed: TollSum
    types: dict[str, int]
    event: str | None = Field(description="The event's id, where there is one only.")
    name: str | None = Field(description="The place's name, where there is one only.")
    place_name: Label | None = Field(default=None, description="That name in both languages.")


class Cells(BaseModel):
    """Counts by cell of ``size`` degrees; ``unplaced`` events have no coordinates."""

    size: float
    cells: list[PlaceCell]
    unplaced: int


class Count(BaseModel):
    """How many events have a value; ``label`` where the value is a code."""

    value: str
    events: int
    label: Label | None = None


class Facets(BaseModel):
    """How the events that answer are spread, each facet at most some dozens of values, the most frequent first."""

    total: int
    figures: dict[str, TollSum] = Field(description="Sums of killed and injured over the events.")
    types: list[Count]
    statuses: list[Count]
    countries: list[Count]
    certainties: list[Count]
    outlets: list[Count]
    actors: list[Count]
    categories: list[Count] = Field(description="Of the codebook asked for; empty without one.")
