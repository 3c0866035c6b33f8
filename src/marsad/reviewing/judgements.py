"""The log of judgements: each is kept, none is changed, some take others back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Row, func, insert, select

from marsad.storing.review_tables import codebooks, judgements
from marsad.storing.tables import reports

from .coding import Coded, Unit, Verdict

UnitKey = tuple[str, str | None]
"""What is judged: a claim by id, and the other claim where it is a pair."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What ``by`` said of a unit; ``codebook`` is the version and ``digest`` the hash of the codebook it was made under.

    ``verdict`` is ``withdraw`` where it takes the judgement ``withdraws`` back.
    """

    number: int
    judged: datetime
    by: str
    kind: Unit
    claim: str
    other: str | None
    report: str
    verdict: Verdict | Literal["withdraw"]
    coded: Coded | None
    because: str | None
    codebook: str
    digest: str
    blind: bool
    assignment: int | None
    adjudicates: bool
    withdraws: int | None

    @property
    def unit(self) -> UnitKey:
        """What it is about."""
        return self.claim, self.other


def judgements_of(connection: Connection, *which: ColumnElement[bool]) -> list[Judgement]:
    """The judgements for which all of ``which`` holds, in the order made, those withdrawn and those that withdraw too."""
    query = (
        select(judgements, codebooks.c.version, reports.c.id.label("report_id"))
        .join(codebooks, codebooks.c.digest == judgements.c.codebook)
        .join(reports, reports.c.number == judgements.c.report)
        .where(*which)
        .order_by(judgements.c.number)
    )
    return [_judgement(row) for row in connection.execute(query)]


def on_unit(connection: Connection, unit: UnitKey) -> list[Judgement]:
    """All judgements on a unit, in the order made."""
    return judgements_of(connection, judgements.c.claim == unit[0], judgements.c.other.is_not_distinct_from(unit[1]))


def standing(log: Iterable[Judgement]) -> list[Judgement]:
    """Those of a unit's or of all judgements that were not taken back, nor take back."""
    every = list(log)
    lifted = {one.withdraws for one in every if one.withdraws is not None}
    return [one for one in every if one.withdraws is None and one.number not in lifted]


def last_of_each(log: Iterable[Judgement]) -> list[Judgement]:
    """Of the standing judgements, the last of each coder on each unit, adjudications left out; in the order made."""
    last = {(one.unit, one.by): one for one in standing(log) if not one.adjudicates}
    return sorted(last.values(), key=lambda one: one.number)


def add_judgement(connection: Connection, row: dict[str, Any]) -> int:
    """Keep a judgement, given by its columns; its number."""
    number: int = (connection.execute(select(func.max(judgements.c.number))).scalar() or 0) + 1
    coded: Coded | None = row["coded"]
    told = _adapter().dump_json(coded).decode() if coded else None
    connection.execute(insert(judgements), row | {"number": number, "coded": told})
    return number


def by_unit(log: Iterable[Judgement]) -> dict[UnitKey, list[Judgement]]:
    """Judgements by what they are on."""
    found: dict[UnitKey, list[Judgement]] = {}
    for one in log:
        found.setdefault(one.unit, []).append(one)
    return found


def coders_of(log: Sequence[Judgement]) -> list[str]:
    """Who judged, in the order of the letters."""
    return sorted({one.by for one in log})


def _judgement(row: Row[Any]) -> Judgement:
    return Judgement(
        number=row.number,
        judged=row.judged.replace(tzinfo=UTC),
        by=row.by,
        kind=row.kind,
        claim=row.claim,
        other=row.other,
        report=row.report_id,
        verdict=row.verdict,
        coded=_adapter().validate_json(row.coded) if row.coded else None,
        because=row.because,
        codebook=row.version,
        digest=row.codebook,
        blind=row.blind,
        assignment=row.assignment,
        adjudicates=row.adjudicates,
        withdraws=row.withdraws,
    )


@cache
def _adapter() -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(Coded)
