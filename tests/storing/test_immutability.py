from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

import pytest

from marsad.storing import Link, Query, Store, add_list, decide, find_events
from marsad.storing.events import merge
from marsad.team import Entry, note

TABLES = ("originals", "reports", "mentions", "claims", "actors", "lists", "links", "decisions", "placements", "audit")
DAY = datetime(2024, 3, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _with_a_list_and_a_decision(filled: Store) -> None:
    add_list(filled, "un", DAY, DAY, b"<list/>", b"packed")
    link = Link(
        decided=DAY,
        by="A. Karim",
        decision="confirmed",
        because="as listed",
        name="سليم الواحي",
        report=None,
        publisher="un",
        reference="QDi.901",
        generated=DAY,
        score=0.9,
        reasons=None,
    )
    decide(filled, link)
    one, other = (event for event, _ in find_events(filled, Query()))
    merge(filled, one.id, other.id, by="A. Karim", because="one matter")
    note(filled, Entry(action="sign-in", outcome="ok", account="A. Karim"), DAY.replace(tzinfo=None))


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
