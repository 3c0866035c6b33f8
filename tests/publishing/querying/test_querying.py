from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.dataset
import pyarrow.parquet
import pytest

from marsad.publishing.querying import QueryError, ask

EVENTS = pa.table({"id": ["e1", "e2", "e3"], "country": ["ML", "SO", "ML"], "claims": [["c1", "c2"], ["c3"], []]})


def answer(sql: str, **more: Any) -> list[tuple[Any, ...]]:
    with ask(sql, {"events": EVENTS}, **more) as found:
        return list(found.rows)


def test_a_select_is_answered_with_its_columns() -> None:
    with ask("SELECT country, count(*) AS n FROM events GROUP BY ALL ORDER BY n DESC", {"events": EVENTS}) as found:
        assert found.columns == ("country", "n")
        assert list(found.rows) == [("ML", 2), ("SO", 1)]


def test_lists_can_be_taken_apart_and_arabic_be_asked_for() -> None:
    assert answer("SELECT id, unnest(claims) FROM events ORDER BY ALL") == [("e1", "c1"), ("e1", "c2"), ("e2", "c3")]
    assert answer("WITH t AS (SELECT 'مالي' AS name) FROM t WHERE name LIKE '%ال%'") == [("مالي",)]
    assert answer("EXPLAIN SELECT 1")
    assert answer("DESCRIBE events")[0][:2] == ("id", "VARCHAR")


def test_more_rows_come_than_are_fetched_at_a_time() -> None:
    assert answer("SELECT range FROM range(5000)")[-1] == (4999,)


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TABLE t (a INT)",
        "UPDATE events SET id = 'e9'",
        "DROP VIEW events",
        "COPY events TO '{there}'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET threads = 1",
        "ATTACH '{there}'",
        "PRAGMA version",
        "SELECT 1; SELECT 2",
        "",
    ],
)
def test_what_is_no_single_select_is_refused(sql: str, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="not one SELECT"):
        answer(sql.format(there=tmp_path / "out"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_csv('{there}')",
        "SELECT * FROM read_text('{there}')",
        "SELECT * FROM '{there}'",
        "SELECT * FROM glob('{there}*')",
        "SELECT * FROM sniff_csv('{there}')",
        "SELECT * FROM read_parquet('https://example.org/a.parquet')",
    ],
)
def test_files_and_the_network_are_out_of_reach(sql: str, tmp_path: Path) -> None:
    there = tmp_path / "secret.csv"
    there.write_text("word\nsecret\n", encoding="utf-8")
    with pytest.raises(QueryError) as caught:
        answer(sql.format(there=there))
    assert "secret" not in str(caught.value).replace(str(there), "")


def test_what_python_holds_is_out_of_reach() -> None:
    secret = pa.table({"a": [1]})
    with pytest.raises(QueryError, match="secret"):
        answer("SELECT * FROM secret")
    assert secret.num_rows == 1


@pytest.mark.parametrize(
    ("sql", "said"), [("SELECT nothing FROM events", "nothing"), ("SELEC 1", "syntax"), ("SELECT 'a'::INT", "a")]
)
def test_wrong_sql_is_told_in_one_line(sql: str, said: str) -> None:
    with pytest.raises(QueryError, match=said) as caught:
        answer(sql)
    assert "\n" not in str(caught.value)


def test_a_query_that_takes_too_long_ends() -> None:
    with pytest.raises(QueryError, match=r"longer than 0\.3 s"):
        answer("SELECT count(*) FROM range(10_000_000_000) a, range(10) b WHERE a.range % 7 = b.range", seconds=0.3)


def test_a_query_that_needs_too_much_memory_ends() -> None:
    with pytest.raises(QueryError, match="memory"):
        answer("SELECT list(range) FROM range(300_000_000)", memory_mb=64)


def test_a_release_is_asked_where_it_lies(tmp_path: Path) -> None:
    pa.parquet.write_table(EVENTS, tmp_path / "events.parquet")
    views = {"events": pa.dataset.dataset(tmp_path / "events.parquet")}
    with ask("SELECT id FROM events WHERE country = 'SO'", views) as found:
        assert list(found.rows) == [("e2",)]
