"""The nouns of Marsad: what a report says, as frozen types, in the shapes of the interchange format.

Offsets count Unicode code points into the report's text, end exclusive, and ``text[start:end]`` equals the quoted words.
What is unknown is None or an empty tuple, never invented.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Kind = Literal["event", "figure", "relation", "assessment"]
Certainty = Literal["asserted", "reported", "alleged", "hedged", "denied"]
Status = Literal["occurred", "attempted", "foiled", "planned", "threatened", "ongoing"]
RoleName = Literal["agent", "organizer", "target", "victim", "counterpart", "claimant"]
Side = Literal["agent", "target", "bystander"]
DatePrecision = Literal["day", "week", "part", "month", "season", "quarter", "half", "year", "range", "decade"]
PlacePrecision = Literal["site", "town", "district", "region", "country", "area"]
MentionType = Literal[
    "person", "group", "organization", "government", "armed force", "media", "platform", "place", "nationality", "role"
]  # fmt: skip
AssessmentType = Literal["driver", "forecast", "trend", "threat", "recommendation", "position"]
Direction = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a report: ``text`` stands at ``start`` up to, not including, ``end``."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRange:
    """Days inclusive at both ends; an open end is None.  ``inferred``: year or month come from the context."""

    earliest: date | None
    latest: date | None
    precision: DatePrecision
    inferred: bool = False
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Entity(Span):
    """Words that name someone or something, and the catalogue entry they stand for (``entity``), if any.

    ``country`` is ISO 3166 alpha-2.  ``antecedent`` are the earlier words of the report that tell whom a name in part or a
    noun such as "the organization" refers to; it explains the others and is no part of a claim's identity.
    """

    name: str | None = None
    entity: str | None = None
    country: str | None = None
    antecedent: Span | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Entity):
    """Who takes which part in an event; ``type`` is PLOVER's sector code."""

    role: RoleName
    type: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker(Entity):
    """One link of the chain from which a claim comes: who says it, or through whom it was passed on."""

    role: Literal["speaker", "via"] = "speaker"
    verb: str | None = None
    date: DateRange | None = None
    direct: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Span):
    """Where: coordinates in degrees, ``radius_km`` how far off they may be."""

    name: str | None = None
    id: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    radius_km: float | None = None
    precision: PlacePrecision | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventBody:
    """What happened, in PLOVER's types and modes."""

    type: str
    trigger: Span
    mode: str | None = None
    weapon: str | None = None
    status: Status = "occurred"
    claimed_on: DateRange | None = None
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureBody:
    """How many: both bounds inclusive; "at least N" leaves ``high`` open, "dozens" leaves both."""

    measure: str
    low: float | int | None
    high: float | int | None
    unit: str = "persons"
    of: str | None = None
    side: Side | None = None
    approximate: bool = False
    part_of: str | None = None
    event: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationBody:
    """Who stands in which relation to whom."""

    predicate: str
    subject: Entity | None
    object: Entity | None
    ended: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentBody:
    """What someone thinks of how things stand, go, or should go."""

    type: AssessmentType
    about: tuple[Entity, ...] = ()
    direction: Direction | None = None
    horizon: DateRange | None = None
    condition: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One text as published.  ``furniture`` are passages of the page that are not the article: they yield no claim."""

    id: str
    source: str
    sha256: str
    text: str
    outlet: str | None = None
    author: str | None = None
    title: str | None = None
    published: date | None = None
    language: str | None = None
    media_type: str | None = None
    encoding: str | None = None
    furniture: tuple[tuple[int, int], ...] = ()
    record: Literal["report"] = "report"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words of a report that name a person, a group, a place or their like, or refer to one named before.

    ``antecedent`` is the nearest earlier mention of the same one that has a name; ``entity``, ``name`` and ``country`` are
    then those of all mentions of that one together.
    """

    report: str
    start: int
    end: int
    text: str
    type: MentionType
    subtype: str | None = None
    entity: str | None = None
    name: str | None = None
    country: str | None = None
    antecedent: Span | None = None
    record: Literal["mention"] = "mention"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One thing a report says; it carries the body of its own kind only.

    ``voice`` empty means the author; else the nearest speaker first, then through whom.  ``proposed_by`` names the rule or
    the head that proposed it, ``scores`` what each that was asked gives it, ``probability`` what they come to.
    """

    id: str
    report: str
    kind: Kind
    start: int
    end: int
    text: str
    voice: tuple[Speaker, ...] = ()
    certainty: Certainty = "asserted"
    date: DateRange | None = None
    place: Place | None = None
    probability: float | None = None
    proposed_by: str | None = None
    scores: dict[str, float] | None = None
    event: EventBody | None = None
    figure: FigureBody | None = None
    relation: RelationBody | None = None
    assessment: AssessmentBody | None = None
    record: Literal["claim"] = "claim"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """A toll under a rule: the least, the best and the greatest figure."""

    low: float | int | None
    best: float | int | None
    high: float | int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What claims of one or more reports tell of, put together under a named ``rule``."""

    id: str
    type: str
    status: Status
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    rule: str
    date: DateRange | None = None
    place: Place | None = None
    roles: tuple[Role, ...] = ()
    figures: dict[str, Bounds]
    record: Literal["event"] = "event"


Record = Report | Mention | Claim | Event
