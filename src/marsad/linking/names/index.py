"""An index of many names, each with the key of what it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, Literal, NamedTuple, TypeVar

from . import bodies, persons
from .comparison import Comparison, PartScore
from .matching import Reading, Weights
from .parts import parts_of
from .shelf import Ideas, Shelf, Term
from .sounds import Fits

K = TypeVar("K", bound=Hashable)
P = TypeVar("P")
Kind = Literal["person", "body"]

# Of names that may score enough to be told at all, so many are compared in all, and of one key.
_MOST, _EACH = 60, 3
# Bounds are so much off at most, being kept in fewer digits than scores.
_ROUNDED = 1e-5


@dataclass(frozen=True, slots=True)
class Hit(Generic[K]):
    """A name of the index that may be meant: its key, the name as given, and how it compares to the query."""

    key: K
    name: str
    comparison: Comparison


def _no_ideas(_: str) -> frozenset[str]:
    return frozenset()


@dataclass(frozen=True, slots=True)
class _Way(Generic[P]):
    """How names of one kind are taken apart, found and compared."""

    parts_of: Callable[[str], Sequence[P]]
    terms: Callable[[Sequence[P]], list[Term]]
    read: Callable[[Sequence[P], Sequence[P], Fits], Reading]
    explained: Callable[[Sequence[P], Sequence[P], Reading], tuple[PartScore, ...]]
    weights: Weights
    least: float
    ideas: Ideas = _no_ideas
    sure: float = 1.0


class _Found(NamedTuple, Generic[K]):
    """A hit that is not explained yet: ``number`` of the name on its side, and how it reads."""

    score: float
    number: int
    key: K
    reading: Reading


class _Side(Generic[K, P]):
    """The names of one kind."""

    def __init__(self, named: list[tuple[K, str]], way: _Way[P]) -> None:
        self._named, self._way = named, way
        self._parts = [way.parts_of(name) for _, name in named]
        self._shelf = Shelf([way.terms(parts) for parts in self._parts], way.weights, way.ideas, way.sure)

    def find(self, query: str, limit: int) -> list[_Found[K]]:
        """The best name of each of ``limit`` keys, best first."""
        mine = self._way.parts_of(query)
        best: dict[K, _Found[K]] = {}
        tried: Counter[K] = Counter()
        worst = self._way.least
        for number, bound in self._shelf.best(self._way.terms(mine), _MOST, self._way.least):
            if bound <= worst + _ROUNDED:
                break
            key = self._named[number][0]
            if self._way.sure == 1 and key in best and bound <= best[key].score + _ROUNDED:
                continue
            tried[key] += 1
            if tried[key] > _EACH:
                continue
            reading = self._way.read(mine, self._parts[number], self._shelf.fits)
            if reading.score > (best[key].score if key in best else worst):
                best[key] = _Found(reading.score, number, key, reading)
                if len(best) >= limit:
                    worst = sorted([one.score for one in best.values()], reverse=True)[limit - 1]
        return sorted(best.values(), key=lambda one: (-one.score, one.number))[:limit]

    def hit(self, query: str, found: _Found[K]) -> Hit[K]:
        """What was found, with its reasons."""
        explained = partial(self._way.explained, self._way.parts_of(query), self._parts[found.number], found.reading)
        return Hit(found.key, self._named[found.number][1], Comparison(found.score, explained))


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
            _Way(parts_of, persons.terms, persons.read, persons.explained, persons.WEIGHTS, 0.15, sure=0.8),
        )
        self._bodies = _Side(
            sides["body"],
            _Way(bodies.words_of, bodies.terms, bodies.read, bodies.explained, bodies.WEIGHTS, 0.3, bodies.ideas_of),
        )

    @classmethod
    def build(cls, named: Iterable[tuple[K, str, Kind]]) -> NameIndex[K]:
        """Index ``(key, name, kind)``; a key may have many names."""
        return cls(named)

    def find(self, query: str, limit: int = 10, kind: Kind | None = None) -> list[Hit[K]]:
        """The names nearest to ``query``, best first, the best one of each key; of one ``kind`` where it is given.

        Names that have next to nothing in common with the query are left out, so that the list may be empty.
        """
        found: list[tuple[_Found[K], Callable[[str, _Found[K]], Hit[K]]]] = []
        if kind != "body":
            found += [(one, self._persons.hit) for one in self._persons.find(query, limit)]
        if kind != "person":
            found += [(one, self._bodies.hit) for one in self._bodies.find(query, limit)]
        found.sort(key=lambda one: -one[0].score)
        return [hit(query, one) for one, hit in found[:limit]]
