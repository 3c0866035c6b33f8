from __future__ import annotations

import gzip
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from un_samples import alias, body, person, un_list

from marsad.catalogue import load
from marsad.errors import CodebookError
from marsad.linking.lists import (
    SanctionsList,
    apply_update,
    changes_between,
    list_in_use,
    read_un,
    read_update,
    shipped_list,
    using,
)
from marsad.linking.lists.errors import OlderListError, ShrunkenListError
from marsad.linking.lists.packed import pack, unpack
from marsad.storing import Store, list_states, open_store

SALIM = person("QDi.901", "SALIM", "WAHI")
NADIR = person("QDi.902", "NADIR", "TALI")
OASIS = body("QDe.901", "OASIS HOUSE")


def sample(*entries: str, generated: str = "2024-03-01T00:00:10.000Z") -> SanctionsList:
    return read_un(un_list(*entries, generated=generated), "list.xml")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "marsad.db"), create=True) as opened:
        yield opened


@pytest.fixture(autouse=True)
def shipped(monkeypatch: pytest.MonkeyPatch) -> SanctionsList:
    """The list that comes with Marsad, as these tests have it: of 1 January 2024, two persons and a body."""
    found = sample(SALIM, NADIR, OASIS, generated="2024-01-01T00:00:00Z")
    monkeypatch.setattr(using, "shipped_list", lambda: found)
    return found


def write(folder: Path, *entries: str, generated: str) -> Path:
    path = folder / f"{generated[:10]}.xml"
    path.write_bytes(un_list(*entries, generated=generated))
    return path


def load_list(store: Store, path: Path, *, older: bool = False, shrink: bool = False) -> None:
    apply_update(read_update(path, store, older=older), store, shrink=shrink)


def test_the_shipped_list_holds_every_entry_that_the_catalogue_names() -> None:
    known = shipped_list().by_reference()
    named = {entry.un for entry in load().entries.values() if entry.un}
    assert named
    assert named <= known.keys()


def test_a_packed_list_is_the_list_and_the_same_bytes_each_time() -> None:
    whole = sample(person("QDi.901", "SALIM", more=alias("Abu Nur", "Low")), OASIS)
    assert unpack(pack(whole), "here") == whole
    assert pack(whole) == pack(whole)


@pytest.mark.parametrize("damage", [b"", b"no gzip", gzip.compress(b""), gzip.compress(b'{"publisher": "un"}')])
def test_a_damaged_packed_list_is_named(damage: bytes) -> None:
    with pytest.raises(CodebookError, match=r"un\.gz: damaged"):
        unpack(damage, "un.gz")


def test_changes_are_told_by_entry_and_field() -> None:
    old = sample(SALIM, NADIR, OASIS)
    new = sample(
        person("QDi.901", "Salim", "Wahi", listed_on="2016-03-01", more=alias("Abu Nur")),
        OASIS,
        person("QDi.903", "HADI"),
    )
    found = changes_between(old, new)
    assert [(one.sort, one.entry.reference) for one in found] == [
        ("added", "QDi.903"),
        ("removed", "QDi.902"),
        ("amended", "QDi.901"),
    ]
    assert [str(field) for field in found[-1].fields] == ["names: +Abu Nur", "listed on: -2016-02-29, +2016-03-01"]
    assert changes_between(new, new) == []


def test_without_another_the_shipped_list_is_in_use(store: Store, shipped: SanctionsList) -> None:
    assert list_in_use(None) is shipped
    assert list_in_use(store) is shipped


def test_a_newer_list_is_put_to_use_and_older_states_stay(store: Store, tmp_path: Path) -> None:
    first = write(tmp_path, SALIM, OASIS, person("QDi.903", "HADI"), generated="2024-02-01T00:00:00Z")
    second = write(tmp_path, SALIM, OASIS, person("QDi.904", "RAMI"), generated="2024-03-01T00:00:00Z")
    load_list(store, first)
    load_list(store, second)
    with open_store(store.name) as again:
        assert list_in_use(again).sha256 == read_un(second.read_bytes(), "").sha256
        states = list_states(again, "un")
        assert [state.generated.date().isoformat() for state in states] == ["2024-02-01", "2024-03-01"]
        assert again.original(states[0].sha256) == first.read_bytes()


def test_the_list_in_use_is_known_again(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path, SALIM, OASIS, generated="2024-02-01T00:00:00Z")
    load_list(store, path, shrink=True)
    assert read_update(path, store).is_known


def test_an_older_list_is_refused_unless_asked_for(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path, SALIM, NADIR, OASIS, generated="2023-02-01T00:00:00Z")
    with pytest.raises(OlderListError, match="2023-02-01, older than the one in use, of 2024-01-01"):
        read_update(path, store)
    load_list(store, path, older=True)
    assert list_in_use(store).day.isoformat() == "2023-02-01"


def test_the_shipped_list_takes_over_only_when_newer_than_all_seen(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_list(store, write(tmp_path, SALIM, NADIR, OASIS, generated="2024-06-01T00:00:00Z"))
    load_list(store, write(tmp_path, SALIM, NADIR, OASIS, generated="2024-05-01T00:00:00Z"), older=True)
    for day, in_use in (("2024-05-20", "2024-05-01"), ("2024-06-20", "2024-06-20")):
        newer = sample(SALIM, NADIR, OASIS, generated=f"{day}T00:00:00Z")
        monkeypatch.setattr(using, "shipped_list", lambda newer=newer: newer)
        assert list_in_use(store).day.isoformat() == in_use


@pytest.mark.parametrize("entries", [(SALIM, OASIS), (SALIM, NADIR)])
def test_a_list_that_loses_half_of_a_kind_is_taken_only_when_agreed(
    store: Store, tmp_path: Path, entries: tuple[str, ...]
) -> None:
    path = write(tmp_path, *entries, generated="2024-02-01T00:00:00Z")
    with pytest.raises(ShrunkenListError, match="would shrink to"):
        load_list(store, path)
    assert list_states(store, "un") == []
    load_list(store, path, shrink=True)
    assert list_in_use(store).generated == datetime(2024, 2, 1, tzinfo=UTC)
