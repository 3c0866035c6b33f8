"""What a coder says of a claim: the fields that people code, apart from the words they stand in.

Spans are offsets in code points of the report's text, end exclusive, as everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Literal

from marsad.records import Certainty, RoleName, Status

Verdict = Literal["accept", "reject", "correct", "missed", "unsure"]
"""``missed`` marks what Marsad did not find.  Of a pair ``accept`` says that they are one, ``reject`` that they are not."""

Unit = Literal["event", "figure", "relation", "assessment", "pair"]
"""What is judged: a claim by its kind, or whether two events are one."""

_STRICT = {"extra": "forbid"}


@dataclass(frozen=True, slots=True)
class CodedSpan:
    """Where words stand."""

    __pydantic_config__: ClassVar[Any] = _STRICT
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedRole:
    """Who takes which part: ``entity`` is an id of the catalogue, of an actor or a place, ``type`` a code of a sector."""

    __pydantic_config__: ClassVar[Any] = _STRICT
    role: RoleName
    start: int
    end: int
    entity: str | None = None
    type: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedDays:
    """Days inclusive at both ends; an open end is None."""

    __pydantic_config__: ClassVar[Any] = _STRICT
    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedPlace:
    """The words that name a place, and its id in the gazetteer, None where it is in none."""

    __pydantic_config__: ClassVar[Any] = _STRICT
    start: int
    end: int
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedEvent:
    """An event as coded; what is None or empty, the report does not say."""

    __pydantic_config__: ClassVar[Any] = _STRICT
    kind: Literal["event"] = "event"
    type: str
    trigger: CodedSpan
    mode: str | None = None
    status: Status = "occurred"
    certainty: Certainty = "asserted"
    date: CodedDays | None = None
    place: CodedPlace | None = None
    roles: tuple[CodedRole, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedFigure:
    """A figure as coded: ``start`` and ``end`` are its own words, both bounds inclusive, ``event`` the claim it is told of."""

    __pydantic_config__: ClassVar[Any] = _STRICT
    kind: Literal["figure"] = "figure"
    start: int
    end: int
    measure: str
    low: float | int | None
    high: float | int | None
    approximate: bool = False
    of: str | None = None
    certainty: Certainty = "asserted"
    event: str | None = None


Coded = CodedEvent | CodedFigure
