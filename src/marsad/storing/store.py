"""The store: reports, their originals and their claims, kept as they came, and asked for."""

from __future__ import annotations

import importlib.metadata
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256 as hashed
from threading import Lock, RLock
from types import TracebackType
from typing import Any, Self

from sqlalchemy import (
    Connection,
    CursorResult,
    Engine,
    PoolProxiedConnection,
    bindparam,
    func,
    insert,
    select,
)

from marsad.errors import OffsetError, StoreError, UnreadableError
from marsad.interchange import check_offsets
from marsad.records import Claim, Mention, Report

from .backend import WRITING, Backend, troubles
from .errors import StoreConflictError, StoreIntegrityError
from .event_tables import decisions
from .rows import actor_rows, claim_numbers, claim_row, mention_row, original_row, report_row, unpacked
from .tables import actors, claims, mentions, originals, reports, runs
from .words import indexed
from .writing import insert_rows

# Statements are made once: SQLAlchemy works out the SQL of a statement anew for each object.
_KEPT = select(originals.c.size).where(originals.c.sha256 == bindparam("sha256"))
_SAME_ID = select(reports.c.sha256, reports.c.body).where(reports.c.id == bindparam("id"))
_LAST_STORED = select(reports.c.stored).order_by(reports.c.number.desc()).limit(1)
_LAST_DECIDED = select(decisions.c.decided).order_by(decisions.c.number.desc()).limit(1)
_INTO_ORIGINALS = insert(originals)
_INTO_REPORTS = insert(reports)


class Store:
    """An open store, for any number of threads; use it in a ``with`` block, or call :meth:`close`."""

    def __init__(self, engine: Engine, backend: Backend, name: str, clock: Callable[[], datetime]) -> None:
        self.name, self.backend = name, backend
        self._engine, self._clock = engine, clock
        self._writer: Connection | None = None
        self._one_writes = RLock()
        self._watcher: PoolProxiedConnection | None = None
        self._one_watches = Lock()
        self._seen: ContextVar[Connection | None] = ContextVar("seen", default=None)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the database go."""
        with troubles(self.backend, self.name):
            if self._writer:
                self._writer.close()
            if self._watcher:
                self._watcher.close()
            self._engine.dispose()

    def begin_run(self, sources: Iterable[str]) -> int:
        """Note that `add` runs over ``sources``; the number it gives marks every report the run stores."""
        with self.writing() as connection:
            row = {"started": self._clock(), "version": version(), "sources": "\n".join(sources)}
            return _key(connection.execute(insert(runs), row))

    def holds(self, report: Report) -> bool:
        """Whether this report is stored already.

        Raises StoreConflictError when a report of the same id and other content is.
        """
        with self.reading() as connection:
            return _holds(connection, report)

    def add(
        self,
        report: Report,
        original: bytes,
        mentions_: Iterable[Mention],
        claims_: Iterable[Claim],
        run: int,
    ) -> bool:
        """Store a report with all that was read in it, whole or not at all; False when it is stored already.

        Raises OffsetError when a span does not cut out its words, StoreConflictError when the id stands for
        another text, UnreadableError when ``original`` is not what ``report.sha256`` says,
        StoreIntegrityError when a claim names one that is not there, StoreFullError, StoreLockedError.
        """
        if hashed(original).hexdigest() != report.sha256:
            raise UnreadableError("changed while it was read", where=report.source, remedy="add it again")
        known: tuple[Mention, ...] = tuple(mentions_)
        said: tuple[Claim, ...] = tuple(claims_)
        records: tuple[Mention | Claim, ...] = (*known, *said)
        check_offsets(report, records)
        if foreign := next((r for r in records if r.report != report.id), None):
            raise OffsetError(f"{foreign.record} of another report, {foreign.report}", where=report.source)
        try:
            return self._add(report, original, known, said, run)
        except StoreIntegrityError as error:
            raise StoreIntegrityError(error.what, where=report.source, remedy=error.remedy) from error

    def _add(
        self, report: Report, original: bytes, known: tuple[Mention, ...], said: tuple[Claim, ...], run: int
    ) -> bool:
        with self.writing() as connection:
            if _holds(connection, report):
                return False
            if connection.execute(_KEPT, {"sha256": report.sha256}).first() is None:
                connection.execute(_INTO_ORIGINALS, original_row(report.sha256, original))
            row = report_row(report) | {"run": run, "stored": self.moment(connection)}
            number = _key(connection.execute(_INTO_REPORTS, row))
            insert_rows(connection, mentions, [mention_row(number, i, m) for i, m in enumerate(known)])
            numbers = claim_numbers(number, said)
            try:
                told = [claim_row(number, c, numbers) for c in said]
            except KeyError as error:
                raise StoreIntegrityError(
                    f"a claim names a claim that is not there: {error.args[0]}",
                    where=report.source,
                    remedy="this is a bug in Marsad: please report it with the text",
                ) from error
            insert_rows(connection, claims, told)
            insert_rows(connection, actors, [row for c in said for row in actor_rows(numbers[c.id], c)])
            self.backend.index(connection, number, indexed(f"{report.title or ''}\n{report.text}"))
        return True

    def moment(self, connection: Connection) -> datetime:
        """The time to record with what is written now, UTC: never before what was recorded last, whatever the clock says."""
        last: list[datetime | None] = [connection.execute(query).scalar() for query in (_LAST_STORED, _LAST_DECIDED)]
        return max(self._clock(), *(time or datetime.min for time in last))

    def original(self, sha256: str) -> bytes:
        """The bytes of an original.  Raises StoreError when there is none, or it is no longer what it was."""
        with self.reading() as connection:
            row = connection.execute(
                select(originals.c.packing, originals.c.body).where(originals.c.sha256 == sha256)
            ).first()
        if row is None:
            raise StoreError("no original with this SHA-256", where=sha256)
        body = unpacked(row.packing, row.body)
        if hashed(body).hexdigest() != sha256:
            raise StoreError("an original was changed", where=f"{self.name}, {sha256}", remedy="restore a copy")
        return body

    def run_counts(self, run: int) -> tuple[int, int]:
        """How many reports, and how many claims in them, a run has stored."""
        of_run = select(reports.c.number).where(reports.c.run == run)
        with self.reading() as connection:
            stored = connection.execute(select(func.count()).select_from(of_run.subquery())).scalar_one()
            told = select(func.count()).select_from(claims).where(claims.c.report.in_(of_run))
            return stored, connection.execute(told).scalar_one()

    def counts(self) -> dict[str, int]:
        """How many of each noun there are."""
        with self.reading() as connection:
            return {
                table.name: int(connection.execute(select(func.count()).select_from(table)).scalar_one())
                for table in (reports, claims, mentions, originals, runs)
            }

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the store as it is at the first query, or in a :meth:`snapshot` as it was when that began."""
        seen = self._seen.get()
        if seen is not None:
            yield seen
            return
        with troubles(self.backend, self.name), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """A block in which this thread sees the store as one state of it, over one connection; it does not write there."""
        with self.reading() as connection:
            before = self._seen.set(connection)
            try:
                yield
            finally:
                self._seen.reset(before)

    @property
    def stands_still(self) -> bool:
        """Whether this thread is in a :meth:`snapshot`."""
        return self._seen.get() is not None

    def stamp(self) -> object:
        """Something that stays equal for as long as nobody writes to the store, cheap to ask for."""
        with self._one_watches, troubles(self.backend, self.name):
            self._watcher = self._watcher or self._engine.raw_connection()
            return self.backend.stamp(self._watcher)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose statements take effect together when the block ends, or not at all; one thread at a time has it."""
        with self._one_writes, troubles(self.backend, self.name):
            if self._writer is None:
                self._writer = self._engine.connect().execution_options(**{WRITING: True})
            try:
                with self._writer.begin():
                    yield self._writer
            except BaseException:
                # A commit that SQLite refuses leaves the transaction open; closing ends it.
                self._writer.close()
                self._writer = None
                raise


def _holds(connection: Connection, report: Report) -> bool:
    found = connection.execute(_SAME_ID, {"id": report.id}).first()
    if found is None:
        return False
    # The same text may come in another wrapping: a record with its fields in another order.
    if found.sha256 != report.sha256 and json.loads(found.body)["text"] != report.text:
        raise StoreConflictError(
            f"its id {report.id!r} stands for a stored report with another text",
            where=report.source,
            remedy="give it another id",
        )
    return True


def now() -> datetime:
    """The time, UTC, as the store keeps it."""
    return datetime.now(UTC).replace(tzinfo=None)


@cache
def version() -> str:
    """The version of this Marsad, for the records."""
    try:
        return importlib.metadata.version("marsad")
    except importlib.metadata.PackageNotFoundError:
        return "unknown"


def _key(result: CursorResult[Any]) -> int:
    key = result.inserted_primary_key
    assert key is not None
    return int(key[0])
