"""The joins that hold events together: one fewer than an event has tellings, those made first kept as long as they hold."""

from __future__ import annotations

from collections.abc import Iterable

from marsad.merging.likeness import Likeness

from .neighbourhood import Region

Numbers = tuple[int, int]


def spanning(
    around: Region, before: Iterable[Numbers], same: Iterable[tuple[str, str]]
) -> tuple[set[Numbers], dict[Numbers, Likeness]]:
    """The joins of ``before`` that hold on, and new ones, the most alike first, that connect the rest of each cluster.

    Joins are pairs of tellings by number, the lower first.  What ``same`` rules to be one, by ids of claims, needs no join.
    Since a join stands from when it was made, what it connects are the events there were at that time.
    """
    number_of = {one.telling.id: number for number, one in around.tellings.items()}
    home = {claim.id: number for number, one in around.tellings.items() for claim in one.telling.events}
    cluster = {number_of[told.id]: at for at, one in enumerate(around.clusters) for told in one.tellings}
    parts = Parts()
    for one, other in same:
        if one in home and other in home:
            parts.join(home[one], home[other])
    standing = {pair for pair in before if pair[0] in cluster and cluster[pair[0]] == cluster.get(pair[1])}
    for pair in standing:
        parts.join(*pair)
    made = {}
    for (one, other), like in sorted(around.alike.items(), key=lambda found: (-found[1].points, found[0])):
        low, high = sorted((number_of.get(one, -1), number_of.get(other, -1)))
        if low in cluster and cluster[low] == cluster[high] and parts.join(low, high):
            made[low, high] = like
    return standing, made


class Parts:
    """Numbers in parts that are joined two by two."""

    def __init__(self) -> None:
        self._parent: dict[int, int] = {}

    def join(self, one: int, other: int) -> bool:
        """Make one part of the two; False where they are already."""
        first, second = self._root(one), self._root(other)
        self._parent[second] = first
        return first != second

    def _root(self, number: int) -> int:
        while (parent := self._parent.get(number, number)) != number:
            self._parent[number] = number = self._parent.get(parent, parent)
        return number
