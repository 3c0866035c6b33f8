"""An index of many names, each with the key of what it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from . import bodies, persons
from .comparison import Comparison
from .forms import Form
from .matching import Reading, Weights
from .parts import parts_of
from .shelf import Shelf, Term

K = TypeVar("K", bound=Hashable)
P = TypeVar("P")
Kind = Literal["person", "body"]

# Of names that may score enough to be told at all, so many are compared in all, and of one key.
_MOST, _EACH = 60, 3


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
    read: Callable[[Sequence[P], Sequence[P], Callable[[Form, Form], float]], Reading]
    explained: Callable[[Sequence[P], Sequence[P], Reading], Comparison]
    weights: Weights
    least: float


class _Side(Generic[K, P]):
    """The names of one kind."""

    def __init__(self, named: list[tuple[K, str]], way: _Way[P]) -> None:
        self._named, self._way = named, way
        self._parts = [way.parts_of(name) for _, name in named]
        self._shelf = Shelf([way.terms(parts) for parts in self._parts], way.weights)

    def find(self, query: str, limit: int) -> list[Hit[K]]:
        mine = self._way.parts_of(query)
        best: dict[K, tuple[float, int, Reading]] = {}
        tried: Counter[K] = Counter()
        worst = self._way.least
        for number, bound in self._shelf.best(self._way.terms(mine), _MOST, self._way.least):
            if bound <= worst:
                break
            key = self._named[number][0]
            tried[key] += 1
            if tried[key] > _EACH:
                continue
            reading = self._way.read(mine, self._parts[number], self._shelf.fit)
            if reading.score > (best[key][0] if key in best else worst):
                best[key] = (reading.score, number, reading)
                if len(best) >= limit:
                    worst = sorted((score for score, _, _ in best.values()), reverse=True)[limit - 1]
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
            _Way(parts_of, persons.terms, persons.read, persons.explained, persons.WEIGHTS, 0.15),
        )
        self._bodies = _Side(
            sides["body"], _Way(bodies.words_of, bodies.terms, bodies.read, bodies.explained, bodies.WEIGHTS, 0.3)
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
