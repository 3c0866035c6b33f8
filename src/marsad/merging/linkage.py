"""Average linkage over a sparse graph, under what persons ruled.

Tellings that persons hold to be of one event are together from the start.  Then the likeliest pair of groups is joined first, by
the mean log-odds over all their pairs of tellings, as long as that speaks for one event.  Only pairs that are alike at all are
looked at, so that the work grows with these and not with the square of the tellings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush

from .blocking import pair_of
from .likeness import Likeness
from .weights import weights

Pair = tuple[str, str]


class Linkage:
    """Groups of one connected part of the tellings.

    ``known`` are the likenesses among ``ids`` above the floor, at which any other pair counts.  ``exclusive`` tells of two
    tellings whether they cannot be of one event.  Groups are named by their least id.
    """

    def __init__(
        self,
        ids: Sequence[str],
        known: Mapping[Pair, Likeness],
        exclusive: Callable[[str, str], bool],
        apart: Collection[Pair],
    ) -> None:
        self._known, self._exclusive, self._apart = known, exclusive, apart
        # A unit is what persons hold together; a group is made of units, a unit of tellings.
        self._units: dict[str, list[str]] = {id_: [id_] for id_ in ids}
        self._barred: dict[Pair, bool] = {}

    def rule(self, same: Collection[Pair]) -> None:
        """Hold tellings together; where that goes against what is ruled apart, the later pairs in their order fall away."""
        inside = set(self._units)
        for one, other in sorted(pair for pair in same if inside.issuperset(pair)):
            first, second = sorted((self._unit_of(one), self._unit_of(other)))
            mine, theirs = self._units[first], self._units[second]
            if first != second and not any(pair_of(a, b) in self._apart for a in mine for b in theirs):
                self._units[first] = sorted(mine + self._units.pop(second))

    def groups(self) -> Iterator[list[str]]:
        """The tellings of each event."""
        home = {id_: name for name, ids in self._units.items() for id_ in ids}
        groups = {name: [name] for name in self._units}  # of units
        sizes = {name: len(ids) for name, ids in self._units.items()}
        floor, share = weights().floor, weights().share_of_best
        # Of the pairs of tellings between two groups: the sum of their log-odds, how many are known, the best.
        between: dict[str, dict[str, tuple[float, int, float]]] = defaultdict(dict)
        for a, b in sorted(self._known):
            one, other = home[a], home[b]
            if one != other:
                points = self._known[a, b].points
                total, count, best = between[one].get(other, (0.0, 0, points))
                between[one][other] = between[other][one] = total + points, count + 1, max(best, points)

        def likely(one: str, other: str) -> float:
            """Between the mean of all pairs, unknown ones at the floor, and the best."""
            total, count, best = between[one][other]
            pairs = sizes[one] * sizes[other]
            return share * best + (1 - share) * (total + floor * (pairs - count)) / pairs

        limit = weights().join
        heap = [(-likely(a, b), (a, b)) for a in between for b in between[a] if a < b]
        heap = [one for one in heap if -one[0] > limit]
        heapify(heap)
        while heap:
            points, (one, other) = heappop(heap)
            if one not in groups or other not in groups or -points != likely(one, other):
                continue
            if any(self._is_barred(a, b) for a in groups[one] for b in groups[other]):
                continue
            groups[one] += groups.pop(other)
            sizes[one] += sizes.pop(other)
            for third, theirs in between.pop(other).items():
                del between[third][other]
                if third == one:
                    continue
                if mine := between[one].get(third):
                    theirs = theirs[0] + mine[0], theirs[1] + mine[1], max(theirs[2], mine[2])
                between[one][third] = between[third][one] = theirs
            for third in between[one]:
                if (points := likely(one, third)) > limit:
                    heappush(heap, (-points, pair_of(one, third)))
        for units in groups.values():
            yield [id_ for unit in units for id_ in self._units[unit]]

    def _unit_of(self, id_: str) -> str:
        return next(name for name, ids in self._units.items() if id_ in ids)

    def _is_barred(self, one: str, other: str) -> bool:
        """Whether two units may not come together: a person said so, or none of one could be of an event with any of the other.

        What a person holds together may be of two countries; what goes with one of it then goes with all.
        """
        pair = pair_of(one, other)
        if pair not in self._barred:
            pairs = [pair_of(a, b) for a in self._units[one] for b in self._units[other]]
            self._barred[pair] = any(p in self._apart for p in pairs) or all(
                p not in self._known and self._exclusive(*p) for p in pairs
            )
        return self._barred[pair]
