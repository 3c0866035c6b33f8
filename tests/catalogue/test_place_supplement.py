"""The reviewed supplement of places is checked before anything is built from it."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from marsad.catalogue.supplement import FILES, check_parents, read_supplement
from marsad.errors import CodebookError

GOOD = """\
regions:
  - {id: region:one, en: One, names: [الإقليم الأول], latitude: 10, longitude: 20, radius_km: 60}
  - {id: region:two, en: Two, names: [الإقليم الثاني], latitude: 11, longitude: 20, radius_km: 60, parent: region:one}
towns:
  - {like: "wof:7", en: Seven, country: SY, names: [السابعة]}
"""


def supplement(folder: Path, text: str) -> Path:
    file = folder / "own.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_good_one_is_read(tmp_path: Path) -> None:
    read = read_supplement([supplement(tmp_path, GOOD)])
    assert [(r.id, r.parent) for r in read.regions] == [("region:one", None), ("region:two", "region:one")]
    assert [t.like for t in read.towns] == ["wof:7"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("latitude: 10", "latitude: 91", "own.yaml: regions > region:one > latitude"),
        ("longitude: 20", "longitude: -180.5", "own.yaml: regions > region:one > longitude"),
        ("latitude: 10, ", "", "own.yaml: region:one: neither coordinates"),
        ("radius_km: 60}", "radius_km: 0}", "own.yaml: regions > region:one > radius_km"),
        ("region:two, en", "region:one, en", "own.yaml: region:one: the id stands in own.yaml already"),
        (
            "radius_km: 60}",
            "radius_km: 60, parent: region:two}",
            "lies in itself: region:one > region:two > region:one",
        ),
        ("names: [السابعة]", "names: []", "own.yaml: towns > "),
        ('"wof:7"', '"Q7"', "own.yaml: towns > "),
        ("country: SY", "country: Syria", "own.yaml: towns > "),
    ],
)
def test_mistakes_are_told_with_file_and_entry(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert old in GOOD
    file = supplement(tmp_path, GOOD.replace(old, new, 1))
    before = file.read_bytes()
    with pytest.raises(CodebookError) as caught:
        read_supplement([file])
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)
    assert file.read_bytes() == before


def test_ids_are_unique_across_files(tmp_path: Path) -> None:
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_text(GOOD, encoding="utf-8")
    two.write_text(GOOD, encoding="utf-8")
    with pytest.raises(CodebookError, match=r"two\.yaml: region:one: the id stands in one\.yaml already"):
        read_supplement([one, two])


def test_the_own_supplement_is_good() -> None:
    folder = files("marsad.catalogue") / "places"
    read = read_supplement([folder / name for name in FILES])
    assert len(read.regions) > 80


def test_a_circle_of_three_is_found_behind_a_tail() -> None:
    parents: dict[str, str | None] = {"tail": "a", "a": "b", "b": "c", "c": "a", "top": None}
    with pytest.raises(CodebookError, match="a > b > c > a"):
        check_parents(parents, "own.yaml")
    check_parents({"a": "b", "b": "c", "c": None}, "own.yaml")
