"""What the catalogue's files hold, and that contradictions in them are told."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from marsad.catalogue import Catalogue, load
from marsad.catalogue.entries import read_actors
from marsad.catalogue.gazetteer import Gazetteer
from marsad.errors import CodebookError
from marsad.languages.arabic.letters import fold

GROUPS = """\
type: group
sector: REB
entries:
  - {id: one, en: One, ar: جماعة الشروق, countries: [IQ], names: [الشروق]}
  - {id: two, en: Two, ar: جماعة الغروب, countries: [SY], names: []}
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A copy of the catalogue's folders, with two groups of its own."""
    own = Path(str(files("marsad.catalogue")))
    shutil.copytree(own / "places", tmp_path / "places")
    (tmp_path / "groups").mkdir()
    (tmp_path / "organizations").mkdir()
    (tmp_path / "groups" / "own.yaml").write_text(GROUPS, encoding="utf-8")
    return tmp_path


def rewrite(home: Path, old: str, new: str) -> None:
    path = home / "groups" / "own.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_ids_of_the_design_are_kept() -> None:
    book = load()
    kept = ("isil", "isil-khorasan", "al-qaida", "imu", "taliban")
    assert [book.entries[i].type for i in kept] == ["group"] * len(kept)


def test_sixty_groups_and_more() -> None:
    assert sum(e.type == "group" for e in load().entries.values()) >= 60


def test_branches_by_country() -> None:
    branch = load().branch("isil", "AF")
    assert branch is not None
    assert (branch.id, branch.un) == ("isil-khorasan", "QDe.161")
    assert load().branch("isil", "FR") is None


def test_places_carry_where_they_are() -> None:
    tajikistan = load().country("TJ")
    assert tajikistan is not None
    assert (tajikistan.name, tajikistan.precision) == ("طاجيكستان", "country")
    capital = load().place("wof:421168799")
    assert capital is not None
    assert (capital.en, capital.country, capital.precision) == ("Kabul", "AF", "town")
    assert capital.latitude == pytest.approx(34.53, abs=0.05)
    assert capital.longitude == pytest.approx(69.17, abs=0.05)


def test_the_copy_loads(home: Path) -> None:
    assert set(Catalogue(home).entries) == {"one", "two"}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("id: two", "id: one", "own.yaml: one"),
        ("names: []", "names: [الشروق]", "claimed by one"),
        ("names: []", "names: [], parent: three", "no entry"),
        ("countries: [SY]", "countries: [Syria]", "own.yaml: entries > two"),
        ("id: two", "id: Two Groups", "own.yaml: entries > Two Groups"),
        ("names: []", "name: []", "own.yaml: entries > two"),
    ],
)
def test_contradictions_are_told_with_file_and_entry(home: Path, old: str, new: str, told: str) -> None:
    rewrite(home, old, new)
    with pytest.raises(CodebookError) as caught:
        Catalogue(home)
    assert told in str(caught.value)


def test_one_name_may_serve_two_under_a_condition(home: Path) -> None:
    rewrite(home, "names: []", "names: [], conditional: {الشروق: {needs: [كتيبة]}}")
    names = [n.entry.id for n in read_actors(home) if n.name == "الشروق"]
    assert names == ["one", "two"]


def test_a_torn_gazetteer_is_told(tmp_path: Path) -> None:
    file = tmp_path / "places.sqlite"
    file.write_bytes(b"SQLite format 3\0 and no more")
    with pytest.raises(CodebookError, match=r"places\.sqlite: "):
        Gazetteer(file)


def test_a_missing_gazetteer_is_told(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match="no such file"):
        Gazetteer(tmp_path / "places.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_names_stand_folded_in_the_table() -> None:
    names = [name for name, _, _ in Gazetteer().names()]
    assert len(names) > 10_000
    assert [n for n in names if fold(n) != n] == []


def test_ids_of_places_tell_their_source() -> None:
    known = list(load().places)
    assert {p.id.partition(":")[0] for p in known} == {"wof", "gn", "iso", "region", "capital"}
    assert len({p.id for p in known}) == len(known)
    by_hand = [p for p in known if p.id.startswith("region:")]
    assert by_hand
    for place in by_hand:
        assert place.latitude is not None
        assert place.longitude is not None
        assert place.latitude * 2 % 1 == place.longitude * 2 % 1 == 0
        assert (place.radius_km or 0) >= 50


def test_the_file_of_all_places_is_small_enough_to_ship() -> None:
    assert Gazetteer().file.stat().st_size <= 40_000_000


@pytest.mark.parametrize(("code", "source"), [("SY", "wof"), ("NG", "wof"), ("FR", "iso")])
def test_countries_are_found_by_their_code(code: str, source: str) -> None:
    country = load().country(code)
    assert country is not None
    assert (country.country, country.kind, country.id.partition(":")[0]) == (code, "country", source)
