from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from marsad.publishing.release import About, Contents, contents, difference, open_release
from marsad.publishing.release.of_store import tables_of
from marsad.publishing.release.writing import write_release
from marsad.storing import Query, Store, find_events, open_store
from marsad.storing.events import split, withdraw

from .conftest import TEXTS, add


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "marsad.db"), create=True) as opened:
        add(opened, TEXTS)
        yield opened


def release(store: Store, home: Path) -> Contents:
    folder, _ = write_release(tables_of(store, Query()), home, About(), datetime.now(UTC))
    return contents(open_release(folder))


def test_a_split_and_its_undoing_are_told_with_who_and_why(store: Store, tmp_path: Path) -> None:
    first = release(store, tmp_path / "r")
    (event,) = [event for event, _ in find_events(store, Query()) if len(event.reports) == 2]
    ruling = split(store, event.id, [event.reports[1]], by="Awa", because="two bombs")
    second = release(store, tmp_path / "r")
    (change,) = difference(first, second)
    assert (change.kind, change.before) == ("split", (event.id,))
    assert len(change.after) == 2
    assert any("apart by Awa: two bombs" in reason.what for reason in change.because)
    assert any(reason.what.startswith("no longer: ") for reason in change.because)

    withdraw(store, ruling.number, by="Musa", because="one bomb after all")
    third = release(store, tmp_path / "r")
    (undone,) = difference(second, third)
    assert (undone.kind, undone.after) == ("merged", (event.id,))
    assert any("withdrawn: one bomb after all" in reason.what for reason in undone.because)
    assert difference(first, third) == []
    before, after = (open_release(tmp_path / "r" / number).manifest.content.files for number in ("0001", "0003"))
    assert {path for path in before if before[path] != after[path]} == {
        "csv/decisions.csv",
        "parquet/decisions.parquet",
    }


def test_another_rule_changes_figures_and_says_so(store: Store, tmp_path: Path) -> None:
    first = release(store, tmp_path / "r")
    folder, _ = write_release(
        tables_of(store, Query(rule="reported-range")), tmp_path / "r", About(), datetime.now(UTC)
    )
    changes = difference(first, contents(open_release(folder)))
    assert all(change.kind == "changed" for change in changes)
    assert all("rule: latest-official before, reported-range now" in str(change.because) for change in changes)


def test_a_release_of_what_was_published_by_a_day_has_nothing_later(store: Store) -> None:
    tables = tables_of(store, Query(published_until=date(2023, 3, 3)))
    assert tables["reports"].num_rows == 0
    assert tables["events"].num_rows == 0
    assert tables_of(store, Query(published_until=date(2023, 3, 4)))["reports"].num_rows == len(TEXTS)
