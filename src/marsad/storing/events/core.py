"""The pure part of merging, as the store uses it."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.merging import Cluster, Telling, event_of
from marsad.merging.ledger import DEFAULT_RULE, tolls
from marsad.records import Event


def event_under(tellings: Sequence[Telling], first: str, rule: str | None = None) -> Event:
    """The event that ``tellings``, in their order, tell of, its figures under ``rule``; ``first`` as :func:`event_of` has it."""
    chosen = rule or DEFAULT_RULE
    return event_of(Cluster(tuple(tellings)), first, chosen, tolls(tellings, chosen))
