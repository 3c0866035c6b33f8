"""The store as a server holds it: one for all requests, its state told by a short name."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sized
from concurrent.futures import Future
from dataclasses import dataclass, field
from hashlib import sha256
from threading import Lock
from typing import Any, TypeVar

from sqlalchemy import func, select

from marsad.storing import Store
from marsad.storing.event_tables import decisions, placed, placements
from marsad.storing.review_tables import assignments, judgements
from marsad.storing.store import version
from marsad.storing.tables import links, lists, reports, vectored

from .weighing import weight

Made = TypeVar("Made")
_Key = tuple[str, str]  # of the store's state and of the thing

_STATE = select(
    *(
        select(func.max(column)).scalar_subquery()
        for column in (
            reports.c.number,
            decisions.c.number,
            placements.c.number,
            placed.c.report,
            links.c.number,
            lists.c.number,
            vectored.c.report,
            judgements.c.number,
            assignments.c.number,
        )
    )
)


_NONE: Any = object()


@dataclass(slots=True)
class _Known:
    """What was worked out, its weight in bytes, and how many items it had when weighed: some things grow."""

    made: Any
    bytes: int
    items: int


@dataclass(slots=True)
class ServedStore:
    """``store`` for all requests; of what was worked out while the store stayed as it is ``kept`` things are remembered at most,
    and of these no more than take ``room`` bytes, the last one aside."""

    store: Store
    kept: int = 64
    room: int = 2**30
    _lock: Lock = field(default_factory=Lock)
    _known: OrderedDict[_Key, _Known] = field(default_factory=OrderedDict)
    _making: dict[_Key, Future[Any]] = field(default_factory=dict)
    _state: tuple[object, str] = (_NONE, "")

    def state(self) -> str:
        """A short name of the store's state: another after anything was added or decided, or Marsad was updated."""
        stamp = self.store.stamp()
        known, state = self._state
        if known == stamp:
            return state
        with self.store.reading() as connection:
            numbers = connection.execute(_STATE).one()
        state = sha256(f"{version()} {tuple(numbers)}".encode()).hexdigest()[:16]
        self._state = stamp, state
        return state

    def remember(self, name: str, make: Callable[[], Made]) -> Made:
        """What ``make`` gives, worked out once for each state of the store: whoever asks meanwhile waits for it.

        ``make`` may remember other things, but nothing that waits for this.  An error goes to all who wait, and is not kept.
        """
        key = (self.state(), name)
        with self._lock:
            if known := self._known.get(key):
                self._known.move_to_end(key)
                self._weigh_again(known)
                found: Made = known.made
                return found
            self._forget_other_states(key[0])
            waiting: Future[Made] | None = self._making.get(key)
            mine: Future[Made] = Future()
            if waiting is None:
                self._making[key] = mine
        return self._made(key, make, mine) if waiting is None else waiting.result()

    def _made(self, key: _Key, make: Callable[[], Made], told: Future[Made]) -> Made:
        try:
            made = make()
        except BaseException as error:
            with self._lock:
                del self._making[key]
            told.set_exception(error)
            raise
        known = _Known(made, weight(made), _items(made))
        with self._lock:
            self._known[key] = known
            del self._making[key]
            self._make_room()
        told.set_result(made)
        return made

    def _weigh_again(self, known: _Known) -> None:
        if (items := _items(known.made)) != known.items:
            known.bytes, known.items = weight(known.made), items
            self._make_room()

    def _make_room(self) -> None:
        held = sum(known.bytes for known in self._known.values())
        while len(self._known) > 1 and (len(self._known) > self.kept or held > self.room):
            held -= self._known.popitem(last=False)[1].bytes

    def _forget_other_states(self, state: str) -> None:
        for key in [key for key in self._known if key[0] != state]:
            del self._known[key]


def _items(made: object) -> int:
    return len(made) if isinstance(made, Sized) else 0
