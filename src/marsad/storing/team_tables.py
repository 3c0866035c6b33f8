"""The tables of a team: accounts, the sessions of those signed in, and the audit log, which is only ever added to."""

from __future__ import annotations

from sqlalchemy import Column, DateTime, ForeignKey, Index, Integer, String, Table, Text

from .tables import metadata

# ``name`` as it is shown and signs decisions, ``folded`` as it is compared; ``password`` is Argon2's encoded hash.
accounts = Table(
    "accounts",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("name", String(64), nullable=False),
    Column("folded", String(64), nullable=False, unique=True),
    Column("role", String(6), nullable=False),
    Column("password", String, nullable=False),
    Column("made", DateTime, nullable=False),
    Column("by", String, nullable=False),
    Column("disabled", DateTime),
)

# ``token`` is the SHA-256 of what the browser holds: who reads the table can sign in with nothing in it.
sessions = Table(
    "sessions",
    metadata,
    Column("token", String(64), primary_key=True),
    Column("account", ForeignKey("accounts.number"), nullable=False, index=True),
    Column("made", DateTime, nullable=False),
    Column("used", DateTime, nullable=False),
    Column("expires", DateTime, nullable=False),
)

# ``account`` is a name and no key: the command line, and who could not sign in, have none.
audit = Table(
    "audit",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", DateTime, nullable=False),
    Column("account", String),
    Column("action", String(20), nullable=False),
    Column("address", String),
    Column("what", Text),
    Column("outcome", String(8), nullable=False),
    Column("remote", String),
    Index("ix_audit_account", "account"),
)
