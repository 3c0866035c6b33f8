"""Answers about actors, places and whom a name may mean."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, Field

from marsad.records import Event, Place

from .decisions import Link
from .events import Week
from .shared import Label, Reason


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


class Standing(BaseModel):
    """What an actor was to another, from its side, and when; ``stated_by`` is the entry that says so."""

    predicate: str
    says: Label
    other: ActorHead
    since: str | None
    until: str | None
    stated_by: str


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
    parts: list[str]


class ActorPage(BaseModel):
    """What is known of an actor."""

    actor: ActorHead
    names: list[Alias]
    relations: list[Standing]
    same_as: dict[str, list[str]] = Field(description="By source (un, ucdp), the ids there.")
    weeks: list[Week]
    events: int
    recent: list[Event]
    candidates: list[Candidate]


class PlaceItem(BaseModel):
    """A place of the store's claims, and how much is told of it."""

    place: Place
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
