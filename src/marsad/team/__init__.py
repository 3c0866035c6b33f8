"""A team on one store: accounts with roles, passwords, sessions, limits, and the audit log."""

from marsad.roles import ROLES, Role, covers

from .accounts import (
    Account,
    account_named,
    accounts_of,
    add_account,
    count_admins,
    set_disabled,
    set_password,
    set_role,
)
from .audit import Doer, Entry, Noted, Outcome, entries, note
from .errors import (
    AccountError,
    AccountExistsError,
    ExposedError,
    LastAdminError,
    NoAdminError,
    PasswordError,
    TeamError,
    UnknownAccountError,
)
from .sessions import Lifetime, Session, end_session, end_sessions, session_of, sessions_of, sign_in

__all__ = [
    "ROLES",
    "Account",
    "AccountError",
    "AccountExistsError",
    "Doer",
    "Entry",
    "ExposedError",
    "LastAdminError",
    "Lifetime",
    "NoAdminError",
    "Noted",
    "Outcome",
    "PasswordError",
    "Role",
    "Session",
    "TeamError",
    "UnknownAccountError",
    "account_named",
    "accounts_of",
    "add_account",
    "count_admins",
    "covers",
    "end_session",
    "end_sessions",
    "entries",
    "note",
    "session_of",
    "sessions_of",
    "set_disabled",
    "set_password",
    "set_role",
    "sign_in",
]
