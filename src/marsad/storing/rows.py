"""Records as rows: the columns that queries ask for, drawn from the record."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from marsad.interchange import to_json
from marsad.languages.arabic.letters import fold
from marsad.records import Claim, Entity, Mention, Report

Row = dict[str, Any]
_MOST_CLAIMS = 1 << 20
Values = tuple[str | int | float | None, ...]


def original_row(sha256: str, body: bytes) -> Row:
    """The bytes of an original, packed where that saves room."""
    packed = zlib.compress(body, 6)
    packing, kept = ("zlib", packed) if len(packed) < len(body) else ("none", body)
    return {"sha256": sha256, "size": len(body), "packing": packing, "body": kept}


def unpacked(packing: str, body: bytes) -> bytes:
    """The original's bytes as they came."""
    return zlib.decompress(body) if packing == "zlib" else body


def report_row(report: Report) -> Row:
    """A report's columns, without its run and the time it was stored."""
    return {
        "id": report.id,
        "sha256": report.sha256,
        "source": report.source,
        "outlet": report.outlet,
        "title": report.title,
        "published": report.published.isoformat() if report.published else None,
        "language": report.language,
        "body": to_json(report),
    }


def mention_row(number: int, position: int, mention: Mention) -> Values:
    """A mention's values in the order of its columns; ``number`` is its report's."""
    return number, position, mention.type, mention.entity, to_json(mention)


def claim_numbers(report: int, claims: Sequence[Claim]) -> dict[str, int]:
    """The claims' numbers by id: those of one report stand together, and later reports' come later."""
    return {claim.id: first_claim_number(report) + position for position, claim in enumerate(claims)}


def first_claim_number(report: int) -> int:
    """The number of the first claim of a report."""
    return report * _MOST_CLAIMS


def report_of_claim(number: int) -> int:
    """The number of the report that the claim of this number is of."""
    return number // _MOST_CLAIMS


def claim_row(report: int, claim: Claim, numbers: Mapping[str, int]) -> Values:
    """A claim's values in the order of its columns.

    Raises KeyError when it names a claim that is not among ``numbers``.
    """
    figure, event, place, date = claim.figure, claim.event, claim.place, claim.date
    return (
        numbers[claim.id],
        claim.id,
        report,
        claim.start,
        claim.end,
        claim.kind,
        type_of(claim),
        event.mode if event else None,
        event.status if event else None,
        claim.certainty,
        date.earliest.isoformat() if date and date.earliest else None,
        date.latest.isoformat() if date and date.latest else None,
        place.country if place else None,
        folded_names(place.text, place.name, place.id) if place else None,
        figure.low if figure else None,
        figure.high if figure else None,
        numbers[figure.part_of] if figure and figure.part_of else None,
        numbers[figure.event] if figure and figure.event else None,
        to_json(claim),
        claim.probability,
    )


def actor_rows(number: int, claim: Claim) -> Iterator[Values]:
    """Whoever takes part in a claim, speaks in it, or is spoken of; values in the order of the columns."""
    for position, (role, who) in enumerate(actors_of(claim)):
        yield number, position, role, who.entity, folded_names(who.text, who.name), who.country


def actors_of(claim: Claim) -> Iterator[tuple[str, Entity]]:
    """Role and entity of everyone in a claim."""
    for speaker in claim.voice:
        yield speaker.role, speaker
    if claim.event:
        for role in claim.event.roles:
            yield role.role, role
    if claim.relation:
        if claim.relation.subject:
            yield "subject", claim.relation.subject
        if claim.relation.object:
            yield "object", claim.relation.object
    if claim.assessment:
        for about in claim.assessment.about:
            yield "about", about


def type_of(claim: Claim) -> str:
    """The claim's type within its kind: event type, measure, predicate or type of assessment."""
    if claim.event:
        return claim.event.type
    if claim.figure:
        return claim.figure.measure
    if claim.relation:
        return claim.relation.predicate
    return claim.assessment.type if claim.assessment else ""


def folded_names(*names: str | None) -> str:
    """Names folded and set apart, so that one of them can be found inside."""
    return "|".join(fold(name) for name in names if name)
