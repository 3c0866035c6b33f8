"""Sessions: begun by a name and its password, ended by signing out, by being idle, by age, or by an admin."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any

from sqlalchemy import Row, Select, bindparam, delete, insert, or_, select, update

from marsad.storing import Store, StoreLockedError
from marsad.storing.team_tables import accounts, sessions

from . import audit, passwords
from .accounts import Account, account_named
from .audit import Doer

_MOST = 20  # sessions of one account; the oldest ends when another begins
_TOUCHED = timedelta(minutes=1)  # how exactly the last use is kept, so that reading seldom writes

# Made once, since every request asks it: SQLAlchemy works out the SQL of a statement anew for each object.
_ALIVE: Select[Any] = (
    select(sessions, accounts.c.name, accounts.c.role, accounts.c.by, accounts.c.made.label("account_made"))
    .join(accounts)
    .where(
        sessions.c.expires > bindparam("at"),
        sessions.c.used > bindparam("since"),
        accounts.c.disabled.is_(None),
    )
)
_ALIVE_ONE = _ALIVE.where(sessions.c.token == bindparam("key"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifetime:
    """How long a session lasts: ``idle`` since it was used last, ``absolute`` since it began."""

    idle: timedelta
    absolute: timedelta


@dataclass(frozen=True, slots=True)
class Session:
    """A session of an account; times are UTC, ``token`` is the hash of what the browser holds."""

    token: str
    account: Account
    made: datetime
    used: datetime
    expires: datetime


def sign_in(store: Store, name: str, password: str, at: datetime, life: Lifetime, doer: Doer) -> str | None:
    """The token of a new session where name and password belong together and the account is open, else None.

    Both outcomes are noted, the name only where an account has it: people type passwords into the wrong field.
    An unknown name, a wrong password and a disabled account take the same work.
    """
    found = account_named(store, name)
    account, kept = found if found else (None, None)
    right = passwords.verified(kept, password)
    told = replace(doer, name=account.name if account else None)
    if not right or account is None or kept is None or account.disabled:
        what = "unknown name" if account is None else "disabled" if right else "wrong password"
        audit.note(store, told.entry("sign-in", what, "refused"), at)
        return None
    fresh = passwords.hashed(password) if passwords.outdated(kept) else None
    token = token_urlsafe(32)
    with store.writing() as connection:
        # The account may have been closed, or its password changed, since it was looked up.
        still = accounts.c.number == account.number, accounts.c.password == kept, accounts.c.disabled.is_(None)
        if connection.execute(select(accounts.c.number).where(*still)).first() is None:
            return None
        if fresh:
            connection.execute(update(accounts).where(*still).values(password=fresh))
        connection.execute(delete(sessions).where(or_(sessions.c.expires <= at, sessions.c.used <= at - life.idle)))
        kept_ones = select(sessions.c.token).where(sessions.c.account == account.number)
        newest = kept_ones.order_by(sessions.c.made.desc()).limit(_MOST - 1)
        connection.execute(
            delete(sessions).where(sessions.c.account == account.number, sessions.c.token.not_in(newest))
        )
        row = {"token": hashed(token), "account": account.number, "made": at, "used": at, "expires": at + life.absolute}
        connection.execute(insert(sessions), row)
        audit.add(connection, told.entry("sign-in"), at)
    return token


def session_of(store: Store, token: str, at: datetime, life: Lifetime) -> Session | None:
    """The session that a token opens at the time ``at``; None where it has ended or its account is disabled."""
    key = hashed(token)
    with store.reading() as connection:
        row = connection.execute(_ALIVE_ONE, _times(at, life) | {"key": key}).first()
    if row is None:
        return None
    if at - row.used >= _TOUCHED:
        # While another process writes the session goes on unmarked.
        with suppress(StoreLockedError), store.writing() as connection:
            connection.execute(update(sessions).where(sessions.c.token == key).values(used=at))
    return _session(row)


def end_session(store: Store, session: Session, at: datetime, doer: Doer) -> None:
    """End a session at the server."""
    with store.writing() as connection:
        connection.execute(delete(sessions).where(sessions.c.token == session.token))
        audit.add(connection, doer.entry("sign-out"), at)


def drop_token(store: Store, token: str) -> None:
    """End the session of a token that a browser is about to lose, if it opens one."""
    with store.writing() as connection:
        connection.execute(delete(sessions).where(sessions.c.token == hashed(token)))


def sessions_of(store: Store, at: datetime, life: Lifetime, account: Account | None = None) -> list[Session]:
    """The sessions alive at ``at``, all or of one account, the one used last first."""
    query = _ALIVE.order_by(sessions.c.used.desc())
    if account is not None:
        query = query.where(sessions.c.account == account.number)
    with store.reading() as connection:
        rows = connection.execute(query, _times(at, life)).all()
    return [_session(row) for row in rows]


def end_sessions(store: Store, account: Account, at: datetime, doer: Doer) -> int:
    """End all sessions of an account; how many there were."""
    with store.writing() as connection:
        ended = connection.execute(delete(sessions).where(sessions.c.account == account.number)).rowcount
        audit.add(connection, doer.entry("sessions-ended", f"{account.name}: {ended}"), at)
    return ended


def hashed(token: str) -> str:
    """What is kept of a token.  It has 256 random bits: nothing slower than SHA-256 is needed."""
    return sha256(token.encode("utf-8", "replace")).hexdigest()


def _times(at: datetime, life: Lifetime) -> dict[str, Any]:
    return {"at": at, "since": at - life.idle}


def _session(row: Row[Any]) -> Session:
    account = Account(row.account, row.name, row.role, row.account_made.replace(tzinfo=UTC), row.by, None)
    return Session(row.token, account, *(time.replace(tzinfo=UTC) for time in (row.made, row.used, row.expires)))
