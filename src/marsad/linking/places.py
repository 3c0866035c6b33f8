"""Which of several places of one name is meant: a score of weighed features, each of them told.

The features and weights stand in ``places.yaml``.  Nothing here looks at a text: :mod:`marsad.linking.place_clues` says what a
text tells about a name, and these functions weigh it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from ..catalogue import PlaceEntry
from ..codebook.yaml_file import read_yaml

EARTH_KM = 6371.0
_MOST_PEOPLE = 7.5  # a power of ten: no town has more inhabitants


class _Near(BaseModel):
    model_config = ConfigDict(extra="forbid")
    full: float
    none: float


class Weights(BaseModel):
    """The file's shape."""

    model_config = ConfigDict(extra="forbid")
    weights: dict[str, float]
    near: _Near
    ranks: dict[str, float]
    village: int
    clear: float


@dataclass(frozen=True, slots=True)
class Clues:
    """What a text tells about where a name lies.

    ``kinds`` are kinds of places that the word before speaks of, ``village`` that it is a small one; ``within`` countries, and
    ids of divisions, that the text says it lies in; ``sentence`` and ``report`` how often each country is named there;
    ``near`` middles, in degrees, of places that are known for sure; ``home`` where the report comes from.
    """

    kinds: frozenset[str] = frozenset()
    village: bool = False
    within: frozenset[str] = frozenset()
    sentence: Mapping[str, float] = field(default_factory=dict)
    report: Mapping[str, float] = field(default_factory=dict)
    near: Sequence[tuple[float, float]] = ()
    home: str | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """One feature of a score: ``value`` from 0 to 1, and the ``points`` that it gives at its weight."""

    feature: str
    value: float
    points: float


@dataclass(frozen=True, slots=True)
class Ranked:
    """A place, its score in points, and what makes it up; features that give nothing are left out."""

    place: PlaceEntry
    score: float
    reasons: tuple[Reason, ...]


NOTHING = Clues()


def rank(
    places: Iterable[PlaceEntry], clues: Clues = NOTHING, spelling: Mapping[str, float] | None = None
) -> list[Ranked]:
    """The places with their scores, the likeliest first; of equals the more populous, then by id.

    ``spelling`` tells by id how alike the name is, from 0 to 1; where it is not given, all are spelt alike.
    """
    rules = weights()
    scored = [_scored(place, clues, rules, spelling) for place in places]
    return sorted(scored, key=lambda r: (-r.score, -r.place.population, r.place.id))


def is_clear(ranked: Sequence[Ranked]) -> bool:
    """Whether the first is ahead of the second by enough to be called the one."""
    return len(ranked) == 1 or (len(ranked) > 1 and ranked[0].score - ranked[1].score >= weights().clear)


@cache
def weights() -> Weights:
    """The weights that come with Marsad."""
    return read_yaml(files(__package__) / "places.yaml", Weights)


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance of two points in degrees, by the haversine formula."""
    (lat1, lon1), (lat2, lon2) = a, b
    p, q = math.radians(lat1), math.radians(lat2)
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, h)))


def _scored(place: PlaceEntry, clues: Clues, rules: Weights, spelling: Mapping[str, float] | None) -> Ranked:
    country = place.country or ""
    values = {
        "spelling": spelling.get(place.id, 0.0) if spelling else 0.0,
        "within": float(country in clues.within or (place.parent or "") in clues.within or place.id in clues.within),
        "kind": float(place.kind in clues.kinds or (place.kind == "capital" and "town" in clues.kinds)),
        "size": float(clues.village and place.population > rules.village),
        "sentence": _share(clues.sentence, country),
        "about": _share(clues.report, country),
        "told": float(country in clues.report),
        "near": _nearness(place, clues.near, rules.near),
        "home": float(bool(country) and country == clues.home),
        "rank": rules.ranks[place.kind],
        "people": min(1.0, math.log10(place.population) / _MOST_PEOPLE) if place.population > 1 else 0.0,
    }
    reasons = tuple(Reason(f, v, v * rules.weights[f]) for f, v in values.items() if v)
    return Ranked(place, sum(r.points for r in reasons), reasons)


def _share(votes: Mapping[str, float], country: str) -> float:
    if not votes or country not in votes:
        return 0.0
    return votes[country] / sum(votes.values())


def _nearness(place: PlaceEntry, near: Sequence[tuple[float, float]], reach: _Near) -> float:
    if not near or place.latitude is None or place.longitude is None or place.kind in ("country", "area"):
        return 0.0
    closest = min(distance_km((place.latitude, place.longitude), other) for other in near)
    return max(0.0, min(1.0, (reach.none - closest) / (reach.none - reach.full)))
