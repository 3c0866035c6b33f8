"""How routes come by the store, the settings and who asks, and whom they let in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import Depends, Request, Security
from fastapi.params import Security as Scoped
from fastapi.security import APIKeyCookie

from marsad.team import ROLES, Doer, Role
from marsad.user import user_name

from .errors import ForbiddenError, SignedOutError, UnknownError
from .gate import Visitor
from .served import ServedStore
from .settings import Settings

COOKIE = APIKeyCookie(
    name="marsad",
    scheme_name="session",
    description="With --team: what POST /session gives; named __Host-marsad behind https. Roles cover those before them: "
    "reader, coder, admin.",
    auto_error=False,
)


def _served(request: Request) -> ServedStore:
    served: ServedStore | None = request.app.state.served
    if served is None:
        raise UnknownError("this server has no store")
    return served


def _settings(request: Request) -> Settings:
    settings: Settings = request.app.state.settings
    return settings


def signature(given: str | None) -> str:
    """The name under which a decision is kept: the one given, else that of the machine's user."""
    return given or user_name()


def _signer(request: Request) -> Signer:
    account = visitor_of(request).account
    return signature if account is None else lambda _given: account.name


def visitor_of(request: Request) -> Visitor:
    """Who asks; nobody in particular where no accounts are asked for."""
    found: Visitor | None = request.scope.get("visitor")
    return found or Visitor(Doer(user_name()))


def _toucher(request: Request) -> Callable[[str], None]:
    return visitor_of(request).touched.append


def _team(request: Request) -> Settings:
    if not _settings(request).team:
        raise UnknownError("this server asks for no accounts", remedy="start it with `marsad serve --team`")
    return _settings(request)


def role_for(route: Any, method: str) -> Role | None:
    """The role that a route asks for: what it names, else reading for a route that changes nothing, else none that there is."""
    scopes = {scope for one in route.dependencies if isinstance(one, Scoped) for scope in one.scopes or ()}
    return next((role for role in ROLES if role in scopes), "reader" if method in ("GET", "HEAD") else None)


async def permitted(request: Request, _cookie: Annotated[str | None, Security(COOKIE)]) -> None:
    """Lets a request through to whom its route's role is given; all of them where no accounts are asked for.

    Raises SignedOutError, ForbiddenError.
    """
    if not _settings(request).team:
        return
    account = visitor_of(request).account
    if account is None:
        raise SignedOutError("nobody is signed in", remedy="sign in")
    role = role_for(request.scope["route"], request.method)
    if role is None or not account.may(role):
        raise ForbiddenError(f"a {account.role} may not do this", where=account.name, remedy="ask an admin of the team")


Signer = Callable[[str | None], str]
Served = Annotated[ServedStore, Depends(_served)]
Set = Annotated[Settings, Depends(_settings)]
Signed = Annotated[Signer, Depends(_signer)]
Visiting = Annotated[Visitor, Depends(visitor_of)]
# For the audit log: called with each thing that a request changed, "report r1".
Touched = Annotated[Callable[[str], None], Depends(_toucher)]
# The settings, where accounts are asked for.
Team = Annotated[Settings, Depends(_team)]

READER, CODER, ADMIN = (Security(permitted, scopes=[role]) for role in ROLES)
"""Given to a route as one of its ``dependencies``: the least role that may use it."""
