"""How often something may be done: a bucket of leave for each key, kept as one time each, and no more than so many keys.

The generic cell rate algorithm (ITU-T I.371, annex A), which is a token bucket that keeps a single number.  `limits` and its like
read the clock themselves, and keep what anyone makes up until it runs out.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock


@dataclass(frozen=True, slots=True)
class Rate:
    """``burst`` times at once, then once every ``seconds``."""

    burst: int
    seconds: float


class Limit:
    """A rate for each of at most ``most`` keys; ``clock`` gives seconds that never go back.

    With more keys at a time the one that asked longest ago is forgotten: it has regained most.
    """

    def __init__(self, rate: Rate, clock: Callable[[], float], most: int = 10_000) -> None:
        self.rate, self.most = rate, most
        self._clock = clock
        self._full: OrderedDict[str, float] = OrderedDict()  # by key, when its bucket is full again
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._full)

    def take(self, key: str) -> float:
        """0 where it may be done, and was counted; else after how many seconds it may, and nothing is counted."""
        now = self._clock()
        with self._lock:
            full = max(now, self._full.get(key, now)) + self.rate.seconds
            waiting = full - self.rate.burst * self.rate.seconds - now
            # A millionth of a second: sums of floats are not exact.
            if waiting > 1e-6:
                return waiting
            self._full[key] = full
            self._full.move_to_end(key)
            while len(self._full) > self.most or (self._full and next(iter(self._full.values())) <= now):
                self._full.popitem(last=False)
            return 0.0

    def forgive(self, key: str) -> None:
        """Fill the bucket of a key."""
        with self._lock:
            self._full.pop(key, None)
