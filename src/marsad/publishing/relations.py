"""What reports tell of an actor's relations to others, each with its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from marsad.catalogue import load
from marsad.codebook import load as load_codebook
from marsad.records import Claim, Entity, Report
from marsad.storing import Query, Store, find_claims

from .contradictions import sentence_of

# Kinship is told of persons' families, who are no actors.
_KINSHIP = frozenset({"child-of", "sibling-of", "spouse-of"})
# Who leads or founds a body is part of what it is; of other relations to those not catalogued nothing is listed.
_BY_NAME = frozenset({"leader-of", "founder-of"})


@dataclass(frozen=True, slots=True)
class RelationTold:
    """A claim of a relation of an actor to ``other``; ``outgoing`` where the actor is its subject, or both sides are alike.

    ``entity`` is the other's id in the catalogue, None where it is known by ``name`` alone.
    """

    claim: Claim
    report: Report
    sentence: str
    predicate: str
    outgoing: bool
    entity: str | None
    name: str


def relations_told(store: Store, actor: str) -> list[RelationTold]:
    """The relations of ``actor``, an id of the catalogue, that reports tell of, in the order stored.

    Left out are kinship, and relations to persons or bodies that the catalogue does not have, but for leaders and founders.
    """
    found = find_claims(store, Query(kind=("relation",), actor=actor))
    told = (_told(claim, report, actor) for claim, report in found)
    return [one for one in told if one is not None]


def _told(claim: Claim, report: Report, actor: str) -> RelationTold | None:
    relation = claim.relation
    if relation is None or relation.predicate in _KINSHIP:
        return None
    forward = _is(relation.subject, actor)
    other = relation.object if forward else relation.subject
    if not (forward or _is(relation.object, actor)) or other is None or _is(other, actor):
        return None
    catalogued = other.entity if other.entity in load().entries else None
    if catalogued is None and not (relation.predicate in _BY_NAME and other.name and not forward):
        return None
    outgoing = forward or load_codebook().relations[relation.predicate].symmetric
    return RelationTold(
        claim, report, sentence_of(claim, report)[2], relation.predicate, outgoing, catalogued, other.name or other.text
    )


def _is(party: Entity | None, actor: str) -> bool:
    return party is not None and party.entity == actor
