"""Candidates for names, as Reconciliation Service API 0.2 wants them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from marsad.catalogue import Entry, load
from marsad.linking.candidates import candidates_of
from marsad.linking.lists import list_in_use
from marsad.linking.place_names import candidates as places_named
from marsad.linking.places import is_clear

from ..served import ServedStore
from .known_names import beginning_with
from .properties import Noun, Thing, answers, name_of, properties, thing, type_of

Candidate = dict[str, Any]
Strict = Literal["any", "should", "all"]

NAMED = {
    "actors": {
        "group": "group", "organization": "organization", "person": "person", "government": "government",
        "armed force": "armed force", "media": "media", "platform": "platform",
    },
    "places": {
        "country": "country", "area": "area", "region": "region", "district": "district", "capital": "capital",
        "town": "town", "site": "site",
    },
}  # fmt: skip
_SAME = 0.9  # the least score at which one actor is called the one meant
_FULL = 100.0


def entities(
    served: ServedStore,
    noun: Noun,
    name: str,
    limit: int,
    kinds: set[str],
    strict: Strict = "any",
    wanted: Mapping[str, Sequence[Any]] = {},
) -> list[Candidate]:
    """The candidates of a name or id, at most ``limit``, the best first; scores from 0 to 100 for actors, points for places.

    Of these ``kinds`` where some are given, unless ``strict`` is "should", which puts others last; nothing is of several kinds.
    Things that have other values than ``wanted`` of a property are left out; those of whom nothing is known are no sure match.
    Without a name, the things that have all the values wanted.
    """
    if strict == "all" and len(kinds) > 1:
        return []
    found = _named(served, noun, name, limit * 4) if name else _having(noun, wanted)
    kept: list[Candidate] = []
    for one, told in found:
        features = _asked(noun, one, wanted)
        if features is None or (kinds and told["type"][0]["id"] not in kinds and strict != "should"):
            continue
        sure = all(feature["value"] for feature in features)
        kept.append(told | {"features": told["features"] + features, "match": told["match"] and sure})
        if len(kept) == limit and strict != "should":
            break
    if kinds and strict == "should":
        kept.sort(key=lambda one: one["type"][0]["id"] not in kinds)
    return kept[:limit]


def _asked(noun: Noun, one: Thing, wanted: Mapping[str, Sequence[Any]]) -> list[Candidate] | None:
    """Whether a thing has the values wanted, a feature for each property; None where it has others."""
    features = []
    for found in properties(noun):
        if found.id not in wanted:
            continue
        has = answers(found, one, wanted[found.id])
        if has is False:
            return None
        features.append({"id": f"property_{found.id}", "value": bool(has)})
    return features


def _named(served: ServedStore, noun: Noun, name: str, limit: int) -> Iterator[tuple[Thing, Candidate]]:
    same = _same(noun, name)
    for one in same.values():
        yield one, _told(one, _FULL, match=len(same) == 1, features={"name": 1.0})
    found = _actors(served, name, limit) if noun == "actors" else _places(name, limit)
    yield from ((one, told | {"match": told["match"] and not same}) for one, told in found if one.id not in same)


def _same(noun: Noun, name: str) -> dict[str, Thing]:
    """The thing of an id, or the actors of a name, as it stands; places of one name have points of their own."""
    by_id = thing(noun, name.strip())
    if by_id or noun == "places":
        return {by_id.id: by_id} if by_id else {}
    whole = [id_ for id_, exact in beginning_with(noun, name).items() if exact]
    return {id_: one for id_ in whole if (one := thing(noun, id_))}


def _actors(served: ServedStore, name: str, limit: int) -> list[tuple[Thing, Candidate]]:
    names = candidates_of(list_in_use(served.store))
    found = [
        (one, one.entry)
        for one in names.find(name, limit)
        if one.source == "catalogue" and isinstance(one.entry, Entry) and one.comparison.verdict != "different"
    ]
    sure = [one for one, _ in found if one.score >= _SAME]
    return [
        (entry, _told(entry, _FULL * one.score, match=sure == [one], features={"name": one.score}))
        for one, entry in found
    ]


def _places(name: str, limit: int) -> list[tuple[Thing, Candidate]]:
    found = places_named(name, load(), limit=limit)
    clear = bool(found) and is_clear(found)
    return [
        (
            one.place,
            _told(one.place, one.score, match=clear and at == 0, features={r.feature: r.value for r in one.reasons}),
        )
        for at, one in enumerate(found)
    ]


def _having(noun: Noun, wanted: Mapping[str, Sequence[Any]]) -> Iterator[tuple[Thing, Candidate]]:
    """Things without a name asked for: those of which every property wanted is known; of places those of the gazetteer's head."""
    every: Iterator[Thing] = iter(load().entries.values()) if noun == "actors" else iter(load().places)
    for one in every:
        features = _asked(noun, one, wanted)
        if features and all(feature["value"] for feature in features):
            yield one, _told(one, 0.0, match=False, features={})


def _told(one: Thing, score: float, *, match: bool, features: Mapping[str, float]) -> Candidate:
    return {
        "id": one.id,
        "name": name_of(one),
        "type": [type_of(one)],
        "score": round(score, 2),
        "match": match,
        "features": [{"id": name, "value": round(value, 4)} for name, value in features.items()],
    }
