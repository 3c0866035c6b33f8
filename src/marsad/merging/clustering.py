"""Tellings into clusters of one event each, without chaining.

The likeliest pair of clusters is joined first, by the mean log-odds over all their pairs of tellings, as long as that speaks for
one event (average linkage).  A telling that is like one member and unlike the others therefore stays out.  The outcome depends
on which tellings there are, not on their order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

from .blocking import keys_of, neighbours, pair_of
from .likeness import Likeness, barred, likeness, told_apart, unlikely
from .linkage import Linkage
from .outline import Outline, outline_of
from .telling import NO_RULINGS, Cluster, Join, Reason, Rulings, Telling
from .weights import weights

Pair = tuple[str, str]
_RULED = 1e6


def likenesses(outlines: Iterable[Outline]) -> dict[Pair, Likeness]:
    """Likenesses above the floor of tellings that share a key."""
    return likenesses_of(neighbours((outline, keys_of(outline)) for outline in outlines))


def likenesses_of(pairs: Iterable[tuple[Outline, Outline]]) -> dict[Pair, Likeness]:
    """The likenesses above the floor of these pairs."""
    found: dict[Pair, Likeness] = {}
    for a, b in pairs:
        alike = told_apart(a, b) if a.report == b.report else likeness(a, b)
        if alike and (alike.points >= weights().floor or a.report == b.report):
            found[pair_of(a.id, b.id)] = alike
    return found


def clusters(
    tellings: Sequence[Telling],
    alike: Mapping[Pair, Likeness] | None = None,
    rulings: Rulings = NO_RULINGS,
    outlines: Mapping[str, Outline] | None = None,
) -> list[Cluster]:
    """The events that ``tellings`` are of, in the order of their first tellings.

    ``alike`` are their likenesses above the floor, ``outlines`` their outlines by id, worked out where not given; a pair that has
    no likeness counts at the floor.
    """
    by_id = {telling.id: telling for telling in tellings}
    outline = outlines.__getitem__ if outlines else cache(lambda id_: outline_of(by_id[id_]))
    known = likenesses(map(outline, by_id)) if alike is None else alike
    homes = {claim.id: telling.id for telling in tellings for claim in telling.events}
    same, apart = _between(rulings.same, homes), _between(rulings.apart, homes)
    out = []
    parts = list(components(sorted(by_id), links(known) | same))
    home = {id_: at for at, part in enumerate(parts) for id_ in part}
    inside: dict[int, dict[Pair, Likeness]] = defaultdict(dict)
    for (one, other), found in known.items():
        if one in home and home[one] == home.get(other):
            inside[home[one]][one, other] = found
    for at, part in enumerate(parts):
        for joined in _joined(part, outline, inside[at], same, apart):
            out.append(_cluster(joined, by_id, inside[at], same))
    return sorted(out, key=lambda cluster: order(cluster.tellings[0]))


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
    outline: Callable[[str], Outline],
    known: Mapping[Pair, Likeness],
    same: frozenset[Pair],
    apart: frozenset[Pair],
) -> Iterator[Sequence[str]]:
    """The clusters of one connected part."""
    if len(part) == 1:
        yield part
        return
    linkage = Linkage(
        part,
        known,
        lambda a, b: barred(outline(a), outline(b)),
        lambda a, b: unlikely(outline(a), outline(b)),
        apart,
    )
    linkage.rule(same)
    yield from linkage.groups()


def _cluster(
    ids: Iterable[str], by_id: Mapping[str, Telling], known: Mapping[Pair, Likeness], same: frozenset[Pair]
) -> Cluster:
    """Tellings in order, each but the first joined to the one before it that it is most like."""
    ordered = sorted((by_id[id_] for id_ in ids), key=order)
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


def order(telling: Telling) -> tuple[str, str, int, str]:
    """What tellings are ordered by: the day published, the report's id, the place in the text."""
    day = telling.report.published
    return day.isoformat() if day else "9999", telling.report.id, telling.events[0].start, telling.id
