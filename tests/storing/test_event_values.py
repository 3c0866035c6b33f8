from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

from store_samples import before_review
from stored_events import Adding, Told, new_store

from marsad.storing import Query, Store, find_events, open_store
from marsad.storing.event_tables import event_values, events
from marsad.storing.events import exclude, merge

STEPS = [
    Adding(0, (Told("غاو", 0, 9), Told("بيدوا", 1, 14)), 2),
    Adding(1, (Told("غاو", 0, 14), Told("تيساليت", 3, denied=True)), 3),
    Adding(2, (Told("تيساليت", 3),), None),
]


def rows(place: str) -> tuple[set[tuple[object, ...]], set[tuple[object, ...]]]:
    """Events and their values as the database has them."""
    with sqlite3.connect(place) as raw:
        columns = ", ".join(f'"{column.name}"' for column in events.columns)
        found = set(raw.execute(f"select {columns} from events")), set(raw.execute("select * from event_values"))
    raw.close()
    return found


def filled(folder: Path) -> Store:
    store = new_store(folder)
    for step in STEPS:
        step.do(store)
    assert len(list(find_events(store, Query()))) == 3
    return store


def test_an_older_store_gets_the_columns_and_values_that_a_new_one_has(tmp_path: Path) -> None:
    with filled(tmp_path) as store:
        name = store.name
    before = rows(name)
    assert all(before)
    with sqlite3.connect(name) as raw:
        before_review(raw)
        for index in ("ix_events_counts", "ix_reports_source"):
            raw.execute(f"drop index {index}")
        for column in list(events.columns)[10:]:
            raw.execute(f"alter table events drop column {column.name}")
        raw.execute(f"drop table {event_values.name}")
        raw.execute("update alembic_version set version_num = '0004'")
    raw.close()
    open_store(name).close()
    assert rows(name) == before


def test_values_follow_what_is_ruled(tmp_path: Path) -> None:
    with filled(tmp_path) as store:
        one, other, _ = (event for event, _ in find_events(store, Query()))
        kept = merge(store, one.id, other.id, by="test", because="to see")
        (both,) = (event for event, _ in find_events(store, Query(place="بيدوا")))
        assert both.id in {event.id for event, _ in find_events(store, Query(place="غاو"))}
        exclude(store, kept.one, by="test", because="to see")
        named, valued = rows(store.name)
        assert {row[2] for row in valued} == {row[0] for row in named}


def test_an_event_answers_to_its_report_by_id_and_by_source(tmp_path: Path) -> None:
    with filled(tmp_path) as store:
        by_id = [event.id for event, _ in find_events(store, Query(report="report-0"))]
        assert by_id == [event.id for event, _ in find_events(store, Query(report="report-0.txt"))]
        assert len(by_id) == 2
        assert not list(find_events(store, Query(report="report-9", since=date(2000, 1, 1))))
