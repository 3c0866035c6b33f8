"""Where the towns lie that only the word before them told: looked for among all places of the country they were set in."""

from __future__ import annotations

from dataclasses import replace

from ...catalogue import PlaceEntry
from ...catalogue.namesakes import namesakes
from ...linking.place_clues import Around
from ...linking.places import is_clear, rank
from .drafts import Draft

_KINDS = ("town", "district", "region", "site")


def located(drafts: list[Draft], around: Around) -> list[Draft]:
    """``drafts`` with id and name for the places among them that have a country and are one place there, by their name or by
    what stands around them."""
    return [_placed(d, around) if _is_open(d) else d for d in drafts]


def _is_open(draft: Draft) -> bool:
    return draft.type == "place" and draft.entity is None and draft.subtype != "site"


def _placed(draft: Draft, around: Around) -> Draft:
    forms = around.words.forms
    name = " ".join([forms[draft.first][len(draft.lead) :], *forms[draft.first + 1 : draft.last]])
    spelt = [p for p in namesakes().spelt(name) if p.kind in _KINDS]
    there = [p for p in spelt if p.country == draft.country]
    place = _one(draft, there, around) if there else _region(draft, spelt, around)
    if place is None:
        return draft
    return replace(draft, entity=place.id, name=place.name, subtype=place.precision, country=place.country)


def _one(draft: Draft, there: list[PlaceEntry], around: Around) -> PlaceEntry | None:
    if len(there) == 1:
        return there[0]
    ranked = rank(there, around.clues(draft.first, draft.last))
    return ranked[0].place if is_clear(ranked) else None


def _region(draft: Draft, spelt: list[PlaceEntry], around: Around) -> PlaceEntry | None:
    """The only first-level division of the name in the world, where the word before says that it is one: ولاية تينيسي."""
    kinds, _ = around.kinds_before(draft.first)
    regions = [p for p in spelt if p.kind == "region"]
    return regions[0] if len(regions) == 1 and "region" in kinds else None
