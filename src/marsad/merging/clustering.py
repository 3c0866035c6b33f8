"""Tellings into clusters of one event each, without chaining.

The likeliest pair of clusters is joined first, by the mean log-odds over all their pairs of tellings, as long as that speaks for
one event (average linkage).  A telling that is like one member and unlike the others therefore stays out.  The outcome depends
on which tellings there are, not on their order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import combinations

from .blocking import neighbours, pair_of
from .likeness import Likeness, exclusive, likeness
from .outline import Outline, outline_of
from .telling import NO_RULINGS, Cluster, Join, Reason, Rulings, Telling
from .weights import weights

Pair = tuple[str, str]
_RULED = 1e6


def likenesses(outlines: Iterable[Outline], among: Iterable[Outline] | None = None) -> dict[Pair, Likeness]:
    """Likenesses above the floor of tellings that share a key; with ``among``, those of the new with each other and with it."""
    found: dict[Pair, Likeness] = {}
    for a, b in neighbours(outlines, among):
        alike = likeness(a, b)
        if alike and alike.points >= weights().floor:
            found[pair_of(a.id, b.id)] = alike
    return found


def clusters(
    tellings: Sequence[Telling], alike: Mapping[Pair, Likeness] | None = None, rulings: Rulings = NO_RULINGS
) -> list[Cluster]:
    """The events that ``tellings`` are of, in the order of their first tellings.

    ``alike`` are their likenesses above the floor, worked out where not given; a pair that has none counts at the floor.
    """
    by_id = {telling.id: telling for telling in tellings}
    outlines = {id_: outline_of(telling) for id_, telling in by_id.items()}
    known = likenesses(outlines.values()) if alike is None else alike
    homes = {claim.id: telling.id for telling in tellings for claim in telling.events}
    same, apart = _between(rulings.same, homes), _between(rulings.apart, homes)
    out = [
        _cluster(found, by_id, known, same)
        for part in components(sorted(by_id), links(known) | same)
        for found in _joined(part, outlines, known, same - apart, apart)
    ]
    return sorted(out, key=lambda cluster: _order(cluster.tellings[0]))


def _between(pairs: Iterable[Pair], homes: Mapping[str, str]) -> frozenset[Pair]:
    """Rulings on claims as pairs of tellings; those on a claim that is not there, or within one telling, fall away."""
    found = ((homes.get(one), homes.get(other)) for one, other in pairs)
    return frozenset(pair_of(one, other) for one, other in found if one and other and one != other)


def links(alike: Mapping[Pair, Likeness]) -> frozenset[Pair]:
    """The pairs that may be one event by themselves.

    A mean above the limit has at least one such pair in it, so that a cluster never reaches beyond what these connect.
    """
    return frozenset(pair for pair, found in alike.items() if found.points > weights().join)


def components(ids: Sequence[str], pairs: Iterable[Pair]) -> Iterator[list[str]]:
    """The parts of the graph of ``pairs``, each in the order of ``ids``."""
    parent = {id_: id_ for id_ in ids}

    def root(id_: str) -> str:
        while parent[id_] != id_:
            parent[id_] = parent[parent[id_]]
            id_ = parent[id_]
        return id_

    for one, other in pairs:
        if one in parent and other in parent:
            first, second = sorted((root(one), root(other)))
            parent[second] = first
    parts: dict[str, list[str]] = defaultdict(list)
    for id_ in ids:
        parts[root(id_)].append(id_)
    yield from parts.values()


def _joined(
    part: Sequence[str],
    outlines: Mapping[str, Outline],
    known: Mapping[Pair, Likeness],
    same: frozenset[Pair],
    apart: frozenset[Pair],
) -> Iterator[frozenset[str]]:
    """The clusters of one connected part."""
    if len(part) == 1:
        yield frozenset(part)
        return
    groups: dict[str, frozenset[str]] = {id_: frozenset([id_]) for id_ in part}
    sums: dict[Pair, float] = {}
    barred: set[Pair] = set()
    for one, other in combinations(part, 2):
        pair = pair_of(one, other)
        if pair in same:
            sums[pair] = _RULED
        elif pair in apart or (pair not in known and exclusive(outlines[one], outlines[other])):
            barred.add(pair)
        else:
            sums[pair] = known[pair].points if pair in known else weights().floor
    best = dict(sums)
    heap = [(-points, pair) for pair, points in sums.items() if points > weights().join]
    heapify(heap)
    while heap:
        points, (one, other) = heappop(heap)
        pair = (one, other)
        if one not in groups or other not in groups or pair in barred or -points != _mean(pair, groups, sums, best):
            continue
        joined = groups.pop(other) | groups[one]
        groups[one] = joined
        for third in groups:
            if third == one:
                continue
            mine, theirs = pair_of(one, third), pair_of(other, third)
            if mine in barred or theirs in barred:
                barred.add(mine)
                continue
            sums[mine] = sums[mine] + sums[theirs]
            best[mine] = max(best[mine], best[theirs])
            if (mean := _mean(mine, groups, sums, best)) > weights().join:
                heappush(heap, (-mean, mine))
    yield from groups.values()


def _mean(pair: Pair, groups: Mapping[str, frozenset[str]], sums: Mapping[Pair, float], best: Mapping[Pair, float]) -> float:
    one, other = pair
    share = weights().share_of_best
    return share * best[pair] + (1 - share) * sums[pair] / (len(groups[one]) * len(groups[other]))


def _cluster(
    ids: frozenset[str], by_id: Mapping[str, Telling], known: Mapping[Pair, Likeness], same: frozenset[Pair]
) -> Cluster:
    """Tellings in order, each but the first joined to the one before it that it is most like."""
    ordered = sorted((by_id[id_] for id_ in ids), key=_order)
    joins = []
    for at, telling in enumerate(ordered[1:], start=1):
        earlier = [pair_of(telling.id, other.id) for other in ordered[:at]]
        joins.append(_join(earlier, known, same))
    return Cluster(tuple(ordered), tuple(joins))


def _join(pairs: Sequence[Pair], known: Mapping[Pair, Likeness], same: frozenset[Pair]) -> Join:
    """Why a telling belongs to those before it: a person's ruling, or the pair most alike."""
    ruled = sorted(pair for pair in pairs if pair in same)
    if ruled:
        return Join(*ruled[0], 1.0, (Reason("ruled", "a person held them to be one event", _RULED),))
    likely = [(-known[pair].points, pair) for pair in pairs if pair in known]
    if not likely:
        return Join(*min(pairs), 0.0, (Reason("by others", "like tellings that come later", 0.0),))
    pair = min(likely)[1]
    return Join(*pair, known[pair].score, known[pair].reasons)


def _order(telling: Telling) -> tuple[str, str, int, str]:
    day = telling.report.published
    return day.isoformat() if day else "9999", telling.report.id, telling.events[0].start, telling.id
