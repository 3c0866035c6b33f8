"""Assignments: who codes what, by country and days, and whether blind."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from sqlalchemy import ColumnElement, Connection, and_, func, insert, or_, select

from marsad.records import Claim
from marsad.storing import Store, UnknownNameError
from marsad.storing.review_tables import assignments
from marsad.storing.tables import claims

from .errors import JudgingError


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """``coder`` codes the claims on events in ``country``, anywhere where it is None, from ``since`` to ``until``, inclusive."""

    number: int = 0
    made: datetime
    by: str
    coder: str
    country: str | None
    since: date
    until: date
    blind: bool
    withdrawn: bool = False


def assign(
    store: Store, coder: str, country: str | None, since: date, until: date, *, blind: bool, by: str
) -> Assignment:
    """Keep an assignment.  Raises JudgingError where it ends before it begins."""
    if until < since:
        raise JudgingError("it ends before it begins", where=f"{since}..{until}")
    with store.writing() as connection:
        made = store.moment(connection)
        row = {
            "made": made, "by": by, "coder": coder, "country": country.upper() if country else None,
            "since": since.isoformat(), "until": until.isoformat(), "blind": blind, "withdraws": None,
        }  # fmt: skip
        number = _add(connection, row)
        return next(one for one in assignments_of(connection) if one.number == number)


def unassign(store: Store, number: int, *, by: str) -> Assignment:
    """Take an assignment back; judgements made under it stand.

    Raises UnknownNameError where there is none of this number, JudgingError where it was taken back already.
    """
    with store.writing() as connection:
        found = next((one for one in assignments_of(connection) if one.number == number), None)
        if found is None:
            raise UnknownNameError("no assignment has this number", where=str(number))
        if found.withdrawn:
            raise JudgingError("this assignment was taken back already", where=str(number))
        kept = select(assignments).where(assignments.c.number == number)
        row = dict(connection.execute(kept).one()._mapping)
        _add(connection, row | {"made": store.moment(connection), "by": by, "withdraws": number})
        return replace(found, withdrawn=True)


def assignments_of(connection: Connection, coder: str | None = None) -> list[Assignment]:
    """Assignments in the order made, of one coder or of all, those taken back too."""
    rows = connection.execute(select(assignments).order_by(assignments.c.number)).all()
    lifted = {row.withdraws for row in rows}
    return [
        Assignment(
            number=row.number, made=row.made.replace(tzinfo=UTC), by=row.by, coder=row.coder, country=row.country,
            since=date.fromisoformat(row.since), until=date.fromisoformat(row.until), blind=row.blind,
            withdrawn=row.number in lifted,
        )
        for row in rows
        if row.withdraws is None and coder in (None, row.coder)
    ]  # fmt: skip


def assignment_for(connection: Connection, coder: str, event: Claim, *, unknown: bool = False) -> Assignment | None:
    """The assignment under which a coder judges a claim on the event ``event``, a blind one first.

    What has no day or no country is in no assignment to days and a country, unless ``unknown`` says that it may be.
    """
    country = event.place.country if event.place else None
    days = event.date
    found = []
    for one in assignments_of(connection, coder):
        there = one.country in (None, country) or (unknown and country is None)
        earliest = days.earliest if days else None
        latest = days.latest if days else None
        dated = earliest or latest
        then = (earliest is None or earliest <= one.until) and (latest is None or latest >= one.since)
        if not one.withdrawn and there and (then if dated else unknown):
            found.append(one)
    return min(found, key=lambda one: (not one.blind, one.number), default=None)


def of_assignment(one: Assignment) -> ColumnElement[bool]:
    """That a claim of an event is in an assignment."""
    since, until = one.since.isoformat(), one.until.isoformat()
    found = [
        or_(claims.c.earliest.is_not(None), claims.c.latest.is_not(None)),
        or_(claims.c.earliest <= until, claims.c.earliest.is_(None)),
        or_(claims.c.latest >= since, claims.c.latest.is_(None)),
    ]
    if one.country:
        found.append(claims.c.country == one.country)
    return and_(claims.c.kind == "event", *found)


def _add(connection: Connection, row: dict[str, object]) -> int:
    number: int = (connection.execute(select(func.max(assignments.c.number))).scalar() or 0) + 1
    connection.execute(insert(assignments), row | {"number": number})
    return number
