"""Writing and deleting many rows at once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Column, Connection, Dialect, Table, delete, insert

TOGETHER = 400
"""Values named in one statement; SQLite's limit has been 999."""


def insert_rows(connection: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows, their values in the order of the columns.

    Times and the like must be given as the driver takes them: use it for tables of numbers and text.
    """
    if rows:
        connection.exec_driver_sql(_insertion(table, connection.dialect), list(rows))


def delete_rows(connection: Connection, column: Column[Any], some: Collection[Any]) -> None:
    """Delete the rows that have one of these values in ``column``, some hundred to a statement."""
    every = sorted(some)
    for at in range(0, len(every), TOGETHER):
        connection.execute(delete(column.table).where(column.in_(every[at : at + TOGETHER])))


@cache
def _insertion(table: Table, dialect: Dialect) -> str:
    return str(insert(table).compile(dialect=dialect))
