"""What can be asked of a store, and the SQL of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, and_, exists, or_, select

from marsad.languages.arabic.letters import fold

from .standing import is_counted
from .tables import actors, claims, mentions, reports


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Which claims: all conditions given must hold.

    A figure also answers to place, actor and day of the event it belongs to.  ``since`` and ``until`` are
    days, inclusive: a claim answers when its range of days touches them; one without a day does not answer.
    ``sure`` is the least probability a claim must have.
    ``actor`` is a catalogue id, or words of a name in any spelling; ``place`` likewise, or a gazetteer's id.

    An event answers to its own type, country and days, and to place, actor, certainty, probability and report of any of its
    claims that tell of it.  ``rule`` is the rule by which its figures are computed, by default ``latest-official``.

    ``as_known_on`` asks for what had been recorded by the end of that day, UTC; ``published_until`` for what the reports
    published by then, that day included, would have given: a report without a day of publication is not among them.
    """

    kind: tuple[str, ...] = ()
    country: str | None = None
    place: str | None = None
    actor: str | None = None
    type: str | None = None
    since: date | None = None
    until: date | None = None
    certainty: str | None = None
    sure: float | None = None
    report: str | None = None
    limit: int | None = None
    as_known_on: date | None = None
    published_until: date | None = None
    rule: str | None = None

    @property
    def known_before(self) -> datetime | None:
        """The first moment, UTC, of what had not been recorded yet by the end of the day ``as_known_on``."""
        return datetime.combine(self.as_known_on + timedelta(1), time()) if self.as_known_on else None


def reports_then(query: Query) -> list[ColumnElement[bool]]:
    """Which reports there are for a query at all: those recorded, and published, by the days it names."""
    found: list[ColumnElement[bool]] = []
    if query.known_before:
        found.append(reports.c.stored < query.known_before)
    if query.published_until:
        found.append(reports.c.published <= query.published_until.isoformat())
    return found


def claims_query(query: Query) -> Select[Any]:
    """Claims with their reports' numbers, in the order stored and, within a report, of the text."""
    found = (
        select(claims.c.body, claims.c.report)
        .join(reports, reports.c.number == claims.c.report)
        .where(*_conditions(query), *reports_then(query), is_counted(query.known_before))
        .order_by(claims.c.report, claims.c.start, claims.c.end, claims.c.id)
    )
    return found.limit(query.limit) if query.limit is not None else found


def mentions_query(query: Query) -> Select[Any]:
    """Mentions with their reports' numbers; of the conditions only ``report`` and ``type`` are theirs."""
    found = (
        select(mentions.c.body, mentions.c.report)
        .join(reports, reports.c.number == mentions.c.report)
        .where(*reports_then(query))
        .order_by(mentions.c.report, mentions.c.position)
    )
    if query.report:
        found = found.where(of_report(query.report))
    if query.type:
        found = found.where(mentions.c.type == query.type)
    return found.limit(query.limit) if query.limit is not None else found


def reports_query(query: Query) -> Select[Any]:
    """Reports in the order stored.

    ``since`` and ``until`` are the day of publication; ``country``, ``place``, ``actor``, ``type``, ``kind``
    and ``certainty`` ask for reports with at least one such claim.
    """
    found = select(reports.c.body, reports.c.number).where(*reports_then(query)).order_by(reports.c.number)
    if query.report:
        found = found.where(of_report(query.report))
    if query.since:
        found = found.where(reports.c.published >= query.since.isoformat())
    if query.until:
        found = found.where(reports.c.published <= query.until.isoformat())
    inner = Query(
        kind=query.kind, country=query.country, place=query.place, actor=query.actor, type=query.type,
        certainty=query.certainty,
        sure=query.sure,
    )  # fmt: skip
    if inner != Query():
        found = found.where(exists().where(claims.c.report == reports.c.number, *_conditions(inner)))
    return found.limit(query.limit) if query.limit is not None else found


def _conditions(query: Query) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if query.kind:
        found.append(claims.c.kind.in_(query.kind))
    if query.type:
        found.append(claims.c.type.in_({query.type, query.type.upper(), query.type.lower()}))
    if query.certainty:
        found.append(claims.c.certainty == query.certainty)
    if query.sure is not None:
        found.append(claims.c.probability >= query.sure)
    if query.report:
        found.append(of_report(query.report))
    if (own := _circumstances(query, claims)) is not None:
        whole = claims.alias("whole")
        of_event = _circumstances(query, whole)
        assert of_event is not None
        found.append(or_(own, exists().where(whole.c.number == claims.c.event, of_event)))
    return found


def _circumstances(query: Query, of: FromClause) -> ColumnElement[bool] | None:
    """Where, when and who, which a figure shares with its event."""
    found: list[ColumnElement[bool]] = []
    if query.country:
        found.append(of.c.country == query.country.upper())
    if query.place:
        found.append(of.c.place.contains(fold(query.place), autoescape=True))
    if query.actor:
        found.append(with_actor(query.actor, of))
    if query.since or query.until:
        found.append(or_(of.c.earliest.is_not(None), of.c.latest.is_not(None)))
    if query.since:
        found.append(or_(of.c.latest >= query.since.isoformat(), of.c.latest.is_(None)))
    if query.until:
        found.append(or_(of.c.earliest <= query.until.isoformat(), of.c.earliest.is_(None)))
    return and_(*found) if found else None


def with_actor(name: str, of: FromClause = claims) -> ColumnElement[bool]:
    """Claims in which an actor takes part, speaks or is spoken of: by catalogue id, or words of the name."""
    named = and_(~is_actor(name), actors.c.folded.contains(fold(name), autoescape=True))
    return exists().where(actors.c.claim == of.c.number, or_(actors.c.entity.in_(ids_of(name)), named))


def ids_of(name: str) -> set[str]:
    """The ids that a name may be: as it is written, like iso:FR, or in small letters, as those of the catalogue are."""
    return {name, name.lower()}


def is_actor(name: str) -> ColumnElement[bool]:
    """That the store knows an actor of this catalogue id; it is then meant alone, not names with these letters somewhere."""
    known = actors.alias("known")
    return exists(select(known.c.claim).where(known.c.entity.in_(ids_of(name))))


def of_report(name: str) -> ColumnElement[bool]:
    """By id or by source; asked apart, so that it is looked up first and nothing else is gone through."""
    named = reports.alias("named")
    return reports.c.number.in_(select(named.c.number).where(or_(named.c.id == name, named.c.source == name)))
