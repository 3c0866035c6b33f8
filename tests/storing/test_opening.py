from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from threading import Timer

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from store_samples import ambush, before_review

import marsad.storing
from marsad.errors import StoreError
from marsad.storing import (
    NoStoreError,
    Query,
    Store,
    StoreLockedError,
    count_reports,
    default_location,
    find_claims,
    open_store,
)
from marsad.storing.tables import HEAD, metadata


def test_a_store_that_is_not_there_is_not_made_by_asking(tmp_path: Path) -> None:
    with pytest.raises(NoStoreError) as caught:
        open_store(str(tmp_path / "none.db"))
    assert str(tmp_path / "none.db") in str(caught.value)
    assert not list(tmp_path.iterdir())


def test_a_store_is_made_with_its_folder_and_opened_again(tmp_path: Path) -> None:
    place = str(tmp_path / "deep" / "er" / "m.db")
    with open_store(place, create=True) as store:
        ambush().add_to(store, store.begin_run([]))
    with open_store(f"sqlite:///{place}") as store:
        assert store.counts()["reports"] == 1


def test_another_that_is_just_making_the_store_is_waited_for(tmp_path: Path) -> None:
    place = tmp_path / "m.db"
    other = sqlite3.connect(place, isolation_level=None, check_same_thread=False)
    other.execute("begin immediate")
    done = Timer(0.3, other.execute, ["rollback"])
    done.start()
    with open_store(str(place), create=True) as store:
        assert not done.is_alive()
        assert store.counts()["reports"] == 0
    other.close()


def test_another_that_never_ends_is_not_waited_for_for_ever(tmp_path: Path) -> None:
    place = tmp_path / "m.db"
    with closing(sqlite3.connect(place, isolation_level=None)) as other:
        other.execute("begin immediate")
        with pytest.raises(StoreLockedError, match="locked by another"):
            open_store(f"sqlite:///{place}?timeout=0.1", create=True)


def test_a_time_to_wait_that_is_no_number_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="timeout=soon is no number of seconds"):
        open_store(f"sqlite:///{tmp_path / 'm.db'}?timeout=soon", create=True)


def test_the_environment_names_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MARSAD_STORE", str(tmp_path / "e.db"))
    assert default_location() == str(tmp_path / "e.db")
    monkeypatch.delenv("MARSAD_STORE")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert Path(default_location()).name == "marsad.db"


def test_the_migrations_make_the_tables_that_the_code_knows(store: Store) -> None:
    with store.reading() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    mine = [item for item in differences if "words" not in str(item)]
    assert mine == []


def test_the_newest_migration_is_the_one_the_code_expects() -> None:
    config = Config()
    folder = Path(marsad.storing.__file__).parent / "migrations"
    config.set_main_option("script_location", str(folder))
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_the_store_keeps_a_log_and_checks_foreign_keys(store: Store) -> None:
    with store.reading() as connection:
        health = store.backend.health(connection)
    assert {what for what, well, _, _ in health if well} == {
        "journal",
        "foreign keys",
        "full-text search",
        "integrity",
    }


@pytest.mark.parametrize(
    ("content", "says"), [(b"this is a text, not a database" * 40, "not a database"), (b"", "no store")]
)
def test_a_file_that_is_no_store(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=says) as caught:
        open_store(str(path))
    assert str(path) in str(caught.value)
    assert path.read_bytes() == content


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("create table recipes (name text)")
    connection.close()
    with pytest.raises(StoreError, match="not one of Marsad's"):
        open_store(str(path), create=True)
    connection = sqlite3.connect(path)
    assert connection.execute("select name from sqlite_master").fetchall() == [("recipes",)]
    connection.close()


def test_a_store_of_a_newer_marsad_is_left_alone(store: Store) -> None:
    connection = sqlite3.connect(store.name)
    connection.execute("update alembic_version set version_num = '9999'")
    connection.commit()
    connection.close()
    with pytest.raises(StoreError, match="newer Marsad"):
        open_store(store.name)


@pytest.mark.parametrize("location", ["postgresql://host/db", "nonsense://", "://"])
def test_an_address_that_is_no_store(location: str) -> None:
    with pytest.raises(StoreError):
        open_store(location, create=True)


def test_a_folder_cannot_be_a_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        open_store(str(tmp_path), create=True)


def test_a_store_that_another_holds_is_said_to_be_locked(filled: Store) -> None:
    other = sqlite3.connect(filled.name, isolation_level=None)
    other.execute("begin immediate")
    try:
        with (
            open_store(f"sqlite:///{filled.name}?timeout=0.05") as waiting,
            pytest.raises(StoreLockedError) as caught,
        ):
            waiting.begin_run([])
        assert filled.name in str(caught.value)
    finally:
        other.execute("rollback")
        other.close()
    assert filled.begin_run([]) == 2


def test_reading_goes_on_while_another_writes(filled: Store) -> None:
    other = sqlite3.connect(filled.name, isolation_level=None)
    other.execute("begin immediate")
    try:
        assert filled.counts()["reports"] == 2
    finally:
        other.execute("rollback")
        other.close()


def test_a_store_of_the_first_schema_is_brought_up_to_date_and_keeps_what_it_holds(tmp_path: Path) -> None:
    place = tmp_path / "old.db"
    with open_store(str(place), create=True) as store:
        ambush().add_to(store, store.begin_run([]))
    with sqlite3.connect(place) as raw:
        before_review(raw)
        raw.executescript(
            "drop table sentences; drop table vectored; drop table lists; drop table links; drop table joins;"
            "drop table placements; drop table placed; drop table telling_claims; drop table telling_keys;"
            "drop table tellings; drop table likenesses; drop table events; drop table decisions; drop table event_values;"
            "alter table claims drop column probability; drop index ix_reports_source;"
            "update alembic_version set version_num = '0001'"
        )
    raw.close()
    with open_store(str(place)) as store:
        assert store.counts()["reports"] == 1
        assert len(list(find_claims(store, Query()))) == store.counts()["claims"] > 0
        assert list(find_claims(store, Query(sure=0.5))) == []
        assert count_reports(store) == (0, 1)
