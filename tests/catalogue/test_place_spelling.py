"""Names of places meet across scripts, and all places of a name are found in the gazetteer's blocks."""

from __future__ import annotations

import pytest

from marsad.catalogue.namesakes import namesakes, packed, unpacked
from marsad.catalogue.place_spelling import arabic_by_rule, keys, plain


@pytest.mark.parametrize(
    "spellings",
    [
        ("دوشنبه", "Dushanbe", "Душанбе"),
        ("وحدات", "Vahdat", "Ваҳдат"),
        ("كابول", "كابل", "Kabul", "Кабул", "کابل"),
        ("تعز", "Ta'izz", "Таиз"),
        ("الحسكة", "Al-Hasakah", "Hasaka"),
        ("خاروغ", "Khorugh", "Хоруғ"),
        ("أبو ظبي", "أبوظبي", "Abu Dhabi"),
    ],
)
def test_spellings_share_a_key(spellings: tuple[str, ...]) -> None:
    shared = set(keys(spellings[0])).intersection(*(keys(s) for s in spellings[1:]))
    assert shared


@pytest.mark.parametrize(("one", "other"), [("طرابلس", "طبرق"), ("Gao", "Mopti"), ("حلب", "حمص"), ("كابول", "قندهار")])
def test_other_names_do_not(one: str, other: str) -> None:
    assert set(keys(one)).isdisjoint(keys(other))


def test_no_letters_no_key() -> None:
    assert keys("12 - 3") == ()


@pytest.mark.parametrize(
    ("name", "arabic"),
    [("Shahrinav", "شاهريناف"), ("Al Khalidiyah", "الخاليديا"), ("Шаартуз", "شارتوز"), ("Suruç", "سوروتش")],
)
def test_arabic_by_rule(name: str, arabic: str) -> None:
    assert arabic_by_rule(name) == arabic


@pytest.mark.parametrize("numbers", [[], [0], [3, 700, 701], [127, 128, 16_384, 690_000]])
def test_packed_numbers_come_back(numbers: list[int]) -> None:
    assert unpacked(packed(numbers)) == numbers


def test_places_of_a_name_are_found_in_any_script() -> None:
    for name in ("دوشنبه", "Dushanbe", "Душанбе"):
        assert any(n.place.id == "wof:421187321" for n in namesakes().alike(name))


def test_only_places_spelt_so_are_spelt_so() -> None:
    found = namesakes().spelt(plain("خان آباد"))
    assert {p.country for p in found} >= {"AF", "IR"}
    assert namesakes().spelt("لا مكان بهذا الاسم") == ()


@pytest.mark.parametrize("place_id", ["wof:421168133", "gn:92138", "iso:US-TN"])
def test_places_are_found_by_id(place_id: str) -> None:
    place = namesakes().place(place_id)
    assert place is not None
    assert place.id == place_id
    assert namesakes().place("wof:1") is None


def test_names_made_by_rule_say_so() -> None:
    made = [n.place for n in namesakes().alike("Kolofata") if n.place.by_rule]
    own = namesakes().spelt(plain("قندهار"))
    assert all(not p.by_rule for p in own)
    assert all(p.name == arabic_by_rule(p.en) for p in made)


def test_divisions_lead_to_the_top() -> None:
    at: str | None = "wof:85678913"
    steps = 0
    while at is not None and (told := namesakes().division(at)) is not None:
        at = told[2]
        steps += 1
    assert 1 <= steps <= 3
