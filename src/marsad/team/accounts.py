"""Accounts: made, changed, disabled, and never deleted, since decisions are signed with their names."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, func, insert, select, update
from sqlalchemy import delete as delete_from

from marsad.roles import ROLES, Role, covers
from marsad.storing import Store
from marsad.storing.team_tables import accounts, sessions

from . import audit, passwords
from .audit import Doer
from .errors import AccountError, AccountExistsError, LastAdminError, UnknownAccountError

# Letters with their marks, digits, and what stands inside names: nothing that turns directions or cannot be seen.
_NAME = re.compile(r"[^\W_](?:[\w .'’-]{0,62}[\w.])?")


@dataclass(frozen=True, slots=True)
class Account:
    """``number`` is its key, ``name`` what its decisions are signed with; ``made`` and ``disabled`` are UTC."""

    number: int
    name: str
    role: Role
    made: datetime
    by: str
    disabled: datetime | None

    def may(self, needed: Role) -> bool:
        """Whether it may do what is for ``needed``."""
        return self.disabled is None and covers(self.role, needed)


def add_account(store: Store, name: str, role: str, password: str, at: datetime, doer: Doer) -> Account:
    """Make an account; ``at`` is the time, UTC.

    Raises AccountError for a name or role that cannot be, AccountExistsError, PasswordError.
    """
    known = _checked_name(name)
    passwords.check(password, known)
    row = {"name": known, "folded": folded(known), "role": _checked_role(role), "made": at, "by": doer.name}
    row["password"] = passwords.hashed(password)
    with store.writing() as connection:
        if _row(connection, known):
            raise AccountExistsError("there is an account of this name", where=known, remedy="take another name")
        connection.execute(insert(accounts), row)
        audit.add(connection, doer.entry("account-added", f"{known}: {role}"), at)
        return _account(_found(connection, known))


def accounts_of(store: Store) -> list[Account]:
    """All accounts, in the order made."""
    with store.reading() as connection:
        return [_account(row) for row in connection.execute(_KNOWN.order_by(accounts.c.number))]


def account_named(store: Store, name: str) -> tuple[Account, str] | None:
    """The account of a name in any case, with the hash of its password; None where there is none."""
    with store.reading() as connection:
        row = _row(connection, name)
    return (_account(row), row.password) if row else None


def count_admins(store: Store) -> int:
    """How many admins can sign in."""
    with store.reading() as connection:
        return _admins(connection)


def set_role(store: Store, name: str, role: str, at: datetime, doer: Doer) -> Account:
    """Give an account another role.  Raises UnknownAccountError, AccountError, LastAdminError."""
    return _change(store, name, {"role": _checked_role(role)}, "role-changed", role, at, doer)


def set_disabled(store: Store, name: str, disabled: bool, at: datetime, doer: Doer) -> Account:
    """Close an account and end its sessions, or open it again.  Raises UnknownAccountError, LastAdminError."""
    action = "disabled" if disabled else "enabled"
    return _change(store, name, {"disabled": at if disabled else None}, action, None, at, doer, ending=disabled)


def set_password(store: Store, name: str, password: str, at: datetime, doer: Doer) -> Account:
    """Give an account another password, and end its sessions.  Raises UnknownAccountError, PasswordError."""
    passwords.check(password, _checked_name(name))
    hashed = {"password": passwords.hashed(password)}
    return _change(store, name, hashed, "password-changed", None, at, doer, ending=True)


def folded(name: str) -> str:
    """A name as names are compared: case and width of letters aside."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


_KNOWN: Select[Any] = select(accounts)
_ADMINS = select(func.count()).select_from(accounts).where(accounts.c.role == "admin", accounts.c.disabled.is_(None))


def _change(
    store: Store,
    name: str,
    values: dict[str, Any],
    action: str,
    more: str | None,
    at: datetime,
    doer: Doer,
    *,
    ending: bool = False,
) -> Account:
    with store.writing() as connection:
        row = _found(connection, name)
        had_admin = _admins(connection) > 0
        connection.execute(update(accounts).where(accounts.c.number == row.number).values(**values))
        if had_admin and not _admins(connection):
            raise LastAdminError(
                "the last admin: without one nobody can keep accounts",
                where=row.name,
                remedy="make another admin first",
            )
        if ending:
            connection.execute(delete_from(sessions).where(sessions.c.account == row.number))
        audit.add(connection, doer.entry(action, f"{row.name}: {more}" if more else row.name), at)
        return _account(_found(connection, name))


def _admins(connection: Connection) -> int:
    return connection.execute(_ADMINS).scalar_one()


def _row(connection: Connection, name: str) -> Row[Any] | None:
    return connection.execute(_KNOWN.where(accounts.c.folded == folded(name))).first()


def _found(connection: Connection, name: str) -> Row[Any]:
    row = _row(connection, name)
    if row is None:
        raise UnknownAccountError("no account has this name", where=name, remedy="see `marsad team list`")
    return row


def _account(row: Row[Any]) -> Account:
    disabled = row.disabled and row.disabled.replace(tzinfo=UTC)
    return Account(row.number, row.name, row.role, row.made.replace(tzinfo=UTC), row.by, disabled)


def _checked_name(name: str) -> str:
    known = " ".join(unicodedata.normalize("NFC", name).split())
    if not _NAME.fullmatch(known):
        what = "a name of an account has 1 to 64 letters and digits, with spaces, points, hyphens inside"
        raise AccountError(what, where=repr(name))
    return known


def _checked_role(role: str) -> Role:
    if role not in ROLES:
        raise AccountError(f"a role is one of {', '.join(ROLES)}", where=role)
    return role
