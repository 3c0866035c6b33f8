"""Writing many rows as the driver takes them, for speed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Dialect, Table, insert


def insert_rows(connection: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows, their values in the order of the columns.

    Times and the like must be given as the driver takes them: use it for tables of numbers and text.
    """
    if rows:
        connection.exec_driver_sql(_insertion(table, connection.dialect), list(rows))


@cache
def _insertion(table: Table, dialect: Dialect) -> str:
    return str(insert(table).compile(dialect=dialect))
