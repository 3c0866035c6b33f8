"""Decisions: asked for, and made."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from marsad.merging.decisions import Kind

from .shared import Reason

Because = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
By = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


class Decision(BaseModel):
    """What Marsad or a person decided of claims of events; none is ever changed, some withdraw others."""

    number: int
    decided: datetime
    since: datetime
    by: str
    kind: Kind
    one: str
    other: str | None
    claims: list[str]
    score: float | None
    reasons: list[Reason]
    because: str | None
    withdraws: int | None


class _Made(BaseModel):
    model_config = ConfigDict(extra="forbid")
    because: Because
    by: By | None = Field(
        default=None,
        description="Who decides; else the user of the machine that serves. With --team always the account.",
    )


class Merge(_Made):
    """Two events, by any id of theirs or a claim, are one."""

    decision: Literal["merge"]
    event: Name
    other: Name


class Split(_Made):
    """Claims of an event, or what reports say in it, tell of another one."""

    decision: Literal["split"]
    event: Name
    parts: Annotated[list[Name], Field(min_length=1, max_length=500)]


class Exclude(_Made):
    """A claim, or all of a report, is left out of all events."""

    decision: Literal["exclude"]
    what: Name


class Withdraw(_Made):
    """A decision is taken back."""

    decision: Literal["withdraw"]
    number: Annotated[int, Field(ge=1, lt=2**63)]


Making = Annotated[Merge | Split | Exclude | Withdraw, Field(discriminator="decision")]


class Link(BaseModel):
    """What was decided of a name and an entry of a sanctions list."""

    decided: datetime
    by: str
    decision: Literal["confirmed", "rejected", "withdrawn"]
    because: str
    name: str
    report: str | None
    publisher: str
    reference: str
    list_of: date
    score: float | None
    reasons: str | None


class Linking(_Made):
    """A name stands for an entry of the list, or does not, everywhere or in one report; or that is taken back."""

    decision: Literal["confirmed", "rejected", "withdrawn"]
    name: Name
    reference: Name
    report: Name | None = None
