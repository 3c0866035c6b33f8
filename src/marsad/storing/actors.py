"""The actors of a store, with how much is told of each."""

from __future__ import annotations

from sqlalchemy import distinct, func, select

from .store import Store
from .tables import actors


def claims_by_actor(store: Store) -> dict[str, int]:
    """How many claims an actor of the catalogue, named by its id, takes part in, speaks in or is spoken of in."""
    found = select(actors.c.entity, func.count(distinct(actors.c.claim))).where(actors.c.entity.is_not(None))
    with store.reading() as connection:
        return {str(entity): int(count) for entity, count in connection.execute(found.group_by(actors.c.entity))}
