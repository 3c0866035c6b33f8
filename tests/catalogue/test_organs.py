"""Bodies composed of a country and an organ, and names that tell them in three languages."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from marsad.catalogue import Catalogue, load
from marsad.catalogue.organ_table import read_organs
from marsad.errors import CodebookError


@pytest.mark.parametrize(
    ("country", "organ", "name", "en", "ru"),
    [
        (
            "TJ",
            "ministry-of-interior",
            "وزارة الداخلية الطاجيكية",
            "Ministry of Interior of Tajikistan",
            "Министерство внутренних дел Таджикистана",
        ),
        ("LB", "army", "الجيش اللبناني", "Armed Forces of Lebanon", "Вооружённые силы Ливана"),
        ("KP", "police", "الشرطة الكورية الشمالية", "Police of North Korea", "Полиция Северной Кореи"),
        (
            "US",
            "ministry-of-justice",
            "وزارة العدل الأمريكية",
            "Ministry of Justice of the United States",
            "Министерство юстиции США",
        ),
        ("MW", "police", "الشرطة في ملاوي", "Police of Malawi", None),
        ("ZA", "police", "الشرطة الجنوب أفريقية", "Police of South Africa", "Полиция ЮАР"),
        (
            "RU",
            "mission-to-un",
            "البعثة الروسية الدائمة لدى الأمم المتحدة",
            "Permanent Mission of Russia to the United Nations",
            None,
        ),
    ],
)
def test_names_of_composed_bodies(country: str, organ: str, name: str, en: str, ru: str | None) -> None:
    entry = load().organ(country, organ)
    assert entry is not None
    assert (entry.id, entry.name, entry.en, entry.ru) == (f"{country.lower()}-{organ}", name, en, ru)
    assert entry.country == country
    assert load().entry(entry.id) == entry


@pytest.mark.parametrize(
    ("country", "organ", "own"),
    [
        ("SY", "army", "syrian-army"),
        ("IL", "army", "idf"),
        ("US", "ministry-of-defence", "pentagon"),
        ("RU", "presidency", "kremlin"),
        ("PK", "intelligence", "isi"),
    ],
)
def test_a_body_with_an_entry_of_its_own_has_that_id_alone(country: str, organ: str, own: str) -> None:
    entry = load().organ(country, organ)
    assert entry is load().entries[own]
    assert load().entry(f"{country.lower()}-{organ}") is None


@pytest.mark.parametrize(
    ("country", "organ"), [("XX", "police"), ("TJ", "ministry-of-magic"), ("TJ", "mission-to-isil"), ("TJ", "")]
)
def test_no_country_or_no_organ_gives_none(country: str, organ: str) -> None:
    assert load().organ(country, organ) is None


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("وزارة الداخلية الطاجيكية", "tj-ministry-of-interior"),
        ("وزارة داخلية طاجيكستان", "tj-ministry-of-interior"),
        ("وزارة الداخلية في طاجيكستان", "tj-ministry-of-interior"),
        ("الداخلية السورية", "sy-ministry-of-interior"),
        ("الدفاع الروسية", "ru-ministry-of-defence"),
        ("جيش سوريا", "syrian-army"),
        ("شرطة نيروبي", "ke-police"),
        ("السلطات الكينية", "ke-government"),
        ("مجلس الأمة الكويتي", "kw-parliament"),
        ("مجلس الأمة الجزائري", "dz-upper-house"),
        ("البعثة الروسية الدائمة لدى الأمم المتحدة", "ru-mission-to-un"),
        ("Tajik Interior Ministry", "tj-ministry-of-interior"),
        ("Ministry of Internal Affairs of the Republic of Tajikistan", "tj-ministry-of-interior"),
        ("Tajikistan's Ministry of Interior", "tj-ministry-of-interior"),
        ("U.S. Department of Justice", "us-ministry-of-justice"),
        ("British Prime Minister's Office", "downing-street"),
        ("US Embassy in Iraq", "us-embassy"),
        ("МВД Таджикистана", "tj-ministry-of-interior"),
        ("таджикское МВД", "tj-ministry-of-interior"),
        ("Верховный суд Киргизии", "kg-supreme-court"),
        ("сирийская армия", "syrian-army"),
    ],
)
def test_names_tell_their_body(name: str, wanted: str) -> None:
    entry = load().organ_named(name)
    assert entry is not None
    assert entry.id == wanted


@pytest.mark.parametrize(
    "name",
    [
        *("الجيش", "وزارة الداخلية", "الداخلية", "الدفاع الروسي", "الجيش السوري الحر", "وزارة الداخلية الشيشانية", ""),
        *(
            "Interior Ministry",
            "Tajikistan",
            "Ministry of Interior of Atlantis",
            "МВД",
            "Таджикистан",
            "The Kenyan people",
        ),
    ],
)
def test_names_without_a_country_or_of_something_else_tell_none(name: str) -> None:
    assert load().organ_named(name) is None


def test_every_special_entry_is_the_organ_it_claims_to_be() -> None:
    book = load()
    special = [e for e in book.entries.values() if e.organ]
    assert len(special) >= 10
    assert [e.id for e in special if book.organ(e.country or "", e.organ or "") is not e] == []


def test_a_parliament_of_one_house_has_one_id() -> None:
    assert load().organ("SY", "lower-house") is load().organ("SY", "parliament")
    assert load().organ("FR", "lower-house") is not load().organ("FR", "parliament")


def test_every_canonical_name_is_read_back_to_its_body() -> None:
    book = load()
    codes = ("TJ", "RU", "SY", "NG", "GB", "KP")
    entries = [book.organ(code, organ) for code in codes for organ in book.organs.table.organs]
    composed = [e for e in entries if e and e.id not in book.entries]
    assert len(composed) > 200
    for entry in composed:
        assert book.organ_named(entry.name) is entry
        assert book.organ_named(entry.en) is entry
        assert entry.ru is None or book.organ_named(entry.ru) is entry


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A copy of the catalogue's folders of places and states, with one entry of its own."""
    own = Path(str(files("marsad.catalogue")))
    for folder in ("places", "states"):
        shutil.copytree(own / folder, tmp_path / folder)
    for folder in ("groups", "organizations"):
        (tmp_path / folder).mkdir()
    (tmp_path / "organizations" / "states.yaml").write_text(
        "type: government\nentries:\n  - {id: one, en: One, ar: دار الأولى, organ: police, countries: [SY], names: []}\n",
        encoding="utf-8",
    )
    return tmp_path


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("states/forces.yaml", "id: navy", "id: army", "forces.yaml: army"),
        ("states/forces.yaml", "names: [البحرية,", "names: [الشرطة,", "tells navy too"),
        ("states/forces.yaml", "agrees: f, ar: القوات البحرية", "agrees: n, ar: القوات البحرية", "navy > agrees"),
        ("states/local.yaml", "organ: gendarmerie", "organ: cavalry", "local.yaml: cavalry"),
        (
            "states/local.yaml",
            "countries: [TR], names: [الجندرمة",
            "countries: [Turkey], names: [الجندرمة",
            "countries",
        ),
        ("organizations/states.yaml", "organ: police", "organ: cavalry", "one: organ cavalry"),
        ("organizations/states.yaml", "countries: [SY]", "countries: [SY, IQ]", "one: organ police"),
    ],
)
def test_contradictions_are_told_with_file_and_entry(home: Path, file: str, old: str, new: str, told: str) -> None:
    rewrite(home / file, old, new)
    with pytest.raises(CodebookError) as caught:
        Catalogue(home)
    assert told in str(caught.value)


def test_two_entries_cannot_be_one_organ(home: Path) -> None:
    path = home / "organizations" / "states.yaml"
    more = "  - {id: two, en: Two, ar: دار الثانية, organ: police, countries: [SY], names: []}\n"
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    with pytest.raises(CodebookError, match="one is it too"):
        Catalogue(home)


def test_a_catalogue_without_states_takes_marsads_own(tmp_path: Path) -> None:
    assert read_organs(tmp_path).organs.keys() == read_organs().organs.keys()
