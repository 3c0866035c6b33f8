"""All that is particular to SQLite: pragmas, locking, triggers against change, and the FTS5 index."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from time import monotonic, sleep

from sqlalchemy import (
    Connection,
    Engine,
    PoolProxiedConnection,
    Select,
    column,
    create_engine,
    event,
    literal_column,
    select,
    table,
    text,
)
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from marsad.errors import StoreError

from .backend import WRITING
from .errors import StoreFullError, StoreIntegrityError, StoreLockedError

_IMMUTABLE = (
    "originals",
    "reports",
    "mentions",
    "claims",
    "actors",
    "lists",
    "links",
    "decisions",
    "placements",
    "codebooks",
    "assignments",
    "judgements",
    "effects",
    "audit",
)
_WAIT_SECONDS = 5.0
_PAUSE_SECONDS = 0.01
# SQLite says "disk I/O error" where a file may not grow, FULL where the disk has no room: one matter.
_NO_ROOM = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR_WRITE,
    sqlite3.SQLITE_IOERR_FSYNC,
    sqlite3.SQLITE_IOERR_SHMSIZE,
}
_MAPPED = 4 * 2**30
_LOCKED = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_UNREADABLE = {
    sqlite3.SQLITE_NOTADB: ("is not a database", "name another file with --store"),
    sqlite3.SQLITE_CORRUPT: ("is damaged", "restore a copy, or add the sources to a new store"),
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened", "check that the folder exists and may be written to"),
    sqlite3.SQLITE_READONLY: ("may not be written to", "check the rights of the file and its folder"),
    sqlite3.SQLITE_PERM: ("may not be opened", "check the rights of the file and its folder"),
}


class Sqlite:
    """A store in one file."""

    def name(self, url: URL) -> str:
        """The file."""
        return url.database or ":memory:"

    def exists(self, url: URL) -> bool:
        """Whether the file is there and holds something."""
        path = Path(self.name(url))
        return path.is_file() and path.stat().st_size > 0

    def engine(self, url: URL) -> Engine:
        """An engine in WAL mode; ``?timeout=SECONDS`` in the URL: how long to wait for other writers (5).

        Raises StoreError where that is no number.
        """
        if "timeout" not in url.query:
            url = url.update_query_dict({"timeout": str(_WAIT_SECONDS)})
        wait = _seconds(url, self.name(url))
        engine = create_engine(url)
        event.listen(engine, "connect", lambda connection, _record: _connected(connection, wait))
        event.listen(engine, "begin", _begin)
        return engine

    def finish_schema(self, connection: Connection) -> None:
        """Create the triggers and the full-text index."""
        for name in _IMMUTABLE:
            for verb in ("update", "delete"):
                connection.execute(
                    text(
                        f"create trigger if not exists {name}_no_{verb} before {verb} on {name} "
                        f"begin select raise(abort, '{name} are immutable'); end"
                    )
                )
        # The text stands in reports; the index keeps neither it nor the places of the words.
        connection.execute(
            text(
                "create virtual table if not exists words using fts5(forms, content='', detail=none, "
                "tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co M*'\")"
            )
        )

    def index(self, connection: Connection, report: int, forms: str) -> None:
        """Add the words of a report to the index."""
        connection.execute(_INDEX, {"report": report, "forms": forms})

    def find(self, alternatives: Sequence[Sequence[str]]) -> Select[int, float]:
        """Match by FTS5, ranked by its BM25."""
        groups = ("(" + " OR ".join(f'"{form}"' for form in forms) + ")" for forms in alternatives)
        words = table("words", column("rowid"))
        found: Select[int, float] = (
            select(literal_column("words.rowid").label("report"), literal_column("-rank").label("score"))
            .select_from(words)
            .where(text("words match :match").bindparams(match=" AND ".join(groups)))
            .order_by(literal_column("rank"))
        )
        return found

    def stamp(self, connection: PoolProxiedConnection) -> object:
        """SQLite's count of what others have committed."""
        cursor = connection.cursor()
        try:
            cursor.execute("pragma data_version")
            return cursor.fetchone()
        finally:
            cursor.close()

    def trouble(self, error: DBAPIError, name: str) -> StoreError:
        """Tell a locked, full, damaged or foreign file from each other by SQLite's result code."""
        full_code = getattr(error.orig, "sqlite_errorcode", None) or 0
        code = full_code & 0xFF
        if full_code in _NO_ROOM or code in _NO_ROOM:
            return StoreFullError(
                "no room left to write",
                where=name,
                remedy="free some space or lift the limit, then run it again",
            )
        if code in _LOCKED:
            return StoreLockedError(
                "locked by another process",
                where=name,
                remedy="wait until it has finished, then run it again",
            )
        if code == sqlite3.SQLITE_CONSTRAINT:
            return StoreIntegrityError(
                f"its claims do not hold together: {error.orig}",
                where=name,
                remedy="this is a bug in Marsad: please report it with the text",
            )
        what, remedy = _UNREADABLE.get(code, (f"the database says: {error.orig}", None))
        return StoreError(what, where=name, remedy=remedy)

    def health(self, connection: Connection) -> list[tuple[str, bool, str, str]]:
        """WAL, foreign keys, FTS5 and the file's integrity."""
        journal = connection.execute(text("pragma journal_mode")).scalar_one()
        keys = connection.execute(text("pragma foreign_keys")).scalar_one()
        fts5 = connection.execute(text("select sqlite_compileoption_used('ENABLE_FTS5')")).scalar_one()
        intact = connection.execute(text("pragma quick_check(1)")).scalar_one()
        return [
            (
                "journal",
                journal == "wal",
                str(journal),
                "keep the store on a local disk, not on a network share",
            ),
            (
                "foreign keys",
                bool(keys),
                "checked" if keys else "unchecked",
                "use a Python whose SQLite checks them",
            ),
            (
                "full-text search",
                bool(fts5),
                f"SQLite {sqlite3.sqlite_version}",
                "use a Python whose SQLite has FTS5",
            ),
            ("integrity", intact == "ok", str(intact), "restore a copy, or add the sources to a new store"),
        ]


_INDEX = text("insert into words (rowid, forms) values (:report, :forms)")


def _seconds(url: URL, name: str) -> float:
    """How long the URL says to wait for others; StoreError where it gives no number."""
    told = url.query["timeout"]
    try:
        return float(str(told))
    except ValueError as error:
        raise StoreError(
            f"timeout={told} is no number of seconds", where=name, remedy="give it as in ?timeout=5"
        ) from error


def _connected(connection: sqlite3.Connection, wait: float) -> None:
    # SQLAlchemy begins transactions itself (see _begin), so that one can take the right to write at once.
    connection.isolation_level = None
    cursor = connection.cursor()
    try:
        cursor.execute("pragma foreign_keys = on")
        _log_ahead(cursor, wait)
        # In WAL mode NORMAL loses nothing finished when the process dies, tears nothing when the machine
        # does.
        cursor.execute("pragma synchronous = normal")
        cursor.execute("pragma cache_size = -16000")
        # What is read again and again is read out of the system's memory, without asking for it page by page.
        cursor.execute(f"pragma mmap_size = {_MAPPED}")
        # Folding the log back into the file costs a flush: every 16 MB rather than every 4.
        cursor.execute("pragma wal_autocheckpoint = 4000")
    finally:
        cursor.close()


def _log_ahead(cursor: sqlite3.Cursor, wait: float) -> None:
    """Set WAL mode, asking again for up to ``wait`` seconds.

    Where two open a new file at once, SQLite refuses the one at once instead of waiting for the other.
    """
    until = monotonic() + wait
    while True:
        try:
            cursor.execute("pragma journal_mode = wal")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in _LOCKED or monotonic() > until:
                raise
            sleep(_PAUSE_SECONDS)


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get(WRITING, False)
    connection.exec_driver_sql("begin immediate" if writing else "begin")
