"""Claims and reports a page at a time, and which events claims are put into."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import func, select, tuple_

from marsad.interchange import from_json
from marsad.records import Claim, Report

from .event_tables import telling_claims, tellings
from .events.loading import SOME, rows_for
from .queries import Query, claims_query, reports_query
from .store import Store
from .tables import claims, reports

ClaimKey = tuple[int, int, int, str]
"""Number of the report, start, end and id: where a claim stands."""

_REPORTS = select(reports.c.number, reports.c.body).where(reports.c.number.in_(SOME))
_CLAIMS = select(claims.c.number, claims.c.id, claims.c.report).where(claims.c.id.in_(SOME))
_TELLINGS = select(tellings.c.number, tellings.c.body).where(tellings.c.report.in_(SOME))
_PUT = select(telling_claims.c.telling, telling_claims.c.event).where(telling_claims.c.telling.in_(SOME)).distinct()


def claims_page(
    store: Store, query: Query, limit: int, after: ClaimKey | None = None
) -> list[tuple[Claim, Report, ClaimKey]]:
    """At most ``limit`` claims that answer, in the order stored and told, those behind ``after``."""
    found = claims_query(replace(query, limit=None)).add_columns(claims.c.start, claims.c.end, claims.c.id)
    if after is not None:
        key = tuple_(claims.c.report, claims.c.start, claims.c.end, claims.c.id)
        found = found.where(claims.c.report >= after[0], key > tuple_(*after))
    with store.reading() as connection:
        rows = connection.execute(found.limit(limit)).all()
        told = {row.number: _report(row.body) for row in rows_for(connection, _REPORTS, {row.report for row in rows})}
    return [(_claim(row.body), told[row.report], (row.report, row.start, row.end, row.id)) for row in rows]


def claim_named(store: Store, id_: str) -> tuple[Claim, Report] | None:
    """The claim of an id with its report, None where there is none."""
    found = select(claims.c.body, reports.c.body.label("report")).join(reports, reports.c.number == claims.c.report)
    with store.reading() as connection:
        row = connection.execute(found.where(claims.c.id == id_)).first()
    return (_claim(row.body), _report(row.report)) if row else None


def reports_page(store: Store, query: Query, limit: int, after: int | None = None) -> list[tuple[Report, int]]:
    """At most ``limit`` reports that answer, in the order stored, each with its number, those behind the number ``after``."""
    found = reports_query(replace(query, limit=None))
    if after is not None:
        found = found.where(reports.c.number > after)
    with store.reading() as connection:
        return [(_report(row.body), row.number) for row in connection.execute(found.limit(limit))]


def count_answers(store: Store, query: Query) -> int:
    """How many claims answer."""
    found = claims_query(replace(query, limit=None)).order_by(None).with_only_columns(func.count())
    with store.reading() as connection:
        return connection.execute(found).scalar_one()


def events_of_claims(store: Store, some: Iterable[str]) -> dict[str, str]:
    """By id of a claim that tells of an event, denies it or gives a figure of it, the event it is put into now."""
    with store.reading() as connection:
        asked = {row.number: row for row in rows_for(connection, _CLAIMS, set(some))}
        reports_ = {row.report for row in asked.values()}
        told = {row.number: json.loads(row.body) for row in rows_for(connection, _TELLINGS, reports_)}
        put: dict[int, str] = {row.telling: row.event for row in rows_for(connection, _PUT, told)}
    inside = ((claim, put[number]) for number, body in told.items() if number in put for kind in body for claim in kind)
    return {asked[claim].id: event for claim, event in inside if claim in asked}


def _claim(body: str) -> Claim:
    record = from_json(body)
    assert isinstance(record, Claim)
    return record


def _report(body: str) -> Report:
    record = from_json(body)
    assert isinstance(record, Report)
    return record
