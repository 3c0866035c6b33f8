"""Tellings of a store by number, put together from its reports and claims; those used last are kept."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import BindParameter, Connection, Select, bindparam, select

from marsad.interchange import from_json
from marsad.merging.outline import Outline, outline_of
from marsad.merging.telling import Telling
from marsad.merging.within import part_of_standing
from marsad.records import Claim, Report

from ..event_tables import tellings
from ..tables import claims, reports
from ..writing import TOGETHER
from .rulings import replacements

_KEPT = 4_000  # tellings, of about 10 kB each with their report

SOME: BindParameter[Any] = bindparam("some", expanding=True)
"""Stands for the numbers that :func:`rows_for` asks for."""

_REPORTS = select(reports.c.number, reports.c.body).where(reports.c.number.in_(SOME))
_CLAIMS = select(claims.c.number, claims.c.body).where(claims.c.number.in_(SOME))
_TELLINGS = select(tellings.c.number, tellings.c.report, tellings.c.body).where(tellings.c.number.in_(SOME))
_OF_REPORT = (
    select(claims.c.number, claims.c.body)
    .where(claims.c.report == bindparam("report"))
    .order_by(claims.c.start, claims.c.end, claims.c.id)
)

Record = TypeVar("Record", Report, Claim)


def rows_for(connection: Connection, query: Select[Any], some: Collection[Any]) -> Iterator[Any]:
    """The rows of ``query`` for all of ``some``, which stand in it as ``SOME``, a few hundred to a statement."""
    every = sorted(some)
    for at in range(0, len(every), TOGETHER):
        yield from connection.execute(query, {"some": every[at : at + TOGETHER]}).all()


@dataclass(frozen=True, slots=True)
class Stored:
    """A telling with its outline, its number, which is that of its first claim, the numbers of its claims of events, and its
    row's ``body``: the numbers of all its claims, by kind."""

    number: int
    telling: Telling
    outline: Outline
    events: tuple[int, ...]
    body: str


def stored(telling: Telling, numbers: Mapping[str, int]) -> Stored:
    """A telling as the store keeps it; ``numbers`` are those of its claims by id."""
    kinds = [[numbers[claim.id] for claim in kind] for kind in (telling.events, telling.figures, telling.denials)]
    return Stored(kinds[0][0], telling, outline_of(telling), tuple(kinds[0]), json.dumps(kinds, separators=(",", ":")))


class Loader:
    """Reads tellings; one that was changed in the store since is read anew."""

    def __init__(self) -> None:
        self._tellings: OrderedDict[int, Stored] = OrderedDict()

    def keep(self, told: Stored) -> None:
        """Keep a telling that has just been stored."""
        self._tellings[told.number] = told
        self._tellings.move_to_end(told.number)

    def load(self, connection: Connection, numbers: Collection[int]) -> dict[int, Stored]:
        """The tellings of these numbers, by number."""
        out: dict[int, Stored] = {}
        missing: dict[int, tuple[int, str]] = {}
        for number, report, body in rows_for(connection, _TELLINGS, numbers):
            kept = self._tellings.get(number)
            if kept and kept.body == body:
                self._tellings.move_to_end(number)
                out[number] = kept
            else:
                missing[number] = report, body
        if missing:
            out |= self._read(connection, missing)
        while len(self._tellings) > _KEPT:
            self._tellings.popitem(last=False)
        return out

    def _read(self, connection: Connection, missing: dict[int, tuple[int, str]]) -> dict[int, Stored]:
        parts = {number: json.loads(body) for number, (_, body) in missing.items()}
        told = {
            number: read(body, Claim)
            for number, body in rows_for(connection, _CLAIMS, {n for kinds in parts.values() for k in kinds for n in k})
        }
        known = {
            number: read(body, Report)
            for number, body in rows_for(connection, _REPORTS, {report for report, _ in missing.values()})
        }
        instead = replacements(connection)
        out = {}
        for number, (report, body) in missing.items():
            events, figures, denials = (tuple(told[one] for one in kind) for kind in parts[number])
            if instead:
                figures = tuple(part_of_standing(figure, instead) for figure in figures)
            telling = Telling(report=known[report], events=events, figures=figures, denials=denials)
            out[number] = Stored(number, telling, outline_of(telling), tuple(parts[number][0]), body)
            self.keep(out[number])
        return out


def report_with_claims(connection: Connection, number: int) -> tuple[Report, dict[str, int], list[Claim]]:
    """A report, the numbers of its claims by id, and its claims in the order of the text."""
    report = read(connection.execute(_REPORTS, {"some": [number]}).one().body, Report)
    rows = connection.execute(_OF_REPORT, {"report": number}).all()
    told = [read(row.body, Claim) for row in rows]
    return report, {claim.id: row.number for row, claim in zip(rows, told, strict=True)}, told


def read(body: str, noun: type[Record]) -> Record:
    """The record of a line."""
    record = from_json(body)
    assert isinstance(record, noun)
    return record
