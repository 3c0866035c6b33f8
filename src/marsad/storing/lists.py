"""States of sanctions lists in a store: each is kept with its publisher's file; the one loaded last is in use."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Row, insert, select

from .rows import original_row
from .store import Store, now
from .tables import lists, originals


@dataclass(frozen=True, slots=True)
class ListState:
    """A state of a list as loaded: when the publisher made it, ``replaced`` when the newest was made that was
    in use before (all UTC)."""

    number: int
    loaded: datetime
    publisher: str
    generated: datetime
    replaced: datetime
    sha256: str


_STATES = select(
    lists.c.number, lists.c.loaded, lists.c.publisher, lists.c.generated, lists.c.replaced, lists.c.sha256
).order_by(lists.c.number)


def add_list(
    store: Store, publisher: str, generated: datetime, replaced: datetime, original: bytes, packed: bytes
) -> None:
    """Put a list to use: the publisher's file ``original`` and its entries ``packed``, both or neither."""
    digest = sha256(original).hexdigest()
    with store.writing() as connection:
        if connection.execute(select(originals.c.size).where(originals.c.sha256 == digest)).first() is None:
            connection.execute(insert(originals), original_row(digest, original))
        row = {
            "loaded": now(),
            "publisher": publisher,
            "generated": generated.astimezone(UTC).replace(tzinfo=None),
            "replaced": replaced.astimezone(UTC).replace(tzinfo=None),
            "sha256": digest,
            "body": packed,
        }
        connection.execute(insert(lists), row)


def list_states(store: Store, publisher: str) -> list[ListState]:
    """All states of a publisher's list, in the order loaded."""
    with store.reading() as connection:
        return [_state(row) for row in connection.execute(_STATES.where(lists.c.publisher == publisher))]


def last_list(store: Store, publisher: str) -> ListState | None:
    """The state loaded last, if any was."""
    states = list_states(store, publisher)
    return states[-1] if states else None


def packed_list(store: Store, number: int) -> bytes:
    """The entries of the state of this number, as they were given."""
    with store.reading() as connection:
        body: bytes = connection.execute(select(lists.c.body).where(lists.c.number == number)).scalar_one()
    return body


def _state(row: Row[*tuple[Any, ...]]) -> ListState:
    return ListState(
        row.number,
        row.loaded.replace(tzinfo=UTC),
        row.publisher,
        row.generated.replace(tzinfo=UTC),
        row.replaced.replace(tzinfo=UTC),
        row.sha256,
    )
