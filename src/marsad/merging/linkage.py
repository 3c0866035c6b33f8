"""Average linkage over a sparse graph, under what persons ruled.

Tellings that persons hold to be of one event are together from the start.  Then the likeliest pair of groups is joined first, by
the mean log-odds over all their pairs of tellings, as long as that speaks for one event.  Only pairs that are alike at all are
looked at, so that the work grows with these and not with the square of the tellings.

Two tellings that could not be of one event count heavily against joining their groups, but do not forbid it: one day or place
misread would else part an event for good.  Another country or type does forbid it.
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

    ``known`` are the likenesses among ``ids`` above the floor, at which any other pair counts, unless ``unlikely`` tells that
    the two could not be of one event; ``barred`` tells whether two may not come together at all.  Groups are named by their
    least id.
    """

    def __init__(
        self,
        ids: Sequence[str],
        known: Mapping[Pair, Likeness],
        barred: Callable[[str, str], bool],
        unlikely: Callable[[str, str], bool],
        apart: Collection[Pair],
    ) -> None:
        self._known, self._apart = known, apart
        self._barred, self._unlikely = barred, unlikely
        # A unit is what persons hold together; a group is made of units, a unit of tellings.
        self._units: dict[str, list[str]] = {id_: [id_] for id_ in ids}
        self._against: dict[Pair, int | None] = {}

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
        between = self._between(home)
        floor, share, unlikely = weights().floor, weights().share_of_best, weights().unlikely

        def likely(one: str, other: str, against: int) -> float:
            """Between the mean of all pairs, unknown ones at the floor but for those that speak against it, and the best."""
            total, count, best = between[one][other]
            pairs = sizes[one] * sizes[other]
            mean = (total + floor * (pairs - count - against) + unlikely * against) / pairs
            return share * best + (1 - share) * mean

        limit = weights().join
        # Which pairs speak against joining two groups is asked once these are the likeliest; 0 until then.
        heap = [(-likely(a, b, 0), (a, b), 0) for a in between for b in between[a] if a < b]
        heap = [one for one in heap if -one[0] > limit]
        heapify(heap)
        while heap:
            points, (one, other), against = heappop(heap)
            if one not in groups or other not in groups or -points != likely(one, other, against):
                continue
            if not against:
                found = self._speaking_against(groups[one], groups[other])
                if found and (less := likely(one, other, found)) > limit:
                    heappush(heap, (-less, (one, other), found))
                if found != 0:
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
                if (points := likely(one, third, 0)) > limit:
                    heappush(heap, (-points, pair_of(one, third), 0))
        for units in groups.values():
            yield [id_ for unit in units for id_ in self._units[unit]]

    def _between(self, home: Mapping[str, str]) -> dict[str, dict[str, tuple[float, int, float]]]:
        """Of the pairs of tellings between two units: the sum of their log-odds, how many are known, the best."""
        between: dict[str, dict[str, tuple[float, int, float]]] = defaultdict(dict)
        for a, b in sorted(self._known):
            one, other = home[a], home[b]
            if one != other:
                points = self._known[a, b].points
                total, count, best = between[one].get(other, (0.0, 0, points))
                between[one][other] = between[other][one] = total + points, count + 1, max(best, points)
        return between

    def _unit_of(self, id_: str) -> str:
        return next(name for name, ids in self._units.items() if id_ in ids)

    def _speaking_against(self, one: Sequence[str], other: Sequence[str]) -> int | None:
        """How many pairs of tellings of two groups could not be of one event; None where the groups may not come together."""
        total = 0
        for a in one:
            for b in other:
                found = self._of_units(a, b)
                if found is None:
                    return None
                total += found
        return total

    def _of_units(self, one: str, other: str) -> int | None:
        """The same of two units: a person said so, or none of one may come together with any of the other.

        What a person holds together may be of two countries; what goes with one of it then goes with all.
        """
        pair = pair_of(one, other)
        if pair not in self._against:
            pairs = [pair_of(a, b) for a in self._units[one] for b in self._units[other]]
            unknown = [p for p in pairs if p not in self._known]
            if any(p in self._apart for p in pairs) or (
                len(unknown) == len(pairs) and all(self._barred(*p) for p in pairs)
            ):
                self._against[pair] = None
            else:
                self._against[pair] = sum(self._unlikely(*p) for p in unknown)
        return self._against[pair]
