"""An index of many names, each with the key of what it names."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from .bodies import compare_bodies
from .comparison import Comparison
from .persons import compare_persons

K = TypeVar("K", bound=Hashable)
Kind = Literal["person", "body"]


@dataclass(frozen=True, slots=True)
class Hit(Generic[K]):
    """A name of the index that may be meant: its key, the name as given, and how it compares to the query."""

    key: K
    name: str
    comparison: Comparison


class NameIndex(Generic[K]):
    """Names in memory, found by sound across scripts.  Immutable after :meth:`build`."""

    def __init__(self, named: tuple[tuple[K, str, Kind], ...]) -> None:
        self._named = named

    @classmethod
    def build(cls, named: Iterable[tuple[K, str, Kind]]) -> NameIndex[K]:
        """Index ``(key, name, kind)``; a key may have many names."""
        return cls(tuple(named))

    def find(self, query: str, limit: int = 10, kind: Kind | None = None) -> list[Hit[K]]:
        """The names nearest to ``query``, best first, one for each key; of one ``kind`` where it is given."""
        best: dict[K, Hit[K]] = {}
        for key, name, its in self._named:
            if kind is None or kind == its:
                hit = Hit(key, name, (compare_persons if its == "person" else compare_bodies)(query, name))
                if key not in best or hit.comparison.score > best[key].comparison.score:
                    best[key] = hit
        return sorted(best.values(), key=lambda hit: -hit.comparison.score)[:limit]
