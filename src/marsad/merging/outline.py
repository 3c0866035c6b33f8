"""What a telling says in the fields that are compared: when, where, who, how many, and in which words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from marsad.catalogue.book import load as catalogue
from marsad.languages.arabic.letters import fold
from marsad.records import Claim, DateRange, Place

from .beside import several
from .telling import Telling
from .weights import weights
from .words import content_words, names_of_places

_PRECISE = frozenset({"site", "town", "district"})
_AGENTS = frozenset({"agent", "organizer", "claimant"})
_COARSE = frozenset({"region", "area", "country"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A point in degrees, ``radius`` in km how far around it the place reaches or may lie; ``precise`` for a town or less,
    ``site`` for less than a town: a quarter, a camp."""

    id: str | None
    latitude: float
    longitude: float
    radius: float
    precise: bool
    site: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """The compared fields of a telling.

    ``earliest`` and ``latest`` are the days between which it happened, ``stated`` whether the report says so or they were
    supposed from its day; ``localities`` the names of towns and the like, also of those that no gazetteer has; ``whom`` the words
    for those targeted; ``counts`` the least and greatest number by measure; ``leading`` whether the report opens with it;
    ``summed`` whether what is counted are the dead of several attacks.
    """

    id: str
    report: str
    type: str
    status: str
    modes: frozenset[str]
    weapons: frozenset[str]
    earliest: date | None
    latest: date | None
    stated: bool
    published: date | None
    country: str | None
    spot: Spot | None
    localities: frozenset[str]
    agents: frozenset[str]
    targets: frozenset[str]
    sectors: frozenset[str]
    whom: frozenset[str]
    counts: dict[str, tuple[float, float]]
    words: frozenset[str]
    leading: bool
    summed: bool = False


@lru_cache(maxsize=100_000)
def lineage(entity: str) -> frozenset[str]:
    """An actor and those it is a branch of, by id."""
    out: list[str] = []
    known: str | None = entity
    while known and known not in out:
        out.append(known)
        entry = catalogue().entry(known)
        known = entry.parent if entry else None
    return frozenset(out)


def outline_of(telling: Telling) -> Outline:
    """The compared fields of ``telling``."""
    report = telling.report
    bodies = [claim.event for claim in telling.events if claim.event]
    leading = telling.events[0].start < weights().lead and not in_passing(telling.events[0])
    stated = next(
        iter(sorted(filter(None, map(_days, telling.events)), key=lambda days: (days[1] - days[0], days))), None
    )
    if stated:
        earliest, latest = stated
    elif report.published:
        days = weights().supposed_days if leading else weights().supposed_days_in_passing
        earliest, latest = report.published - timedelta(days), report.published
    else:
        earliest, latest = None, None
    place = place_told(telling.events)
    roles = [role for body in bodies for role in body.roles]
    agents = [role for role in roles if role.role in _AGENTS]
    targets = [role for role in roles if role.role not in _AGENTS]
    places = [claim.place for claim in telling.events if claim.place]
    counting = {claim.figure.event for claim in telling.figures if claim.figure}
    return Outline(
        id=telling.id,
        report=report.id,
        type=bodies[0].type,
        status=bodies[0].status,
        modes=frozenset(body.mode for body in bodies if body.mode),
        weapons=frozenset(body.weapon for body in bodies if body.weapon),
        earliest=earliest,
        latest=latest,
        stated=stated is not None,
        published=report.published,
        # The country of a place that no gazetteer has is a guess.
        country=next((place.country for place in places if place.country and place.id), None),
        spot=spot_of(place),
        localities=frozenset(fold(place.name or place.text) for place in places if place.precision not in _COARSE)
        | frozenset(name for claim in telling.events for name in names_of_places(claim.text)),
        agents=frozenset(role.entity for role in agents if role.entity),
        targets=frozenset(role.entity for role in targets if role.entity),
        sectors=frozenset(role.type for role in targets if role.type),
        whom=frozenset(word for role in targets for word in content_words(role.text)),
        counts=_counts(telling.figures),
        words=_words(telling, leading),
        leading=leading,
        summed=any(several(claim, report.text) for claim in telling.events if claim.id in counting),
    )


def in_passing(claim: Claim) -> bool:
    """Whether a claim is of an event that its report only names, on its way to something else."""
    return (claim.proposed_by or "").startswith("passing:")


def place_told(events: Iterable[Claim]) -> Place | None:
    """The most precise place that claims of one event name, the first among equals."""
    places = [claim.place for claim in events if claim.place]
    return min(places, key=_rank, default=None)


def spot_of(place: Place | None) -> Spot | None:
    """The point of a place with coordinates, else None; countries have none."""
    if place is None or place.latitude is None or place.longitude is None or place.precision == "country":
        return None
    precise = place.precision in _PRECISE
    radius = place.radius_km if place.radius_km is not None else (5.0 if precise else 100.0)
    return Spot(place.id, place.latitude, place.longitude, radius, precise, place.precision == "site")


def _rank(place: Place) -> int:
    order = ("site", "town", "district", "region", "area", "country")
    return order.index(place.precision) if place.precision else (len(order) if place.country else len(order) + 1)


def _days(claim: Claim) -> tuple[date, date] | None:
    told: DateRange | None = claim.date
    if told is None or told.earliest is None or told.latest is None or told.latest < told.earliest:
        return None
    return told.earliest, told.latest


def _counts(figures: Iterable[Claim]) -> dict[str, tuple[float, float]]:
    """The greatest figure by measure that is no part of another: a sum of all would count one toll told twice."""
    out: dict[str, tuple[float, float]] = {}
    for claim in figures:
        body = claim.figure
        if (
            body is None
            or body.measure not in weights().tolls
            or body.part_of
            or body.low is None
            or claim.certainty == "denied"
        ):
            continue
        high = body.high if body.high is not None else float("inf")
        if body.measure not in out or (body.low, high) > out[body.measure]:
            out[body.measure] = (body.low, high)
    return out


def _words(telling: Telling, leading: bool) -> frozenset[str]:
    texts = [claim.text for claim in (*telling.events, *telling.figures)]
    if leading and telling.report.title:
        texts.append(telling.report.title)
    return frozenset(word for text in texts for word in content_words(text))
