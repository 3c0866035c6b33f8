"""What actors are to one another: by the catalogue, and as reports tell it."""

from __future__ import annotations

from collections.abc import Iterable

from marsad.catalogue import Entry, load
from marsad.catalogue.periods import Period
from marsad.catalogue.profile import Standing as Stood
from marsad.catalogue.profile import name_on
from marsad.codebook import load as load_codebook
from marsad.publishing.relations import RelationTold, relations_told
from marsad.storing import Store

from ..models.actors import ActorHead, RelationSource, Standing
from ..models.shared import Label, ReportHead

_LANGUAGES = ("ar", "en", "ru")
_Key = tuple[str, bool, str | None, str | None]


def actor_head(entry: Entry, claims: int = 0) -> ActorHead:
    """An actor for a list."""
    names = {language: name for language in _LANGUAGES if (name := name_on(entry, language))}
    return ActorHead(
        id=entry.id,
        type=entry.type,
        sector=entry.sector,
        countries=list(entry.countries),
        names=names,
        parent=entry.parent,
        since=entry.active.since,
        until=entry.active.until,
        claims=claims,
    )


def standings(store: Store, actor: str, stood: Iterable[Stood]) -> list[Standing]:
    """The catalogue's relations of ``actor``, each with the claims that tell of it, then those that only reports tell of."""
    out = [_of_catalogue(one) for one in stood]
    for told in relations_told(store, actor):
        _home(out, told).claims.append(_source(told))
    return out


def _home(out: list[Standing], told: RelationTold) -> Standing:
    """The standing that a claim tells of: of several between the same two, the one of the claim's time; else a new one."""
    key: _Key = (told.predicate, told.outgoing, told.entity, None if told.entity else told.name)
    alike = [one for one in out if _key(one) == key]
    day = told.claim.date.earliest if told.claim.date else None
    if not alike:
        entry = load().entries[told.entity] if told.entity else None
        out.append(_new(told, entry))
        return out[-1]
    return next((one for one in alike if day and Period(one.since, one.until).holds_on(day)), alike[0])


def _key(one: Standing) -> _Key:
    return one.predicate, one.outgoing, one.other.id if one.other else None, one.name


def _new(told: RelationTold, entry: Entry | None) -> Standing:
    return Standing(
        predicate=told.predicate,
        says=_says(told.predicate, told.outgoing),
        outgoing=told.outgoing,
        other=actor_head(entry) if entry else None,
        name=None if entry else told.name,
        since=None,
        until=None,
        stated_by=None,
        claims=[],
    )


def _of_catalogue(one: Stood) -> Standing:
    outgoing = one.says == load_codebook().relations[one.predicate].label.en
    return Standing(
        predicate=one.predicate,
        says=_says(one.predicate, outgoing),
        outgoing=outgoing,
        other=actor_head(one.other),
        name=None,
        since=one.period.since,
        until=one.period.until,
        stated_by=one.stated_by,
        claims=[],
    )


def _says(predicate: str, outgoing: bool) -> Label:
    rule = load_codebook().relations[predicate]
    label = rule.label if outgoing else rule.reverse
    return Label(ar=label.ar, en=label.en)


def _source(told: RelationTold) -> RelationSource:
    relation = told.claim.relation
    return RelationSource(
        claim=told.claim.id,
        report=ReportHead.of(told.report),
        text=told.claim.text,
        sentence=told.sentence,
        date=told.claim.date,
        certainty=told.claim.certainty,
        ended=relation.ended if relation else False,
    )
