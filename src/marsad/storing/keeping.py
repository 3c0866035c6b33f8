"""Keeps with the store what takes long to work out of it, for as long as the store stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from sqlalchemy import bindparam, delete, insert, select

from marsad.errors import StoreError

from .store import Store
from .tables import kept

_FOUND = select(kept.c.body).where(kept.c.name == bindparam("name"), kept.c.state == bindparam("state"))


def kept_bytes(store: Store, name: str, state: Callable[[], str], make: Callable[[], bytes]) -> bytes:
    """What ``make`` gives, taken from the store where it was kept under ``name`` in this ``state``, else made and kept.

    It is not kept where the state changed meanwhile, or where the store takes no writing: then it is made again next time.
    """
    before = state()
    with store.reading() as connection:
        found: bytes | None = connection.execute(_FOUND, {"name": name, "state": before}).scalar()
    if found is not None:
        return found
    made = make()
    if state() == before:
        with suppress(StoreError), store.writing() as connection:
            connection.execute(delete(kept).where(kept.c.name == name))
            connection.execute(insert(kept), {"name": name, "state": before, "body": made})
    return made
