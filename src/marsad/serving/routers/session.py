"""Signing in and out, and who one is."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address, ip_network

from anyio import CapacityLimiter, to_thread
from fastapi import APIRouter, Request, Response

from marsad.team import account_named, end_session, set_password, sign_in
from marsad.team import passwords as kept_passwords
from marsad.team.accounts import folded
from marsad.team.limits import Limit
from marsad.team.sessions import drop_token

from ..access import READER, Served, Team, Visiting
from ..access import Set as SettingsOf
from ..errors import SignedOutError, TooOftenError, WrongPasswordError
from ..gate import Visitor, cookies
from ..models.team import Me, NewPassword, SignIn
from ..served import ServedStore
from ..settings import Settings

router = APIRouter(tags=["session"])
signing_in = APIRouter(tags=["session"])

# Each takes 64 MB and most of a core for a quarter of a second: others wait for them, but never in the way of other requests.
_HASHING = CapacityLimiter(2)


class SignInLimits:
    """How often a password may be tried: for one account, and from one address."""

    def __init__(self, settings: Settings) -> None:
        self.account = Limit(settings.sign_ins_of_account, settings.ticks)
        self.address = Limit(settings.sign_ins_from_address, settings.ticks)

    def take(self, name: str, remote: str | None) -> None:
        """Count an attempt.  Raises TooOftenError where there were too many."""
        waiting = self.address.take(network(remote)) or self.account.take(folded(name))
        if waiting:
            raise TooOftenError(waiting)


def network(remote: str | None) -> str:
    """The network that limits are for: whoever has one IPv6 address has 2 ** 64 (RFC 6177)."""
    try:
        known = ip_address(remote or "")
    except ValueError:
        return remote or ""
    return str(ip_network((known, 64), strict=False)) if isinstance(known, IPv6Address) else str(known)


@signing_in.post("/session", openapi_extra={"security": []})
async def begin(request: Request, response: Response, settings: Team, served: Served, asked: SignIn) -> Me:
    """Sign in: a cookie opens what the account's role may see and do, until the session ends."""
    visitor: Visitor = request.scope["visitor"]
    limits: SignInLimits = request.app.state.sign_ins
    limits.take(asked.name, visitor.doer.remote)
    old = cookies(request.scope).get(settings.cookie)
    return await _open(response, settings, served, visitor, limits, asked.name, asked.password.get_secret_value(), old)


async def _open(
    response: Response,
    settings: Settings,
    served: ServedStore,
    visitor: Visitor,
    limits: SignInLimits,
    name: str,
    password: str,
    old: str | None,
) -> Me:
    def opened() -> tuple[str, Me] | None:
        store, at = served.store, settings.clock()
        token = sign_in(store, name, password, at, settings.lifetime, visitor.doer)
        found = account_named(store, name)
        if token is None or found is None:
            return None
        if old:
            drop_token(store, old)
        return token, Me(account=found[0].name, role=found[0].role, team=True)

    done = await to_thread.run_sync(opened, limiter=_HASHING)
    if done is None:
        raise WrongPasswordError("name and password do not belong together", remedy="try again, or ask an admin")
    limits.account.forgive(folded(name))
    token, me = done
    response.set_cookie(
        settings.cookie,
        token,
        max_age=int(settings.lifetime.absolute.total_seconds()),
        path="/",
        secure=settings.https,
        httponly=True,
        samesite="strict",
    )
    return me


@router.delete("/session", status_code=204, dependencies=[READER])
def end(response: Response, settings: Team, served: Served, visitor: Visiting) -> None:
    """Sign out: the session ends at the server, whatever the browser keeps."""
    if visitor.session:
        end_session(served.store, visitor.session, settings.clock(), visitor.doer)
    response.delete_cookie(settings.cookie, path="/", secure=settings.https, httponly=True, samesite="strict")
    response.headers["Clear-Site-Data"] = '"cache"'


@router.get("/me")
def me(settings: SettingsOf, visitor: Visiting) -> Me:
    """Who asks, and what they may do."""
    account = visitor.account
    if account is None:
        return Me(account=visitor.doer.name or "", role="admin", team=settings.team)
    return Me(account=account.name, role=account.role, team=True)


@router.post("/me/password", dependencies=[READER])
async def change_password(
    request: Request, response: Response, settings: Team, served: Served, visitor: Visiting, asked: NewPassword
) -> Me:
    """Take another password: all sessions of the account end, and one begins for whoever asks."""
    if visitor.account is None:
        raise SignedOutError("nobody is signed in")
    name, store = visitor.account.name, served.store
    limits: SignInLimits = request.app.state.sign_ins
    limits.take(name, visitor.doer.remote)
    old, new = asked.old.get_secret_value(), asked.new.get_secret_value()

    def changed() -> bool:
        found = account_named(store, name)
        if not kept_passwords.verified(found[1] if found else None, old):
            return False
        set_password(store, name, new, settings.clock(), visitor.doer)
        return True

    if not await to_thread.run_sync(changed, limiter=_HASHING):
        raise WrongPasswordError("this is not the password of the account", where=name)
    return await _open(response, settings, served, visitor, limits, name, new, None)
