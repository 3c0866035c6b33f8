"""What was found out about a word, kept for when it comes again, in bounded space."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
_MOST_WORDS = 65_536


class Memo(dict[str, T]):
    """Word -> what ``make`` gives for it, made when first asked for.

    Holds two generations: when the newer is full, words not asked for since it was last full are forgotten.
    Unlike an LRU cache it costs a plain look-up for a known word.
    """

    def __init__(self, make: Callable[[str], T], most: int = _MOST_WORDS) -> None:
        super().__init__()
        self._make = make
        self._most = most
        self._older: dict[str, T] = {}

    def __missing__(self, word: str) -> T:
        if len(self) >= self._most:
            self._older = dict(self)
            super().clear()
        self[word] = found = self._older[word] if word in self._older else self._make(word)
        return found

    def clear(self) -> None:
        """Forget everything."""
        super().clear()
        self._older.clear()
