"""The index: the right key first, one hit a key, and the same reasons as a comparison of the two names gives."""

from __future__ import annotations

import pytest

from marsad.linking.names import NameIndex, compare_persons
from marsad.linking.names.index import Kind

NAMED: list[tuple[str, str, Kind]] = [
    ("khalimov", "Gulmurod Khalimov", "person"),
    ("khalimov", "Gulmurod Halimov", "person"),
    ("zarqawi", "Abu Musab al-Zarqawi", "person"),
    ("suri", "Abu Musab al-Suri", "person"),
    ("putin", "Владимир Путин", "person"),
    ("nusra", "Al-Nusrah Front", "body"),
    ("nusra", "Jabhat al-Nusra", "body"),
    ("army", "The Army of Emigrants and Supporters", "body"),
]


@pytest.fixture(scope="module")
def index() -> NameIndex[str]:
    return NameIndex.build(NAMED)


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("غول مراد حليموف", "khalimov"),
        ("غولمورود حليموف", "khalimov"),
        ("Ҳалимов Гулмурод", "khalimov"),
        ("أبي مصعب الزرقاوي", "zarqawi"),
        ("أبو مصعب السوري", "suri"),
        ("فلاديمير بوتين", "putin"),
        ("جبهة النصرة", "nusra"),
        ("جيش المهاجرين والأنصار", "army"),
    ],
)
def test_right_key_first(index: NameIndex[str], query: str, key: str) -> None:
    assert index.find(query)[0].key == key


def test_one_hit_a_key_best_first(index: NameIndex[str]) -> None:
    hits = index.find("أبو مصعب الزرقاوي")
    assert [hit.key for hit in hits] == ["zarqawi", "suri"]
    assert hits[0].comparison.score > hits[1].comparison.score


def test_kind_and_limit(index: NameIndex[str]) -> None:
    assert index.find("جبهة النصرة", kind="person") == []
    assert len(index.find("أبو مصعب الزرقاوي", limit=1)) == 1


def test_nothing_in_common_finds_nothing(index: NameIndex[str]) -> None:
    assert index.find("أنغيلا ميركل") == []
    assert index.find("") == []
    assert NameIndex[str].build([]).find("أبو مصعب") == []


def test_a_hit_has_the_reasons_of_a_comparison(index: NameIndex[str]) -> None:
    hit = index.find("أبو مصعب الزرقاوي")[0]
    assert hit.comparison == compare_persons("أبو مصعب الزرقاوي", hit.name)
    assert "kunya: أبو مصعب ~ Abu Musab" in hit.comparison.explain()


def test_what_only_one_name_has_is_said() -> None:
    said = compare_persons("أسامة بن لادن", "Hamza Usama bin Ladin").explain()
    assert "given name: Hamza stands in the name only" in said
