"""SQL by DuckDB over Arrow tables: reads them, and nothing else.

The database is in memory and of this one query: no file, no network, no extension, no setting can be reached from the SQL
(https://duckdb.org/docs/stable/operations_manual/securing_duckdb/overview).
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .errors import QueryError

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa
    import pyarrow.dataset

_TOGETHER = 1024  # rows fetched at a time
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "temp_directory": "",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """The names of the columns, and the rows as they come."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


@contextmanager
def ask(
    sql: str, views: Mapping[str, pa.Table | pyarrow.dataset.Dataset], *, seconds: float = 60.0, memory_mb: int = 1024
) -> Iterator[Answer]:
    """The answer to ``sql``, one SELECT over ``views``; rows are fetched while the block runs, for ``seconds`` at most.

    Raises QueryError, also while rows are fetched, where the SQL is wrong or no SELECT, or a limit is reached.
    """
    import duckdb

    connection = duckdb.connect(":memory:", config=_SETTINGS | {"memory_limit": f"{memory_mb}MB"})
    clock = threading.Timer(seconds, connection.interrupt)
    clock.daemon = True
    try:
        with _told(seconds):
            _refuse_others(connection, sql)
            for name, view in views.items():
                connection.register(name, view)
            connection.execute("SET python_enable_replacements = false")
            connection.execute("SET lock_configuration = true")
            clock.start()
            connection.execute(sql)
        yield Answer(tuple(column[0] for column in connection.description or ()), _rows(connection, seconds))
    finally:
        clock.cancel()
        connection.close()


def _refuse_others(connection: duckdb.DuckDBPyConnection, sql: str) -> None:
    import duckdb

    allowed = (duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN)
    kinds = [statement.type for statement in connection.extract_statements(sql)]
    if len(kinds) != 1 or kinds[0] not in allowed:
        raise QueryError(
            "not one SELECT", where=_shown(sql), remedy="ask for one thing; nothing can be changed by a query"
        )


def _rows(connection: duckdb.DuckDBPyConnection, seconds: float) -> Iterator[tuple[Any, ...]]:
    while True:
        with _told(seconds):
            rows = connection.fetchmany(_TOGETHER)
        if not rows:
            return
        yield from rows


@contextmanager
def _told(seconds: float) -> Iterator[None]:
    """Turn what DuckDB says into one line."""
    import duckdb

    try:
        yield
    except duckdb.InterruptException as error:
        raise QueryError(f"took longer than {seconds:g} s", remedy="ask for less, or give it more --seconds") from error
    except duckdb.OutOfMemoryException as error:
        raise QueryError("needs too much memory", remedy="ask for less, or give it more --memory") from error
    except duckdb.PermissionException as error:
        raise QueryError(
            "reaches for a file, the network or an extension", remedy="only the views can be read"
        ) from error
    except duckdb.Error as error:
        first = str(error).strip().split("\n\n")[0]
        raise QueryError(" ".join(first.split())) from error


def _shown(sql: str) -> str:
    plain = " ".join(sql.split())
    return plain if len(plain) <= 60 else f"{plain[:59]}…"
