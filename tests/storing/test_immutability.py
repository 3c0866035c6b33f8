from __future__ import annotations

import sqlite3

import pytest

from marsad.storing import Store

TABLES = ("originals", "reports", "mentions", "claims", "actors")


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("statement", ["update {table} set {column} = {column}", "delete from {table}"])
def test_nothing_stored_can_be_changed(filled: Store, table: str, statement: str) -> None:
    connection = sqlite3.connect(filled.name)
    try:
        column = connection.execute(f"select name from pragma_table_info('{table}')").fetchone()[0]
        before = connection.execute(f"select * from {table}").fetchall()
        assert before
        with pytest.raises(sqlite3.IntegrityError, match="immutable"):
            connection.execute(statement.format(table=table, column=column))
        assert connection.execute(f"select * from {table}").fetchall() == before
    finally:
        connection.close()
