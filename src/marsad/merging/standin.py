"""A stand-in for the merging core."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from marsad.records import Claim, Event, Report

from .single import tolls
from .telling import Cluster, Join, Reason, Rulings, Telling

DEFAULT_RULE = "latest-official"


@dataclass(frozen=True, slots=True)
class Keys:
    holds: frozenset[str]
    asks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Likeness:
    points: float
    reasons: tuple[Reason, ...]

    @property
    def score(self) -> float:
        return self.points


def tellings_of(report: Report, claims: Sequence[Claim], rulings: Rulings = Rulings()) -> list[Telling]:
    events = [c for c in claims if c.event and c.certainty != "denied" and c.id not in rulings.excluded]
    return [Telling(report=report, events=(e,), figures=tuple(c for c in claims if c.figure and c.figure.event == e.id)) for e in sorted(events, key=lambda c: (c.start, c.end, c.id))]


def keys_of(telling: Telling) -> Keys:
    e = telling.events[0]
    assert e.event
    key = f"{e.event.type} {e.place.country if e.place else None} {e.date.earliest.toordinal() // 30 if e.date and e.date.earliest else None}"
    return Keys(frozenset([key]), frozenset([key]))


def edges(new: Iterable[Telling], among: Iterable[Telling] = ()) -> dict[tuple[str, str], Likeness]:
    out = {}
    news = list(new)
    every = [*news, *among]
    for a in news:
        for b in every:
            if a.report.id == b.report.id or not (keys_of(a).asks & keys_of(b).holds):
                continue
            x, y = a.events[0], b.events[0]
            gap = abs((x.date.earliest - y.date.earliest).days) if x.date and y.date and x.date.earliest and y.date.earliest else 0
            same = (x.place.text if x.place else None) == (y.place.text if y.place else None)
            if gap <= 2 and same:
                out[min(a.id, b.id), max(a.id, b.id)] = Likeness(0.9 - 0.15 * gap, (Reason("day", str(gap), 1.0 - gap),))
    return out


def clusters(tellings: Sequence[Telling], likenesses: Mapping[tuple[str, str], Likeness], rulings: Rulings = Rulings()) -> list[Cluster]:
    named = {c.id: t.id for t in tellings for c in t.events}
    parent = {t.id: t.id for t in tellings}
    members = {t.id: {t.id} for t in tellings}
    apart = {frozenset((named[a], named[b])) for a, b in rulings.apart if a in named and b in named}

    def root(x: str) -> str:
        while parent[x] != x:
            x = parent[x]
        return x

    joins = {}

    def join(a: str, b: str) -> bool:
        a, b = root(a), root(b)
        if a == b or any(frozenset((x, y)) in apart for x in members[a] for y in members[b]):
            return False
        parent[b] = a
        members[a] |= members.pop(b)
        return True

    for a, b in sorted(rulings.same):
        if a in named and b in named:
            join(named[a], named[b])
    for (a, b), like in sorted(likenesses.items(), key=lambda p: (-p[1].score, p[0])):
        if a in parent and b in parent and like.score > 0.5 and join(a, b):
            joins[a, b] = Join(a, b, like.score, like.reasons)
    by_id = {t.id: t for t in tellings}
    out = []
    for group in members.values():
        told = sorted((by_id[i] for i in group), key=lambda t: (str(t.report.published), t.report.id, t.events[0].start))
        out.append(Cluster(tuple(told), tuple(j for (a, _), j in sorted(joins.items()) if a in group)))
    return out


def event_of(cluster: Cluster, first: str, rule: str = DEFAULT_RULE) -> Event:
    lead = cluster.tellings[0].events[0]
    assert lead.event
    claims = [c for t in cluster.tellings for c in (*t.events, *t.figures)]
    return Event(
        id="e" + sha256(first.encode()).hexdigest()[:16],
        type=lead.event.type,
        status=lead.event.status,
        claims=tuple(c.id for c in claims),
        reports=tuple(dict.fromkeys(t.report.id for t in cluster.tellings)),
        rule=rule,
        date=lead.date,
        place=lead.place,
        roles=lead.event.roles,
        figures=tolls([(c, c.figure) for c in claims if c.figure and c.certainty != "denied"]),
    )
