"""A cluster of tellings as one event: what most of them say, the most precise of it first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from hashlib import sha256

from marsad.languages.arabic.letters import fold
from marsad.records import Bounds, Claim, DateRange, Event, EventBody, Place, Role, Status

from .outline import lineage, spot_of
from .telling import Cluster, Telling
from .weights import weights

_STATUSES: tuple[Status, ...] = ("occurred", "ongoing", "attempted", "foiled", "threatened", "planned")
_TOLD_AS_NEWS: frozenset[Status] = frozenset({"occurred", "ongoing", "attempted", "foiled"})


def event_id(first: str) -> str:
    """The id of the event that the claim ``first`` tells of: it stays with that claim, whatever joins it later."""
    return "e" + sha256(first.encode()).hexdigest()[:16]


def event_of(cluster: Cluster, first: str, rule: str, figures: dict[str, Bounds]) -> Event:
    """The event of a cluster; ``first`` is the claim of it that was recorded first, ``figures`` its tolls under ``rule``."""
    tellings = cluster.tellings
    claims = [claim for telling in tellings for claim in telling.events]
    bodies = [claim.event for claim in claims if claim.event]
    all_claims = [claim.id for t in tellings for claim in (*t.events, *t.denials, *t.figures)]
    return Event(
        id=event_id(first),
        type=bodies[0].type,
        status=_status(bodies),
        claims=tuple(dict.fromkeys(all_claims)),
        reports=tuple(dict.fromkeys(telling.report.id for telling in tellings)),
        rule=rule,
        date=_date(tellings),
        place=_place(claims),
        roles=_roles(claims),
        figures=figures,
    )


def _status(bodies: Sequence[EventBody]) -> Status:
    """The status that most claims give, the one nearest to a deed among equals."""
    counts = Counter(body.status for body in bodies)
    return min(counts, key=lambda status: (-counts[status], _STATUSES.index(status)))


def _date(tellings: Sequence[Telling]) -> DateRange | None:
    """The days that most reports state, the more precise and then the earlier told among equals.

    Where none states any, and a report opens with the event as news, it happened in the days up to the first such report: a
    week, and marked as inferred.
    """
    votes: dict[tuple[object, object], list[DateRange]] = defaultdict(list)
    for telling in tellings:
        dates = {
            (c.date.earliest, c.date.latest): c.date
            for c in telling.events
            if c.date and c.date.earliest and c.date.latest
        }
        for days, date in dates.items():
            votes[days].append(date)
    if votes:
        ordered = list(votes.values())
        return min(ordered, key=lambda dates: (-len(dates), _length(dates[0]), ordered.index(dates)))[0]
    open_ended = next((c.date for t in tellings for c in t.events if c.date), None)
    if open_ended:
        return open_ended
    news = [t for t in tellings if t.report.published and t.events[0].start < weights().lead and _is_news(t)]
    if not news:
        return None
    latest = min(t.report.published for t in news if t.report.published)
    return DateRange(earliest=latest - timedelta(6), latest=latest, precision="week", inferred=True)


def _is_news(telling: Telling) -> bool:
    body = telling.events[0].event
    return body is not None and body.status in _TOLD_AS_NEWS


def _length(date: DateRange) -> int:
    assert date.earliest is not None
    assert date.latest is not None
    return (date.latest - date.earliest).days


def _place(claims: Iterable[Claim]) -> Place | None:
    """The place that most claims name, a more precise one that lies in it counting for it, the most precise of those."""
    places = [claim.place for claim in claims if claim.place]
    if not places:
        return None
    votes = Counter(_place_key(place) for place in places)
    firsts = {_place_key(place): place for place in reversed(places)}
    return firsts[
        min(votes, key=lambda key: (not _is_precise(firsts[key]), -votes[key], list(reversed(firsts)).index(key)))
    ]


def _place_key(place: Place) -> str:
    return place.id or f"{place.country} {fold(place.name or place.text)}"


def _is_precise(place: Place) -> bool:
    spot = spot_of(place)
    return spot is not None and spot.precise


def _roles(claims: Iterable[Claim]) -> tuple[Role, ...]:
    """Who takes part, those named by most first; words without a name only where a role has no name at all."""
    found: dict[str, dict[str, list[Role]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        for role in claim.event.roles if claim.event else ():
            found[role.role][role.entity or fold(role.name or role.text)].append(role)
    out = []
    for ways in found.values():
        named = {key: roles for key, roles in ways.items() if roles[0].entity or roles[0].name}
        kept = sorted((named or ways).values(), key=lambda roles: -len(roles))
        entities = {roles[0].entity for roles in kept if roles[0].entity}
        out += [roles[0] for roles in kept if not _told_closer(roles[0], entities)]
    return tuple(out)


def _told_closer(role: Role, entities: Iterable[str | None]) -> bool:
    """Whether a branch of the same actor is named as well."""
    return role.entity is not None and any(e and e != role.entity and role.entity in lineage(e) for e in entities)
