"""The audit log: who signed in, what was changed and by whom; only ever added to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import Connection, insert, select

from marsad.storing import Store
from marsad.storing.team_tables import audit

Outcome = Literal["ok", "refused", "limited", "failed"]
_LONGEST = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """``account`` did ``action`` to ``what``; ``address`` is the method and path asked for, ``remote`` where from.

    None where there is none: an account that could not be told, a command on the machine itself.
    """

    action: str
    outcome: Outcome = "ok"
    account: str | None = None
    address: str | None = None
    what: str | None = None
    remote: str | None = None


@dataclass(frozen=True, slots=True)
class Doer:
    """Who does something, for the record: an account's name, or that of the machine's user; ``remote`` is where from."""

    name: str | None
    remote: str | None = None
    address: str | None = None

    def entry(self, action: str, what: str | None = None, outcome: Outcome = "ok") -> Entry:
        """The entry that tells of it."""
        return Entry(
            action=action, outcome=outcome, account=self.name, address=self.address, what=what, remote=self.remote
        )


@dataclass(frozen=True, slots=True)
class Noted:
    """An entry with its number in the log and its time, UTC."""

    number: int
    at: datetime
    entry: Entry


def note(store: Store, entry: Entry, at: datetime) -> None:
    """Add an entry, with the time ``at``, UTC and without zone."""
    with store.writing() as connection:
        add(connection, entry, at)


def add(connection: Connection, entry: Entry, at: datetime) -> None:
    """Add an entry within a transaction, so that it stands and falls with what it tells of."""
    row = {name: _cut(getattr(entry, name)) for name in Entry.__dataclass_fields__}
    connection.execute(insert(audit), row | {"at": at})


def entries(
    store: Store, limit: int, before: int | None = None, *, account: str | None = None, action: str | None = None
) -> list[Noted]:
    """At most ``limit`` entries, the newest first, those with numbers below ``before``."""
    found = select(audit).order_by(audit.c.number.desc()).limit(limit)
    for column, value in ((audit.c.account, account), (audit.c.action, action)):
        if value is not None:
            found = found.where(column == value)
    if before is not None:
        found = found.where(audit.c.number < before)
    with store.reading() as connection:
        return [
            Noted(row.number, row.at.replace(tzinfo=UTC), Entry(**{n: getattr(row, n) for n in Entry.__dataclass_fields__}))
            for row in connection.execute(found)
        ]  # fmt: skip


def _cut(text: str | None) -> str | None:
    return text if text is None or len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
