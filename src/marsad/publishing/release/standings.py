"""How each figure stands in the ledger of its event, from the claims of the event alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from marsad.merging import Telling
from marsad.merging.ledger import Entry, ledger_of
from marsad.records import Claim, Event, Report

from .rows import Row

Told = tuple[Report, list[Claim]]
"""A report, and what it tells of one event."""


def standings(event: Event, told: Iterable[Told]) -> Iterator[tuple[str, Row]]:
    """The cells of the ledger for every figure of ``event``, by the id of its claim."""
    for entry in ledger_of(_tellings(event, told)).entries:
        yield entry.claim.id, _cells(entry)


def _cells(entry: Entry) -> Row:
    return {
        "standing": entry.standing,
        "standing_because": entry.reason.en,
        "source": entry.name,
        "official": entry.official,
        "first_given_by": entry.origin,
        "superseded_by": entry.superseded_by,
    }


def _tellings(event: Event, told: Iterable[Told]) -> list[Telling]:
    order = {claim: at for at, claim in enumerate(event.claims)}
    known: dict[str, tuple[Report, list[Claim]]] = {}
    for report, claims in told:
        known[report.id] = report, sorted(claims, key=lambda claim: order[claim.id])
    found = []
    for report, claims in (known[id_] for id_ in event.reports if id_ in known):
        kinds = _by_kind(claims)
        if kinds["event"]:
            found.append(
                Telling(
                    report=report,
                    events=tuple(kinds["event"]),
                    figures=tuple(kinds["figure"]),
                    denials=tuple(kinds["denial"]),
                )
            )
    return found


def _by_kind(claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    out: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        out["figure" if claim.figure else "denial" if claim.certainty == "denied" else "event"].append(claim)
    return out
