"""Whom a name may mean, with what was decided of it."""

from __future__ import annotations

from marsad.linking.candidates import Candidate as Found
from marsad.linking.candidates import candidates_of
from marsad.linking.deciding import decided_on, status, with_confirmed
from marsad.linking.lists import ListEntry, list_in_use
from marsad.storing import Store

from ..models.actors import Candidate, NamePart
from .decisions import link_answer


def candidates(
    store: Store, name: str, limit: int, report: str | None = None, *, every: bool = False
) -> list[Candidate]:
    """The actors and the list's entries that ``name`` may mean, the likeliest first; ``every``: those that hardly fit too."""
    names = candidates_of(list_in_use(store))
    found = [one for one in names.find(name, limit) if every or one.comparison.verdict != "different"]
    return [_answer(store, name, one, report) for one in with_confirmed(store, names, name, found, report)[:limit]]


def _answer(store: Store, name: str, found: Found, report: str | None) -> Candidate:
    listed = found.entry if isinstance(found.entry, ListEntry) else None
    link = decided_on(store, name, found, report)
    return Candidate(
        source=found.source,
        id=found.id,
        kind=found.kind,
        name=found.name,
        score=round(found.score, 4),
        verdict=found.comparison.verdict,
        via=found.via,
        countries=list(found.entry.countries),
        born=[str(birth) for birth in listed.births] if listed else [],
        listed_as=listed.name if listed else None,
        listed_on=listed.listed_on if listed else None,
        link=status(link) if listed else None,
        decided=link_answer(link) if link else None,
        parts=[
            NamePart(name=part.name, query=part.query, candidate=part.candidate, score=round(part.score, 2))
            for part in found.comparison.parts
        ],
    )
