"""Vectors of sentences in a store: which reports lack them, adding them, and going through them in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, func, insert, select

from marsad.interchange import from_json
from marsad.records import Report

from .store import Store
from .tables import reports, sentences, vectored


@dataclass(frozen=True, slots=True)
class Vector:
    """A sentence of a report, by the numbers the store gave both, and its vector's bytes: float16 values, length 1."""

    number: int
    report: int
    start: int
    end: int
    language: str | None
    vector: bytes


_STORED = select(
    sentences.c.number, sentences.c.report, sentences.c.start, sentences.c.end, reports.c.language, sentences.c.vector
).join(reports, reports.c.number == sentences.c.report)


def reports_without_vectors(store: Store, limit: int) -> list[tuple[int, Report]]:
    """At most ``limit`` reports whose sentences have no vectors yet, with their numbers, in the order stored."""
    lacking = (
        select(reports.c.number, reports.c.body)
        .where(reports.c.number.not_in(select(vectored.c.report)))
        .order_by(reports.c.number)
        .limit(limit)
    )
    with store.reading() as connection:
        rows = connection.execute(lacking).all()
    return [(number, report) for number, body in rows if isinstance(report := from_json(body), Report)]


def count_reports(store: Store) -> tuple[int, int]:
    """How many reports have vectors, and how many there are."""
    with store.reading() as connection:
        done = connection.execute(select(func.count()).select_from(vectored)).scalar_one()
        return done, connection.execute(select(func.count()).select_from(reports)).scalar_one()


def add_vectors(store: Store, done: Sequence[int], rows: Iterable[tuple[int, int, int, bytes]]) -> None:
    """Add the (report, start, end, vector) of all sentences of the reports ``done``, all or none of them."""
    given = [{"report": report, "start": a, "end": b, "vector": vector} for report, a, b, vector in rows]
    with store.writing() as connection:
        if given:
            connection.execute(insert(sentences), given)
        connection.execute(insert(vectored), [{"report": number} for number in done])


def vectors_after(store: Store, number: int, limit: int) -> list[Vector]:
    """At most ``limit`` vectors that come after the one of this number, in order."""
    with store.reading() as connection:
        found = connection.execute(_STORED.where(sentences.c.number > number).order_by(sentences.c.number).limit(limit))
        return [_vector(row) for row in found]


def vectors_of(store: Store, numbers: Iterable[int]) -> dict[int, Vector]:
    """The vectors of these numbers, by number; a number that is not there is left out."""
    with store.reading() as connection:
        found = connection.execute(_STORED.where(sentences.c.number.in_(list(numbers))))
        return {row.number: _vector(row) for row in found}


def _vector(row: Row[Any, Any, Any, Any, Any, Any]) -> Vector:
    return Vector(row.number, row.report, row.start, row.end, row.language, row.vector)
