"""The forecasts that a report makes or passes on, each with all that scoring needs."""

from __future__ import annotations

from collections.abc import Iterable

from marsad.languages.arabic.words import Words, cut
from marsad.records import Claim, Entity, Report

from .counted import said_in
from .hedges import hedge_of
from .horizons import horizon_of
from .types import Forecast
from .where import is_person, is_place, where_of


def forecasts_of(report: Report, claims: Iterable[Claim], scale: str | None = None) -> list[Forecast]:
    """The forecasts among the ``claims`` of one report, in the order of the text; denied ones are none.

    ``scale`` names the scale of hedges.yaml on which hedges are read, by default the file's own; KeyError for an unknown one.
    """
    known = list(claims)
    told = [c for c in known if c.assessment and c.assessment.type == "forecast" and c.certainty != "denied"]
    if not told:
        return []
    words = cut(report.text)
    return [_forecast(words, report, claim, known, scale) for claim in sorted(told, key=lambda c: (c.start, c.id))]


def _forecast(words: Words, report: Report, claim: Claim, claims: list[Claim], scale: str | None) -> Forecast:
    body = claim.assessment
    assert body is not None
    first, last = words.at(claim.start), words.upto(claim.end)
    said = said_in(words, first, last, body.direction)
    speakers = [link for link in claim.voice if link.role == "speaker"]
    sentence = words.sentence_of(first)
    return Forecast(
        claim=claim,
        report=report,
        sentence=words.quote(sentence.first, sentence.last)[2],
        author=_name(speakers[0]) if speakers else report.author,
        via=tuple(_name(link) for link in claim.voice if link.role == "via"),
        outlet=report.outlet,
        about=tuple(_name(entity) for entity in body.about),
        actors=tuple(e.entity for e in body.about if e.entity and not is_place(e) and not is_person(e)),
        where=where_of(words, claim, claims),
        counted=said.counted,
        direction=said.direction,
        negated=said.negated,
        horizon=horizon_of(words, first, last, body.horizon, report.published) if report.published else None,
        hedge=hedge_of(words, first, last, hedged=claim.certainty == "hedged", scale=scale),
        condition=body.condition,
    )


def _name(entity: Entity) -> str:
    return entity.name or entity.text
