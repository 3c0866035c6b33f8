"""The accounts of a team, kept by its admins."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

from fastapi import APIRouter, Path

from marsad.team import (
    Account,
    UnknownAccountError,
    account_named,
    accounts_of,
    add_account,
    end_sessions,
    sessions_of,
    set_disabled,
    set_password,
    set_role,
)

from ..access import ADMIN, Served, Team, Visiting
from ..models.team import AccountChange, AccountState, Ended, NewAccount
from ..served import ServedStore
from ..settings import Settings

router = APIRouter(prefix="/accounts", tags=["team"])

Name = Annotated[str, Path(max_length=200)]


@router.get("", dependencies=[ADMIN])
def accounts(settings: Team, served: Served) -> list[AccountState]:
    """All accounts, in the order made."""
    alive = _alive(served, settings)
    return [_state(one, alive) for one in accounts_of(served.store)]


@router.post("", status_code=201, dependencies=[ADMIN])
def add(settings: Team, served: Served, visitor: Visiting, made: NewAccount) -> AccountState:
    """Make an account."""
    secret = made.password.get_secret_value()
    return _state(add_account(served.store, made.name, made.role, secret, settings.clock(), visitor.doer), Counter())


@router.patch("/{name}", dependencies=[ADMIN])
def change(settings: Team, served: Served, visitor: Visiting, name: Name, asked: AccountChange) -> AccountState:
    """Give an account another role or password, disable it, or enable it again."""
    store, at, doer = served.store, settings.clock(), visitor.doer
    if asked.password is not None:
        set_password(store, name, asked.password.get_secret_value(), at, doer)
    if asked.role is not None:
        set_role(store, name, asked.role, at, doer)
    if asked.disabled is not None:
        set_disabled(store, name, asked.disabled, at, doer)
    return _state(_known(served, name), _alive(served, settings))


@router.delete("/{name}/sessions", dependencies=[ADMIN])
def end(settings: Team, served: Served, visitor: Visiting, name: Name) -> Ended:
    """End all sessions of an account."""
    return Ended(sessions=end_sessions(served.store, _known(served, name), settings.clock(), visitor.doer))


def _known(served: ServedStore, name: str) -> Account:
    found = account_named(served.store, name)
    if found is None:
        raise UnknownAccountError("no account has this name", where=name)
    return found[0]


def _alive(served: ServedStore, settings: Settings) -> Counter[int]:
    return Counter(one.account.number for one in sessions_of(served.store, settings.clock(), settings.lifetime))


def _state(one: Account, alive: Counter[int]) -> AccountState:
    return AccountState(
        name=one.name,
        role=one.role,
        made=one.made,
        by=one.by,
        disabled=one.disabled,
        sessions=alive[one.number],
    )
