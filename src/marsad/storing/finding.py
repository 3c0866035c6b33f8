"""Asking a store: records as they were stored, a few at a time, all from one moment of the store."""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, bindparam, select

from marsad.interchange import from_json
from marsad.records import Claim, Mention, Report

from .events.loading import SOME, rows_for
from .queries import Query, claims_query, mentions_query, reports_query, reports_then
from .standing import is_counted
from .store import Store
from .tables import claims, mentions, reports
from .tables import sentences as table_of_sentences
from .vectors import vectors_of
from .words import Wanted, sentences, wanted

_BATCH = 200

_MENTIONS = select(mentions.c.body).where(mentions.c.report == bindparam("number")).order_by(mentions.c.position)
_CLAIMS = (
    select(claims.c.body)
    .where(claims.c.report == bindparam("number"))
    .order_by(claims.c.start, claims.c.end, claims.c.id)
)
_CLAIMS_OF = (
    select(reports.c.id, claims.c.body)
    .join(reports, reports.c.number == claims.c.report)
    .where(reports.c.id.in_(SOME))
    .order_by(claims.c.report, claims.c.start, claims.c.end, claims.c.id)
)

_SPANS = select(claims.c.id, claims.c.start, claims.c.end).where(claims.c.report == bindparam("number"), is_counted())

Noun = TypeVar("Noun", Report, Mention, Claim)


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence that answers a search, and the claims made in it; without offsets where it is the title.

    ``score`` is how well its report answers, by BM25 where it was found by its words; None where it was not.
    """

    report: Report
    text: str
    start: int | None
    end: int | None
    claims: tuple[str, ...]
    score: float | None = None


def find_reports(store: Store, query: Query) -> Iterator[Report]:
    """The reports that answer ``query``, in the order stored."""
    with store.reading() as connection:
        for body, _ in _rows(connection, reports_query(query)):
            yield _read(body, Report)


def find_all(store: Store, query: Query) -> Iterator[Report | Mention | Claim]:
    """The reports that answer ``query``, each followed by all its mentions, then all its claims."""
    counted = _CLAIMS.where(is_counted(query.known_before))
    with store.reading() as connection:
        for body, number in _rows(connection, reports_query(query)):
            yield _read(body, Report)
            for told in connection.execute(_MENTIONS, {"number": number}).scalars():
                yield _read(told, Mention)
            for told in connection.execute(counted, {"number": number}).scalars():
                yield _read(told, Claim)


def find_claims(store: Store, query: Query) -> Iterator[tuple[Claim, Report]]:
    """The claims that answer ``query`` with their reports, in the order stored and told."""
    with store.reading() as connection:
        for number, rows in _by_report(connection, claims_query(query)):
            report = _report(connection, number)
            for row in rows:
                yield _read(row.body, Claim), report


def claims_of_reports(store: Store, ids: Collection[str]) -> dict[str, list[Claim]]:
    """All claims of each of the reports, by the reports' ids, in the order told."""
    out: dict[str, list[Claim]] = {id_: [] for id_ in ids}
    with store.reading() as connection:
        for row in rows_for(connection, _CLAIMS_OF, ids):
            out[row.id].append(_read(row.body, Claim))
    return out


def find_mentions(store: Store, query: Query) -> Iterator[tuple[Mention, Report]]:
    """The mentions of the reports, and of the type, that ``query`` names."""
    with store.reading() as connection:
        for number, rows in _by_report(connection, mentions_query(query)):
            report = _report(connection, number)
            for row in rows:
                yield _read(row.body, Mention), report


def search_words(store: Store, words: str, query: Query | None = None) -> Generator[Found, None, None]:
    """The sentences and titles that hold ``words``, in any spelling, with or without article and proclitics.

    Words in quotation marks stand next to each other.  The reports that tell most come first.  Of a ``query`` only the days by
    which reports were recorded or published count.
    """
    sought = wanted(words)
    if not sought.phrases:
        return
    with store.reading() as connection:
        then = reports_then(query) if query else []
        known = set(connection.execute(select(reports.c.number).where(*then)).scalars()) if then else None
        for number, score in connection.execute(store.backend.find(sought.alternatives)):
            if known is not None and number not in known:
                continue
            for found in _answers(connection, number, _report(connection, number), sought):
                yield replace(found, score=round(score, 4))


def sentences_then(store: Store, query: Query) -> set[int]:
    """The numbers of the sentences with vectors whose reports there were by the days that ``query`` names."""
    told = select(table_of_sentences.c.number).join(reports, reports.c.number == table_of_sentences.c.report)
    with store.reading() as connection:
        return set(connection.execute(told.where(*reports_then(query))).scalars())


def sentences_at(store: Store, numbers: Iterable[int]) -> dict[int, Found]:
    """The sentences that have the vectors of these numbers, with the claims made in them."""
    stored = vectors_of(store, numbers)
    out: dict[int, Found] = {}
    with store.reading() as connection:
        known: dict[int, Report] = {}
        for number, vector in stored.items():
            if vector.report not in known:
                known[vector.report] = _report(connection, vector.report)
            out[number] = _found(connection, vector.report, known[vector.report], [(vector.start, vector.end)])[0]
    return out


def _answers(connection: Connection, number: int, report: Report, query: Wanted) -> Iterator[Found]:
    if report.title and sentences(report.title, query):
        yield Found(report, report.title, None, None, ())
    hits = sentences(report.text, query)
    if hits:
        yield from _found(connection, number, report, hits)


def _found(connection: Connection, number: int, report: Report, spans: list[tuple[int, int]]) -> list[Found]:
    told = connection.execute(_SPANS, {"number": number}).all()
    out = []
    for start, end in spans:
        inside = tuple(id_ for id_, first, last in told if first < end and last > start)
        out.append(Found(report, report.text[start:end], start, end, inside))
    return out


def _rows(connection: Connection, query: Select[Any]) -> Any:
    return connection.execution_options(yield_per=_BATCH).execute(query)


def _by_report(connection: Connection, query: Select[Any]) -> Iterator[tuple[int, Iterator[Any]]]:
    return groupby(_rows(connection, query), key=lambda row: int(row.report))


def _report(connection: Connection, number: int) -> Report:
    body = connection.execute(select(reports.c.body).where(reports.c.number == number)).scalar_one()
    return _read(body, Report)


def _read(body: str, noun: type[Noun]) -> Noun:
    record = from_json(body)
    assert isinstance(record, noun)
    return record
