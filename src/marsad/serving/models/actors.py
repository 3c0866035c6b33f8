"""Answers about actors, places and whom a name may mean."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, Field

from marsad.records import Certainty, DateRange, Event, Place

from .decisions import Link
from .events import Week
from .shared import Label, Reason, ReportHead


class ActorHead(BaseModel):
    """An actor of the catalogue, with its usual name in each language."""

    id: str
    type: str
    sector: str | None
    countries: list[str]
    names: dict[str, str] = Field(description="By language: ar, en, ru.")
    parent: str | None
    since: str | None = Field(description="A year, month or day.")
    until: str | None
    claims: int = Field(default=0, description="How many claims of the store name it.")


class Alias(BaseModel):
    """A name of an actor and when it was in use."""

    name: str
    language: str
    since: str | None
    until: str | None


class RelationSource(BaseModel):
    """A claim of a relation, with the sentence in which it is made."""

    claim: str
    report: ReportHead
    text: str = Field(description="The claim's own words.")
    sentence: str
    date: DateRange | None
    certainty: Certainty
    ended: bool


class Standing(BaseModel):
    """What an actor was to another, from its side, and when.

    ``since`` and ``until`` are the catalogue's, and ``stated_by`` its entry that says so, null where only reports tell of it.
    """

    predicate: str
    says: Label
    outgoing: bool = Field(description="Whether the actor is the relation's subject, or both sides are alike.")
    other: ActorHead | None = Field(description="Null for one that the catalogue does not have.")
    name: str | None = Field(description="What reports call one that the catalogue does not have.")
    since: str | None
    until: str | None
    stated_by: str | None
    claims: list[RelationSource] = Field(description="Who tells of it.")


class NamePart(BaseModel):
    """How well one part of a name fits its counterpart, from 0 to 1; null where the other name has no such part."""

    name: str
    query: str | None
    candidate: str | None
    score: float


class Candidate(BaseModel):
    """Whom a name may mean, with the score's parts; ``link`` is null for the catalogue's own actors."""

    source: Literal["catalogue", "un"]
    id: str
    kind: Literal["person", "body"]
    name: str
    score: float
    verdict: str
    via: str | None
    countries: list[str]
    born: list[str]
    listed_as: str | None
    listed_on: date | None
    link: Literal["candidate", "confirmed", "rejected"] | None
    decided: Link | None
    parts: list[NamePart]


class ActorPage(BaseModel):
    """What is known of an actor."""

    actor: ActorHead
    names: list[Alias]
    relations: list[Standing]
    same_as: dict[str, list[str]] = Field(description="By source (un, ucdp), the ids there.")
    weeks: list[Week]
    events: int
    recent: list[Event]
    place_names: dict[str, Label] = Field(default={}, description="By id, the places' names in both languages.")
    candidates: list[Candidate]


class PlaceItem(BaseModel):
    """A place of the store's claims, and how much is told of it."""

    place: Place
    place_name: Label | None = Field(default=None, description="Its name in both languages.")
    claims: int
    events: int
    reports: int
    first: date | None
    last: date | None


class PlaceCandidate(BaseModel):
    """A place of the gazetteer that a name may mean."""

    id: str
    name: str
    name_en: str | None
    country: str | None
    type: str
    latitude: float | None
    longitude: float | None
    radius_km: float | None
    score: float
    reasons: list[Reason]
