"""Which tellings are compared at all: those that share a type, and a place or an actor or a toll, and days.

Every telling holds keys and asks for keys; two are compared where one asks for what the other holds.  That goes both ways by
construction.  A telling with precise days and place holds keys for all who ask, and asks for those of its own days and
surroundings; one with vague days or place asks widely, but is found by few keys.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from .outline import Outline, Spot
from .weights import weights
from .words import rarity

_CELL = 1.0  # degrees
_TELLING = 2  # a toll of one or two is no sign
_RAREST = 4


@dataclass(frozen=True, slots=True)
class Keys:
    """``holds``: under which keys a telling is found; ``asks``: which keys of others it is compared with."""

    holds: frozenset[str]
    asks: frozenset[str]


def keys_of(outline: Outline) -> Keys:
    """The blocking keys of a telling."""
    holds: set[str] = set()
    asks: set[str] = set()
    for time_holds, time_asks in _times(outline):
        for place_holds, place_asks in _places(outline):
            holds |= {f"{outline.type}|{t}|{p}" for t, p in product(time_holds, place_holds)}
            asks |= {f"{outline.type}|{t}|{p}" for t, p in product(time_asks, place_asks)}
    return Keys(frozenset(holds), frozenset(asks))


def neighbours(
    keyed: Iterable[tuple[Outline, Keys]], held: Mapping[str, Iterable[Outline]] | None = None
) -> Iterator[tuple[Outline, Outline]]:
    """Each pair to compare, once: of outlines, given with their keys, with each other and with others that ``held`` has by the
    keys these hold.
    """
    new = list(keyed)
    holders: dict[str, list[Outline]] = defaultdict(list, {key: list(some) for key, some in (held or {}).items()})
    for outline, keys in new:
        for key in keys.holds:
            holders[key].append(outline)
    done: set[tuple[str, str]] = set()
    for outline, keys in new:
        for key in keys.asks & holders.keys():
            for other in holders[key]:
                pair = pair_of(outline.id, other.id)
                if outline.id != other.id and pair not in done:
                    done.add(pair)
                    yield outline, other


def pair_of(one: str, other: str) -> tuple[str, str]:
    """A pair of ids in the order of the alphabet."""
    return (one, other) if one < other else (other, one)


def _times(outline: Outline) -> Iterator[tuple[set[str], set[str]]]:
    """Keys of days held and asked for: buckets of days where they are precise, years where not."""
    first, last = outline.earliest, outline.latest
    if first is None or last is None:
        yield {"undated"}, {"undated"}
        return
    years = {f"{year}" for year in range(first.year, last.year + 1)}
    if (last - first).days > weights().precise_days:
        yield {f"vague {year}" for year in years}, {f"year {y}" for y in years} | {f"vague {y}" for y in years}
        return
    size = weights().bucket_days
    buckets = range((first.toordinal() - 1) // size, (last.toordinal() + 1) // size + 1)
    days = {f"days {bucket}" for bucket in buckets}
    yield days | {f"year {year}" for year in years}, days | {f"vague {year}" for year in years}


def _places(outline: Outline) -> Iterator[tuple[set[str], set[str]]]:
    """Keys of places held and asked for.

    Who does not say where finds others, and is found by them, by names of places, actors, tolls and rare words.
    """
    signs = {f"actor {actor}" for actor in outline.agents | outline.targets}
    signs |= {f"{low:g} {measure}" for measure, (low, _) in outline.counts.items() if low > _TELLING}
    signs |= {f"called {name}" for name in outline.localities}
    signs |= {f"word {word}" for word in sorted(outline.words, key=lambda word: (-rarity(word), word))[:_RAREST]}
    placeless = {f"placeless {sign}" for sign in signs}
    if outline.country is None:
        yield placeless, placeless | signs
    elif outline.spot and outline.spot.precise:
        held = {_cell(*_square(outline.spot)), f"in {outline.country}"}
        yield held | signs, set(_around(outline.spot)) | {f"vague {outline.country}"} | placeless
    else:
        vague = {f"vague {outline.country}"}
        yield vague | signs, vague | {f"in {outline.country}"} | placeless


def _square(spot: Spot) -> tuple[int, int]:
    return int(spot.latitude // _CELL), int(spot.longitude // _CELL)


def _cell(north: int, east: int) -> str:
    return f"cell {north} {east}"


def _around(spot: Spot) -> Iterator[str]:
    """The cell of a place and those next to it: whichever of two places is asked about, the other is found.

    That is at least 55 km as far as 60 degrees from the equator, more than places of one event are apart.
    """
    north, east = _square(spot)
    for up, right in product((-1, 0, 1), repeat=2):
        yield _cell(north + up, east + right)
