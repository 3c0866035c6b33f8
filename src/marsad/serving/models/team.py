"""Accounts, sessions and the audit log: asked for, and made."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, SecretStr

from marsad.team import Role

Typed = Annotated[SecretStr, Field(max_length=1000)]


class _Given(BaseModel):
    model_config = ConfigDict(extra="forbid")


class SignIn(_Given):
    """A name and its password."""

    name: Annotated[str, Field(max_length=200)]
    password: Typed


class Me(BaseModel):
    """Who asks, and in which role; without accounts the user of the machine, who may do everything."""

    account: str
    role: Role
    team: bool = Field(description="Whether this server asks for accounts.")


class NewPassword(_Given):
    """The password one has, and the one to have."""

    old: Typed
    new: Typed


class NewAccount(_Given):
    """An account to make."""

    name: Annotated[str, Field(max_length=200)]
    role: Role
    password: Typed


class AccountChange(_Given):
    """What is to be otherwise about an account; what is left out stays."""

    role: Role | None = None
    password: Typed | None = None
    disabled: bool | None = None


class AccountState(BaseModel):
    """An account, and how many sessions of it are alive."""

    name: str
    role: Role
    made: datetime
    by: str
    disabled: datetime | None
    sessions: int


class Ended(BaseModel):
    """How many sessions were ended."""

    sessions: int


class AuditEntry(BaseModel):
    """Who did what, when and from where; `what` names what was touched, `outcome` how it ended."""

    number: int
    at: datetime
    account: str | None
    action: str
    address: str | None
    what: str | None
    outcome: str
    remote: str | None
