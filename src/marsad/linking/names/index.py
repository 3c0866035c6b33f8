"""An index of many names, each with the key of what it names."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from . import bodies, persons
from .comparison import Comparison
from .matching import Reading, Weights
from .shelf import Shelf, Term

K = TypeVar("K", bound=Hashable)
P = TypeVar("P")
Kind = Literal["person", "body"]

# Names that cannot score this much are not compared; of the others so many for each hit that is wanted.
_LEAST, _EACH = 0.1, 2


@dataclass(frozen=True, slots=True)
class Hit(Generic[K]):
    """A name of the index that may be meant: its key, the name as given, and how it compares to the query."""

    key: K
    name: str
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class _Way(Generic[P]):
    """How names of one kind are taken apart, found and compared."""

    parts_of: Callable[[str], Sequence[P]]
    terms: Callable[[Sequence[P]], list[Term]]
    read: Callable[[Sequence[P], Sequence[P]], Reading]
    explained: Callable[[Sequence[P], Sequence[P], Reading], Comparison]
    weights: Weights


class _Side(Generic[K, P]):
    """The names of one kind."""

    def __init__(self, named: list[tuple[K, str]], way: _Way[P]) -> None:
        self._named, self._way = named, way
        self._parts = [way.parts_of(name) for _, name in named]
        self._shelf = Shelf([way.terms(parts) for parts in self._parts], way.weights)

    def find(self, query: str, limit: int) -> list[Hit[K]]:
        mine = self._way.parts_of(query)
        best: dict[K, tuple[float, int, Reading]] = {}
        for number in self._shelf.best(self._way.terms(mine), limit * _EACH, _LEAST):
            key, reading = self._named[number][0], self._way.read(mine, self._parts[number])
            if reading.score >= _LEAST and (key not in best or reading.score > best[key][0]):
                best[key] = (reading.score, number, reading)
        ranked = sorted(best.items(), key=lambda one: (-one[1][0], one[1][1]))[:limit]
        return [
            Hit(key, self._named[number][1], self._way.explained(mine, self._parts[number], reading))
            for key, (_, number, reading) in ranked
        ]


class NameIndex(Generic[K]):
    """Names in memory, found by sound across scripts, and by meaning too where they name bodies.

    Immutable once built.
    """

    def __init__(self, named: Iterable[tuple[K, str, Kind]]) -> None:
        sides: dict[Kind, list[tuple[K, str]]] = {"person": [], "body": []}
        for key, name, kind in dict.fromkeys(named):
            sides[kind].append((key, name))
        self._persons = _Side(
            sides["person"],
            _Way(persons.parts_of, persons.terms, persons.read, persons.explained, persons.WEIGHTS),
        )
        self._bodies = _Side(
            sides["body"], _Way(bodies.words_of, bodies.terms, bodies.read, bodies.explained, bodies.WEIGHTS)
        )

    @classmethod
    def build(cls, named: Iterable[tuple[K, str, Kind]]) -> NameIndex[K]:
        """Index ``(key, name, kind)``; a key may have many names."""
        return cls(named)

    def find(self, query: str, limit: int = 10, kind: Kind | None = None) -> list[Hit[K]]:
        """The names nearest to ``query``, best first, the best one of each key; of one ``kind`` where it is given.

        Names that have next to nothing in common with the query are left out, so that the list may be empty.
        """
        hits: list[Hit[K]] = []
        if kind != "body":
            hits += self._persons.find(query, limit)
        if kind != "person":
            hits += self._bodies.find(query, limit)
        return sorted(hits, key=lambda hit: -hit.comparison.score)[:limit]
