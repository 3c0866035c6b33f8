"""The store as a server holds it: one for all requests, its state told by a short name."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from threading import Lock, RLock
from typing import Any, TypeVar

from sqlalchemy import func, select

from marsad.storing import Store
from marsad.storing.event_tables import decisions, placed, placements
from marsad.storing.store import version
from marsad.storing.tables import links, lists, reports, vectored

Made = TypeVar("Made")

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
        )
    )
)


_NONE: Any = object()


@dataclass(slots=True)
class ServedStore:
    """``store`` for all requests; at most ``kept`` things worked out are remembered while the store stays as it is."""

    store: Store
    kept: int = 64
    _lock: Lock = field(default_factory=Lock)
    _known: OrderedDict[tuple[str, str], Any] = field(default_factory=OrderedDict)
    _making: dict[tuple[str, str], RLock] = field(default_factory=dict)
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
        """What ``make`` gives, worked out once for each state of the store: who asks for it meanwhile waits for it."""
        key = (self.state(), name)
        with self._lock:
            making = self._making.setdefault(key, RLock())
        with making:
            made: Made = self._found(key)
            if made is _NONE:
                made = make()
                self._keep(key, made)
        return made

    def _found(self, key: tuple[str, str]) -> Any:
        with self._lock:
            if key not in self._known:
                return _NONE
            self._known.move_to_end(key)
            return self._known[key]

    def _keep(self, key: tuple[str, str], made: Any) -> None:
        with self._lock:
            self._known[key] = made
            while len(self._known) > self.kept:
                self._known.popitem(last=False)
            self._making = {key: lock for key, lock in self._making.items() if key not in self._known}
