"""Every name and id of actors, and of the places that texts are searched for, in order, so that beginnings are found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from marsad.catalogue import load

from .properties import Noun, even


def beginning_with(noun: Noun, prefix: str) -> dict[str, bool]:
    """The ids of things with a name or id that begins so, in any spelling, and whether that is all of it."""
    known, wanted = _known(noun), even(prefix)
    found: dict[str, bool] = {}
    at = bisect_left(known, (wanted, ""))
    while at < len(known) and known[at][0].startswith(wanted):
        name, id_ = known[at]
        found[id_] = found.get(id_, False) or name == wanted
        at += 1
    return found


@cache
def _known(noun: Noun) -> list[tuple[str, str]]:
    named = _of_actors() if noun == "actors" else _of_places()
    return sorted({(even(name), id_) for name, id_ in named if name})


def _of_actors() -> Iterator[tuple[str, str]]:
    for entry in load().entries.values():
        yield entry.id, entry.id
        yield from ((alias.name, entry.id) for alias in entry.aliases)


def _of_places() -> Iterator[tuple[str, str]]:
    places = load().places
    yield from ((name, places.row(row).id) for name, row, _ in places.names())
    for place in places:
        yield from ((name, place.id) for name in (place.en, place.id))
