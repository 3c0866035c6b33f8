"""The difference of two releases: what became of each event, and why.

An event of one release and an event of the other are about the same when they share a claim: claims keep their ids as long as
their report says the same and is read the same way.  So an event that shares claims with two before is their merger, two that
share claims with one before are its parts, whatever ids they bear.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from .contents import Contents, Told
from .reasons import Reason, why

Kind = Literal["added", "withdrawn", "merged", "split", "changed"]
_KINDS: tuple[Kind, ...] = ("added", "withdrawn", "merged", "split", "changed")


@dataclass(frozen=True, slots=True)
class Field:
    """A cell that changed; for ``claims`` and ``reports`` the ids that left, and those that joined."""

    name: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Change:
    """What became of events: ids in the first release, ids in the second, cells that differ, and why."""

    kind: Kind
    before: tuple[str, ...]
    after: tuple[str, ...]
    fields: tuple[Field, ...]
    because: tuple[Reason, ...]


def difference(a: Contents, b: Contents) -> list[Change]:
    """What changed from ``a`` to ``b``, by kind, then by id; nothing for events that are as they were."""
    return sorted(_changes(a, b), key=lambda change: (_KINDS.index(change.kind), change.before, change.after))


def _changes(a: Contents, b: Contents) -> Iterator[Change]:
    later, earlier = _sharing(a.events.values(), b.events.values()), _sharing(b.events.values(), a.events.values())
    for event in b.events.values():
        before = [a.events[id_] for id_ in earlier[event.id]]
        if len(before) == 1 and len(later[before[0].id]) == 1:
            fields = tuple(_fields(before[0], event))
            if fields:
                yield Change("changed", (before[0].id,), (event.id,), fields, why(a, b, before, [event]))
        elif len(before) != 1:
            kind: Kind = "merged" if before else "added"
            yield Change(kind, tuple(e.id for e in before), (event.id,), (), why(a, b, before, [event]))
    for event in a.events.values():
        after = [b.events[id_] for id_ in later[event.id]]
        if len(after) != 1:
            kind = "split" if after else "withdrawn"
            yield Change(kind, (event.id,), tuple(e.id for e in after), (), why(a, b, [event], after))


def _sharing(some: Iterable[Told], others: Iterable[Told]) -> dict[str, list[str]]:
    """For each of ``some``, by id, the ids of the ``others`` with which it shares a claim, in order."""
    holder = {claim: other.id for other in others for claim in other.claims}
    return {one.id: sorted({holder[claim] for claim in one.claims if claim in holder}) for one in some}


def _fields(old: Told, new: Told) -> Iterator[Field]:
    if old.id != new.id:
        yield Field("id", old.id, new.id)
    for name in sorted(old.cells.keys() | new.cells.keys()):
        if (was := old.cells.get(name)) != (now := new.cells.get(name)):
            yield Field(name, was, now)
    for name, was, now in (("claims", old.claims, new.claims), ("reports", old.reports, new.reports)):
        if was != now:
            yield Field(name, sorted(was - now), sorted(now - was))
